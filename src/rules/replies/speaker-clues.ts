import type { Mention } from '../municipality/mentions.ts';
import { words } from '../text/words.ts';

/** Where a text shows who speaks. */
export type ClueSource =
  | 'token'
  | 'reference'
  | 'head'
  | 'signature'
  | 'sentence'
  | 'shown'
  | 'domain'
  | 'subject'
  | 'mention';

export interface Clue {
  name: string;
  source: ClueSource;
}

/** How much a clue says. Only the first of each source counts for a municipality. */
const WEIGHT: Record<ClueSource, number> = {
  token: 6,
  head: 5,
  signature: 5,
  sentence: 4,
  reference: 4,
  shown: 3,
  domain: 3,
  subject: 3,
  mention: 1,
};

/** Enough to name a stranger; a mere mention is not. */
const ENOUGH = 3;

/** The one whom the clues name, ahead of the next by so many points; null when nobody is. */
export function clearlyNamed(
  clues: readonly Clue[],
  ahead: number,
  among: readonly string[] | null = null,
): string | null {
  const points = new Map<string, number>();
  const seen = new Set<string>();
  for (const { name, source } of clues) {
    if ((among !== null && !among.includes(name)) || seen.has(`${source} ${name}`)) continue;
    seen.add(`${source} ${name}`);
    points.set(name, (points.get(name) ?? 0) + WEIGHT[source]);
  }
  const [best, second] = [...points].sort((a, b) => b[1] - a[1]);
  if (best === undefined || best[1] < ENOUGH) return null;
  return best[1] - (second?.[1] ?? 0) >= ahead ? best[0] : null;
}

/** The verbs by which a municipality acts in an answer, in both written forms. */
export const ACTS =
  'slutter|sluttar|vil|kan|ønsker|ønskjer|har|er|takker|takkar|deltar|deltek|deltaker|bidrar|bidreg|støtter|støttar|stiller|godkjenner|godkjenn|går|blir|vert|vedtok|vedtar|vedtek|tilrår|velger|vel|må|skal|svarer|svarar|bekrefter|stadfester|stadfestar|melder|melde|viser|ser|finner|finn|kommer|kjem|behandler|behandla|behandlet|handsamar|innvilger|bevilger|løyver|aksepterer|inngår|avslår|avstår|ber|oversender|sier|seier|prioriterer';

const ACTS_NEXT = new RegExp(`^\\s+(?:${ACTS})(?![\\p{L}])`, 'u');
const ACTS_BEFORE = new RegExp(`(?<![\\p{L}])(?:${ACTS})\\s+$`, 'u');
const BEGINS =
  /(?:^\s*(?:(?:hei|hallo|god dag|svar|ja|nei)\s*[,!.:–-]*\s*)?|,?\s(?:men|mens|medan)\s+|,\s+(?:og|så)\s+)$/u;

/** «Roan kommune spør», «Roan kommune lurer på»: any verb, where nothing but a verb can stand. */
const PRESENT = /^\s+\p{Ll}{2,14}[rs](?!\p{L})/u;

/** «bekrefter at Roan kommune …» */
const REPORTS_THAT = words(
  /\b(?:bekrefte[rs]?|stadfeste[rs]?|stadfestar|meld(?:e|er|es|ast)|meddel(?:e|er|es|ast)|opplys(?:e|er|es|ast)|informer(?:e|er|es|ast)|svar(?:e|er|ar)|beskjed om|tilbakemelding(?:en|a)?(?: om)?|orienter(?:e|er)(?: om)?) at\s+$/u,
);

/** «rådmannen i Roan», «vi i Roan», «formannskapet i Roan» */
const OFFICE_IN = words(
  /\b(?:vi|oss|me|her|kommunen|formannskapet|kommunestyret|heradsstyret|fylkestinget|fylkesutvalget|utvalget|rådmann(?:en)?|kommunedirektør(?:en)?|ordfører(?:en)?|ordførar(?:en)?|varaordfører(?:en)?|administrasjonen|kommunalsjef(?:en)?|\p{L}{2,20}sjef(?:en)?|\p{L}{0,20}leder(?:en)?|\p{L}{0,20}leiar(?:en)?|kommuneoverlege(?:n)?|\p{L}{0,12}rådgiver(?:en)?|\p{L}{0,12}rådgjevar(?:en)?|konsulent|saksbehandler|sakshandsamar|postmottak(?:et)?|arkiv(?:et)?|servicetorg(?:et)?) (?:i|på|ved|hos)\s+$/u,
);

