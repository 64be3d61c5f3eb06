import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { rereadMail } from '../../src/jobs/reread-mail.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';
import type { OutgoingMail } from '../../src/mail-out/transport.ts';
import { mailsBehind, openReviews } from '../../src/register/journal.ts';
import { countMessages } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import { mayAnswerAutomatically } from '../../src/rules/sending/may-answer-automatically.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { inbox, reply } from '../worlds/inbox.ts';
import { at } from '../worlds/journal.ts';
import { LETTER_SETTINGS } from '../worlds/letter-settings.ts';
import { runningStory } from './running-story.ts';

const YES = 'Hitra kommune slutter seg til ordningen.';

let story: ReturnType<typeof runningStory>;
let box: ReturnType<typeof inbox>;
beforeEach(() => {
  story = runningStory('Hitra', 'Malvik');
  box = inbox(story.register, at('2013-12-09', '10:00'));
});

const lines = (register: Register) =>
  register.prepare('SELECT count(*) FROM journal WHERE case_id IS NOT NULL AND message_id IS NOT NULL').pluck().get();

describe('a letter that a robot wrote', () => {
  test.each([
    ['ours, come back under another id', 'X-Purrebot-Loop: test\r\n'],
    ['another office’s', 'X-Purrebot-Loop: svar@purrebot.annet.example\r\n'],
  ])('answers nothing and asks nothing: %s', async (_whose, more) => {
    const results = await box.receive(
      reply('Hitra kommune slutter seg til ordningen.', { more }),
      reply('Hva koster det?', { more, id: 'q' }),
    );
    expect(results).toMatchObject([
      { kind: 'other', conclusion: null, review: false },
      { kind: 'other', conclusion: null, review: false },
    ]);
    expect(lines(story.register)).toBe(0);
    expect(countMessages(story.register)).toMatchObject({ stored: 2, unread: 0 });
  });

  test('does not make a robot of the person who quotes it, or attaches it', async () => {
    await box.receive(reply(`${YES}\r\n\r\n> X-Purrebot-Loop: test\r\n> Vi mangler svar fra dere.`));
    expect(story.standing('Hitra').answer).toBe('joined');
    const attached = reply(
      `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMalvik kommune slutter seg til ordningen.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nX-Purrebot-Loop: test\r\nFrom: eva.indreby@ks.example\r\nSubject: Purring\r\n\r\nHitra kommune slutter seg ikke til ordningen.\r\n--b--`,
      { from: 'postmottak@malvik.kommune.example', id: 'm' },
    ).replace('text/plain; charset=utf-8', 'multipart/mixed; boundary=b');
    await box.receive(attached);
    expect(story.standing('Malvik')).toMatchObject({ answer: 'joined', ball: 'theirs' });
  });

  test('that goes in circles is kept and shown, answers nothing, and is shown once', async () => {
    const received = (count: number) => 'Received: from a by b; Mon, 9 Dec 2013 10:00:00 +0100\r\n'.repeat(count);
    expect(await box.receive(reply(YES, { more: received(51) }))).toMatchObject([{ kind: 'other', review: true }]);
    expect(await box.receive(reply(YES, { more: received(61) }))).toMatchObject([{ outcome: 'duplicate' }]);
    expect(openReviews(story.register)).toHaveLength(1);
    expect(story.standing('Hitra')).toMatchObject({ answer: 'none', ball: 'review' });
  });
});

describe('a sender of too many answers', () => {
  const question = (n: number, from?: string) =>
    reply(`Hva koster ordningen for kommune nummer ${n}?`, { id: `q${n}`, ...(from === undefined ? {} : { from }) });

  test('waits behind one review: all of it is stored and read, and nothing of it is registered', async () => {
    await box.receive(...Array.from({ length: 20 }, (_, n) => question(n)));
    expect(openReviews(story.register)).toEqual([]);
    await box.receive(...Array.from({ length: 10 }, (_, n) => question(20 + n)), reply(YES, { id: 'yes' }));
    const reviews = openReviews(story.register);
    expect(reviews).toHaveLength(1);
    expect(reviews[0]!.data.reasons).toEqual([expect.stringContaining('mer enn 20 svar')]);
    expect(mailsBehind(story.register, reviews[0]!.messageId!)).toHaveLength(10);
    expect(story.standing('Hitra')).toMatchObject({ closed: false, ball: 'review' });
    expect(countMessages(story.register)).toMatchObject({ stored: 31, unread: 0 });
    const data = mkdtempSync(join(tmpdir(), 'purrebot-brems-'));
    story.register.prepare('VACUUM INTO ?').run(join(data, 'register.sqlite'));
    const { door, said } = quietDoor();
    await runCli(['--data', data, 'review'], door, COMMANDS);
    expect(said.out.join()).toContain('Bak den venter 10 til fra samme avsender: #22, #23,');
    rmSync(data, { recursive: true });
    // A re-reading looks at each mail by itself; that it came with too many others stays true.
    await rereadMail({ register: story.register, apply: true }, () => at('2013-12-10'));
    expect(story.standing('Hitra')).toMatchObject({ closed: false, ball: 'review' });
    expect(openReviews(story.register)).toEqual(reviews);
  });

  test('holds up nobody else, and not itself an hour later', async () => {
    await box.receive(...Array.from({ length: 21 }, (_, n) => question(n)));
    await box.receive(
      reply('Malvik kommune slutter seg til ordningen.', { from: 'postmottak@malvik.kommune.example', id: 'm' }),
    );
    expect(story.standing('Malvik').answer).toBe('joined');
    const later = inbox(story.register, at('2013-12-09', '11:10'), 'senere');
    const no = reply('Hitra kommune slutter seg ikke til ordningen.', { id: 'no' });
    expect(await later.receive(no)).toMatchObject([{ review: false }]);
    // Registered, and what waited before it still waits.
    expect(story.standing('Hitra')).toMatchObject({ answer: 'declined', ball: 'review' });
  });

  test('is no archive system that sends a receipt for each of its municipalities', async () => {
    const receipt = (n: number) =>
      reply('Dette er en automatisk bekreftelse på at Hitra kommune har mottatt din henvendelse.', {
        id: `r${n}`,
        more: 'Auto-Submitted: auto-replied\r\n',
      });
    await box.receive(...Array.from({ length: 30 }, (_, n) => receipt(n)), reply(YES));
    expect(story.standing('Hitra')).toMatchObject({ answer: 'joined', ball: 'theirs' });
  });
});

