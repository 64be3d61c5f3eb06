import { describe, expect, test } from 'vitest';
import { makeOrdinary, makeRed } from '../../src/jobs/change-red-days.ts';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { planLadder } from '../../src/jobs/plan-reminders.ts';
import { queueLetters } from '../../src/jobs/queue-letters.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { casesOf } from '../../src/register/cases.ts';
import { journalOfCase, writeJournal } from '../../src/register/journal.ts';
import { noteReadToEnd } from '../../src/register/mailbox-items.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { answer, at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';

// Deadline Friday 15 May 2026, the day after Ascension Day: −3 is 11 May, +1 is 18 May.
const REQUESTED = at('2026-04-07', '10:00');
const BRIDGE = '2026-05-15';
const EVA = { by: 'Eva', at: at('2026-05-04', '10:00') };

async function running() {
  const ladder = DEFAULT_LADDER.map(rung => ({ ...rung, approval: 'auto' as const }));
  const change = { deadlines: [BRIDGE], ladder };
  const { register, campaign } = storyCampaign(REQUESTED, { mode: 'live', only: ['Hitra', 'Frøya'], change });
  const [first, second] = casesOf(register, campaign.id);
  const texts: string[] = [];
  const transport = {
    async send(mail: { bytes: Uint8Array }) {
      texts.push(Buffer.from(mail.bytes).toString());
      return { sent: true as const, file: null, response: 'ok' };
    },
  };
  const plan = (now: string) => planLadder(register, campaignById(register, campaign.id)!, 'live', now);
  return {
    register,
    first: first!.id,
    second: second!.id,
    texts,
    plan,
    queue: (now: string) =>
      queueLetters(register, plan(now), {
        campaignId: campaign.id,
        mode: 'live',
        now,
        approvedBy: null,
        roundId: null,
      }),
    deliver(now: string) {
      noteReadToEnd(register, 'INBOX', '0', now);
      return deliverOutbox({ register, transport, settings: LIVE_SETTINGS, mailboxes: ['INBOX'] }, () => now);
    },
  };
}

describe('a red day that comes later', () => {
  test('moves the deadlines that lie on it, and says so on each open case and on no closed one', async () => {
    const { register, first, second, deliver } = await running();
    await deliver(REQUESTED);
    const closed = { event: 'answered' as const, answer: answer('joined'), caseRefs: [] };
    writeJournal(register, second, closed, { at: EVA.at, actor: { kind: 'robot', name: 'roboten' } });
    const made = makeRed(register, BRIDGE, 'rådhusene er stengt', EVA);
    expect(made).toMatchObject({ moved: [{ caseId: first, from: BRIDGE, to: '2026-05-18' }] });
    expect(journalOfCase(register, first).at(-1)).toMatchObject({
      event: 'deadline-moved',
      to: '2026-05-18',
      because: 'rådhusene er stengt',
      actor: 'Eva',
    });
    expect(journalOfCase(register, second).at(-1)).toMatchObject({ event: 'answered' });
  });

  test('moves the rungs behind it by a day, and none comes twice', async () => {
    const { register, plan, queue, deliver, texts } = await running();
    await deliver(REQUESTED);
    makeRed(register, BRIDGE, 'rådhusene er stengt', EVA);
    expect(plan(at('2026-05-18', '09:00')).letters.map(one => one.kind)).toEqual(['near', 'near']);
    const sent: string[] = [];
    for (const day of [
      '2026-05-08',
      '2026-05-11',
      '2026-05-12',
      '2026-05-15',
      '2026-05-18',
      '2026-05-19',
      '2026-05-20',
    ]) {
      queue(at(day, '09:00'));
      const before = texts.length;
      await deliver(at(day, '09:00'));
      if (texts.length > before) sent.push(`${day} ${lettersOf(register).at(-1)!.kind}`);
    }
    expect(sent).toEqual(['2026-05-11 near', '2026-05-19 missing']);
  });

  test('no letter leaves on it', async () => {
    const { register, deliver } = await running();
    const day = at('2026-05-13', '10:00');
    makeRed(register, '2026-05-13', 'kommunene har planleggingsdag', EVA);
    expect(await deliver(day)).toMatchObject({ held: expect.stringContaining('kommunene har planleggingsdag') });
  });

  test('a letter that was frozen with the old day leaves with the new one', async () => {
    const { register, queue, deliver, texts } = await running();
    await deliver(REQUESTED);
    const day = at('2026-05-11', '09:00');
    queue(day);
    noteReadToEnd(register, 'INBOX', '0', day);
    const busy = {
      send: async () => ({ sent: false as const, of: 'letter' as const, failed: '451', temporary: true, why: '451' }),
    };
    await deliverOutbox({ register, transport: busy, settings: LIVE_SETTINGS, mailboxes: ['INBOX'] }, () => day);
    expect(lettersOf(register).at(-1)).toMatchObject({
      state: 'rendered',
      text: expect.stringMatching(/frist til fredag 15\.\s?mai/),
    });
    expect(makeRed(register, BRIDGE, 'stengt', { by: 'Eva', at: day })).toMatchObject({ rewritten: 2 });
    const before = texts.length;
    await deliver(at('2026-05-11', '12:00'));
    expect(texts).toHaveLength(before + 2);
    expect(lettersOf(register).at(-1)).toMatchObject({
      state: 'sent',
      text: expect.stringMatching(/frist til mandag 18\.\s?mai/),
    });
    // The request that it quotes keeps its own day.
    expect(lettersOf(register).at(-1)!.text).not.toMatch(/frist til fredag/);
  });

  test.each([
    ['2026-05-17', 'ingen arbeidsdag fra før'],
    ['2026-05-16', 'ingen arbeidsdag fra før'],
    ['2026-05-01', 'er passert'],
  ])('%s is refused', async (day, why) => {
    const { register } = await running();
    expect(makeRed(register, day, 'x', EVA)).toMatchObject({ refused: expect.stringContaining(why) });
  });

  test('is taken away again while no deadline has moved from it', async () => {
    const { register } = await running();
    makeRed(register, '2026-05-13', 'feil dag', EVA);
    expect(makeOrdinary(register, '2026-05-13', EVA)).toEqual({ removed: true });
    makeRed(register, BRIDGE, 'stengt', EVA);
    expect(makeOrdinary(register, BRIDGE, EVA)).toMatchObject({ refused: expect.stringContaining('kan ha fortalt') });
  });
});
