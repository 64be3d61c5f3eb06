import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { settleClaims } from '../../src/jobs/claim-letter.ts';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { readStoredMail } from '../../src/jobs/read-stored-mail.ts';
import { settleUncertain } from '../../src/jobs/settle-uncertain.ts';
import type { OutgoingMail, SendResult, Transport } from '../../src/mail-out/transport.ts';
import { giveInstallationKey } from '../../src/register/installation-key.ts';
import { captureItem, noteReadToEnd } from '../../src/register/mailbox-items.ts';
import type { Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { sendingHolds } from '../../src/register/sending-holds.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';

const SENT_AT = at('2013-11-28', '09:37');
const LATER = at('2013-11-28', '09:50');
const OURS = 'svar+kvittering@purrebot.ks.example';
const settings = { ...LIVE_SETTINGS, witness: OURS };
const KEY = new Uint8Array(32).fill(7);
const LOST = { sent: false, of: 'unknown', failed: 'ECONNECTION', temporary: false, why: 'Ukjent.' } as const;

interface World {
  register: Register;
  mails: OutgoingMail[];
  deliver: (now?: string, result?: SendResult) => Promise<void>;
  /** Our own copy of a mail comes to the mailbox. */
  copyComes: (mail: OutgoingMail, at?: string) => Promise<void>;
  states: () => string[];
}

/** A register with the request to one municipality, or some, ready to leave. */
function world(only = ['Hitra'], key = KEY): World {
  const { register } = storyCampaign(SENT_AT, { mode: 'live', only });
  giveInstallationKey(register, key);
  return around(register);
}

function around(register: Register): World {
  const mails: OutgoingMail[] = [];
  return {
    register,
    mails,
    async deliver(now = SENT_AT, result = { sent: true, file: null, response: 'ok', isWitnessed: true }) {
      const transport: Transport = {
        async send(mail, beforeFinalDot) {
          beforeFinalDot([]);
          mails.push(mail);
          return result;
        },
      };
      noteReadToEnd(register, 'innboks', '0', now);
      await deliverOutbox({ register, transport, settings, mailboxes: ['innboks'] }, () => now);
    },
    async copyComes({ bytes, messageId }, arrivedAt = LATER) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const item = { mailbox: 'innboks', item: messageId, position: '1', arrivedAt, bytes, sha256, problem: null };
      captureItem(register, item, arrivedAt);
      await readStoredMail({ register }, () => arrivedAt);
    },
    states: () => lettersOf(register).map(one => one.state),
  };
}

const hitra = (register: Register) =>
  casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === 'Hitra')!.standing;

describe('the copy of a letter in our own mailbox', () => {
  test('goes along in the same transaction, and concerns no case', async () => {
    const { register, mails, deliver, copyComes } = world();
    await deliver();
    expect(mails[0]!.envelope).toMatchObject({ witness: OURS });
    expect(mails[0]!.envelope.to).not.toContain(OURS);
    await copyComes(mails[0]!);
    expect(lettersOf(register)[0]).toMatchObject({ state: 'sent', witnessedAt: LATER });
    expect(hitra(register)).toMatchObject({ answer: 'none', ball: 'theirs' });
  });

  test('settles a letter of which nobody knew whether it went', async () => {
    const { register, mails, deliver, copyComes, states } = world();
    await deliver(SENT_AT, LOST);
    expect(states()).toEqual(['uncertain']);
    expect(hitra(register).delivery).toBe('queued');
    await copyComes(mails[0]!);
    expect(states()).toEqual(['sent']);
    // It left when its last byte was written, not when we came to know.
    expect(hitra(register)).toMatchObject({ delivery: 'sent', requestedAt: { live: SENT_AT } });
  });

  test('that came before a process died settles its letter at the next start', async () => {
    const { register, mails, copyComes, states } = world();
    const killed: Transport = {
      async send(mail, beforeFinalDot) {
        beforeFinalDot([]);
        mails.push(mail);
        await copyComes(mail);
        throw new Error('kill -9');
      },
    };
    noteReadToEnd(register, 'innboks', '0', SENT_AT);
    const dying = deliverOutbox({ register, transport: killed, settings, mailboxes: ['innboks'] }, () => SENT_AT);
    await expect(dying).rejects.toThrow('kill');
    expect(settleClaims(register, LATER)).toEqual([]);
    expect(states()).toEqual(['sent']);
  });

  test('keeps a letter from going twice when a person ordered it again and the copy came late', async () => {
    const { register, mails, deliver, copyComes, states } = world();
    await deliver(SENT_AT, LOST);
    const [letter] = lettersOf(register);
    settleUncertain(register, letter!.id, { as: 'again', by: 'Eva', because: 'ikke kommet', at: LATER });
    await copyComes(mails[0]!);
    expect(states()).toEqual(['sent']);
    await deliver(LATER);
    expect(mails).toHaveLength(1);
  });

  test('of a letter that the register knows nothing of stops everything when it cannot be placed', async () => {
    const elsewhere = world(['Hitra', 'Frøya']);
    await elsewhere.deliver();
    const { register, copyComes, deliver, mails, states } = world(['Hitra']);
    await copyComes(elsewhere.mails.find(one => one.label === 'Frøya')!);
    expect(sendingHolds(register)).toMatchObject([{ reason: 'unknown-letter' }]);
    await deliver();
    expect([mails.length, ...states()]).toEqual([0, 'planned']);
  });

  test('of another installation, or a forged one, is no letter of ours', async () => {
    const other = world(['Hitra'], new Uint8Array(32).fill(8));
    await other.deliver();
    const { register, copyComes, states } = world();
    await copyComes(other.mails[0]!);
    expect([sendingHolds(register), states()]).toEqual([[], ['planned']]);
  });
});

