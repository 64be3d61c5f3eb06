import { bodiesIn, isElected } from '../text/bodies.ts';
import { fold } from '../text/fold.ts';
import { words } from '../text/words.ts';
import { speaksForOne, tellsAbsence } from './absence.ts';
import { isAutomatic, isNoReply, isReadReceipt } from './automatic.ts';
import { isCalendarReply } from './calendar-reply.ts';
import type { Claim } from './claim.ts';
import type { Combined } from './combine-parts.ts';
import type { Letter } from './letter.ts';
import type { CampaignMatch } from './match-campaign.ts';
import type { Answering } from './match-sender.ts';
import type { Message } from './message.ts';
import type { Kind } from './reading.ts';
import { acknowledges, confirmsReceipt, liesElsewhere } from './receipt.ts';

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
  // Of a program's few lines all may look like a footer («Dette er et automatisk svar …»).
  const said = text === '' ? letter.withSignature : text;
  const folded = fold(said);
  const strong =
    verdict.conclusion !== null &&
    STANDPOINT.has(verdict.conclusion) &&
    verdict.because.some(({ strength, kind }) => strength === 'strong' && kind !== 'hedge');
  if (isReadReceipt(message)) return 'receipt';
  if (isCalendarReply(message)) return 'other';
  if (liesElsewhere(folded) && (match.how === 'certain' || answering.municipalities.length > 0)) return 'answer';
  const automatic = isAutomatic(message, folded);
  const onPaper = (strong && main !== null && main.document.outcome !== 'text') || handsOver(message, folded);
  if (automatic && !onPaper) return ofProgram(message, said, folded, strong);
  if (
    !strong &&
    !isOfList(message) &&
    tellsAbsence(said, automatic) &&
    !verdict.because.some(({ rule }) => AHEAD.has(rule))
  )
    return 'out-of-office';
  if (concernsSomethingElse(combined, match, answering, letter, folded)) return 'other';
  const hedged = verdict.because.every(({ kind }) => kind === 'hedge');
  const promise = verdict.conclusion !== null && !(hedged && isNoReply(message)) && !verdict.because.every(isPassedOn);
  if (acknowledges(folded) && !ANSWERS_BACK.test(folded) && (!promise || (isNoReply(message) && !strong)))
    return 'receipt';
  return 'answer';
}

/** A newsletter tells of courses and conferences; nobody is away in it. */
function isOfList({ headers }: Message): boolean {
  return headers.some(({ name }) => name === 'list-unsubscribe' || name === 'list-id');
}

/** Claims that a body will treat the case: the director's holiday beside them is no absence of the sender. */
const AHEAD: ReadonlySet<string> = new Set(['skal behandles', 'skal til behandling', 'møte framover']);

/** «Sendt videre til rådmannen»: where the letter is now, and no promise of a treatment. To a council it is one. */
function isPassedOn({ kind, rule, sentence }: Claim): boolean {
  if (kind !== 'later' || !PASSED_ON.has(rule)) return false;
  if (!acknowledges(sentence.folded) && !LIES_WITH.test(sentence.folded) && !LAY_UNSEEN.test(sentence.folded))
    return false;
  return !/\b(?:møte|tilbake)/.test(sentence.folded) && !bodiesIn(sentence.folded).some(({ body }) => isElected(body));
}

const PASSED_ON: ReadonlySet<string> = new Set(['skal til behandling', 'ikke avgjort', 'skal behandles']);

/** «Saken ligger hos rådmannens stab»: whose desk it is on. */
const LIES_WITH = words(/^(?:saken|brevet|den|henvendelsen) (?:ligger|er) (?:nå )?hos\b/u);

/** «Den har blitt liggende ufordelt», «ligger i sak 26/871»: where it has been until now. */
const LAY_UNSEEN = words(
  /\b(?:blitt|ble|vært) (?:[^\s]+ )?liggende (?:[^\s]+ ){0,2}?(?:ufordelt|ulest|uåpnet|usett|uregistrert|i (?:postmottaket|arkivet|innboksen|innkurven|postkassen|søppelpost\p{L}*|spamfilter\p{L}*|feil))\b|\bligger i sak \d/u,
);

/** «Vi har mottatt spørsmålet om vi slutter oss til. Det gjør vi.» */
const ANSWERS_BACK = words(/(?:^|[.!] )det (?:gjør|vil|er|skal|kan) (?:vi|kommunen)\b/u);

/** An archive system sends the real answer as a paper under a few words of its own, and does not speak of ours. */
function handsOver(message: Message, folded: string): boolean {
  return message.attachments.some(({ name, contentType }) => isPaper(name, contentType)) && !acknowledges(folded);
}

function isPaper(name: string, contentType: string): boolean {
  return /\.(?:pdf|docx?|odt|rtf|tiff?)$/i.test(name) || /pdf|wordprocessing|msword|opendocument/.test(contentType);
}

