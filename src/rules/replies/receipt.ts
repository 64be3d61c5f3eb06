import { words } from '../text/words.ts';

/** «bekrefter å ha mottatt», «er registrert som sak», «videresendt til rette vedkommende», «saksbehandler er» */
const RECEIPT = words(
  /\b(?:bekrefter (?:[^\s]+ ){0,4}?(?:mottak|mottatt|mottatt\.|at)|(?:har|er|blitt|ble) (?:[^\s]+ ){0,3}?(?:mottatt|mottat)|mottatt (?:din|deres|henvendelse|e-post)|(?:er|blitt|ble|blir|vil bli) (?:[^\s]+ ){0,4}?(?:registrert|journalført|fordelt|videresendt|videreformidlet|oversendt|arkivert|lagt til)|(?:registrert|journalført) (?:som|på|i|med|hos)|(?:sendt|sende|send|sender|oversendt|formidlet) (?:[^\s]+ ){0,3}?videre til|(?:videresendt|oversendt|formidlet) (?:[^\s]+ )?til|saksbehandler er|rette? (?:vedkommende|mottaker|saksbehandler|instans)|feil mottaker|takk for (?:henvendelsen|brevet|e-post|din|deres|at du|førespurnaden)|kvittering|bekreftelse)\b/u,
);

/** Does the text acknowledge what we sent? */
export function acknowledges(folded: string): boolean {
  return RECEIPT.test(folded);
}
