import { bodiesIn, isElected } from '../text/bodies.ts';
import { datesIn } from '../text/dates.ts';
import { fold } from '../text/fold.ts';
import type { Sentence } from '../text/sentences.ts';
import { words } from '../text/words.ts';

/** «PS 85/13 Skjenkebevilling»: where the minutes of a meeting begin another matter. */
export interface MatterHeading {
  /** «85/13» without label and leading zeros. */
  number: string;
  /** Folded; '' when the line bears the number alone. */
  title: string;
}

/** «PS 85/13», «Sak nr. 86/13», «FS-27/14», «K-sak 61/13». Capitals: in running text it is «sak 85/13». */
const LABELLED =
  /^(?:(?:Sak|SAK)(?:s?nr|snummer|S?NR)?|[A-ZÆØÅ]{1,5}|[A-ZÆØÅ]{1,4}[a-zæøå]{0,3}-?[Ss]ak)(?: ?nr)?[.:]?[ \t-]{0,3}(?:[A-ZÆØÅ]{2,4}[ -])?0{0,3}(\d{1,4}\/(?:(?:19|20)\d\d|\d\d))(?![\d/]|-\d)/u;

/** «85/13 Skjenkebevilling»; «10/12 Møte» is a day. */
const BARE = /^0{0,3}(\d{1,4}\/(?:(?:19|20)\d\d|1[3-9]|[2-9]\d))(?![\d/]|-\d)(?=[ \t]|$)/u;

/** Between number and title: «– », «: », the archive's own number. */
const BETWEEN = /^[\s:.–—-]{0,6}(?:\(?\d{2,4}\/\d{1,6}(?:-\d{1,4})?\)?[\s:.–—-]{1,6})?(?:(?:Sakst|T)ittel: ?)?/u;

/** What may follow the title in the same line or the next. */
const SECTION = words(
  /^(?:(?:\p{L}+s )?(?:enstemmig )?(?:vedtak(?:et)?|behandling|votering|innstilling|forslag til (?:vedtak|innstilling)))(?:[ :.-]|$)/u,
);
const ENDS_AS_SECTION = words(
  /(?:^|[ :.-])(?:\p{L}+s )?(?:vedtak|behandling|votering|innstilling|forslag til vedtak)$/u,
);

/** A line that says what was done is no title: «Sak 44/26: Fjordvik kommune slutter seg til ordningen». */
const SAYS = words(
  /\b(?:ble|blir|har|skal|vil|behandles|behandler|behandlet|vedtok|vedtas|vedtatt|følger|slutter|deltar|bidrar|støtter|ønsker|takker|godkjenner|godkjennes|tiltrer|avslår|avslås|innvilges|dekker|går|sier|betaler|inngår|kommer|foreslår|innstiller|tilrår|utsettes)\b/u,
);

/** Titles that name a meeting and its day, and are no row of the meeting table. */
const OF_MINUTES = /^(?:godkjenning|protokoll|møteprotokoll|referat|orientering)/;

const LONGEST_TITLE = 200;

/** What matter a sentence opens, null when it opens none. */
export function matterHeading({ literal }: Sentence): MatterHeading | null {
  const found = LABELLED.exec(literal) ?? BARE.exec(literal);
  const number = found?.[1];
  if (found === null || number === undefined) return null;
  const rest = literal.slice(found[0].length);
  const named = rest.replace(BETWEEN, '');
  if (named === '' || SECTION.test(fold(named.slice(0, 80)))) return /^\d/.test(literal) ? null : { number, title: '' };
  const marked = /^[\s]*[:–—-]/u.test(rest);
  if (!marked && !/^["«“]?[\p{Lu}\d]/u.test(named)) return null;
  const title = titleIn(named);
  return title === null ? null : { number, title };
}

/** The title that a line is, folded; null when it is a sentence or a row of the meeting table. */
export function titleIn(line: string): string | null {
  const folded = fold(line.slice(0, LONGEST_TITLE + 1));
  const colon = folded.search(/:(?: |$)/);
  const label = colon === -1 ? folded : folded.slice(0, colon);
  const title = label.replace(ENDS_AS_SECTION, '').replace(/[\s:.-]{1,9}$/, '');
  if (title.length < 3 || title.length > LONGEST_TITLE || SAYS.test(title)) return null;
  if (colon === -1 && /[.!?]$/.test(folded) && folded.length > 60) return null;
  return isMeetingRow(title) ? null : title;
}

/** «61/26  Kommunestyret  24.09.2026»; «Kommunestyrets møteplan» is a title. */
function isMeetingRow(title: string): boolean {
  const isElectedIn = (text: string) => bodiesIn(text).some(({ body }) => isElected(body));
  if (!isElectedIn(title)) return false;
  const first = /^\p{L}+(?=$|[^\p{L} ]| [^\p{L}])/u.exec(title)?.[0];
  if (first !== undefined && isElectedIn(first)) return true;
  return !OF_MINUTES.test(title) && datesIn(title, null, 'past').length > 0;
}

/** A long line runs on into the heading below it, and a long heading into «Vedtak:»: such lines stand apart. */
export function apartFromHeadings(sentence: Sentence): Sentence[] {
  if (!sentence.literal.includes('\n')) return [sentence];
  const lines = sentence.literal.split('\n');
  const pieces: string[] = [];
  for (const line of lines) {
    const above = pieces.at(-1);
    if (above !== undefined && !begins(line.trim(), above)) pieces[pieces.length - 1] = `${above}\n${line}`;
    else pieces.push(line);
  }
  if (pieces.length === 1) return [sentence];
  return pieces.flatMap(piece => {
    const literal = piece.trim();
    return literal === '' ? [] : [{ ...sentence, literal, folded: fold(literal) }];
  });
}

/** A reference goes on over the end of a line: «jf. vedtak i / PS 85/13 Felles …». */
const LEADS_ON = words(/\b(?:i|jf\.?|og|se|til|fra|under|som|sak|ved|av|for|med|om)$/u);

function begins(line: string, above: string): boolean {
  const opened = matterHeading(asSentence(line));
  if (opened !== null) return !LEADS_ON.test(fold(above.slice(-12)));
  return SECTION.test(fold(line.slice(0, 80))) && matterHeading(asSentence(above)) !== null;
}

function asSentence(literal: string): Sentence {
  return { literal, folded: '', block: 0 };
}
