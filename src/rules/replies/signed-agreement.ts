import { words } from '../text/words.ts';

/** Phrases by which an agreement is signed or approved. */
export const SIGNING: ReadonlySet<string> = new Set([
  'signert avtale',
  'skriver under',
  'godkjenner avtalen',
  'avtalen godkjennes',
  'setter navnet under',
]);

/** «usignert i retur», «signert av KS», «ordføreren må signere», «fullmakt til å inngå avtalen», «ble godkjent i 2012» */
const UNSIGNED = words(
  /\b(?:usignert\p{L}*|(?:ikke|ennå ikke|uten å være) (?:signert|undertegna|underskrevet)|uten (?:underskrift|signatur)|(?:til|for) (?:signering|underskrift|signatur|undertegning)|må (?:(?:[^\s]+ ){0,3}?(?:signere|skrive under|signeres|undertegnes|godkjenne|godkjennes))|fullmakt (?:[^\s]+ ){0,3}?(?:til|om) å (?:[^\s]+ ){0,2}?(?:inngå|signere|godkjenne|skrive under|undertegne)|(?:ble|er) (?:godkjent|inngått|vedtatt) i (?:19|20)\d\d)\b/u,
);
/** Whose hand it is: «signert av KS» */
const SIGNED_BY = words(/\b(?:signert|undertegna|underskrevet|godkjent)(?: [^\s]+){0,2}? av (?<who>(?:[^\s,.]+ ?){1,3})/u);
const OUR_HAND = words(
  /\b(?:vi|oss|undertegnede|meg|begge|alle|ordfører\p{L}*|rådmann\p{L}*|kommunedirektør\p{L}*|kommunalsjef\p{L}*|kommune\p{L}*|formannskapet|bystyret|fylkestinget|varaordfører\p{L}*|vår\p{L}*|fungerende|fylkesordfører\p{L}*|fylkesrådmann\p{L}*|fylkeskommunen|helse- og|leder\p{L}*|\p{L}*sjef\p{L}*)\b/u,
);

/** An agreement that somebody else has signed, or that is still to be signed, binds nobody who writes. */
export function notYetSigned(clause: string, folded: string): boolean {
  const who = SIGNED_BY.exec(folded)?.groups?.who;
  return UNSIGNED.test(clause) || (who !== undefined && !OUR_HAND.test(who));
}
