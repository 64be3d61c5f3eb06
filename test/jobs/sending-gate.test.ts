import { describe, expect, test } from 'vitest';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { orderRound } from '../../src/jobs/order-round.ts';
import { takeTheTurn } from '../../src/jobs/take-the-turn.ts';
import type { OutgoingMail, Transport } from '../../src/mail-out/transport.ts';
import { casesOf } from '../../src/register/cases.ts';
import { journalOfCase, writeJournal } from '../../src/register/journal.ts';
import { captureItem, noteReadToEnd } from '../../src/register/mailbox-items.ts';
import type { Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { holdSending, releaseSending, sendingHolds } from '../../src/register/sending-holds.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { answer, at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';

const TWELVE = [
  'Bjugn',
  'Frøya',
  'Hitra',
  'Orkdal',
  'Rennebu',
  'Rissa',
  'Roan',
  'Røros',
  'Selbu',
  'Skaun',
  'Ørland',
  'Åfjord',
];
const SENT_AT = at('2013-11-28', '09:37');

function sending(
  register: Register,
  over: Partial<Parameters<typeof deliverOutbox>[0]> = {},
  onSend: (mails: OutgoingMail[]) => void = () => undefined,
) {
  const mails: OutgoingMail[] = [];
  const transport: Transport = {
    async send(mail) {
      mails.push(mail);
      onSend(mails);
      return { sent: true, file: null, response: 'ok' };
    },
  };
  const world = { register, transport, settings: LIVE_SETTINGS, mailboxes: ['innboks'], ...over };
  const deliver = (now = SENT_AT) => {
    noteReadToEnd(register, 'innboks', '0', now);
    return deliverOutbox(world, () => now);
  };
  return { mails, deliver };
}

const requests = () => storyCampaign(SENT_AT, { mode: 'live' }).register;

describe('nothing leaves', () => {
  test('after the stop was pressed, not even the rest of a batch', async () => {
    const register = requests();
    const press = { reason: 'person', since: SENT_AT, by: 'Eva', because: 'Sendingen er stoppet av Eva.' } as const;
    const { mails, deliver } = sending(register, {}, sent => sent.length === 10 && holdSending(register, press));
    await deliver();
    expect(mails).toHaveLength(10);
    expect(await deliver()).toMatchObject({ held: expect.stringContaining('stoppet av Eva') });
    releaseSending(register, 'person');
    await deliver();
    expect(mails).toHaveLength(25);
  });

  test('from a process that another one has taken over from', async () => {
    const register = requests();
    const mine = takeTheTurn(register, '1', new Uint8Array(32), SENT_AT);
    const { mails, deliver } = sending(register, { lease: mine }, sent => {
      if (sent.length === 3) takeTheTurn(register, '2', new Uint8Array(32), SENT_AT);
    });
    await deliver();
    expect(mails).toHaveLength(3);
    expect(await deliver()).toMatchObject({ held: expect.stringContaining('annen prosess') });
  });

  test('beyond the cap of a day', async () => {
    const register = requests();
    const { mails, deliver } = sending(register, { dailyCap: 7 });
    await deliver();
    expect(await deliver(at('2013-11-28', '14:00'))).toMatchObject({ held: expect.stringContaining('Taket på 7') });
    await deliver(at('2013-11-29', '09:38'));
    expect(mails).toHaveLength(14);
  });

  test('while a mail that came is not read: it may be an answer', async () => {
    const register = requests();
    const bytes = Buffer.from('From: a@b.example\r\n\r\nJa');
    const item = { mailbox: 'innboks', item: '1', position: '1', arrivedAt: SENT_AT, sha256: 'x', problem: null };
    captureItem(register, { ...item, bytes }, SENT_AT);
    const { mails, deliver } = sending(register);
    expect(await deliver()).toMatchObject({ held: expect.stringContaining('ikke lest') });
    expect(mails).toEqual([]);
  });

  test('after the server has refused our password, until somebody starts the program anew', async () => {
    const register = requests();
    let tries = 0;
    const refusing: Transport = {
      async send() {
        tries += 1;
        return { sent: false, of: 'server', failed: '535', temporary: true, why: 'Innloggingen er avvist.' };
      },
    };
    const refused = sending(register, { transport: refusing });
    await refused.deliver();
    await refused.deliver();
    expect(tries).toBe(1);
    takeTheTurn(register, '2', new Uint8Array(32), SENT_AT);
    expect(sendingHolds(register)).toEqual([]);
    const { mails, deliver } = sending(register);
    await deliver();
    expect(mails).toHaveLength(25);
  });
});

test('the pause stands between letters, not before the first', async () => {
  const register = requests();
  const order: string[] = [];
  const pause = async () => void order.push('pause');
  const { deliver } = sending(register, { pause }, () => order.push('letter'));
  await deliver();
  expect(order.slice(0, 3)).toEqual(['letter', 'pause', 'letter']);
  expect(order.filter(one => one === 'pause')).toHaveLength(24);
});

test('a collective letter of which one answers between render and claim goes to the rest, with the right count', async () => {
  const { register, campaign } = storyCampaign(SENT_AT, { mode: 'live', only: TWELVE });
  const requested = sending(register);
  await requested.deliver();
  const roundAt = at('2013-12-13', '09:00');
  const round = { at: roundAt, letter: 'missing', collective: true, roles: ['postmottak'], newDeadline: null } as const;
  const order = { by: 'Eva', mode: 'live', now: roundAt, except: [] } as const;
  orderRound(register, campaign, { ...round, roles: [...round.roles] }, { ...order, except: [] });
  const [answering] = casesOf(register, campaign.id);
  let rendered = 0;
  const { mails, deliver } = sending(register);
  const clock = () => {
    // The letter's bytes are frozen, and it is not claimed: now the answer is read.
    if (rendered++ === 0 || lettersOf(register).at(-1)!.state !== 'rendered') return roundAt;
    const event = { event: 'answered' as const, answer: answer('joined'), caseRefs: [] };
    if (!journalOfCase(register, answering!.id).some(one => one.event === 'answered'))
      writeJournal(register, answering!.id, event, { at: roundAt, actor: { kind: 'robot', name: 'roboten' } });
    return roundAt;
  };
  noteReadToEnd(register, 'innboks', '0', roundAt);
  const world = {
    register,
    transport: { send: async () => Promise.reject(new Error('left')) },
    settings: LIVE_SETTINGS,
  };
  const crossed = await deliverOutbox({ ...world, mailboxes: ['innboks'] }, clock);
  expect(crossed).toMatchObject({ deliveries: [{ outcome: 'waiting' }] });
  await deliver(roundAt);
  expect(mails).toHaveLength(1);
  expect(mails[0]!.envelope.to).toHaveLength(11);
  const text = lettersOf(register).at(-1)!.text!;
  expect(text.match(/^Til:[\s\S]*?(?=\nVår ref)/)![0].split(/,| og /)).toHaveLength(11);
  expect(text).toContain('Én kommune har så langt sluttet seg til');
});
