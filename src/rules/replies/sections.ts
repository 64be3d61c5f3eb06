import { type Sentence, sentencesOf } from '../text/sentences.ts';
import { words } from '../text/words.ts';
import { apartFromHeadings } from './matter-heading.ts';

/**
 * decision: what was resolved («Vedtak:») · proposal: «Rådmannens innstilling» · proceedings: proposals of members and
 * votes · background: reasons and facts · head: title, case numbers, meeting table · text: running text of a letter.
 */
export type Section = 'text' | 'head' | 'proposal' | 'proceedings' | 'decision' | 'background';

export interface PlacedSentence extends Sentence {
  section: Section;
  /** The heading or introduction that opened the section, folded; '' for text and head. */
  heading: string;
  /** Counts the sections of a text, so that two decisions of two bodies stay apart. */
  sectionNumber: number;
  /** `body` or the attachment's name. */
  part: string;
  /** A ready answer that was ticked. */
  ticked?: boolean;
}

/** A heading has no verb of its own: «Innstillingen ble vedtatt» is a sentence. */
const VERB = words(
  /\b(?:ble|er|falt|fikk|har|vedtok|vedtas|skal|vil|kan|behandles|følger|viser|stemte|satt|tatt|oversendes|fattet|gjorde|fremmet|gjorde)\b/u,
);

const PROPOSAL_TITLE = words(
  /^(?:\S+ ){0,5}?(?:innstilling(?:en)?|(?:forslag|utkast|skisse) til (?:vedtak|innstilling)|forslag til|anbefaling)\b(?! \p{L}* ?(?:av|om) (?:bidrag|deltakelse))/u,
);
/** The title of the matter and the heading below it, run together by a PDF: «Felles koordinator Rådmannens innstilling» */
const ENDS_AS_PROPOSAL = words(
  /\b(?:rådmannens|kommunedirektørens|administrasjonens|ordførerens) (?:innstilling|forslag(?: til vedtak)?|tilråding)$/u,
);
const DECISION_TITLE = words(
  /^(?:(?:endelig|samlet|enstemmig|følgende|slikt|delegert|administrativt|sak|ps|fs|ks|f-sak|k-sak|\d+\/\d+|\p{L}+s|\p{L}+ sitt|\p{L}+ si) ?[:-]? ?){0,3}vedtak(?:et)?\b(?! (?:om|fra ru|av|i (?:saken|medhold)))/u,
);
const PROCEEDINGS_TITLE = words(
  /^(?:(?:\p{L}+s|politisk|møte|i møtet) )?(?:behandling|møtebehandling|saksbehandling|votering|avstemning|avstemming|stemmegivning|voteringsresultat|protokolltilførsel|merknad(?:er)?|debatt|alternativt? forslag|nytt forslag|tilleggsforslag|fellesforslag|utsettelsesforslag|endringsforslag|forslag (?:fra|frå|av|nr|[a-z\d]\b)|forslag$|forslag:)/u,
);
const BACKGROUND_TITLE = words(
  /^(?:\S+ )?(?:saksopplysninger|saksutredning|saksutgreiing|bakgrunn(?:en)?|sakens bakgrunn.*|bakgrunn for saken|vurdering(?:er|en)?|konklusjon|oppsummering|samandrag|sammendrag|økonomi|økonomiske \p{L}+|folkehelse\p{L}*|juridiske? \p{L}+|faktiske opplysninger|faktagrunnlag|hjemmel|vedlegg|saksdokument(?:er)?|konsekvens(?:er)?.*|alternativer|innledning|saken gjelder|hva saken gjelder|problemstilling|drøfting|begrunnelse|grunngiving|klage(?:adgang|rett)?|faktaopplysninger|fakta)\b/u,
);

/** «… fattet slikt vedtak:», «Under punkt 9 ble følgende vedtatt:» */
const DECISION_INTRO = words(
  /\b(?:vedtak|vedtaket|vedtatt|vedtok|besluttet|besluttede|beslutning|avgjørelse|bestemt)\b/u,
);
const PROPOSAL_INTRO = words(
  /\b(?:innstilling(?:en)?|innstiller|innstilte|forslag til vedtak|tilrår|tilrådde|anbefaler|anbefalte|foreslår|foreslo|slikt forslag|lagt fram|legges fram)\b/u,
);
const PROCEEDINGS_INTRO = words(
  /\b(?:fremmet|la fram|lagt fram|satte fram|sette fram|foreslo|følgende (?:alternative )?forslag|slikt forslag|forslag fra)\b/u,
);

