import { fold } from '../text/fold.ts';
import { foldedName } from '../text/folded-name.ts';
import { sentencesOf } from '../text/sentences.ts';
import { words } from '../text/words.ts';
import type { Known } from './known.ts';
import type { Message } from './message.ts';
import { contains } from './speakers.ts';

export interface Answering {
  /** Names as in the register, sorted. */
  municipalities: string[];
  /** The municipality of the sender's domain or known address, null for strangers. */
  senders: string | null;
  /** It speaks for others than the sender's own municipality alone. */
  onBehalf: boolean;
  /** The sentence that names them. */
  literal: string | null;
}

/** «på vegne av», «felles svar», «svarer også for», «svaret gjelder også» */
const ON_BEHALF = words(
  /\b(?:på vegne av|på vegner av|felles svar|fellessvar|felles tilbakemelding|svarer (?:[^\s]+ ){0,2}?(?:også )?for|svaret gjelder|gjelder også|også for|både)\b/u,
);

/** «svarer hver for seg», «svarer selv»: just not for them. */
const NOT_FOR = words(/\b(?:hver for seg|selv|for egen del|ikke (?:[^\s]+ )?(?:på vegne|for))\b/u);
const ALSO = words(/\b(?:også|i tillegg til oss|sammen med oss)\b/u);

/** Finds for whom a message answers: by domain, else by what it calls itself; and whom it names besides. */
export function whoAnswers(message: Message, text: string, withSignature: string, known: Known): Answering {
  const names = known.addressees.map(({ name }) => name);
  const senders = municipalityOfAddress(message.from?.address ?? '', known);
  const group = namedGroup(text, names, senders);
  if (group !== null)
    return {
      municipalities: group.names.sort((a, b) => a.localeCompare(b, 'nb')),
      senders,
      onBehalf: true,
      literal: group.literal,
    };
  if (senders !== null) return { municipalities: [senders], senders, onBehalf: false, literal: null };
  const self = selfNamed(withSignature, names);
  return { municipalities: self === null ? [] : [self], senders, onBehalf: false, literal: null };
}

/** By mail domain (or one below it), or by an address that the register knows. */
export function municipalityOfAddress(address: string, known: Known): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (address === '' || domain === '') return null;
  const byDomain = known.addressees.find(({ domains }) =>
    domains.some(own => own !== '' && (domain === own || domain.endsWith(`.${own}`))),
  );
  return (byDomain ?? known.addressees.find(({ addresses }) => addresses.includes(address)))?.name ?? null;
}

function namedGroup(
  text: string,
  names: readonly string[],
  senders: string | null,
): { names: string[]; literal: string } | null {
  for (const { literal, folded } of sentencesOf(text)) {
    if (!ON_BEHALF.test(folded)) continue;
    const named = namesIn(literal, names);
    if (named.length === 0 || (NOT_FOR.test(folded) && !/vegne av|felles/.test(folded))) continue;
    const others = named.filter(name => name !== senders);
    if (others.length === 0) continue;
    const whole = senders !== null && ALSO.test(folded) && !named.includes(senders) ? [...named, senders] : named;
    if (/både/.test(folded) && !/vegne av|felles|svar/.test(folded) && whole.length < 2) continue;
    return { names: whole, literal };
  }
  return subjectGroup(text, names);
}

/** «Agdenes og Snillfjord kommuner slutter seg til»: two names before the verb. */
function subjectGroup(text: string, names: readonly string[]): { names: string[]; literal: string } | null {
  for (const { literal } of sentencesOf(text)) {
    const verb =
      /\s(?:slutter|sluttar|deltar|deltek|bidrar|bidreg|er med|blir med|takker|takkar|ønsker|ønskjer|vil|kan)\s/u.exec(
        literal,
      );
    if (verb === null) continue;
    const named = namesIn(literal.slice(0, verb.index), names);
    if (
      named.length >= 2 &&
      /\sog\s/u.test(literal.slice(0, verb.index)) &&
      !/[,.]\s*(?:som|men)\s/u.test(literal.slice(0, verb.index))
    )
      return { names: named, literal };
  }
  return null;
}

/** Register names that stand in a text with a capital letter, longest first, so that «Indre Fosen» is not «Fosen». */
export function namesIn(literal: string, names: readonly string[]): string[] {
  let rest = literal.normalize('NFC');
  const found: string[] = [];
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const at = nameAt(rest, name);
    if (at === -1) continue;
    found.push(name);
    rest = rest.split(name).join(' ');
  }
  return found;
}

function nameAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const after = text.slice(at + name.length, at + name.length + 2);
    if (!/[\p{L}-]/u.test(text[at - 1] ?? ' ') && (!/^[\p{L}]/u.test(after) || /^s(?!\p{L})/u.test(after))) return at;
  }
  return -1;
}

/** «Midtre Gauldal kommune», «formannskapet i Roan», «rådmann i Roan»: exactly one, or nobody. */
function selfNamed(text: string, names: readonly string[]): string | null {
  const folded = fold(text);
  const hits = names.filter(name => {
    const own = foldedName(name);
    if (!contains(folded, own)) return false;
    const plain = own.replace(/ fylkeskommune$/, '');
    return [
      `${plain} kommune`,
      `${plain} fylkeskommune`,
      `${plain} formannskap`,
      `${plain} kommunestyre`,
      `i ${plain}`,
    ].some(phrase => contains(folded, phrase) || folded.includes(phrase));
  });
  return hits.length === 1 ? (hits[0] ?? null) : null;
}
