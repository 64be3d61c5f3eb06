import type { Instant } from '../calendar/iso-date.ts';
import { shortDate } from '../calendar/written-date.ts';
import type { Answer, CaseEvent, EventName, JournalEntry } from './journal-entry.ts';
import { effective, placeOf, type Standing, standingOf } from './standing.ts';
import { conclusionWords } from './standing-words.ts';

/** What the journal of a case does when a message is read again. `undo` are lines of the robot's, `write` takes their place. */
export type Following =
  | { what: 'same' }
  /** A person's word stands. */
  | { what: 'kept'; by: string }
  | { what: 'follows'; undo: number[]; write: CaseEvent | null }
  /** What stands is kept until a person has looked; `undo` is an earlier question about the same. */
  | { what: 'review'; undo: number[]; write: CaseEvent & { event: 'review-raised' } };

export interface ReadAgain {
  /** All lines of the case. */
  journal: readonly JournalEntry[];
  messageId: number;
  arrivedAt: Instant;
  /** Where the message's first line stands, on whatever case. */
  place: number;
  /** What today's reading does to the case; null when it does not concern it. */
  says: CaseEvent | null;
  /** The last letter of the campaign to any municipality; null before the first. */
  lastLetterAt: Instant | null;
}

/** What a person says of an answer; an address, a letter or a task of hers says nothing of it. */
const PERSONS_WORD: ReadonlySet<EventName> = new Set([
  'answered',
  'review-raised',
  'review-settled',
  'question-answered',
  'condition-accepted',
  'condition-refused',
  'extended',
  'withdrawn',
]);

/** Decides for one case what becomes of the robot's line of a message that a newer reader understands otherwise. */
export function followRereading(read: ReadAgain): Following {
  const { journal, messageId, says } = read;
  const own = effective(journal).filter(one => one.messageId === messageId && one.actorKind === 'robot');
  // A question that an earlier re-reading raised stands beside the line that it asks about.
  const base = own.find(one => one.event !== 'review-raised') ?? own[0] ?? null;
  const asked = own.filter(one => one !== base);
  const same = base === null ? says === null : says !== null && sameEvent(base, says);
  if (same && asked.length === 0) return { what: 'same' };
  const person = personsWord(read, isDelivery(base) && isDelivery(says));
  if (person !== null) return { what: 'kept', by: person };
  if (same) return { what: 'follows', undo: asked.map(one => one.id), write: null };
  const because = movesTheCase(read) ?? (base === null ? null : reliedUpon(read, base));
  if (because === null) return { what: 'follows', undo: own.map(one => one.id), write: says };
  const write = question(because, says);
  if (asked.some(one => sameEvent(one, write))) return { what: 'same' };
  return { what: 'review', undo: asked.map(one => one.id), write };
}

const DELIVERY: ReadonlySet<EventName> = new Set(['receipt-seen', 'absence-seen', 'bounced', 'doubted']);

/** Receipts, absences and bounces say nothing of an answer. */
function isDelivery(event: { event: EventName } | null): boolean {
  return event === null || DELIVERY.has(event.event);
}

/**
 * Who has said something of this message, or of this case after it; a person's undoing of the robot's line is her word too.
 * @param ofMessageOnly what she says of an answer is no word against a delivery event
 */
function personsWord({ journal, messageId, place }: ReadAgain, ofMessageOnly: boolean): string | null {
  const ofMessage = new Set(journal.filter(one => one.messageId === messageId).map(one => one.id));
  const undoing = journal.find(
    one =>
      one.event === 'undone' && one.actorKind === 'person' && ofMessage.has(one.entry) && isRobots(journal, one.entry),
  );
  const said = effective(journal).findLast(
    one =>
      one.actorKind === 'person' &&
      PERSONS_WORD.has(one.event) &&
      (one.messageId === messageId || (!ofMessageOnly && placeOf(one) > place)),
  );
  return (said ?? undoing)?.actor ?? null;
}

function isRobots(journal: readonly JournalEntry[], id: number): boolean {
  return journal.some(one => one.id === id && one.actorKind === 'robot');
}

const LETTERS: ReadonlySet<EventName> = new Set(['letter-sent', 'written-by-hand', 'rung-spared', 'phone-task']);

