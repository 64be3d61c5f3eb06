import { words } from './words.ts';

/** What municipalities do together besides: a yes to «skogbrannvernet» or «barnevernet» is no answer, unless that was asked. */
const FIELD =
  '(?:\\p{L}*(?:barnevern|brannvern|brannsamarbeid|brannvesen|skogbrann|renovasjon|legevakt|krisesenter|innkjøp|kopipapir|kemner|skatteoppkrev|veterinær|landbruk|havnesamarbeid|feievesen|avløp|vannverk|oljevern|sivilforsvar|byggesak|geodata|bompenge|kollektiv|bibliotek|kulturskole|reiseliv|næringsutvikling|tariff|lønnsoppgjør|lønnsforhandling|lærling|voksenopplæring|legemid|ikt-?samarbeid|databehandleravtale)|brann- og |(?:kino|arkiv|regnskaps)(?:samarbeid|kontor|tjenest|depot|drift)|(?<!budsjett)revisjon(?:s|en\\b|a\\b)|ppt\\b|pp-tjenest)\\p{L}*';

/** Gatherings and procedures that one also takes part in. */
const OCCASION = '(?:høring|inhabil|middag|julebord|seminar|konferanse|fagdag|demo(?!kr|gr)|kurs|årsmøte)\\p{L}*';

const FIELDS = words(new RegExp(`\\b${FIELD}`, 'gu'));
const FIELDS_AND_OCCASIONS = words(new RegExp(`\\b(?:${FIELD}|${OCCASION})`, 'gu'));

/** Does the text name a field of its own? `topic` is the beginnings of the request's words: its own field is no other. */
export function namesOtherField(text: string, topic: ReadonlySet<string>): boolean {
  return namesAny(FIELDS, text, topic);
}

/** The same, or an occasion («konferansen», «høringen»). */
export function namesOtherMatter(text: string, topic: ReadonlySet<string>): boolean {
  return namesAny(FIELDS_AND_OCCASIONS, text, topic);
}

function namesAny(pattern: RegExp, text: string, topic: ReadonlySet<string>): boolean {
  for (const [word] of text.matchAll(pattern)) if (!topic.has(word.slice(0, 8))) return true;
  return false;
}
