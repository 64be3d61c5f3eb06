import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import type { Answer, JournalEntry } from './journal-entry.ts';

export type Delivery = 'queued' | 'sent' | 'receipt seen' | 'bounced soft' | 'bounced hard';
export type AnswerAxis =
  | 'none'
  | 'joined'
  | 'declined'
  | 'conditional'
  | 'recommended'
  | 'deferred'
  | 'question'
  | 'unclear';
export type Ball = 'theirs' | 'ours' | 'review';

/** Where a case is: four axes, never one status (design.md). Derived from the journal, never stored. */
export interface Standing {
  delivery: Delivery;
  answer: AnswerAxis;
  ball: Ball;
  /** Who wrote the answer; null while there is none. */
  source: 'robot' | 'person' | null;
  /** The answer's own values; for recommended its conclusion says what was proposed. */
  details: Answer | null;
  /** The last answer in the journal, also while a later message waits for a person. */
  registered: Answer | null;
  /** It waits for us: a question, or a condition, whatever else waits for a person. */
  isOurTurn: boolean;
  /** Mail row that the answer rests on. */
  messageId: number | null;
  answeredAt: Instant | null;
  /** Joined or declined by statement or decision. */
  closed: boolean;
  /** Owes an answer, whatever the ball. */
  outstanding: boolean;
  withdrawn: string | null;
  /** The case's own, later deadline and when it was given. */
  extension: { until: IsoDate; givenAt: Instant } | null;
  /** The last letter that left; live and trial (dry, redirected) letters are counted apart. */
  lastLetterAt: { live: Instant | null; trial: Instant | null };
  requestedAt: { live: Instant | null; trial: Instant | null };
  /** Occasions that are done with: a letter was sent, or the rung spared this case. */
  handled: { live: string[]; trial: string[] };
  theirReferences: string[];
  /** Messages that wait for a person. */
  openReviews: number[];
}

/** A recommendation does not close a case, nor does a condition. */
export function closes(answer: Answer): boolean {
  return (answer.conclusion === 'joined' || answer.conclusion === 'declined') && answer.stage !== 'recommended';
}

/** Where a line stands in the journal: a mail that was read again keeps its place among those that came after it. */
export function placeOf(entry: JournalEntry): number {
  return entry.place ?? entry.id;
}

/** What is not undone, in the order in which it came to the register. */
export function effective(entries: readonly JournalEntry[], until?: Instant): JournalEntry[] {
  const seen = until === undefined ? entries : entries.filter(entry => entry.at <= until);
  const undone = new Set<number>();
  // Newest first: an «undone» that was itself undone has no effect.
  for (const entry of [...seen].sort((a, b) => b.id - a.id)) {
    if (entry.event === 'undone' && !undone.has(entry.id)) undone.add(entry.entry);
  }
  return seen
    .filter(entry => !undone.has(entry.id) && entry.event !== 'undone')
    .sort((a, b) => placeOf(a) - placeOf(b) || a.id - b.id);
}

/**
 * Folds a case's journal into its standing.
 * @param until only what had happened at this moment (inclusive); omitted = all of it
 */
export function standingOf(entries: readonly JournalEntry[], until?: Instant): Standing {
  const history = effective(entries, until);
  const standing: Standing = {
    delivery: 'queued',
    answer: 'none',
    ball: 'theirs',
    source: null,
    details: null,
    registered: null,
    isOurTurn: false,
    messageId: null,
    answeredAt: null,
    closed: false,
    outstanding: true,
    withdrawn: null,
    extension: null,
    lastLetterAt: { live: null, trial: null },
    requestedAt: { live: null, trial: null },
    handled: { live: [], trial: [] },
    theirReferences: [],
    openReviews: [],
  };
  const addresses = new Set<string>();
  const failed = new Set<string>();
  const reviews = new Map<number, JournalEntry & { event: 'review-raised' }>();
  for (const entry of history) {
    apply(standing, entry, addresses, failed);
    if (entry.event === 'review-raised') reviews.set(entry.messageId ?? -entry.id, entry);
    if (entry.event === 'review-settled' && entry.messageId !== null) reviews.delete(entry.messageId);
  }
  standing.openReviews = [...reviews.keys()];
  standing.registered = standing.details;
  standing.isOurTurn = standing.ball === 'ours';
  if (standing.delivery !== 'queued' && failed.size > 0) {
    // Danger: of no address at all everything is true, and a report about a stranger's would silence the reminders.
    const allFail = addresses.size > 0 && [...addresses].every(address => failed.has(address));
    if (allFail) standing.delivery = 'bounced hard';
  }
  showReview(standing, [...reviews.values()]);
  standing.outstanding = !standing.closed && standing.withdrawn === null;
  return standing;
}

