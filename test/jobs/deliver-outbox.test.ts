import { describe, expect, test } from 'vitest';
import { type DeliveryResult, deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { orderRound } from '../../src/jobs/order-round.ts';
import { planLadder } from '../../src/jobs/plan-reminders.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import type { OutgoingMail, SendResult, Transport } from '../../src/mail-out/transport.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { writeJournal } from '../../src/register/journal.ts';
import { noteReadToEnd } from '../../src/register/mailbox-items.ts';
import type { Register } from '../../src/register/open-register.ts';
import { casesOfLetter, lettersOf, moveLetter, planLetter } from '../../src/register/outbox.ts';
import { addSeconds } from '../../src/rules/calendar/oslo-time.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { answer, at } from '../worlds/journal.ts';
import { LETTER_SETTINGS } from '../worlds/letter-settings.ts';

const SENT_AT = at('2013-11-28', '09:37');
const eva = { kind: 'person', name: 'Eva' } as const;

/** A transport that remembers what it got, and answers as told. */
function remembering(answers: (mail: OutgoingMail) => SendResult = () => ({ sent: true, file: null, response: 'ok' })) {
  const mails: OutgoingMail[] = [];
  const transport: Transport = {
    async send(mail) {
      mails.push(mail);
      return answers(mail);
    },
  };
  return { mails, transport };
}

async function deliver(
  register: Register,
  transport: Transport,
  now: string,
  settings = {},
  mailboxes: string[] = [],
): Promise<DeliveryResult> {
  const all = { ...LETTER_SETTINGS, ...settings };
  return deliverOutbox({ register, transport, settings: all, mailboxes }, () => now);
}

const hitra = (register: Register) =>
  casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === 'Hitra')!;