describe('a person settles a letter in doubt', () => {
  const doubtful = async () => {
    const made = world();
    await made.deliver(SENT_AT, LOST);
    return { ...made, id: lettersOf(made.register)[0]!.id };
  };

  test('as sent: the case has its letter', async () => {
    const { register, id } = await doubtful();
    settleUncertain(register, id, { as: 'sent', by: 'Eva', because: 'Hitra har det', at: LATER });
    expect(hitra(register).delivery).toBe('sent');
  });

  test('to be sent again: the same bytes, once', async () => {
    const { register, id, mails, deliver } = await doubtful();
    settleUncertain(register, id, { as: 'again', by: 'Eva', because: 'ikke kommet', at: LATER });
    await deliver(LATER);
    await deliver(at('2013-11-28', '10:00'));
    expect(mails).toHaveLength(2);
    expect(Buffer.from(mails[0]!.bytes).equals(Buffer.from(mails[1]!.bytes))).toBe(true);
  });

  test('as not sent: nothing leaves, and the request may be sent anew', async () => {
    const { register, id, mails, deliver, states } = await doubtful();
    settleUncertain(register, id, { as: 'not-sent', by: 'Eva', because: 'feil adresse', at: LATER });
    await deliver(LATER);
    expect([mails.length, ...states()]).toEqual([1, 'cancelled']);
  });

  test('and no other letter', async () => {
    const { register, deliver } = world();
    await deliver();
    const refused = settleUncertain(register, 1, { as: 'again', by: 'Eva', because: 'x', at: LATER });
    expect(refused).toMatchObject({ refused: expect.stringContaining('ikke usikkert') });
  });
});

describe('a register that was put back from before', () => {
  /** Two of the same past: one goes on and sends, the other stands as the backup did. */
  async function putBack(only = ['Hitra', 'Frøya', 'Malvik']) {
    const gone = world(only);
    await gone.deliver();
    return { gone, back: world(only) };
  }

  test('sends nothing that the mailbox shows to have left', async () => {
    const { gone, back } = await putBack();
    for (const mail of gone.mails) await back.copyComes(mail);
    await back.deliver(LATER);
    expect(back.mails).toEqual([]);
    expect(hitra(back.register)).toMatchObject({ delivery: 'sent', requestedAt: { live: LATER } });
  });

  test('sends the rest when only some had left', async () => {
    const { gone, back } = await putBack();
    const [first] = gone.mails;
    await back.copyComes(first!);
    await back.deliver(LATER);
    expect(back.mails).toHaveLength(2);
    expect(back.mails.map(one => one.messageId)).not.toContain(first!.messageId);
  });

  test('knows a reply to a letter that it had forgotten', async () => {
    const { gone, back } = await putBack(['Hitra']);
    const [mail] = gone.mails;
    await back.copyComes(mail!);
    const reply = `From: postmottak@hitra.kommune.example\r\nTo: svar@purrebot.ks.example\r\nMessage-ID: <1@hitra.kommune.example>\r\nIn-Reply-To: ${mail!.messageId}\r\nSubject: SV: henvendelsen\r\nDate: Fri, 29 Nov 2013 10:00:00 +0100\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHitra kommune slutter seg til ordningen.\r\n`;
    await back.copyComes({ ...mail!, bytes: Buffer.from(reply), messageId: 'svar' }, at('2013-11-29', '10:00'));
    expect(hitra(back.register)).toMatchObject({ answer: 'joined', closed: true });
  });
});