/**
 * An open review holds the clock. On an open case the municipality's own message that waits for a person makes its answer
 * unclear until then, whatever the robot suggests; a claim by somebody else, and a person's word, change nothing.
 */
function showReview(standing: Standing, reviews: (JournalEntry & { event: 'review-raised' })[]): void {
  if (reviews.length === 0) return;
  standing.ball = 'review';
  const last = reviews.at(-1)!;
  if (!standing.closed && standing.source !== 'person' && last.senderKnown && last.suggestion !== null) {
    standing.answer = 'unclear';
    standing.details = { ...last.suggestion, conclusion: 'unclear' };
    standing.messageId = last.messageId;
    standing.source = 'robot';
  }
}

function apply(standing: Standing, entry: JournalEntry, addresses: Set<string>, failed: Set<string>): void {
  switch (entry.event) {
    case 'letter-sent': {
      const kind = entry.mode === 'live' ? 'live' : 'trial';
      writtenTo(standing, kind, entry.at);
      if (entry.letter === 'request') standing.requestedAt[kind] ??= entry.at;
      standing.handled[kind].push(entry.occasion);
      if (standing.delivery !== 'bounced hard') standing.delivery = 'sent';
      for (const address of entry.addresses) addresses.add(address);
      break;
    }
    case 'written-by-hand':
      writtenTo(standing, 'live', entry.at);
      break;
    case 'rung-spared':
    case 'phone-task':
      standing.handled[entry.mode === 'live' ? 'live' : 'trial'].push(entry.occasion);
      break;
    case 'receipt-seen':
      if (standing.delivery !== 'queued') standing.delivery = 'receipt seen';
      addReferences(standing, entry.caseRefs);
      break;
    case 'bounced':
      if (entry.permanent) for (const recipient of entry.recipients) failed.add(recipient);
      // Our own server refused them while the letter was handed over: they are addresses of the case, though nothing left.
      if (entry.messageId === null) for (const recipient of entry.recipients) addresses.add(recipient);
      if (standing.delivery !== 'receipt seen') standing.delivery = 'bounced soft';
      break;
    case 'contact-set':
      for (const replaced of entry.replaces ?? []) addresses.delete(replaced);
      addresses.add(entry.address);
      failed.delete(entry.address);
      break;
    case 'answered':
      answered(standing, entry.answer, entry);
      addReferences(standing, entry.caseRefs);
      break;
    case 'confirmed':
      addReferences(standing, entry.caseRefs);
      break;
    case 'question-answered':
    case 'condition-refused':
      standing.ball = 'theirs';
      break;
    case 'condition-accepted':
      if (standing.details !== null) {
        answered(standing, { ...standing.details, conclusion: 'joined' }, entry);
      }
      break;
    case 'extended':
      standing.extension = { until: entry.until, givenAt: entry.at };
      break;
    case 'withdrawn':
      standing.withdrawn = entry.because;
      break;
    case 'added':
      standing.withdrawn = null;
      break;
    default:
  }
}

/** A campaign may be taken over after later lines were written: the newest letter counts, not the newest line. */
function writtenTo(standing: Standing, kind: 'live' | 'trial', at: Instant): void {
  const last = standing.lastLetterAt[kind];
  standing.lastLetterAt[kind] = last !== null && last > at ? last : at;
}

function answered(standing: Standing, answer: Answer, entry: JournalEntry): void {
  const recommended = answer.stage === 'recommended';
  standing.answer = recommended ? 'recommended' : answer.conclusion;
  // A question before the meeting does not move the meeting.
  const before = standing.details;
  const keepsMeeting = answer.conclusion === 'question' && answer.expectedBy === null && before?.expectedBy != null;
  standing.details = keepsMeeting ? { ...answer, expectedBy: before.expectedBy, body: before.body } : answer;
  standing.source = entry.actorKind;
  standing.messageId = entry.messageId;
  standing.answeredAt = entry.at;
  standing.closed = closes(answer);
  // A condition that is only proposed waits for their own body, not for us.
  const waitsForUs = answer.conclusion === 'question' || (answer.conclusion === 'conditional' && !recommended);
  standing.ball = answer.conclusion === 'unclear' ? 'review' : waitsForUs ? 'ours' : 'theirs';
}

function addReferences(standing: Standing, references: string[]): void {
  for (const reference of references) {
    if (!standing.theirReferences.includes(reference)) standing.theirReferences.push(reference);
  }
}