/** «dette er Jan Nilsen i Roan», «Jan Nilsen her, kommuneoverlegen på Hitra»: who writes says where she is. */
const INTRODUCES = words(
  /(?:^\s*|\b(?:hei|hallo|dag|morgen|kveld)\W{1,3}(?:\p{L}+\W{1,2})?)(?:dette|det|her) er (?!(?:en|ei|et|eit|noe|noko|svar|sak|vedtak|brev|ikke|ikkje|vi|me|viktig|bra|fint|nytt|mange|de|dei)\p{L}{0,3} )(?:\p{L}+[ -]){1,4}(?:i|på|fra|frå|hos|ved)\s+$/u,
);

/** «Roans rådmann», «Roan formannskap», «Roan kommunes svar» */
const ITS_OWN = words(
  /^'?\s+(?:kommunes\s+|herads\s+)?(?:rådmann|kommunedirektør|ordfører|ordførar|formannskap|kommunestyre|heradsstyre|svar|standpunkt|vedtak|konklusjon|tilbakemelding|uttale\p{L}{0,6}|syn)\b/u,
);

/** «svar fra Roan», «på vegne av Roan», «Avsender: Roan» */
const FROM_IT = words(
  /\b(?:(?:svar(?:et)?|tilbakemelding(?:en)?|uttale(?:lse)?n?|særutskrift|saksprotokoll|brev|signert avtale|underskrevet avtale|helsing|hilsen|ja|nei) (?:frå|fra)|på vegner? av(?: kommunen)?|(?:svarer|svarar|skriver|skriv) (?:her )?for)\s+$/u,
);
const SENDER_FIELD =
  /^\s*(?:avsender|avsendar|fra|frå|kommune|kommunens navn|virksomhet|organisasjon|innsender)\s*:\s*$/u;

/** «Til Roan kommune», «Kopi: Åfjord kommune, Osen kommune», «Hei Roan»: written to, not by. */
const WRITTEN_TO =
  /^[\s>*_-]*(?:til|kopi(?: til)?|kopimottaker\p{L}{0,3}|kopimottakar\p{L}{0,3}|mottaker\p{L}{0,3}|mottakar\p{L}{0,3}|cc|kk|att|adressat\p{L}{0,4}|sendt til|sendes til|intern kopi|ekstern kopi|fordeling|gjenpart(?: til)?|likelydende brev(?: er)?(?: sendt)?(?: til)?|hei|hallo|kjære)(?![\p{L}])[\s.:]*(?:(?:kommune(?:n|ne|ane)?|rådmannen i|v\/)\s+)?$/u;

/**
 * Is the municipality named here as the one that is written to? `line` is the line up to the name, in small letters;
 * `named` are the names in it, since lists count («Kopi: Åfjord kommune, Osen kommune»).
 */
export function isWrittenTo(line: string, named: readonly { at: number; end: number }[]): boolean {
  if (line.length > 300) return false;
  const ends = [...named.slice(1).map(({ at }) => at), line.length];
  const isList = named.every(({ end }, at) => LISTED.test(line.slice(end, ends[at])));
  return WRITTEN_TO.test(isList ? line.slice(0, named[0]?.at ?? line.length) : line);
}

const LISTED = /^(?:\s*(?:,|;|\/|og|samt|kommune))*\s*$/u;

/**
 * What a sentence says of the one whom it names: it speaks or acts («Roan kommune slutter seg til», «vi i Roan»), or is
 * only mentioned. `before` and `after` are the sentence on both sides of the name, small letters.
 */
export function clueOfSentence(before: string, after: string, mention: Mention): 'sentence' | 'mention' | null {
  const behind = mention.hasOffice ? after.replace(/^\s+\p{L}+/u, '') : after;
  if (SENDER_FIELD.test(before)) return 'sentence';
  if (BEGINS.test(before) && (ACTS_NEXT.test(behind) || (mention.hasOffice && PRESENT.test(behind)))) return 'sentence';
  if (ACTS_BEFORE.test(before) && !/^\s*(?:som|når|slik|at)\s[^,]*$/u.test(before)) return 'sentence';
  if (REPORTS_THAT.test(before) || OFFICE_IN.test(before) || FROM_IT.test(before) || INTRODUCES.test(before))
    return 'sentence';
  if (ITS_OWN.test(after)) return 'sentence';
  return mention.hasOffice ? 'mention' : null;
}

/** A line that holds nothing but the office's name, as letterheads and signatures do. */
export function isOfficeLine(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.length <= 80 && !/[.!?]$/.test(trimmed) && !LINE_ACTS.test(trimmed.toLowerCase());
}

const LINE_ACTS = new RegExp(`(?<![\\p{L}])(?:${ACTS})(?![\\p{L}])`, 'u');
