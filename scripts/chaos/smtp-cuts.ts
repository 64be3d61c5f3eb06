import { createHash } from 'node:crypto';
import { settleClaims } from '../../src/jobs/claim-letter.ts';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { readStoredMail } from '../../src/jobs/read-stored-mail.ts';
import { smtpTransport } from '../../src/mail-out/smtp-transport.ts';
import { captureItem, noteReadToEnd } from '../../src/register/mailbox-items.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { LIVE_SETTINGS } from '../../test/worlds/letter-settings.ts';
import { startCampaigns } from './chaos-campaigns.ts';
import { chaosNow, WITNESS } from './chaos-world.ts';
import { ENDINGS, type Ending, type LedgerSink, type Phase, startLedgerSink, type Taken } from './ledger-sink.ts';

/** Where a connection is cut; `dot` is after the mail was taken and before its sender is told. */
const CUT_AT: readonly Phase[] = ['greeting', 'ehlo', 'mail', 'rcpt', 'data', 'body', 'dot'];
/** Milliseconds: a server that says nothing is given up sooner than in earnest. */
const QUICK = { connect: 1000, greeting: 150, answer: 150 };
const PATIENT = { connect: 1000, greeting: 5000, answer: 10_000 };

export interface Cuts {
  figures: Record<string, Record<string, number>>;
  broken: string[];
}

/** The SMTP connection is cut at each phase so many times, in four ways in turn (reliability.md §4.2). */
export async function smtpCuts(times: number, say: (words: string) => void): Promise<Cuts> {
  const opened = openRegister(':memory:');
  if ('refused' in opened) throw new Error(opened.refused);
  const { register } = opened;
  // A campaign for each phase. A mail must be larger than what lies between two processes to be cut in its middle.
  const size = (campaign: number) => (CUT_AT[campaign] === 'body' ? 6_000_000 : 0);
  startCampaigns(register, { campaigns: CUT_AT.length, municipalities: times }, chaosNow(), size);
  const sink = await startLedgerSink();
  const copies: Taken[] = [];
  sink.onTaken = mail => copies.push(mail);
  const figures: Cuts['figures'] = {};
  const broken: string[] = [];
  for (const phase of CUT_AT) {
    const seen = { cuts: 0, retried: 0, uncertain: 0, settled: 0, sentOnce: 0 };
    for (let i = 0; i < times; i++) {
      // In its middle a mail can only be cut: a server that falls silent has it all in the buffers between.
      const ways = phase === 'body' ? ENDINGS.slice(0, 2) : ENDINGS;
      const state = await cutOnce(register, sink, phase, ways[i % ways.length]!);
      seen.cuts += 1;
      if (state.afterCut === 'rendered') seen.retried += 1;
      if (state.afterCut === 'uncertain') seen.uncertain += 1;
      await takeCopies(register, copies);
      if (state.afterCut === 'rendered') await deliverOne(register, sink);
      await takeCopies(register, copies);
      const letter = lettersOf(register).find(one => one.id === state.id)!;
      if (state.afterCut === 'uncertain' && letter.state === 'sent') seen.settled += 1;
      const times = sink.taken.filter(one => one.messageId === letter.mailMessageId).length;
      if (letter.state === 'sent' && times === 1) seen.sentOnce += 1;
    }
    figures[phase] = seen;
    say(`smtp cut at ${phase}: ${JSON.stringify(seen)}`);
    const right = phase === 'dot' ? seen.uncertain === times && seen.settled === times : seen.retried === times;
    if (!right || seen.sentOnce !== times) broken.push(`smtp cut at ${phase}: ${JSON.stringify(seen)}`);
  }
  await sink.stop();
  register.close();
  return { figures, broken };
}

async function cutOnce(register: Register, sink: LedgerSink, phase: Phase, ending: Ending) {
  let isCut = false;
  sink.onPhase = now => {
    if (isCut || now !== phase) return null;
    isCut = true;
    return ending;
  };
  const id = await deliverOne(register, sink, ending === 'silence' ? QUICK : PATIENT);
  sink.onPhase = () => null;
  settleClaims(register, chaosNow());
  return { id, afterCut: lettersOf(register).find(one => one.id === id)!.state };
}

/** The next letter that is due. @returns its id */
async function deliverOne(register: Register, sink: LedgerSink, patience = PATIENT): Promise<number> {
  noteReadToEnd(register, 'innboks', '0', chaosNow());
  let letters = 0;
  const result = await deliverOutbox(
    {
      register,
      transport: smtpTransport(sink.account, patience),
      settings: { ...LIVE_SETTINGS, witness: WITNESS },
      mailboxes: ['innboks'],
      dailyCap: 100_000,
      isStopping: () => letters++ > 0,
    },
    chaosNow,
  );
  if ('held' in result) throw new Error(result.held);
  return result.deliveries[0]!.letterId;
}

async function takeCopies(register: Register, copies: Taken[]): Promise<void> {
  for (const { raw, messageId } of copies.splice(0)) {
    const sha256 = createHash('sha256').update(raw).digest('hex');
    const arrivedAt = chaosNow();
    const item = {
      mailbox: 'innboks',
      item: `${messageId} ${arrivedAt}`,
      position: '1',
      arrivedAt,
      sha256,
      problem: null,
    };
    captureItem(register, { ...item, bytes: raw }, arrivedAt);
    await readStoredMail({ register }, chaosNow);
  }
}