/** What a program writes by itself: never an answer, unless it says plainly something that is no receipt; that goes to a person. */
function ofProgram(message: Message, text: string, folded: string, strong: boolean): Kind {
  if (tellsAbsence(text, true)) return 'out-of-office';
  if (strong && !acknowledges(folded) && !isNoReply(message)) return 'answer';
  // An office says «vi» and tells that it got something; a program that says «jeg» stands in for somebody.
  return !isNoReply(message) && speaksForOne(folded) && !confirmsReceipt(folded) ? 'out-of-office' : 'receipt';
}

/** A yes to a seminar, an invoice, a journalist: nothing of it is an answer to the request. */
function concernsSomethingElse(
  { verdict }: Combined,
  match: CampaignMatch,
  answering: Answering,
  letter: Letter,
  folded: string,
): boolean {
  const sides = verdict.because.some(({ kind }) => kind === 'join' || kind === 'decline');
  if (!sides && BORROWS_THREAD.test(folded)) return true;
  if (match.how === 'certain') return answering.municipalities.length === 0 && PRESS.test(folded);
  if (PRESS.test(folded) && answering.senders === null) return true;
  if (answering.municipalities.length === 0 && TO_CUSTOMERS.test(folded)) return true;
  if (match.how === 'topic')
    return (
      answering.municipalities.length === 0 &&
      verdict.because.every(({ kind }) => kind === 'question' || kind === 'question-first')
    );
  if (letter.quoted === 'other' && match.otherThread) return true;
  if (answering.municipalities.length === 0 && !answering.fromKnownHouse) return true;
  const names = verdict.because.some(({ sentence }) => GENERIC_OBJECT.test(sentence.folded));
  if (match.how === 'alone' && !names && SIGNS_UP.test(folded)) return true;
  const standpoint = verdict.because.some(
    ({ kind, strength }) => (kind === 'join' || kind === 'decline') && strength === 'strong',
  );
  return verdict.conclusion === null || !(names || (standpoint && match.how === 'alone' && !match.otherThread));
}

/** «Jeg låner denne tråden til noe annet», «dette gjelder en helt annen sak» */
const BORROWS_THREAD = words(
  /\b(?:låner|kaprer|bruker) (?:[^\s]+ ){0,2}?(?:tråden|e-posten)\b(?: [^\s]+){0,4}? (?:annet|annen)\b|\b(?:dette|det|e-posten|jeg|henvendelsen) (?:gjelder|handler|dreier seg) (?:[^\s]+ )?ikke (?:om )?(?:avtalen|ordningen|anmodningen|henvendelsen (?:deres|fra)|denne saken|spleiselaget)(?=$|[.,!])|\b(?:svarer|skriver) (?:[^\s]+ )?(?:på|i) (?:denne|samme) (?:tråden|e-posten) fordi\b|\b(?:dette|det|e-posten) gjelder (?:noe|en|et) (?:helt )?(?:annet|annen sak)\b/u,
);

/** «Vi vil gjerne være med. Sett opp Henrik og meg på frokostmøtet»: what the mail goes on to sign up for. */
const SIGNS_UP = words(
  /\b(?:sett|skriv|før|meld|melder|setter|skriver|noter|påmelding\p{L}*|påmeldt\p{L}*|plass(?:er)?|deltakere?|kommer) (?:[^\s]+ ){0,8}?(?:på|til|for) (?:[^\s]+ ){0,3}?(?:\p{L}*møtet|\p{L}*kurs(?:et)?|\p{L}*samling(?:en|a)?|\p{L}*seminar(?:et)?|\p{L}*webinar(?:et)?|\p{L}*konferanse(?:n)?|fagdag(?:en)?|\p{L}*lunsj(?:en)?|\p{L}*middag(?:en)?|\p{L}*frokost(?:en)?|studietur(?:en)?|workshop(?:en)?)(?!\p{L})/u,
);

/** Words that point back to a request without naming its subject. */
export const GENERIC_OBJECT =
  /(?:^|[^\p{L}])(?:ordningen|spleiselaget|anmodningen|henvendelsen|forespørselen|avtalen|saken|invitasjonen|purringen|fristen)(?![\p{L}])/u;

/** «Kjære kunde, bekreft opplysningene dine», «bekreft kontoen»: written to anybody. */
const TO_CUSTOMERS = words(
  /\b(?:kjære|hei|dear) (?:kunde|bruker|medlem|abonnent|kontoinnehaver|customer|user)\b|\bbekreft (?:opplysningene|kontoen|passordet|identiteten|e-postkontoen)\b/u,
);

const PRESS =
  /(?:^|[^\p{L}])(?:journalist|innsyn|redaksjon|redaktør|nyhetsredaksjon|tilbud på|nyhetsbrev|stillingsutlysning)(?![\p{L}])/u;