/**
 * Closing a case ends its reminders, opening one begins them again: a newer reader does neither by itself, with nobody there
 * who reads the mail.
 */
function movesTheCase(read: ReadAgain): string | null {
  const before = standingOf(read.journal);
  const after = standingOf(replaced(read));
  if (before.closed === after.closed) return null;
  return `Meldingen er lest på nytt: saken står som «${answerName(before)}», men meldingen leses nå som «${answerName(after)}». Da ville saken blitt ${after.closed ? 'avsluttet, og purringene stanset' : 'åpnet igjen, og purret'}. Avgjør hva som er riktig.`;
}

/**
 * Why a person must see the change: it alters an answer that we have acted upon since. Letters to the others count the
 * municipalities that have joined, and leave out those that have answered.
 */
function reliedUpon(read: ReadAgain, base: JournalEntry): string | null {
  const { journal, arrivedAt, lastLetterAt } = read;
  if (base.event !== 'answered') return null;
  const before = standingOf(journal);
  const altered = alteration(before, standingOf(replaced(read)));
  if (altered === null) return null;
  const acted = effective(journal).some(one => LETTERS.has(one.event) && one.at > arrivedAt);
  const leftOut = before.closed && lastLetterAt !== null && lastLetterAt > arrivedAt;
  return acted || leftOut
    ? `Meldingen er lest på nytt: ${altered}. Det er sendt brev som bygger på det gamle svaret. Avgjør hva som er riktig.`
    : null;
}

/** The journal as it would be. */
function replaced({ journal, messageId, arrivedAt, place, says }: ReadAgain): JournalEntry[] {
  const last = Math.max(0, ...journal.map(one => one.id));
  const kept = journal.filter(one => one.messageId !== messageId || one.actorKind !== 'robot');
  if (says === null) return kept;
  const context = { actorKind: 'robot', actor: '', messageId, letterId: null, mode: null } as const;
  return [...kept, { ...says, ...context, id: last + 1, at: arrivedAt, place }];
}

/** In Norwegian; null when the answer stays what it was, or only fills in what was not known. */
function alteration(before: Standing, after: Standing): string | null {
  if (before.details === null || before.answer === 'none' || before.answer === 'unclear') return null;
  if (before.answer !== after.answer || before.details.conclusion !== after.details?.conclusion)
    return `«${answerName(before)}» blir «${answerName(after)}»`;
  const { expectedBy, amountNok } = before.details;
  if (expectedBy !== null && expectedBy !== after.details.expectedBy)
    return `dagen er ikke lenger ${shortDate(expectedBy)}`;
  if (amountNok !== null && after.details.amountNok !== null && amountNok !== after.details.amountNok)
    return 'beløpet er et annet';
  return null;
}

function answerName({ answer, details }: Standing): string {
  if (answer === 'none') return 'ikke svart';
  return `${answer === 'recommended' ? 'innstilling: ' : ''}${conclusionWords(details?.conclusion ?? answer)}`;
}

function question(because: string, says: CaseEvent | null): CaseEvent & { event: 'review-raised' } {
  const reasons = says?.event === 'review-raised' ? [because, ...says.reasons] : [because];
  const senderKnown = says?.event === 'review-raised' ? says.senderKnown : true;
  return { event: 'review-raised', reasons, suggestion: suggestionIn(says), senderKnown };
}

function suggestionIn(says: CaseEvent | null): Answer | null {
  if (says?.event === 'answered' || says?.event === 'confirmed') return says.answer;
  return says?.event === 'review-raised' ? says.suggestion : null;
}

/** What a line says, whoever wrote it when. Whether the sender was known may have changed since: that is no news of the mail. */
function sameEvent(entry: JournalEntry, event: CaseEvent): boolean {
  return wordsOf(entry) === wordsOf(event);
}

const CONTEXT = new Set(['id', 'at', 'actorKind', 'actor', 'messageId', 'letterId', 'mode', 'place', 'senderKnown']);

function wordsOf(event: object): string {
  const said = Object.entries(event).filter(([key]) => !CONTEXT.has(key));
  return JSON.stringify(said.sort(byKey), (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(byKey))
      : value,
  );
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
