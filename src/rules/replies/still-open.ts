import { ELECTED_BODY } from '../text/bodies.ts';
import { words } from '../text/words.ts';

const BODY = `(?:${ELECTED_BODY}|\\p{L}*utvalget|politikerne|folkevalgte|rådmann\\p{L}*|kommunedirektør\\p{L}*|ordfører\\p{L}*|ledelsen|sjefen|leder\\p{L}*)`;
const FINISHES =
  '(?:bekrefte|godkjenne|vedta|signere|skrive under|underskrive|si|se på|ta stilling|behandle|avgjøre|bestemme|beslutte|uttale seg|ha|få|stemme|konkludere|ta)';

/** «Politisk godkjenning kommer i januar», «rådmannen må bekrefte», «må formelt vedtas»: somebody has yet to say it. */
export const STILL_OPEN = words(
  new RegExp(
    [
      `\\bpolitisk (?:godkjenning|behandling|vedtak|avklaring|forankring) (?:[^\\s]+ ){0,2}?(?:kommer|skjer|følger|gjenstår|mangler|skal|vil|må|blir|ventes|i|til)\\b`,
      `\\b(?:må|skal|bør) (?:[^\\s]+ ){0,3}?(?:opp|avklares|behandles|godkjennes|forankres|vedtas|bekreftes|løftes) (?:[^\\s]+ ){0,3}?politisk\\b`,
      `\\b(?:må|skal) (?:[^\\s]+ ){0,2}?(?:politisk|formelt|endelig|først) (?:[^\\s]+ )?(?:vedtas|godkjennes|behandles|avklares|bekreftes|avgjøres|opp)\\b`,
      `\\bmå (?:[^\\s]+ )?(?:vedtas|godkjennes|avgjøres|bekreftes|signeres)\\b`,
      `\\b${BODY} (?:må|skal|vil|får)(?! (?:[^\\s]+ )?fullmakt) (?:[^\\s]+ ){0,3}?${FINISHES}\\b`,
      `\\b(?:må|skal) ${BODY} (?:[^\\s]+ ){0,3}?${FINISHES}\\b`,
      `\\b(?:oversendes|sendes|går|legges fram|fremmes) (?:[^\\s]+ ){0,3}?(?:for |til )?${BODY} (?:for|til) (?:[^\\s]+ )?(?:endelig|avgjørelse|godkjenning|vedtak|behandling)`,
      `\\b(?:til|for) endelig (?:avgjørelse|godkjenning|vedtak|behandling)\\b`,
      `\\b${BODY} (?:vurderer|overveier|tenker|grubler|er i tvil|ser på|har (?:[^\\s]+ ){0,2}?ikke)(?! (?:det|dette|saken|ordningen)? ?(?:som|slik at|at)\\b)\\b`,
      '\\b(?:anket|klaget) (?:[^\\s]+ )?inn\\b|\\b(?:ble|er|blitt) (?:[^\\s]+ )?anket\\b|\\b(?:påklaget|påanket|lovlighetsklage\\p{L}*|lovlighetskontroll\\p{L}*)\\b',
      '\\b(?:kommunene|den enkelte kommune|hver kommune) må (?:[^\\s]+ ){0,2}?(?:gjøre|fatte|behandle|vedta|ta)\\b',
    ].join('|'),
    'u',
  ),
);

/** «trenger ikke politisk behandling», «når ordføreren har signert, får dere den tilbake» */
export const NEEDS_NO_BODY = words(
  /\b(?:ikke|uten|ingen|trenger ikke|slipper) (?:[^\s]+ ){0,3}?(?:politisk|behandl\p{L}*|vedtas|godkjennes|bekreftes)\b|\bklage\p{L}* (?:[^\s]+ ){0,3}?(?:avvist|trukket|ikke tatt til følge)\b/u,
);
