import { words } from './words.ts';

/** «2014/1234-3», «14/00231-1», «202612345-7»: case and document; «33/14»: a body's case. */
const CASE = '(?:20\\d{2}/\\d{1,6}(?:-\\d{1,4})?|20\\d{7,9}(?:-\\d{1,4})|\\d{1,4}/\\d{1,6}(?:-\\d{1,4})?)';

/** After these words a number is a case number, whatever it looks like. «Deres ref» is ours (see below). */
const LABEL =
  '(?:(?:vår|våre|vårt|min) ref(?:eranse(?:n)?)?|ref(?:eranse(?:n|nummer(?:et)?)?)?(?: din| er| deres)*|arkivref|arkivsak(?:s?nr|s?nummer|id)?|saks?(?:nr|nummer(?:et)?)|sak|saks-? og dokumentnr|journal(?:post|ført|nr|post-?id)?(?: som| på| i| under)?|dokument(?:nr|nummer(?:et)?)|dok|registrert (?:i|på|som|under|med)|ps|fs|fsk|ks|kst|rs|ds|ft|fo|us|hs|sr|k-sak|f-sak|ft-sak|referatsak|delegasjonssak|delegert sak|politisk sak|utvalgssak|møtesak|arkiv)';

const LABELLED = words(
  new RegExp(
    `\\b(${LABEL})(?:\\s(?:sak|nr|nummer|saksnr|saksnummer|er|din|under|i|på))*[\\s.:#-]{1,4}(?:(?:sak|nr|ps|fs|ds|ks)\\.? ?)?(${CASE})(?![\\d/])`,
    'g',
  ),
);

/** A number with a four-digit year and a document number needs no label. */
const UNLABELLED = words(/(?<![\d/.,-])(20\d{2}\/\d{2,6}(?:-\d{1,4})?|\d{2}\/\d{3,6}-\d{1,4})(?![\d/.]|-\d)/gu);

/** «Deres ref.: 13/01746» is the number of the one we write for: KS. */
const THEIR_VIEW_OF_OURS = words(/\b(?:deres|dykkar) ref(?:eranse)?\.?(?: nr)?[\s.:]*(?:er )?$/u);

/** «2014/2015» is a period, «2014/15» a season. */
function isPeriod(reference: string): boolean {
  const [, first = '', second = ''] = /^(20\d{2})\/(\d{2}|\d{4})$/.exec(reference) ?? [];
  return first !== '' && (Number(second) === Number(first) + 1 || Number(second) === (Number(first) + 1) % 100);
}

/** The sender's own case numbers in folded text, without labels. `ours` are the references of our campaigns. */
export function caseReferencesIn(folded: string, ours: readonly string[]): string[] {
  const found = new Set<string>();
  const own = new Set(ours.map(reference => reference.toLowerCase()));
  for (const [pattern, group] of [
    [LABELLED, 2],
    [UNLABELLED, 1],
  ] as const) {
    for (const match of folded.matchAll(pattern)) {
      const reference = match[group] ?? '';
      const at = match.index + match[0].lastIndexOf(reference);
      if (
        isOurs(reference, own) ||
        THEIR_VIEW_OF_OURS.test(folded.slice(Math.max(0, at - 24), at)) ||
        isPeriod(reference)
      )
        continue;
      found.add(reference);
    }
  }
  return [...found];
}

function isOurs(reference: string, own: ReadonlySet<string>): boolean {
  return [...own].some(
    ours => reference === ours || reference.startsWith(`${ours}-`) || ours.startsWith(`${reference}-`),
  );
}
