import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import type { OutgoingMail } from '../../src/mail-out/transport.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';

const QUICK = { connect: 2_000, greeting: 500, answer: 500 };
const bytes = Buffer.from(
  `Message-ID: <p1.a@purrebot.ks.example>\r\nSubject: Brev\r\n\r\nLinje\r\n.\r\n..to\r\n${'x'.repeat(70_000)}\r\n`,
);

const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<p1.a@purrebot.ks.example>',
  kind: 'near',
  label: 'Hitra',
  datedAt: '2014-03-03T09:00:00Z',
  envelope: { from: 'svar@purrebot.ks.example', to: ['postmottak@hitra.kommune.example'] },
  bytes,
  html: '',
  ...change,
});

describe('a letter through a mail server', () => {
  let sink: SmtpSink;
  beforeEach(async () => {
    sink = await startSmtpSink();
  });
  afterEach(() => sink.stop());
  const send = (one = mail(), beforeFinalDot: () => void = () => undefined) =>
    smtpTransport(sink.account, QUICK).send(one, beforeFinalDot);

  test('arrives as it was written, to exactly those of the envelope', async () => {
    expect(await send()).toMatchObject({ sent: true, refused: [] });
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]).toMatchObject({
      from: 'svar@purrebot.ks.example',
      to: ['postmottak@hitra.kommune.example'],
      raw: bytes.toString('latin1'),
    });
  });

  test('its end is noted once, before the server has it', async () => {
    const seen: number[] = [];
    await send(mail(), () => seen.push(sink.mails.length));
    expect(seen).toEqual([0]);
    expect(sink.mails).toHaveLength(1);
  });

  test('an end that cannot be noted leaves nothing with the server, and is our fault', async () => {
    const full = new Error('database or disk is full');
    await expect(
      send(mail(), () => {
        throw full;
      }),
    ).rejects.toBe(full);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(sink.mails).toEqual([]);
  });

  test('an end is not noted when no address was taken', async () => {
    sink.refuse.rcpt = () => '550 5.1.1 No such user';
    let noted = 0;
    expect(await send(mail(), () => noted++)).toMatchObject({
      sent: false,
      of: 'letter',
      temporary: false,
      failed: '550',
    });
    expect(noted).toBe(0);
  });

  describe('with a copy to our own mailbox', () => {
    const ours = 'svar+kvittering@purrebot.ks.example';
    const hitra = 'postmottak@hitra.kommune.example';
    const copied = mail({ envelope: { from: 'svar@purrebot.ks.example', to: [hitra], witness: ours } });

    test('both are recipients of one mail', async () => {
      expect(await send(copied)).toMatchObject({ sent: true, refused: [], isWitnessed: true });
      expect(sink.mails.map(one => one.to)).toEqual([[hitra, ours]]);
    });

    test('a copy that is refused is no fault of the letter', async () => {
      sink.refuse.rcpt = address => (address === ours ? '550 5.1.1 No such user' : null);
      expect(await send(copied)).toMatchObject({ sent: true, refused: [], isWitnessed: false });
      expect(sink.mails[0]!.to).toEqual([hitra]);
    });

    test.each([
      ['550 5.1.1 No such user', { temporary: false, noAddress: true }],
      ['451 4.7.1 Try again later', { temporary: true }],
    ])(
      'a letter whose every other address is refused (%s) does not leave: a copy alone proves nothing',
      async (answer, expected) => {
        sink.refuse.rcpt = address => (address === ours ? null : answer);
        let noted = 0;
        const result = await send(copied, () => noted++);
        expect(result).toMatchObject({ sent: false, of: 'letter', failed: answer.slice(0, 3), ...expected });
        await new Promise(resolve => setTimeout(resolve, 50));
        expect([noted, sink.mails.length]).toEqual([0, 0]);
      },
    );

    test('what was refused is known before the final dot', async () => {
      const radmann = 'radmann@hitra.kommune.example';
      sink.refuse.rcpt = address => (address === radmann ? '550 5.1.1 No such user' : null);
      const known: unknown[] = [];
      const both = mail({ envelope: { from: 'svar@purrebot.ks.example', to: [hitra, radmann], witness: ours } });
      await smtpTransport(sink.account, QUICK).send(both, refused => known.push(...refused));
      expect(known).toMatchObject([{ address: radmann, permanent: true }]);
    });
  });

  test('one address of several that is refused is told, and the others get it', async () => {
    sink.refuse.rcpt = address => (address.startsWith('radmann') ? '550 5.1.1 No such user' : null);
    const to = ['postmottak@hitra.kommune.example', 'radmann@hitra.kommune.example'];
    expect(await send(mail({ envelope: { from: 'svar@purrebot.ks.example', to } }))).toMatchObject({
      sent: true,
      refused: [{ address: 'radmann@hitra.kommune.example', permanent: true }],
    });
    expect(sink.mails[0]!.to).toEqual(['postmottak@hitra.kommune.example']);
  });

  test.each([
    ['451 4.3.0 Try again', { of: 'letter', temporary: true }],
    ['554 5.6.0 Refused', { of: 'letter', temporary: false }],
    ['421 4.3.2 Closing', { of: 'server', temporary: true }],
  ])('%s after the final dot is no doubt', async (answer, expected) => {
    sink.refuse.data = answer;
    expect(await send()).toMatchObject({ sent: false, ...expected });
  });

  test.each([
    'postmottak@hitra.kommune.example>, <other@x.example',
    '"a@b.example"@hitra.kommune.example',
    'postmottak@hitra.kommune.example ',
    'post(x)mottak@hitra.kommune.example',
    'post\r\nRCPT TO:<x@y.example>@hitra.kommune.example',
    '',
  ])('the server never hears of the cunning address %j', async address => {
    let connected = 0;
    sink.beforeGreeting = () => void connected++;
    expect(await send(mail({ envelope: { from: 'svar@purrebot.ks.example', to: [address] } }))).toMatchObject({
      sent: false,
      of: 'letter',
      temporary: false,
    });
    expect(connected).toBe(0);
  });

  test('nobody answering is a server that is down, within the patience', async () => {
    await sink.stop();
    expect(await send()).toMatchObject({ sent: false, of: 'server', temporary: true });
    await sink.start();
    sink.beforeGreeting = () => new Promise(() => undefined);
    expect(await send()).toMatchObject({ sent: false, of: 'server', temporary: true });
  });
});

