import { appendFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import type { SmtpAccount } from '../../src/mail-out/smtp-account.ts';

/** What the server has just been told, or has just answered. */
export type Phase = 'greeting' | 'ehlo' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot' | 'taken';
export const PHASES: readonly Phase[] = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'body', 'dot', 'taken'];

/** How a conversation breaks off. */
export type Ending = 'fin' | 'rst' | '25' | 'silence';
export const ENDINGS: readonly Ending[] = ['fin', 'rst', '25', 'silence'];

/** A mail that the server took responsibility for: its final dot was read. */
export interface Taken {
  messageId: string;
  to: string[];
  raw: Buffer;
}

/** An SMTP server on loopback that never forgets what it took, and tells every step before it answers. */
export interface LedgerSink {
  account: SmtpAccount;
  taken: Taken[];
  /**
   * Called at each step, before its answer is written (`taken`: after it). What it returns happens instead of the answer:
   * `fin` and `rst` end the connection, `25` breaks off in the middle of the answer, `silence` answers nothing and keeps the
   * connection.
   */
  onPhase: (phase: Phase) => Ending | null;
  /** Called when a mail is taken, before the sender is told. */
  onTaken: (mail: Taken) => void;
  stop(): Promise<void>;
}

/** @param ledger a file that gets one line a mail, should the run itself die */
export async function startLedgerSink(ledger: string | null = null): Promise<LedgerSink> {
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    converse(socket, sink, ledger);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const sink: LedgerSink = {
    account: { host: '127.0.0.1', port, security: 'none', login: null },
    taken: [],
    onPhase: () => null,
    onTaken: () => undefined,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise(resolve => server.close(resolve));
    },
  };
  return sink;
}

function converse(socket: Socket, sink: LedgerSink, ledger: string | null): void {
  let to: string[] = [];
  let body: Buffer[] | null = null;
  let isBodyTold = false;
  /** Broken off: what still comes on the line is not read. */
  let isOver = false;
  let pending = Buffer.alloc(0);

  function answer(phase: Phase, text: string): void {
    const instead = sink.onPhase(phase);
    isOver = instead !== null;
    if (instead === 'fin') socket.end();
    else if (instead === 'rst') socket.resetAndDestroy();
    else if (instead === '25') socket.write('25', () => socket.resetAndDestroy());
    else if (instead === null) socket.write(`${text}\r\n`);
  }

  function command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') answer('ehlo', '250-sink\r\n250 SIZE 50000000');
    else if (verb === 'HELO') answer('ehlo', '250 sink');
    else if (verb === 'MAIL') {
      to = [];
      answer('mail', '250 ok');
    } else if (verb === 'RCPT') {
      to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
      answer('rcpt', '250 ok');
    } else if (verb === 'DATA') {
      body = [];
      isBodyTold = false;
      answer('data', '354 go on');
    } else if (verb === 'QUIT') socket.end('221 bye\r\n');
    else socket.write('250 ok\r\n');
  }

  function take(raw: Buffer): void {
    const messageId = /^Message-ID: (\S+)/im.exec(raw.toString('latin1'))?.[1] ?? '';
    const mail = { messageId, to, raw };
    sink.taken.push(mail);
    if (ledger !== null) appendFileSync(ledger, `${JSON.stringify({ messageId, to })}\n`);
    sink.onTaken(mail);
    answer('dot', '250 taken');
    sink.onPhase('taken');
  }

  socket.on('data', chunk => {
    if (isOver) return;
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      if (body !== null) {
        const end = pending.indexOf('\r\n.\r\n');
        if (end === -1) {
          // Once a mail, when some of it has come and its end has not.
          if (!isBodyTold && pending.length > 0) {
            isBodyTold = true;
            const instead = sink.onPhase('body');
            isOver = instead !== null;
            if (isOver) {
              if (instead === 'fin') socket.end();
              else if (instead !== 'silence') socket.resetAndDestroy();
              return;
            }
          }
          return;
        }
        const raw = Buffer.from(
          pending
            .subarray(0, end + 2)
            .toString('latin1')
            .replace(/\r\n\.\./g, '\r\n.'),
          'latin1',
        );
        pending = pending.subarray(end + 5);
        body = null;
        take(raw);
        continue;
      }
      const end = pending.indexOf('\r\n');
      if (end === -1) return;
      const line = pending.subarray(0, end).toString('latin1');
      pending = pending.subarray(end + 2);
      command(line);
    }
  });
  answer('greeting', '220 sink ready');
}
