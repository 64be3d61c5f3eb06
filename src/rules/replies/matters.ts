import { topicOf, topicWords } from './campaign-topic.ts';
import type { KnownCampaign } from './known.ts';
import { type MatterHeading, matterHeading, titleIn } from './matter-heading.ts';
import { isRunningText, type PlacedSentence, sectionOfHeading } from './sections.ts';

/**
 * whole: the text is of one matter · own: what each matter of the request says, with the head that all share ·
 * foreign: there are matters, and none is the request's; `head` is what stands above them.
 */
export type Matters =
  | { are: 'whole' }
  | { are: 'own'; each: PlacedSentence[][]; all: PlacedSentence[] }
  | { are: 'foreign'; head: PlacedSentence[]; several: boolean };

/** Words that stand in the titles of all sorts of matters. */
const GENERAL = new Set(
  `styrke styrking styrket sikre regional regionalt lokal lokale nasjonal samarbeid samarbeidet interkommunal
interkommunale interkommunalt prosjekt tiltak nytt videre videreføring etablering utvikling høring henvendelse
forespørsel anmodning invitasjon tilslutning deltakelse deltagelse orientering spørsmål status økonomi økonomisk
tilskudd støtte medlemskap oppfølging tilgang bruk drift driften årene perioden norge norwegian association local
authorities kommunesektorens organisasjon svar brev ledelse samt ekstra større flere
mellom`
    .split(/\s+/u)
    .map(word => word.slice(0, 8)),
);

/** So many words of a title that bear on the request's letter alone, or of a text, make it the request's. */
const ENOUGH = 3;

interface Matter extends MatterHeading {
  sentences: PlacedSentence[];
}

/**
 * Cuts minutes at the headings of their matters and keeps those of the request. A resolution on the licences never
 * answers for the matter beside it.
 */
export function mattersOf(sentences: readonly PlacedSentence[], campaign: KnownCampaign | null): Matters {
  const topic = campaign === null ? null : topicsOf(campaign);
  if (topic === null || topic.all.size === 0) return { are: 'whole' };
  const { head, matters } = cut(sentences);
  if (new Set(matters.map(({ title }) => title)).size < 2) {
    const [only] = matters;
    const other = only !== undefined && isOther(only.title, topic) && !isAbout(wordsIn(sentences), topic.all);
    return other ? { are: 'foreign', head, several: false } : { are: 'whole' };
  }
  const titled = matters.filter(({ title }) => isTitleOf(title, topic));
  const own = titled.length > 0 ? titled : matters.filter(matter => shared(wordsIn(matter.sentences), topic) >= ENOUGH);
  if (own.length === 0) return { are: 'foreign', head, several: true };
  return {
    are: 'own',
    each: own.map(matter => [...head, ...matter.sentences]),
    all: [...head, ...own.flatMap(matter => matter.sentences)],
  };
}

/** What stands above the first matter, and the matters, those with one number or one title together. */
function cut(sentences: readonly PlacedSentence[]): { head: PlacedSentence[]; matters: Matter[] } {
  const openings = sentences.map((sentence, at) => opening(sentence, sentences[at + 1]));
  if (!openings.some(heading => heading !== null && heading.title !== '')) return { head: [...sentences], matters: [] };
  const first = openings.findIndex(heading => heading !== null);
  const lead = sentences[first]?.sectionNumber;
  const head = sentences
    .slice(0, first)
    .filter(({ section, sectionNumber }) => isLoose(section) || sectionNumber === lead);
  const matters: Matter[] = [];
  let open: Matter | undefined;
  let carried: number | null = null;
  for (const [at, sentence] of sentences.entries()) {
    const heading = openings[at] ?? null;
    if (heading !== null) {
      // A section that began above all matters («fattet følgende vedtak:») holds for each of them.
      const above = sentences[at - 1]?.sectionNumber ?? null;
      carried = at > first && above !== lead ? above : null;
      open = matters.find(
        ({ number, title }) => number === heading.number || (title !== '' && title === heading.title),
      );
      if (open === undefined) {
        open = { ...heading, sentences: [] };
        matters.push(open);
      } else if (open.title === '') open.title = heading.title;
    }
    if (open !== undefined) open.sentences.push(sentence.sectionNumber === carried ? loose(sentence) : sentence);
  }
  return { head, matters };
}

/** The heading that a sentence is; «PS 85/13» takes its title from the line below. */
function opening(sentence: PlacedSentence, below: PlacedSentence | undefined): MatterHeading | null {
  const heading = matterHeading(sentence);
  if (heading === null || heading.title !== '' || below === undefined) return heading;
  if (/\d[\s:.–—-]*\p{L}/u.test(sentence.literal) || sectionOfHeading(below.folded) !== null) return heading;
  if (!/^["«“]?\p{Lu}/u.test(below.literal) || /[.:!?]$/.test(below.literal)) return heading;
  const title = titleIn(below.literal);
  return title === null ? null : { ...heading, title };
}

/** Out of the section of the matter above. */
function loose(sentence: PlacedSentence): PlacedSentence {
  const isBody = sentence.part === 'body' || sentence.part.endsWith('.eml');
  return { ...sentence, section: isBody || isRunningText(sentence.folded) ? 'text' : 'head', heading: '' };
}

function isLoose(section: PlacedSentence['section']): boolean {
  return section === 'head' || section === 'text' || section === 'background';
}

interface Topics {
  subject: ReadonlySet<string>;
  all: ReadonlySet<string>;
}

/** The requests stay the same from mail to mail. */
const topics = new WeakMap<KnownCampaign, Topics>();

function topicsOf(campaign: KnownCampaign): Topics {
  let topic = topics.get(campaign);
  if (topic === undefined) {
    const subject = withStems(topicOf(campaign.subject));
    topic = { subject, all: new Set([...subject, ...withStems(topicOf(campaign.words))]) };
    topics.set(campaign, topic);
  }
  return topic;
}

/** A title bears on a request by one word of its subject, or by several of its letter. */
function isTitleOf(title: string, topic: Topics): boolean {
  const own = topicWords(title);
  return isAbout(own, topic.subject) || shared(own, topic) >= ENOUGH;
}

/** The title tells what it is about, and that is nothing of ours. */
function isOther(title: string, topic: Topics): boolean {
  const own = [...topicWords(title)].filter(word => !GENERAL.has(word));
  return own.length > 0 && !isAbout(own, topic.all);
}

function wordsIn(sentences: readonly PlacedSentence[]): Set<string> {
  return topicWords(sentences.map(({ literal }) => literal).join('\n'));
}

function isAbout(own: Iterable<string>, topic: ReadonlySet<string>): boolean {
  for (const word of own) if (isOf(word, topic)) return true;
  return false;
}

/** A word of the subject counts twice. */
function shared(own: Iterable<string>, { subject, all }: Topics): number {
  let points = 0;
  for (const word of own) points += isOf(word, subject) ? 2 : isOf(word, all) ? 1 : 0;
  return points;
}

function isOf(word: string, topic: ReadonlySet<string>): boolean {
  return !GENERAL.has(word) && (topic.has(word) || topic.has(stem(word)));
}

function withStems(topic: ReadonlySet<string>): Set<string> {
  const telling = [...topic].filter(word => !GENERAL.has(word));
  return new Set(telling.flatMap(word => [word, stem(word)]));
}

/** «ressursen», «ressurser» → «ressurs»; «olavs» → «olav». */
function stem(word: string): string {
  const bare = word.replace(/(?:ene|en|et|er|e|s|a)$/u, '');
  return bare.length < 4 ? word : bare;
}
