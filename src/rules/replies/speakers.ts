import type { OwnTexts } from '../text/own-text.ts';
import { DECIDES } from '../text/phrases-decision.ts';
import { words } from '../text/words.ts';
import type { PlacedSentence } from './sections.ts';

/** Whose words count in a message. */
export interface Speakers {
  /** Our own letters: quoted, they say nothing. */
  own: OwnTexts;
  /** Folded names of the municipalities that answer, as the message writes them. */
  ours: readonly string[];
  /** Folded names of all others that the message names. */
  others: readonly string[];
  /** It answers for several: «begge kommunene», «kommunene» are they themselves. */
  forSeveral: boolean;
  /** Beginnings of the words that the request calls its matter by. */
  topic: ReadonlySet<string>;
}

/** «de andre kommunene», «12 kommuner», «KS», «helseforetaket»: what they do is not the answer. */
const OTHERS = words(
  /(?:^|\b(?:og|men|at) )(?:(?:de|alle|flere|andre|øvrige|noen|mange|samtlige|resten av|de fleste|hvor mange|hvilken|\d+|begge|nabo\p{L}*) ?(?:av )?(?:de )?(?:andre |øvrige |fleste )?kommune(?:r|ne|s)?|(?:har|hadde) de(?= (?:alt|allerede|nok|visst|visstnok|vel|også|sagt|takket|svart|gått|blitt|vedtatt|sluttet|bestemt|meldt|signert)\b)|(?:er|blir|går|kommer|vil|skal|sier|takker) de(?= (?:alt|allerede|nok|visst|visstnok|vel|også|med|nei|ja|takke|si|delta|slutte|bli)\b)|kommunene|(?:alle |de |flere |noen |de fleste )?nabokommune\p{L}*|ks|dere|de|helseforetaket|sykehuset|st\.? ?olavs?|staten|fylkesmannen|statsforvalteren|rådmannsutvalget|helse \p{L}+)\b(?! sitt)/u,
);

/** «begge kommunene», «alle tre kommunene», «kommunene» in an answer of several. */
const ALL_OF_US = words(
  /^(?:(?:og|men|at) )?(?:begge|alle|samtlige)?(?: ?(?:de )?(?:to|tre|fire|fem|seks|\d))?(?: ?våre)? ?(?:kommunene|kommuner)\b/u,
);

/** «vi», «kommunen», «formannskapet»: they themselves, whoever else is named. */
const THEMSELVES = words(
  /\b(?:vi|oss|jeg|kommunen|vår|vårt|våre|formannskapet|kommunestyret|fylkestinget|rådmannen|kommunedirektøren|ordføreren|folkevalgte|politikerne)\b/u,
);

/** «så vidt jeg vet har de sagt ja»: «jeg» knows it only. */
const AS_FAR_AS = words(
  /\b(?:så vidt|såvidt|etter det) (?:jeg|vi) (?:har )?(?:vet|forstår|forstått|kjenner til|husker|hører|hørt)\b ?/u,
);

/** Is the subject of this piece of a clause (up to and with its verb) somebody else? */
export function speaksForOthers(text: string, speakers: Speakers): boolean {
  if (speakers.ours.some(name => contains(text, name))) return false;
  const own = text.replace(AS_FAR_AS, '');
  if (OTHERS.test(own) && !THEMSELVES.test(own)) return !(speakers.forSeveral && ALL_OF_US.test(text));
  const head = text.slice(0, 60);
  return speakers.others.some(name => contains(head, name)) && !THEMSELVES.test(head);
}

/** Does the name stand there as a word (also «Bjugns»)? */
export function contains(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (
      !/\p{L}/u.test(text[at - 1] ?? ' ') &&
      /^(?:s?(?!\p{L}))/u.test(text.slice(at + name.length, at + name.length + 2))
    ) {
      const next = text.slice(at + name.length, at + name.length + 2);
      if (!/^\p{L}/u.test(next) || /^s(?!\p{L})/u.test(next)) return true;
    }
  }
  return false;
}

/** «Innstillingen min er ferdig og lyder: «…»»: read out by those who make it. */
export const READ_OUT = words(
  /\b(?:innstilling|tilråding|forslag(?:et)? til vedtak|vedtaksforslag)\p{L}*\b[^.:?]{0,80}\b(?:lyder|lyde|er|blir|følger|slik|slikt)(?: [^\s]+)?: ?$/u,
);

/** The sentence without what it only quotes: «dere skriver «…»». A resolution in quotation marks is their own. */
export function ownWordsOf(sentence: PlacedSentence): string {
  const { folded } = sentence;
  const bare = folded.replace(/^"|"$/g, '');
  if (sentence.section === 'decision' || sentence.section === 'proposal' || !bare.includes('"')) return bare;
  return folded
    .replace(/"([^"]*)"/g, (_, quoted: string, at: number) => {
      const before = folded.slice(0, at);
      if (quoted.split(' ').length <= 3) return quoted;
      if (READ_OUT.test(before)) return quoted;
      return DECIDES.test(before) && !/\bforslag|foreslo/.test(before) ? quoted : ' ';
    })
    .replace(/\s+/g, ' ')
    .trim();
}
