import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { addSeconds } from '../../src/rules/calendar/oslo-time.ts';
import { type MailWatch, watchMail } from '../../src/worker/watch-mail.ts';
import { noWorkerTroubles } from '../../src/worker/worker-troubles.ts';
import { dovecotAccount } from '../worlds/dovecot.ts';
import { at } from '../worlds/journal.ts';
import { emptyRegister } from '../worlds/register.ts';

let server: Server;
let watch: MailWatch;
const sockets = new Set<Socket>();
afterEach(async () => {
  await watch.stop();
  for (const socket of sockets) socket.destroy();
  server.close();
});

/** An IMAP server of a few lines: what it answers to a verb, and how often somebody logged in. */
async function imapServer(answers: Record<string, string>): Promise<{ port: number; logins: () => number }> {
  let logins = 0;
  server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    socket.on('data', data => {
      for (const line of String(data).trim().split('\r\n')) {
        const [tag, verb = ''] = line.split(' ');
        if (verb === 'LOGIN') logins += 1;
        if (verb === 'CAPABILITY') socket.write('* CAPABILITY IMAP4rev1\r\n');
        socket.write(`${tag} ${answers[verb] ?? 'OK done'}\r\n`);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as { port: number }).port, logins: () => logins };
}

test.each([
  ['NO [THROTTLED] at the login', { LOGIN: 'NO [THROTTLED] Too many logins' }, false],
  [
    '«Suggested Backoff Time» at the login',
    { LOGIN: 'BAD Request is throttled. Suggested Backoff Time: 299910 milliseconds' },
    false,
  ],
  ['«authenticated but not connected» after it', { LIST: 'BAD User is authenticated but not connected.' }, false],
  ['a password that is refused', { LOGIN: 'NO [AUTHENTICATIONFAILED] no' }, true],
])('a server that says %s is asked twelve times an hour at most (F13)', async (_, answers, refused) => {
  const { port, logins } = await imapServer(answers);
  for (const chance of [0, 0.5, 0.999]) {
    const before = logins();
    let clock = at('2013-12-03', '10:00');
    const troubles = noWorkerTroubles();
    watch = watchMail({
      register: emptyRegister(),
      openMail: () => openImap(dovecotAccount(port), () => clock, { answer: 400, connect: 2_000, silence: 400 }),
      now: () => clock,
      chance: () => chance,
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      troubles,
    });
    for (let second = 0; second < 3600; second += 20) {
      await watch.look();
      clock = addSeconds(clock, 20);
    }
    expect(troubles.mailbox).toMatchObject({ refused });
    await watch.stop();
    expect(logins() - before).toBeGreaterThan(4);
    expect(logins() - before).toBeLessThanOrEqual(12);
  }
});