describe('delivering the outbox', () => {
  test('sends each request once, to its own municipality, however often it runs', async () => {
    const { register } = storyCampaign(SENT_AT);
    const { mails, transport } = remembering();
    await deliver(register, transport, SENT_AT);
    await deliver(register, transport, SENT_AT);
    expect(mails).toHaveLength(25);
    expect(new Set(mails.map(mail => mail.messageId)).size).toBe(25);
    expect(mails.find(mail => mail.label === 'Hitra')!.envelope.to).toContain('postmottak@hitra.kommune.example');
    expect(hitra(register).standing).toMatchObject({ delivery: 'sent', requestedAt: { live: null, trial: SENT_AT } });
  });

  test('nothing leaves at night, and nothing when the mailbox was not read to its end in the last minute', async () => {
    const { register } = storyCampaign(SENT_AT);
    const { mails, transport } = remembering();
    expect(await deliver(register, transport, at('2013-11-28', '20:00'))).toMatchObject({
      held: expect.stringContaining('kl. 15'),
    });
    noteReadToEnd(register, 'innboks', '0', at('2013-11-28', '09:35'));
    expect(await deliver(register, transport, SENT_AT, {}, ['innboks'])).toMatchObject({
      held: expect.stringContaining('Postkassen'),
    });
    expect(mails).toEqual([]);
    noteReadToEnd(register, 'innboks', '0', at('2013-11-28', '09:37'));
    await deliver(register, transport, SENT_AT, {}, ['innboks']);
    expect(mails).toHaveLength(25);
  });

  test('an answer that comes between plan and delivery cancels the letter', async () => {
    const { register } = storyCampaign(SENT_AT, { change: { ladder: DEFAULT_LADDER }, only: ['Hitra', 'Malvik'] });
    const { mails, transport } = remembering();
    await deliver(register, transport, SENT_AT);
    const day = at('2013-12-09', '08:30');
    const campaign = campaignById(register, '2013-samhandling')!;
    queueLetters(register, planLadder(register, campaign, 'dry', day), {
      campaignId: campaign.id,
      mode: 'dry',
      now: day,
      approvedBy: 'Eva',
      roundId: null,
    });
    writeJournal(
      register,
      hitra(register).one.id,
      { event: 'answered', answer: answer('joined'), caseRefs: [] },
      { at: day, actor: eva },
    );
    const result = await deliver(register, transport, day);
    expect(result).toMatchObject({
      deliveries: expect.arrayContaining([expect.objectContaining({ outcome: 'cancelled' })]),
    });
    expect(mails.slice(2).map(mail => mail.label)).toEqual(['Malvik']);
  });

  test('a case that closes leaves a collective letter; the rest get it under an id of their own', async () => {
    const { register, campaign } = storyCampaign(SENT_AT, { only: ['Hitra', 'Malvik', 'Skaun'] });
    const { mails, transport } = remembering();
    await deliver(register, transport, SENT_AT);
    const day = at('2014-03-17', '08:52');
    orderRound(
      register,
      campaign,
      { at: day, letter: 'last', collective: true, roles: ['postmottak'], newDeadline: null },
      { by: 'Eva', mode: 'dry', now: day, except: [] },
    );
    writeJournal(
      register,
      hitra(register).one.id,
      { event: 'answered', answer: answer('declined'), caseRefs: [] },
      { at: day, actor: eva },
    );
    await deliver(register, transport, day);
    expect(mails.at(-1)!.envelope.to).toEqual(expect.not.arrayContaining(['postmottak@hitra.kommune.example']));
    expect(
      casesOfLetter(register, lettersOf(register).at(-1)!.id)
        .map(row => row.state)
        .sort(),
    ).toEqual(['dropped', 'sent', 'sent']);
  });

  test('a temporary failure keeps the bytes and tries again later; a permanent one goes to a person', async () => {
    const { register } = storyCampaign(SENT_AT, { only: ['Hitra'] });
    const down = remembering(() => ({
      sent: false,
      of: 'letter',
      failed: 'ENOSPC',
      temporary: true,
      why: 'Disken er full.',
    }));
    expect(await deliver(register, down.transport, SENT_AT)).toMatchObject({
      deliveries: [{ outcome: 'retry', detail: 'Disken er full.' }],
    });
    const up = remembering();
    expect(await deliver(register, up.transport, SENT_AT)).toMatchObject({ deliveries: [] });
    await deliver(register, up.transport, at('2013-11-28', '09:45'));
    expect(Buffer.from(up.mails[0]!.bytes).equals(Buffer.from(down.mails[0]!.bytes))).toBe(true);
    const { register: other } = storyCampaign(SENT_AT, { only: ['Hitra'] });
    const refused = remembering(() => ({
      sent: false,
      of: 'letter',
      failed: '550',
      temporary: false,
      why: 'Adressen finnes ikke.',
    }));
    expect(await deliver(other, refused.transport, SENT_AT)).toMatchObject({ deliveries: [{ outcome: 'rejected' }] });
    expect(lettersOf(other)[0]).toMatchObject({ state: 'rejected', response: 'Adressen finnes ikke.' });
  });

  test('ALLOW_DOMAINS holds for files too: the letter waits and says why', async () => {
    const { register } = storyCampaign(SENT_AT, { only: ['Hitra'] });
    const { mails, transport } = remembering();
    const result = await deliver(register, transport, SENT_AT, { allowDomains: ['ks.example'] });
    expect(result).toMatchObject({
      deliveries: [{ outcome: 'waiting', detail: expect.stringContaining('ALLOW_DOMAINS') }],
    });
    expect(mails).toEqual([]);
  });

  test('a letter planned in one mode is never sent in another', async () => {
    const { register } = storyCampaign(SENT_AT, { mode: 'live', only: ['Hitra'] });
    const { mails, transport } = remembering();
    expect(await deliver(register, transport, SENT_AT)).toMatchObject({ deliveries: [] });
    expect(mails).toEqual([]);
  });

  test('letters that wait for approval stay', async () => {
    const { register, campaign } = storyCampaign(SENT_AT, { change: { ladder: DEFAULT_LADDER }, only: ['Hitra'] });
    const { mails, transport } = remembering();
    await deliver(register, transport, SENT_AT);
    const day = at('2013-12-09', '08:30');
    queueLetters(register, planLadder(register, campaign, 'dry', day), {
      campaignId: campaign.id,
      mode: 'dry',
      now: day,
      approvedBy: null,
      roundId: null,
    });
    await deliver(register, transport, day);
    expect(mails).toHaveLength(1);
    expect(lettersOf(register).at(-1)).toMatchObject({ kind: 'near', approval: 'waiting', state: 'planned' });
  });
});

