import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { takeInMail } from '../../src/jobs/take-in-mail.ts';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { dovecotAccount, startDovecot } from '../../test/worlds/dovecot.ts';
import type { Random } from '../random.ts';
import { chaosNow } from './chaos-world.ts';
import type { Cuts } from './smtp-cuts.ts';

/** A mailbox of mails from one kilobyte to some hundred, so that most cuts fall inside one. */
const MAILS = 60;

/** The IMAP connection is cut at a random byte of what the server sends, until it has been cut that many times. */
export async function imapCuts(cuts: number, random: Random, say: (words: string) => void): Promise<Cuts> {
  const dovecot = await startDovecot();
  const proxy = await cuttingProxy(dovecot.port);
  const seen = { cuts: 0, truncated: 0, lost: 0, twice: 0, rounds: 0 };
  try {
    const delivered = new Set<string>();
    for (let i = 0; i < MAILS; i++) {
      const raw = mailOf(i, Math.floor(1000 * 200 ** random()));
      delivered.add(createHash('sha256').update(raw).digest('hex'));
      dovecot.deliver(raw, { at: chaosNow() });
    }
    while (seen.cuts < cuts) {
      const opened = openRegister(':memory:');
      if ('refused' in opened) throw new Error(opened.refused);
      const { register } = opened;
      // Each connection gets a little further, the last one is left alone.
      for (let i = 0; i < 40 && seen.cuts < cuts; i++) {
        proxy.cutAfter(Math.floor(random() * 600_000));
        if (await look(register, proxy.port)) break;
        seen.cuts += 1;
        seen.truncated += foreignTo(register, delivered);
      }
      proxy.cutAfter(Number.POSITIVE_INFINITY);
      await look(register, proxy.port);
      const stored = shas(register);
      seen.truncated += foreignTo(register, delivered);
      seen.lost += [...delivered].filter(sha => !stored.includes(sha)).length;
      seen.twice += stored.length - new Set(stored).size;
      seen.rounds += 1;
      register.close();
      say(`imap: ${seen.cuts} of ${cuts} cuts`);
    }
  } finally {
    await proxy.stop();
    await dovecot.remove();
  }
  const isWhole = seen.truncated + seen.lost + seen.twice === 0;
  return { figures: { fetch: seen }, broken: isWhole ? [] : [`imap cuts: ${JSON.stringify(seen)}`] };
}

/** One connection and one look. @returns true when it came to the end */
async function look(register: Register, port: number): Promise<boolean> {
  const opened = await openImap(dovecotAccount(port), chaosNow);
  if ('failed' in opened) return false;
  try {
    await takeInMail({ register, session: opened.session }, chaosNow);
    return true;
  } catch {
    return false;
  } finally {
    await opened.session.close();
  }
}

function shas(register: Register): string[] {
  return register.prepare("SELECT sha256 FROM message WHERE direction = 'in'").pluck().all() as string[];
}

/** Mails that the register holds and nobody delivered; the bytes are counted anew. */
function foreignTo(register: Register, delivered: ReadonlySet<string>): number {
  const rows = register.prepare('SELECT bytes FROM message_bytes').pluck().all() as Buffer[];
  return rows.filter(bytes => !delivered.has(createHash('sha256').update(bytes).digest('hex'))).length;
}

function mailOf(nth: number, size: number): Buffer {
  const lines = randomBytes(size).toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(
    `From: post@k${nth}.kommune.example\r\nTo: svar@purrebot.ks.example\r\nMessage-ID: <kutt-${nth}@k${nth}.kommune.example>\r\nSubject: Brev ${nth}\r\nContent-Type: text/plain\r\n\r\n${lines}\r\n`,
  );
}

/** Between a client and the server: after so many bytes of the server's the line is dead. */
async function cuttingProxy(target: number) {
  let limit = Number.POSITIVE_INFINITY;
  const sockets = new Set<Socket>();
  const server = createServer(client => {
    let left = limit;
    const upstream = connect(target, '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.pipe(upstream);
    upstream.on('data', data => {
      const some = data.subarray(0, left);
      left -= some.length;
      client.write(some, () => left <= 0 && client.resetAndDestroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as { port: number }).port,
    cutAfter(bytes: number) {
      limit = bytes;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
