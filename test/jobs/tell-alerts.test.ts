import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Beside } from '../../src/jobs/find-alerts.ts';
import { noteBackup } from '../../src/jobs/note-backup.ts';
import { standingAlerts } from '../../src/jobs/standing-alerts.ts';
import { noteFaults, tellAlerts } from '../../src/jobs/tell-alerts.ts';
import type { OutgoingMail, SendResult } from '../../src/mail-out/transport.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { casesOf } from '../../src/register/cases.ts';
import { writeJournal } from '../../src/register/journal.ts';
import { noteComparison } from '../../src/register/mailbox-comparisons.ts';
import { captureItem } from '../../src/register/mailbox-items.ts';
import type { Register } from '../../src/register/open-register.ts';
import { noteAttempt, noteGivenUp } from '../../src/register/read-attempts.ts';
import { type HoldReason, holdSending, releaseSending } from '../../src/register/sending-holds.ts';
import { NO_TROUBLES, type Troubles } from '../../src/rules/alerts/known-state.ts';
import { addSeconds } from '../../src/rules/calendar/oslo-time.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';

vi.setConfig({ testTimeout: 60_000 });

const START = at('2013-12-03', '10:00');
const OPERATOR = 'drift@ks.example';
const ID = '2013-samhandling';

let register: Register;
let mails: OutgoingMail[];
let answer: (mail: OutgoingMail, dot: () => void) => SendResult;
let beside: Beside;
let clock: string;
const knows = (what: Beside) => () => {
  beside = what;
};

beforeEach(() => {
  ({ register } = storyCampaign(at('2013-11-28', '09:37'), { mode: 'live', only: ['Hitra'] }));
  mails = [];
  answer = (mail, dot) => {
    dot();
    mails.push(mail);
    return { sent: true, file: null, response: '250 ok' };
  };
  beside = {};
  clock = START;
});

const world = (over: Partial<Parameters<typeof tellAlerts>[0]> = {}) => ({
  register,
  transport: { send: async (mail: OutgoingMail, dot: (refused: []) => void) => answer(mail, () => dot([])) },
  settings: LIVE_SETTINGS,
  alertTo: [OPERATOR],
  ...over,
});
async function minutes(count: number, over = {}, step = 1): Promise<void> {
  for (let n = 0; n < count; n += step) {
    noteFaults(register, beside, clock);
    await tellAlerts(world(over), clock);
    clock = addSeconds(clock, 60 * step);
  }
}
const subjects = () =>
  mails.map(({ bytes }) => /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(Buffer.from(bytes).toString())![1]!);
const trouble = (some: Partial<Troubles>) => {
  beside = { ...beside, troubles: { ...NO_TROUBLES, ...some } };
};
const hold = (reason: HoldReason) => () =>
  void holdSending(register, { reason, since: START, by: null, because: 'Av en grunn.' });
const release = (reason: HoldReason) => () => void releaseSending(register, reason);
const letter = (state: string) =>
  register.prepare(`UPDATE letter SET state = ?, done_at = ?, mail_message_id = '<brev@ks.example>'`).run(state, START);
const mail = (n: number) =>
  captureItem(
    register,
    {
      mailbox: 'innboks',
      item: `${n}`,
      position: `${n}`,
      arrivedAt: START,
      bytes: Buffer.from(`mail ${n}`),
      sha256: `${n}`,
      problem: null,
    },
    START,
  ).messageId;
const review = (messageId: number, more: object = {}) => {
  const [one] = casesOf(register, ID);
  const event = { event: 'review-raised' as const, reasons: ['x'], suggestion: null, senderKnown: true, ...more };
  const context = { at: START, actor: { kind: 'robot', name: 'roboten' } as const, messageId };
  writeJournal(register, one!.id, event, context);
};
const settle = (messageId: number) => () => {
  const [one] = casesOf(register, ID);
  const event = { event: 'review-settled', as: 'nothing', because: 'sett' } as never;
  writeJournal(register, one!.id, event, { at: START, actor: { kind: 'person', name: 'Eva' }, messageId });
};
const comparison = (missed: number) =>
  noteComparison(register, { mailbox: 'innboks', at: START, since: '2013-11-14', there: 9, missed, gone: 0 });
/** The letter's states have a trigger of their own; these tests put it where a fault would have left it. */
const anyState = () => register.exec('DROP TRIGGER letter_state_moves; DROP TRIGGER letter_bytes_are_frozen');

