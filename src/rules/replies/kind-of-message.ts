import { fold } from '../text/fold.ts';
import { tellsAbsence } from './absence.ts';
import { isAutomatic, isNoReply } from './automatic.ts';
import type { Combined } from './combine-parts.ts';
import type { Letter } from './letter.ts';
import type { CampaignMatch } from './match-campaign.ts';
import type { Answering } from './match-sender.ts';
import type { Message } from './message.ts';
import type { Kind } from './reading.ts';
import { acknowledges } from './receipt.ts';

/** Conclusions that say something of the request itself. */
export const STANDPOINT = new Set(['joined', 'declined', 'conditional', 'unclear']);

/** Delivery reports are told before (bounce.ts); this tells answers from receipts, absences and other matters. */
export function kindOf(
  message: Message,
  text: string,
  combined: Combined,
  match: CampaignMatch,
  answering: Answering,
  letter: Letter,
): Kind {
  const { verdict, main } = combined;
  const folded = fold(text);
  const strong =
    verdict.conclusion !== null &&
    STANDPOINT.has(verdict.conclusion) &&
    verdict.because.some(({ strength, kind }) => strength === 'strong' && kind !== 'hedge');
  const automatic = isAutomatic(message, folded);
  const resolution = main !== null && main.document.outcome !== 'text' && strong;
  if (automatic && !resolution)
    return tellsAbsence(text)
      ? 'out-of-office'
      : strong && !acknowledges(folded) && !isNoReply(message)
        ? 'answer'
        : 'receipt';
  if (!strong && tellsAbsence(text) && !verdict.because.some(({ rule }) => rule === 'skal behandles'))
    return 'out-of-office';
  if (concernsSomethingElse(combined, match, answering, letter, folded)) return 'other';
  const promise = verdict.because.some(({ kind }) => kind !== 'hedge') && verdict.conclusion !== null;
  if (acknowledges(folded) && (!promise || (isNoReply(message) && !strong))) return 'receipt';
  return 'answer';
}

/** A yes to a seminar, an invoice, a journalist: nothing of it is an answer to the request. */
function concernsSomethingElse(
  { verdict }: Combined,
  match: CampaignMatch,
  answering: Answering,
  letter: Letter,
  folded: string,
): boolean {
  if (match.how === 'certain') return answering.municipalities.length === 0 && PRESS.test(folded);
  if (PRESS.test(folded) && answering.senders === null) return true;
  if (match.how === 'topic')
    return (
      answering.municipalities.length === 0 &&
      verdict.because.every(({ kind }) => kind === 'question' || kind === 'question-first')
    );
  if (letter.quoted === 'other' && match.otherThread) return true;
  if (answering.municipalities.length === 0) return true;
  const names = verdict.because.some(({ sentence }) => GENERIC_OBJECT.test(sentence.folded));
  const standpoint = verdict.because.some(
    ({ kind, strength }) => (kind === 'join' || kind === 'decline') && strength === 'strong',
  );
  return verdict.conclusion === null || !(names || (standpoint && match.how === 'alone' && !match.otherThread));
}

/** Words that point back to a request without naming its subject. */
export const GENERIC_OBJECT =
  /(?:^|[^\p{L}])(?:ordningen|spleiselaget|anmodningen|henvendelsen|forespørselen|avtalen|saken|invitasjonen|purringen|fristen)(?![\p{L}])/u;

const PRESS =
  /(?:^|[^\p{L}])(?:journalist|innsyn|redaksjon|redaktør|nyhetsredaksjon|tilbud på|nyhetsbrev|stillingsutlysning)(?![\p{L}])/u;
