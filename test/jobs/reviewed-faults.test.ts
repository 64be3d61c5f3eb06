import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settleClaims } from '../../src/jobs/claim-letter.ts';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { fetchNewMail } from '../../src/jobs/fetch-new-mail.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { orderRound } from '../../src/jobs/order-round.ts';
import { planLadder, planRequest } from '../../src/jobs/plan-reminders.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import { answerFrom } from '../../src/jobs/record-answer.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import type { OutgoingMail, Transport } from '../../src/mail-out/transport.ts';
import { campaignById, setCampaignState } from '../../src/register/campaigns.ts';
import { writeJournal } from '../../src/register/journal.ts';
import { noteReadToEnd } from '../../src/register/mailbox-items.ts';
import type { Register } from '../../src/register/open-register.ts';
import { approveLetter, lettersOf, moveLetter } from '../../src/register/outbox.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import type { CaseEvent } from '../../src/rules/standing/journal-entry.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { answer, at } from '../worlds/journal.ts';
import { LETTER_SETTINGS } from '../worlds/letter-settings.ts';

const REQUEST_AT = at('2013-11-28', '09:37');

/** The story's campaign with the default ladder, its request delivered. */
async function ladderWorld(only: string[] = ['Hitra']) {
  const { register } = storyCampaign(REQUEST_AT, { change: { ladder: DEFAULT_LADDER }, only });
  const mails: OutgoingMail[] = [];
  const transport: Transport = {
    async send(mail) {
      mails.push(mail);
      return { sent: true, file: null, response: 'ok' };
    },
  };
  const settings = LETTER_SETTINGS;
  const deliver = (now: string) => deliverOutbox({ register, transport, settings, mailboxes: [] }, () => now);
  await deliver(REQUEST_AT);
  const remind = (now: string, approvedBy: string | null = 'Eva') => {
    const plan = planLadder(register, campaignById(register, '2013-samhandling')!, 'dry', now);
    queueLetters(register, plan, { campaignId: '2013-samhandling', mode: 'dry', now, approvedBy, roundId: null });
    return plan;
  };
  const theCase = (name = 'Hitra') =>
    casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!;
  const happens = (event: CaseEvent, when: string, name = 'Hitra') =>
    writeJournal(register, theCase(name).one.id, event, { at: when, actor: { kind: 'person', name: 'Eva' } });
  return {
    register,
    mails,
    deliver,
    remind,
    theCase,
    happens,
    sent: () => mails.slice(only.length).map(mail => mail.kind),
  };
}

const approveAll = (register: Register) => {
  for (const letter of lettersOf(register)) approveLetter(register, letter.id, 'Eva');
};

describe('a rung at delivery', () => {
  test('that waited past its deadline does not say that the deadline is near; the later one goes', async () => {
    const { register, remind, deliver, sent } = await ladderWorld();
    remind(at('2013-12-09', '08:30'), null);
    remind(at('2013-12-13', '08:30'), null);
    approveAll(register);
    await deliver(at('2013-12-13', '09:00'));
    expect(sent()).toEqual(['missing']);
  });

  test('does not leave when the case got a later deadline meanwhile', async () => {
    const { register, remind, deliver, sent, happens } = await ladderWorld();
    remind(at('2013-12-13', '08:30'), null);
    happens({ event: 'extended', until: '2014-01-10' }, at('2013-12-13', '10:00'));
    approveAll(register);
    await deliver(at('2013-12-16', '09:00'));
    expect(sent()).toEqual([]);
  });

  test('is not planned on the day of an extension, nor caught up after it', async () => {
    const { remind, happens } = await ladderWorld();
    happens({ event: 'extended', until: '2013-12-20' }, at('2013-12-13', '08:00'));
    expect(remind(at('2013-12-13', '08:30')).letters).toEqual([]);
    expect(remind(at('2013-12-16', '08:30')).letters).toEqual([]);
  });

  test('asks for an answer two working days after it leaves, not after it was planned', async () => {
    const { register, remind, deliver } = await ladderWorld();
    remind(at('2013-12-20', '08:30'), null);
    approveAll(register);
    await deliver(at('2013-12-23', '09:00'));
    expect(lettersOf(register).at(-1)!.text).toMatch(/Svar gjerne innen mandag 30\..desember/u);
  });

  test('waits in July for a person, also when the robot had approved it in June', async () => {
    const { register, mails, deliver, theCase } = await ladderWorld();
    const july = at('2014-07-01', '08:05');
    const plan = { today: '2014-06-30', spared: [], phone: [], next: null };
    const letter = {
      kind: 'missing',
      occasion: 'x',
      deadline: null,
      newDeadline: null,
      collective: false,
      roles: ['postmottak'],
      approval: 'auto',
      holdHours: 0,
    } as const;
    const cases = [{ caseId: theCase().one.id, name: 'Hitra', because: 'prøve', wouldSpare: null }];
    queueLetters(
      register,
      { ...plan, letters: [{ ...letter, roles: ['postmottak'], cases }] },
      { campaignId: '2013-samhandling', mode: 'dry', now: at('2014-06-30', '15:30'), approvedBy: null, roundId: null },
    );
    await deliver(july);
    expect(mails).toHaveLength(1);
  });
});