// Fault | made | ended | words in the subject | minutes before it is told.
const FAULTS: [string, () => unknown, () => unknown, RegExp, number][] = [
  ['a person stopped it', hold('person'), release('person'), /stoppet av en person/, 0],
  ['the login is refused (F9)', hold('login-refused'), release('login-refused'), /godtar ikke innloggingen/, 0],
  ['a restored register', hold('restored'), release('restored'), /hentet tilbake/, 60],
  ['a letter that nobody knows', hold('unknown-letter'), release('unknown-letter'), /registeret ikke kjenner/, 0],
  [
    'the mailbox cannot be read',
    () => trouble({ mailbox: { since: START, why: 'x.', refused: false } }),
    () => trouble({}),
    /Postkassen kan ikke leses/,
    60,
  ],
  [
    'the mailbox refuses our login',
    () => trouble({ mailbox: { since: START, why: 'x.', refused: true } }),
    () => trouble({}),
    /slipper oss ikke inn/,
    10,
  ],
  [
    'the mail server is down (F6)',
    () => trouble({ server: { since: START, why: 'x.' } }),
    () => trouble({}),
    /tar ikke imot brev/,
    120,
  ],
  [
    'the witness is refused',
    () => trouble({ witness: { since: START, why: 'x.' } }),
    () => trouble({}),
    /Kopien til/,
    60,
  ],
  [
    'a letter cannot be written (F36)',
    () => trouble({ unwritten: new Map([[1, { since: START, why: 'Feltet mangler.', campaignId: ID }]]) }),
    () => trouble({}),
    /1 brev kan ikke skrives/,
    0,
  ],
  [
    'a letter is uncertain',
    () => {
      anyState();
      letter('uncertain');
    },
    () => letter('sent'),
    /usikkert/,
    60,
  ],
  [
    'a letter was refused for good (F9)',
    () => {
      anyState();
      letter('rejected');
      register.exec("UPDATE letter_case SET state = 'rejected'");
    },
    () => register.exec("UPDATE campaign SET state = 'closed'"),
    /1 brev ble avvist/,
    0,
  ],
  [
    'our own letter comes back three times (F30)',
    () => {
      letter('planned');
      for (const n of [1, 2, 3]) mail(n);
      register.exec("UPDATE message SET mail_message_id = '<brev@ks.example>'");
    },
    () => register.exec('UPDATE message SET mail_message_id = NULL'),
    /kommer tilbake/,
    0,
  ],
  [
    'a mail is set aside unread',
    () => {
      const id = mail(1);
      noteAttempt(register, id);
      noteGivenUp(register, id, START);
      review(id);
    },
    settle(1),
    /1 e-post er satt til side/,
    0,
  ],
  ['a sender is braked (F30)', () => review(mail(1), { brakes: 'a@b.example' }), settle(1), /En avsender har sendt/, 0],
  ['mails were missed', () => comparison(2), () => comparison(0), /2 e-poster l/, 0],
  ['the disk is nearly full', knows({ free: 300 * 1024 ** 2 }), knows({}), /Disken er nesten full/, 0],
  [
    'the cap of a day is reached',
    () => {
      anyState();
      letter('sent');
      knows({ cap: { letters: 1, mode: 'live' } })();
    },
    knows({}),
    /Taket p/,
    0,
  ],
  [
    'the last backup is old',
    () => noteBackup(register, addSeconds(START, -8 * 86400)),
    () => noteBackup(register, addSeconds(START, 3600)),
    /sikkerhetskopi er over 7 dager/,
    0,
  ],
];

const decoded = (subject: string) =>
  subject.replace(/\?=\s+=\?UTF-8\?Q\?/g, '').replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, text: string) =>
    Buffer.from(
      text
        .replaceAll('_', ' ')
        .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      'latin1',
    ).toString(),
  );

describe('one alert mail, one line in the status and one mail when it is over, when', () => {
  test.each(FAULTS)('%s', async (_, make, end, words, after) => {
    make();
    await minutes(after, {}, 5);
    expect(mails).toEqual([]);
    await minutes(180, {}, 5);
    expect(mails).toHaveLength(1);
    expect(decoded(subjects()[0]!)).toMatch(words);
    expect(standingAlerts(register, clock)).toHaveLength(1);
    end();
    await minutes(200, {}, 5);
    expect(mails).toHaveLength(2);
    expect(decoded(subjects()[1]!)).toMatch(/^Purrebot: Over: /);
    expect(standingAlerts(register, clock)).toEqual([]);
    await minutes(60, {}, 5);
    expect(mails).toHaveLength(2);
  });
});

