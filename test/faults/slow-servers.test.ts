import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import { at } from '../worlds/journal.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A second for the whole of it: in earnest 20 minutes for a letter, and one for opening the mailbox. */
const SMTP = { connect: 5_000, greeting: 5_000, answer: 5_000, whole: 1_000 };
const IMAP = { connect: 500, answer: 1_000, silence: 5_000, whole: 1_000 };
/** Beyond its limit a server may hold us so much longer, in milliseconds (F10). */
const SPARE = 10_000;

let server: Server;
let timers: NodeJS.Timeout[] = [];
const sockets = new Set<Socket>();
afterEach(() => {
  for (const timer of timers) clearInterval(timer);
  for (const socket of sockets) socket.destroy();
  timers = [];
  server.close();
});

/** Sends its text a byte at a time, over and over, after so many lines of the client; before that what `answers` says. */
async function dribbling(greeting: string, answers: (line: string) => string | null, dribble: string): Promise<number> {
  server = createServer(socket => {
    sockets.add(socket);
    let isSlow = false;
    const slowly = () => {
      if (isSlow) return;
      isSlow = true;
      let n = 0;
      timers.push(setInterval(() => socket.writable && socket.write(dribble[n++ % dribble.length]!), 50));
    };
    socket.on('error', () => undefined);
    if (greeting === '') slowly();
    else socket.write(greeting);
    socket.on('data', data => {
      for (const line of String(data).split('\r\n').filter(Boolean)) {
        if (isSlow) return;
        const answer = answers(line);
        if (answer === null) slowly();
        else socket.write(answer);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as { port: number }).port;
}

const mail = {
  messageId: '<p1.a@purrebot.ks.example>',
  kind: 'near' as const,
  label: 'Hitra',
  datedAt: '2014-03-03T09:00:00Z',
  envelope: { from: 'svar@purrebot.ks.example', to: ['postmottak@hitra.kommune.example'] },
  bytes: Buffer.from('Subject: Brev\r\n\r\nHei\r\n'),
  html: '',
};

test.each([
  ['its greeting', '', () => null, 'server', false],
  ['its answer to EHLO', '220 test\r\n', () => null, 'server', false],
  [
    'its answer to MAIL',
    '220 test\r\n',
    (line: string) => (line.startsWith('EHLO') ? '250 test\r\n' : null),
    'server',
    false,
  ],
  [
    'its answer to the final dot',
    '220 test\r\n',
    (line: string) =>
      /^(EHLO|MAIL|RCPT)/.test(line) ? '250 ok\r\n' : line === 'DATA' ? '354 go\r\n' : line === '.' ? null : '',
    'unknown',
    true,
  ],
])('F10: a mail server that gives %s a byte at a time is given up in time', async (_, greeting, answers, of, noted) => {
  const port = await dribbling(greeting, answers, '250-');
  let isNoted = false;
  const begun = performance.now();
  const result = await smtpTransport({ host: '127.0.0.1', port, security: 'none', login: null }, SMTP).send(
    mail,
    () => {
      isNoted = true;
    },
  );
  expect(performance.now() - begun).toBeLessThan(SMTP.whole + SPARE);
  expect(result).toMatchObject({ sent: false, of });
  expect(isNoted).toBe(noted);
});

const account = {
  host: '',
  port: 0,
  security: 'none' as const,
  user: 'eva',
  password: 'pw',
  since: null,
  junkFolder: null,
  sentFolder: null,
  handledFolder: null,
};
const tagOf = (line: string) => line.split(' ')[0];

test.each([
  ['its greeting', '', () => null],
  [
    'its answer to the login',
    '* OK [CAPABILITY IMAP4rev1] test\r\n',
    (line: string) => (/ LOGIN /.test(line) ? null : `${tagOf(line)} OK done\r\n`),
  ],
  [
    'the list of folders',
    '* OK [CAPABILITY IMAP4rev1] test\r\n',
    (line: string) => (/ LIST | LSUB /.test(line) ? null : `${tagOf(line)} OK done\r\n`),
  ],
])('F10: a mailbox that gives %s a byte at a time is given up in time', async (_, greeting, answers) => {
  const port = await dribbling(greeting, answers, '* OK still here ');
  const begun = performance.now();
  const opened = await openImap({ ...account, host: '127.0.0.1', port }, () => at('2013-12-03'), IMAP);
  expect(performance.now() - begun).toBeLessThan(2 * IMAP.connect + IMAP.answer + SPARE);
  expect(opened).toMatchObject({ failed: expect.stringMatching(/./), refused: false });
});