describe('the outbox after a mishap', () => {
  test('what a process that died before the final dot had claimed goes again, the same bytes; after the dot nobody sends it again', async () => {
    const { register } = storyCampaign(REQUEST_AT, { only: ['Hitra', 'Skaun'] });
    const world = { register, settings: LETTER_SETTINGS, mailboxes: [] };
    const died: Transport = { send: () => Promise.reject(new Error('kill -9')) };
    await expect(deliverOutbox({ ...world, transport: died }, () => REQUEST_AT)).rejects.toThrow('kill');
    const diedAfterDot: Transport = {
      send: (_mail, beforeFinalDot) => {
        beforeFinalDot([]);
        return Promise.reject(new Error('kill -9'));
      },
    };
    await expect(deliverOutbox({ ...world, transport: diedAfterDot }, () => REQUEST_AT)).rejects.toThrow('kill');
    expect(lettersOf(register).map(one => one.state)).toEqual(['claimed', 'eod']);
    const [first, second] = lettersOf(register);
    expect(settleClaims(register, REQUEST_AT)).toEqual([second!.id]);
    const again: OutgoingMail[] = [];
    const up: Transport = { send: async mail => ({ sent: true, file: null, response: String(again.push(mail)) }) };
    await deliverOutbox({ ...world, transport: up }, () => at('2013-11-28', '09:45'));
    expect(again.map(mail => mail.messageId)).toEqual([first!.mailMessageId ?? again[0]!.messageId]);
    expect(lettersOf(register).map(one => one.state)).toEqual(['sent', 'uncertain']);
    expect(() => moveLetter(register, first!.id, 'sent', 'claimed')).toThrow();
  });

  test('a request that was dropped by mistake can be sent after all', async () => {
    const { register } = storyCampaign(at('2013-11-27', '20:00'), { only: ['Hitra'] });
    const one = casesWithStanding(register, '2013-samhandling')[0]!;
    const eva = { kind: 'person', name: 'Eva' } as const;
    writeJournal(
      register,
      one.one.id,
      { event: 'withdrawn', because: 'feil' },
      { at: at('2013-11-28', '08:00'), actor: eva },
    );
    const settings = LETTER_SETTINGS;
    const transport: Transport = { send: async () => ({ sent: true, file: null, response: 'ok' }) };
    const deliver = (now: string) => deliverOutbox({ register, transport, settings, mailboxes: [] }, () => now);
    expect(await deliver(REQUEST_AT)).toMatchObject({
      deliveries: [{ outcome: 'cancelled', detail: expect.stringContaining('feil') }],
    });
    writeJournal(register, one.one.id, { event: 'added' }, { at: REQUEST_AT, actor: eva });
    const plan = planRequest(register, campaignById(register, '2013-samhandling')!, 'dry', REQUEST_AT);
    expect(
      queueLetters(register, plan, {
        campaignId: '2013-samhandling',
        mode: 'dry',
        now: REQUEST_AT,
        approvedBy: 'Eva',
        roundId: null,
      }),
    ).toHaveLength(1);
    expect(await deliver(REQUEST_AT)).toMatchObject({ deliveries: [{ outcome: 'sent' }] });
  });
});

describe('the register through the years', () => {
  test('a municipality that was merged is not reminded', async () => {
    const { register, remind } = await ladderWorld(['Bjugn', 'Hitra']);
    const campaign = campaignById(register, '2013-samhandling')!;
    const round = {
      at: at('2020-01-02'),
      letter: 'last',
      collective: false,
      roles: ['postmottak'],
      newDeadline: null,
    } as const;
    const ordered = orderRound(
      register,
      campaign,
      { ...round, roles: ['postmottak'] },
      { by: 'Eva', mode: 'dry', now: at('2020-01-02'), except: [] },
    );
    expect('plan' in ordered && ordered.plan.letters.flatMap(letter => letter.cases.map(one => one.name))).toEqual([
      'Hitra',
    ]);
    expect(remind(at('2020-01-02')).spared.find(one => one.name === 'Bjugn')!.because).toContain('Ørland');
  });

  test('a round on a closed campaign, or with a deadline that has passed, is refused', async () => {
    const { register } = await ladderWorld();
    const order = (newDeadline: string | null) =>
      orderRound(
        register,
        campaignById(register, '2013-samhandling')!,
        { at: at('2013-12-20'), letter: 'missing', collective: false, roles: ['postmottak'], newDeadline },
        { by: 'Eva', mode: 'dry', now: at('2013-12-20'), except: [] },
      );
    expect(order('2013-11-01')).toMatchObject({ refused: expect.stringContaining('fant 01.11.2013') });
    setCampaignState(register, '2013-samhandling', 'closed');
    expect(order(null)).toMatchObject({ refused: expect.stringContaining('ikke i gang') });
  });
});