describe('the database prevents doubles', () => {
  const letter = {
    campaignId: '2013-samhandling',
    kind: 'near',
    roundId: null,
    deadline: null,
    newDeadline: null,
    collective: false,
    roles: ['postmottak'],
    approval: 'approved',
    approvedBy: 'Eva',
    leavesAt: null,
    plannedAt: SENT_AT,
    dueAt: SENT_AT,
    occasion: 'rung x',
  } as const;

  test('one letter a case and occasion; trial and live count apart, dry and redirected together', () => {
    const { register } = storyCampaign(SENT_AT, { only: ['Hitra'] });
    const cases = [{ caseId: hitra(register).one.id, because: 'prøve' }];
    const plan = (mode: 'dry' | 'redirected' | 'live') =>
      planLetter(register, { ...letter, roles: ['postmottak'], mode, cases });
    expect([plan('dry'), plan('dry'), plan('redirected')].map(id => id !== null)).toEqual([true, false, false]);
    expect(plan('live')).not.toBeNull();
  });

  test('a sent letter cannot become anything else, and the journal cannot be changed', async () => {
    const { register } = storyCampaign(SENT_AT, { only: ['Hitra'] });
    await deliver(register, remembering().transport, SENT_AT);
    const [sent] = lettersOf(register);
    expect(() => moveLetter(register, sent!.id, 'sent', 'rendered')).toThrow('not allowed');
    expect(() => register.exec('DELETE FROM journal')).toThrow('append-only');
    expect(() => register.exec("UPDATE journal SET actor = 'x'")).toThrow('append-only');
  });

  describe('the gate: a reminder never crosses an answer that was there', () => {
    const live = { sending: 'live' } as const;
    const boxes = ['innboks', 'søppel'];

    test('every folder where answers lie has been read in the last minute, or nothing leaves', async () => {
      const { register } = storyCampaign(SENT_AT, { mode: 'live', only: ['Hitra'] });
      const { mails, transport } = remembering();
      noteReadToEnd(register, 'innboks', '1', SENT_AT);
      expect(await deliver(register, transport, SENT_AT, live, boxes)).toMatchObject({ held: expect.any(String) });
      noteReadToEnd(register, 'søppel', '1', at('2013-11-28', '09:35:59'));
      expect(await deliver(register, transport, SENT_AT, live, boxes)).toMatchObject({ held: expect.any(String) });
      expect(mails).toEqual([]);
      noteReadToEnd(register, 'søppel', '1', SENT_AT);
      await deliver(register, transport, SENT_AT, live, boxes);
      expect(mails).toHaveLength(1);
    });

    test('a batch that takes longer than a minute stops when its look is too old', async () => {
      const { register } = storyCampaign(SENT_AT, { mode: 'live', only: ['Hitra', 'Skaun', 'Tydal'] });
      let clock = SENT_AT;
      const { mails, transport } = remembering(() => {
        clock = addSeconds(clock, 40);
        return { sent: true, file: null, response: 'ok' };
      });
      noteReadToEnd(register, 'innboks', '1', SENT_AT);
      const world = { register, transport, settings: { ...LETTER_SETTINGS, ...live }, mailboxes: ['innboks'] };
      await deliverOutbox(world, () => clock);
      expect(mails).toHaveLength(2);
    });

    test('an answer that is read while the letter is being written stops it at the claim', async () => {
      const { register } = storyCampaign(SENT_AT, { only: ['Hitra'] });
      const { mails, transport } = remembering();
      // Writing the letter takes a moment; the answer's journal line comes in it.
      queueMicrotask(() =>
        writeJournal(
          register,
          hitra(register).one.id,
          { event: 'answered', answer: answer('joined'), caseRefs: [] },
          { at: SENT_AT, actor: eva },
        ),
      );
      await deliver(register, transport, SENT_AT);
      expect(mails).toEqual([]);
      expect(lettersOf(register)[0]!.state).not.toBe('sent');
    });

    test('letters whose every address is refused leave a bounce on the case', async () => {
      const { register } = storyCampaign(SENT_AT, { only: ['Hitra'] });
      const refused = {
        sent: false,
        of: 'letter',
        failed: '550',
        temporary: false,
        why: 'Nei.',
        noAddress: true,
      } as const;
      await deliver(register, remembering(() => refused).transport, SENT_AT);
      expect(hitra(register).standing.delivery).toBe('bounced hard');
    });

    test('a case with a letter of which nobody knows whether it went is left alone by the ladder', async () => {
      const { register, campaign } = storyCampaign(SENT_AT, { change: { ladder: DEFAULT_LADDER }, only: ['Hitra'] });
      await deliver(register, remembering().transport, SENT_AT);
      const day = at('2013-12-09', '08:30');
      const order = { campaignId: campaign.id, mode: 'dry', now: day, approvedBy: 'Eva', roundId: null } as const;
      queueLetters(register, planLadder(register, campaign, 'dry', day), order);
      const lost = { sent: false, of: 'unknown', failed: 'ECONNECTION', temporary: false, why: 'Ukjent.' } as const;
      const transport: Transport = {
        send: async (_mail, beforeFinalDot) => {
          beforeFinalDot([]);
          return lost;
        },
      };
      await deliver(register, transport, day);
      expect(lettersOf(register).at(-1)!.state).toBe('uncertain');
      const plan = planLadder(register, campaign, 'dry', at('2013-12-13', '08:30'));
      expect(plan.letters).toEqual([]);
      expect(plan.spared[0]!.because).toContain('usikkert');
    });
  });
});