/** «Kommunestyret 19.10.2026, sak 58/26:» with nothing but the words of the resolution after it */
const MEETING_LINE = words(
  /^(?:\p{L}+ )?(?:kommunestyre|formannskap|bystyre|herredsstyre|fylkesting|hovedutvalg\p{L}*|\p{L}+utvalg)(?:et)?\b[^a-zæøå]{1,4}(?:den )?\d[^:]{0,50}:$/u,
);

interface Place {
  section: Section;
  heading: string;
  number: number;
  /** For an introduction in a letter: the last block that it covers; null = until the next heading. */
  until: number | null;
}

/** Reads a text as a document: each sentence with the section that it stands in. */
export function placedSentences(text: string, part: string): PlacedSentence[] {
  const isBody = part === 'body' || part.endsWith('.eml');
  const start: Place = { section: isBody ? 'text' : 'head', heading: '', number: 0, until: null };
  let place = start;
  const placed: PlacedSentence[] = [];
  for (const sentence of sentencesOf(text).flatMap(apartFromHeadings)) {
    if (place.until !== null && sentence.block > place.until && !goesOn(sentence))
      place = { ...start, number: place.number + 1 };
    const label = /^([^:]{3,70}):(?= \S)/.exec(sentence.folded)?.[1];
    const heading = sectionOfHeading(sentence.folded) ?? (label === undefined ? null : sectionOfHeading(label));
    if (heading !== null) place = { section: heading, heading: sentence.folded, number: place.number + 1, until: null };
    else if (place.section === 'head' && isRunningText(sentence.folded)) place = { ...place, section: 'text' };
    placed.push({ ...sentence, section: place.section, heading: place.heading, sectionNumber: place.number, part });
    const opened = heading === null ? sectionOfIntro(sentence.folded, place.section) : null;
    if (opened !== null) {
      place = {
        section: opened,
        heading: sentence.folded,
        number: place.number + 1,
        until: isBody ? sentence.block + 1 : null,
      };
    }
  }
  return placed;
}

/** What a heading line opens, or null when the line is none. */
export function sectionOfHeading(line: string): Section | null {
  const title = line.replace(/[\s:.-]+$/, '').replace(/^\d+(?:\.\d+)*\.? /, '');
  if (ENDS_AS_PROPOSAL.test(title) && title.length < 200 && !VERB.test(title)) return 'proposal';
  if (title.length > 100 || VERB.test(title) || /[?!]$/.test(line) || (line.endsWith('.') && title.length > 20))
    return null;
  if (/^(?:melding|underretning|oversendelse|utskrift) (?:om|av) /.test(title)) return null;
  if (PROCEEDINGS_TITLE.test(title)) return 'proceedings';
  if (BACKGROUND_TITLE.test(title) && title.length < 60) return 'background';
  if (PROPOSAL_TITLE.test(title)) return 'proposal';
  if (/^delegert vedtak$/.test(title)) return null;
  return DECISION_TITLE.test(title) ? 'decision' : null;
}

function sectionOfIntro(folded: string, current: Section): Section | null {
  if (!folded.endsWith(':')) return null;
  if (MEETING_LINE.test(folded) && !PROPOSAL_INTRO.test(folded) && !PROCEEDINGS_TITLE.test(folded)) return 'decision';
  if (PROCEEDINGS_INTRO.test(folded) && !/innstilling/.test(folded)) return 'proceedings';
  if (PROPOSAL_INTRO.test(folded)) return current === 'proceedings' ? 'proceedings' : 'proposal';
  return DECISION_INTRO.test(folded) ? 'decision' : null;
}

/** The second point of a numbered resolution belongs to it. */
function goesOn(sentence: Sentence): boolean {
  return /^(?:\d{1,2}[.)]|[-•*]|[a-h]\)|") ?\S/.test(sentence.folded);
}

/** A line that is a whole sentence, and no title or row of a table. */
export function isRunningText(folded: string): boolean {
  return folded.split(' ').length >= 5 && /[.!]$/.test(folded);
}