describe('a connection that is cut', () => {
  /** A server that follows the script and hangs up at a verb, or after the final dot. */
  async function hangingUpAt(place: string): Promise<{ server: Server; port: number }> {
    const server = createServer(socket => talk(socket, place));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { server, port: (server.address() as { port: number }).port };
  }

  function talk(socket: Socket, place: string): void {
    let inData = false;
    let text = '';
    socket.on('error', () => undefined);
    if (place === 'greeting') return void socket.destroy();
    socket.write('220 test\r\n');
    socket.on('data', data => {
      text += data.toString('latin1');
      if (inData) {
        if (place === 'body') return void socket.destroy();
        if (!text.endsWith('\r\n.\r\n')) return;
        if (place === 'half an answer') socket.write('25');
        return void socket.destroy();
      }
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        if (line.startsWith(place)) return void socket.destroy();
        if (line === 'DATA') {
          inData = true;
          socket.write('354 go\r\n');
        } else socket.write(line.startsWith('EHLO') ? '250-test\r\n250 AUTH PLAIN\r\n' : '250 ok\r\n');
      }
    });
  }

  test.each([
    ['greeting', 'server'],
    ['EHLO', 'server'],
    ['AUTH', 'server'],
    ['MAIL', 'server'],
    ['RCPT', 'server'],
    ['DATA', 'server'],
    ['body', 'unknown or server'],
    ['after the dot', 'unknown'],
    ['half an answer', 'unknown'],
  ])('at %s: %s', async (place, expected) => {
    const { server, port } = await hangingUpAt(place);
    let noted = false;
    const login = place === 'AUTH' ? { user: 'eva', password: 'pw' } : null;
    const account = { host: '127.0.0.1', port, security: 'none', login } as const;
    const result = await smtpTransport(account, QUICK).send(mail(), () => {
      noted = true;
    });
    server.close();
    expect(result.sent).toBe(false);
    // In the middle of the body the end may have been handed to the system already: then, and only then, it is doubt.
    if (!result.sent)
      expect(result.of).toBe(expected === 'unknown or server' ? (noted ? 'unknown' : 'server') : expected);
  });
});