/** An installation with its own register and address, that would answer every mail if nothing stopped it. */
function office(address: string) {
  const { register } = storyCampaign(at('2013-11-28', '09:37'), { mode: 'live', only: ['Hitra'] });
  register.prepare('UPDATE letter SET due_at = ?').run(at('2013-11-28', '09:37'));
  const mailbox = inbox(register, at('2013-11-28', '10:00'));
  const answered = new Map<string, string>();
  return {
    register,
    address,
    /** The request as it leaves. */
    async writes(): Promise<Uint8Array[]> {
      const sent: Uint8Array[] = [];
      const transport = {
        send: async (mail: OutgoingMail) => {
          sent.push(mail.bytes);
          return { sent: true as const, file: null, response: '250 ok' };
        },
      };
      const settings = { ...LETTER_SETTINGS, sending: 'live' as const, replyAddress: address, loopId: address };
      register.prepare('INSERT INTO mailbox_position VALUES (?, ?, ?)').run('innboks', '0', at('2013-11-28', '09:37'));
      await deliverOutbox({ register, transport, settings, mailboxes: ['innboks'] }, () => at('2013-11-28', '09:37'));
      return sent;
    },
    /** Takes a mail in; what it would send back by itself. */
    async takes(raw: Uint8Array | string): Promise<string[]> {
      await mailbox.receive(raw);
      const message = await readMessage(Buffer.from(raw));
      const from = message.from?.address ?? '';
      const lastToSender = answered.get(from) ?? null;
      const now = at('2013-11-28', '10:30');
      const known = { ownAddresses: [address], lastToSender, lastHour: answered.size };
      if (!mayAnswerAutomatically(message, known, now).may) return [];
      answered.set(from, now);
      return [
        `From: ${address}\r\nTo: ${from}\r\nSubject: Re\r\nMessage-ID: <${answered.size}@${address}>\r\n\r\nTakk for svaret.\r\n`,
      ];
    },
  };
}

describe('two Purrebots that write to each other', () => {
  test('fall silent after one exchange: neither registers, asks, or answers what the other wrote', async () => {
    const offices = [office('svar@purrebot.ks.example'), office('svar@purrebot.annet.example')];
    const letters = await Promise.all(offices.map(one => one.writes()));
    expect(letters.map(one => one.length)).toEqual([1, 1]);
    const answers = await Promise.all([offices[0]!.takes(letters[1]![0]!), offices[1]!.takes(letters[0]![0]!)]);
    expect(answers).toEqual([[], []]);
    for (const { register } of offices) {
      expect(lines(register)).toBe(0);
      expect(openReviews(register)).toEqual([]);
    }
  });

  test('also fall silent when something on the way takes every mark of theirs away', async () => {
    const [a, b] = [office('svar@purrebot.ks.example'), office('svar@purrebot.annet.example')];
    const bare = Buffer.from((await a.writes())[0]!)
      .toString('latin1')
      .replace(/^X-Purrebot-Loop: .*\r\n/m, '')
      .replace(/^From: .*$/m, `From: ${a.address}`)
      .replace(/^Message-ID: .*$/m, 'Message-ID: <ny@relay.example>');
    let waiting: { to: typeof a; raw: string }[] = [{ to: b, raw: bare }];
    let exchanged = 0;
    while (waiting.length > 0 && exchanged < 100) {
      const { to, raw } = waiting[0]!;
      exchanged += 1;
      const back = await to.takes(raw);
      waiting = [...waiting.slice(1), ...back.map(one => ({ to: to === a ? b : a, raw: one }))];
    }
    // The letter, an answer to it, and an answer to that.
    expect(exchanged).toBe(3);
  });
});