describe('an alert mail', () => {
  test('is marked as a robot’s, goes to whoever runs this and the adviser, and answers to it reach people', async () => {
    hold('person')();
    await minutes(1);
    const raw = Buffer.from(mails[0]!.bytes).toString();
    const adviser = campaignById(register, ID)!.sender.address;
    expect(mails[0]!.envelope.to).toEqual([OPERATOR, adviser]);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(raw).toMatch(/^X-Purrebot-Loop: test\r$/m);
    expect(raw).toMatch(/^Reply-To: drift@ks\.example\r$/m);
  });

  test('obeys REDIRECT_ALL_TO and ALLOW_DOMAINS; with nobody left to tell the status still has it', async () => {
    hold('person')();
    await minutes(1, { settings: { ...LIVE_SETTINGS, redirectAllTo: 'meg@ks.example' } });
    expect(mails[0]!.envelope.to).toEqual(['meg@ks.example']);
    release('person')();
    await minutes(40);
    mails = [];
    hold('person')();
    await minutes(5, { settings: { ...LIVE_SETTINGS, allowDomains: ['annet.example'] } });
    expect(mails).toEqual([]);
    expect(standingAlerts(register, clock)).toHaveLength(1);
  });

  test('is no letter: the cap of a day does not count it', async () => {
    hold('person')();
    await minutes(1);
    expect(mails).toHaveLength(1);
    expect(register.prepare("SELECT count(*) FROM letter WHERE state = 'sent'").pluck().get()).toBe(0);
  });

  test('that cannot be sent is kept and tried again, and arrives once (F39)', async () => {
    const good = answer;
    let tries = 0;
    answer = () => {
      tries += 1;
      return { sent: false, of: 'server', failed: 'ECONNREFUSED', temporary: true, why: 'Nede.' };
    };
    hold('person')();
    await minutes(30);
    expect(tries).toBe(30);
    expect(standingAlerts(register, clock)).toHaveLength(1);
    answer = good;
    await minutes(30);
    expect(mails).toHaveLength(1);
  });

  test('that is refused after its dot is tried again; one whose fate nobody knows is not', async () => {
    const good = answer;
    answer = (_mail, dot) => {
      dot();
      return { sent: false, of: 'letter', failed: '451', temporary: true, why: 'Ikke nå.' };
    };
    hold('person')();
    await minutes(1);
    answer = (...args) =>
      ({ ...good(...args), sent: false, of: 'unknown', failed: 'X', temporary: false, why: 'Brutt.' }) as SendResult;
    await minutes(60);
    expect(mails).toHaveLength(1);
  });

  test('is sent at most three times an hour, whatever comes and goes, and nothing is forgotten', async () => {
    const reasons: HoldReason[] = ['person', 'login-refused', 'unknown-letter'];
    for (let n = 0; n < 180; n++) {
      // Another fault every four minutes, and none of them for long.
      if (n % 4 === 0) beside = { ...beside, free: n % 8 === 0 ? 1 : null };
      if (n % 9 === 0) holdSending(register, { reason: reasons[n % 3]!, since: clock, by: null, because: 'x' });
      if (n % 40 === 0) for (const reason of reasons) releaseSending(register, reason);
      if (n % 50 === 0) trouble({ unwritten: new Map([[n, { since: clock, why: 'x', campaignId: ID }]]) });
      await minutes(1);
    }
    const times = mails.map(one => one.datedAt);
    for (const time of times) {
      const within = times.filter(other => other > addSeconds(time, -3600) && other <= time);
      expect(within.length).toBeLessThanOrEqual(3);
    }
    for (const reason of reasons) releaseSending(register, reason);
    beside = {};
    await minutes(180);
    expect(register.prepare('SELECT count(*) FROM alert WHERE closed_at IS NULL').pluck().get()).toBe(0);
    expect(
      register.prepare('SELECT count(*) FROM alert WHERE told_at IS NOT NULL AND over_told_at IS NULL').pluck().get(),
    ).toBe(0);
  });
});