describe('mail that could be lost', () => {
  const mail = (from: string, body: string, more = '') =>
    `From: ${from}\r\nTo: eva.indreby@ks.example\r\nSubject: Oversendelse av saksdokument\r\nDate: Mon, 9 Dec 2013 10:00:00 +0100\r\nMessage-ID: <${Math.abs(body.length * 7919)}@x.example>\r\nMIME-Version: 1.0\r\n${more}\r\n\r\n${body}`;
  const plain = 'Content-Type: text/plain; charset=utf-8';

  async function inbox(files: Record<string, string>[], only = ['Hitra', 'Bjugn']) {
    const folder = mkdtempSync(join(tmpdir(), 'purrebot-'));
    const { register } = storyCampaign(REQUEST_AT, { only });
    const now = () => at('2013-12-10');
    for (const some of files) {
      for (const [name, content] of Object.entries(some)) writeFileSync(join(folder, name), content);
      await fetchNewMail({ register, mailbox: mailFolder(folder, now) }, now);
    }
    rmSync(folder, { recursive: true });
    return (name: string) =>
      casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!.standing;
  }

  test('a new mail under a file name that was used before is read', async () => {
    const standing = await inbox([
      { 'svar.eml': mail('post@annet.example', 'Hei, vi sees på konferansen.', plain) },
      {
        'svar.eml': mail('postmottak@hitra.kommune.example', 'Hitra kommune slutter seg til ordningen.', plain).replace(
          'Oversendelse av saksdokument',
          'SV: Felles kommunal ressurs, samhandling med St. Olav',
        ),
      },
    ]);
    expect(standing('Hitra').answer).toBe('joined');
  });

  test('a case paper that cannot be read holds the case of the municipality that sent it', async () => {
    const body = `--b\r\n${plain}\r\n\r\nVedlagt følger dokument.\r\n--b\r\nContent-Type: application/pdf; name="sak.pdf"\r\nContent-Disposition: attachment; filename="sak.pdf"\r\n\r\n%PDF-1.4 ødelagt\r\n--b--\r\n`;
    const standing = await inbox([
      { 'a.eml': mail('postmottak@bjugn.kommune.example', body, 'Content-Type: multipart/mixed; boundary=b') },
    ]);
    expect(standing('Bjugn')).toMatchObject({ ball: 'review', closed: false });
    expect(standing('Hitra').ball).toBe('theirs');
  });
});

test('two municipalities of one name are two cases: the sender decides which', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-'));
  const contact = (address: string) => [{ role: 'postmottak' as const, name: '', address }];
  const recipients = [
    { municipality: '1515', contacts: contact('post@heroy-mr.example'), line: 1 },
    { municipality: '1818', contacts: contact('post@heroy-no.example'), line: 2 },
  ];
  const { register } = storyCampaign(REQUEST_AT, { change: { recipients } });
  writeFileSync(
    join(folder, 'svar.eml'),
    'From: post@heroy-mr.example\r\nTo: eva.indreby@ks.example\r\nSubject: SV: Felles kommunal ressurs, samhandling med St. Olav\r\nDate: Mon, 9 Dec 2013 10:00:00 +0100\r\nMessage-ID: <h1@heroy-mr.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHerøy kommune slutter seg til ordningen.\r\n',
  );
  const now = () => at('2013-12-10');
  await fetchNewMail({ register, mailbox: mailFolder(folder, now) }, now);
  rmSync(folder, { recursive: true });
  const answers = casesWithStanding(register, '2013-samhandling').map(one => [
    one.municipality.number,
    one.standing.answer,
  ]);
  expect(Object.fromEntries(answers)).toMatchObject({ 1818: 'none' });
  expect(Object.fromEntries(answers)['1515']).not.toBe('none');
});

test('a mailbox that was only tried once does not close the gate for the one that is set', async () => {
  const { register } = storyCampaign(REQUEST_AT, { only: ['Hitra'] });
  noteReadToEnd(register, 'en annen mappe', '0', at('2013-11-20'));
  noteReadToEnd(register, 'innboks', '0', REQUEST_AT);
  const settings = LETTER_SETTINGS;
  const transport: Transport = { send: async () => ({ sent: true, file: null, response: 'ok' }) };
  const result = await deliverOutbox({ register, transport, settings, mailboxes: ['innboks'] }, () => REQUEST_AT);
  expect(result).toMatchObject({ deliveries: [{ outcome: 'sent' }] });
});

test('the day on which it was decided lifts a recommendation', () => {
  const proposed = answer('joined', { stage: 'recommended' });
  const given = {
    conclusion: 'joined',
    stage: null,
    amountNok: null,
    expectedBy: null,
    decidedOn: '2013-12-10',
  } as const;
  expect(answerFrom(given, proposed)).toMatchObject({ stage: 'decided', decidedOn: '2013-12-10' });
});
