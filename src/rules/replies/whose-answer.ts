import { bodiesIn, officersIn } from '../text/bodies.ts';
import { ALL_FINITE } from '../text/verb-forms.ts';
import { words } from '../text/words.ts';
import type { Claim } from './claim.ts';
import { contains, type Speakers } from './speakers.ts';

const FINITE = words(
  new RegExp(
    `(?<!\\b(?:å|og) )\\b(?:${ALL_FINITE}|er|var|har|hadde|vil|ville|kan|kunne|skal|skulle|må|måtte|bør|burde|ser|mener|kommer|fikk|får|takker|takket|velger|valgte|ønsker|ønsket)\\b`,
    'u',
  ),
);

/** They themselves, and the offices that write for them. */
const THEMSELVES = words(
  /\b(?:vi|jeg|dere|du|kommunen|(?:vår|denne|hele|undertegnede) kommune|undertegnede|politikerne|flertallet|folkevalgte|administrasjonen|ledelsen|ordføreren|varaordføreren|kommunalsjef\p{L}*|administrasjonssjef\p{L}*|helsesjef\p{L}*|rådmann|rådmannen|kommunedirektør|ordfører|fylkeskommunen|flertall|bystyret|byen|rådet|utvalget|sjefen|undertegna|enstemmig|samtlige representanter|alle representantene)\b/u,
);

/** «det», «saken», «avtalen», «svaret», «konklusjonen»: the matter itself, of which something is told. */
const THE_MATTER = words(
  /^(?:(?:et|en|noe|noen|vårt?|våre|den|det|dette|denne|riktig|korrekt|rett|klart|kort|nytt|siste|rådmannens|kommunens|kommunedirektørens|formannskapets|kommunestyrets|endelig|følgende|slik|slikt|signert|underskrevet|vedlagt|vedlagte|formelt|enstemmig) )*(?:det|dette|den|denne|han|hun|her|der|så|da|som|hva|takk|ja|nei|kroner|kr|ingen|ingenting|intet|ikke|punkt|kryss|\p{L}*(?:sak|saken|avtale|avtalen|ordning|ordningen|spleiselaget|bidrag|bidraget|beløpet?|svar|svaret|konklusjon|konklusjonen|vedtak|vedtaket|forslag|forslaget|innstilling|innstillingen|anmodning|anmodningen|henvendelse|henvendelsen|tilslutning|tilslutningen|tilslutninga|deltakelse|deltakelsen|deltagelse|deltagelsen|medlemskap|medlemskapet|søknad|søknaden|resultat|resultatet|utfallet|beslutningen|valget|andel|andelen|summen?|midler|midlene|pengene|finansiering|finansieringen|utgiften|tilbudet|invitasjonen|forespørsel|forespørselen|økonomien|budsjettet|tiltaket|prosjektet|behandlingen|votering|voteringen|alternativ|alternativet|kontrakten|papirene|dokumentet|skjemaet|opplegget|svarslippen|betaling|kommuneøkonomien|situasjonen|grunnen|årsaken|begrunnelsen|meldingen|beskjeden|faktura|fakturaen|regningen|tilskuddet|tilskudd|stillingen|koordinatoren|ressursen|rådgiveren|løsningen|planen|fristen|møtet))\b/u,
);

/** Before the verb and no subject: the subject stands behind it, or there is none. */
const FRONTED = words(
  /^(?:i|på|etter|for|fra|med|til|ved|under|av|om|over|uten|innen|gjennom|hos|per|pr|ut|mot|på vegne|herved|hermed|derfor|dermed|dessverre|likevel|nå|også|gjerne|altså|imidlertid|videre|samtidig|ellers|forøvrig|dog|selvsagt|selvfølgelig|naturligvis|heldigvis|endelig|foreløpig|igjen|heller|bare|kun|inntil|tidligere|senere|derimot|således|følgelig|hei|heisann|god|kjære|viser|jf|fordi|siden|selv|både|som|når|da|hvis|dersom|å|men|og|at|mens|kort|klart|vel|joda|jada|jo|greit|ok|fint|flott|positivt?|dag|uansett|trass|tross|ut|\d)(?!\p{L})/u,
);

const PREPOSITION = words(/(?:^| )(?:i|på|hos|fra|av|til|for|med|om|ved) (?:[^\s]+ )?$/u);

/** «Fastlegene våre slutter seg til», «Styret i DMS har vedtatt»: the yes of somebody who does not answer for the municipality. */
export function isOfSomebodyElse({ clause, sentence, voice }: Claim, said: string, speakers: Speakers): boolean {
  if (sentence.section !== 'text' || clause === undefined || voice === 'recommended') return false;
  const at = said.indexOf(clause);
  const lead = at === -1 ? '' : said.slice(0, at);
  const reports = /(?:^| )(?:at|å) $/.test(lead);
  // «Snakket med rådmannen i dag, og han sier at»: who reports stands in the last clause before it.
  if (reports && foreign(lead.slice(lastBreak(lead)), speakers)) return true;
  const head = headOf(clause);
  return head === '' && !reports ? lead !== '' && foreign(lead, speakers) : foreign(clause, speakers);
}

function lastBreak(lead: string): number {
  const at = Math.max(lead.lastIndexOf(', '), lead.lastIndexOf('; '), lead.lastIndexOf(': '));
  return at === -1 ? 0 : at + 2;
}

function headOf(text: string): string {
  const verb = FINITE.exec(text);
  return verb === null ? '' : text.slice(0, verb.index).trim();
}

function foreign(text: string, speakers: Speakers): boolean {
  const head = headOf(text.replace(/^(?:(?:ja|nei|hei|og|men|at|nå)(?: takk)?[,!.]? )+/u, ''));
  if (!/\p{L}{2}/u.test(head) || isThemselves(head, speakers) || THE_MATTER.test(head)) return false;
  const behind = text.slice(head.length).trim().split(' ').slice(1, 5).join(' ');
  if (FRONTED.test(head)) return false;
  return !isThemselves(behind, speakers);
}

const SEVERAL = words(/\b(?:kommunene|kommuner|begge|alle|samtlige)\b/u);

/** Are they the subject here: named, and not behind a preposition («Fagforbundet i Fjordvik»)? */
function isThemselves(text: string, speakers: Speakers): boolean {
  const own = THEMSELVES.exec(text);
  if (own !== null && !PREPOSITION.test(text.slice(0, own.index))) return true;
  if ([...bodiesIn(text), ...officersIn(text)].some(({ at }) => !PREPOSITION.test(text.slice(0, at))))
    return !OTHER_BOARD.test(text);
  if (speakers.forSeveral && SEVERAL.test(text)) return true;
  return [text, withNorwegianLetters(text)].some(written =>
    speakers.ours.some(name => {
      const at = written.indexOf(name);
      return at !== -1 && contains(written, name) && !PREPOSITION.test(written.slice(0, at));
    }),
  );
}

/** «Holtaalen», «Roeros»: written from a keyboard without our letters. */
function withNorwegianLetters(text: string): string {
  return text.replaceAll('aa', 'å').replaceAll('oe', 'ø').replaceAll('ae', 'æ');
}

/** Boards and unions that bodiesIn takes for bodies of the municipality. */
const OTHER_BOARD = words(/\b(?:fylkesstyret|hovedstyret|regionråd\p{L}*|ks)\b/u);
