import { sentencesOf } from '../text/sentences.ts';
import { words } from '../text/words.ts';
import type { Known } from './known.ts';
import { type KnownIndex, knownIndex } from './known-index.ts';
import type { Letter } from './letter.ts';
import type { Message } from './message.ts';
import { cluesInLetter, cluesInLine, cluesInPaper, namedText, type Which, whichOf } from './named-in-mail.ts';
import { type Group, groupIn } from './on-behalf.ts';
import { houseOf, type SenderHouse } from './sender-house.ts';
import { type Clue, clearlyNamed } from './speaker-clues.ts';
import { LINE, numbersIn, type Told, takeApart } from './told-in-mail.ts';

export interface Answering {
  /** Names as in the register, sorted. */
  municipalities: string[];
  /** The municipality of the sender's domain or known address, null for strangers. */
  senders: string | null;
  /** The mail comes from a house of the register, though it may not be told which of those that share it. */
  fromKnownHouse: boolean;
  /** It speaks for others than the sender's own municipality alone. */
  onBehalf: boolean;
  /** The sentence that names them. */
  literal: string | null;
  /** Why a person must look at who answers, in Norwegian; empty when it is proved. */
  reasons: string[];
  /** Every municipality that the message names, as it is written there in small letters, with those it may be. */
  named: { form: string; owners: readonly string[] }[];
}

const NOBODY = 'Det går ikke fram hvilken kommune svaret kommer fra.';
const STRANGER = 'Ukjent avsender: adressen hører ikke til kommunen.';
const SHARED = 'Flere kommuner har denne adressen, og det går ikke fram hvem av dem som svarer.';
const MERGED = 'Avsenderens adresse hører til en kommune som er slått sammen med andre.';
const FOR_ANOTHER = 'Avsenderen svarer for andre kommuner enn sin egen.';
const OTHER_TOKEN = 'Meldingen bærer referansen til en annen kommune enn avsenderens.';
const OTHER_PAPER = 'Vedlegget er fra en annen kommune enn avsenderens.';
const PASSED_ON = 'Svaret er videresendt av en annen enn den som har skrevet det.';

/**
 * Finds for whom a message answers. The sender's domain says whose house it is; the words say for whom: on behalf of
 * several, passed on from another, a shared office. What comes from outside the register's domains is only a claim.
 */
export function whoAnswers(message: Message, letter: Letter, papers: readonly string[], known: Known): Answering {
  const index = knownIndex(known.addressees);
  const house = houseOf(message.from?.address ?? '', index);
  const told = takeApart(message, letter, papers, known.addressees);
  let numbers: string[] | undefined;
  const which = whichOf(house.possible, () => {
    numbers ??= numbersIn(message.subject, told, index);
    return numbers;
  });
  const base = { fromKnownHouse: house.possible.length > 0, named: namedIn(told) };
  const group = groupOf(letter, told, house, index, which);
  if (group !== null) {
    const found = forGroup(group, house);
    // Evidence is shown from the body; a group that only the subject names has none there.
    return { ...base, ...found, literal: group.literal === told.subject.text ? null : group.literal };
  }
  return { ...base, onBehalf: false, literal: null, ...forOne(message, told, house, index, which) };
}

function namedIn({ letter, passedOn, papers }: Told): Answering['named'] {
  const named = new Map<string, Set<string>>();
  for (const piece of [letter, passedOn, ...papers]) {
    for (const { form, owners } of piece?.mentions ?? []) {
      const there = named.get(form) ?? new Set();
      for (const name of owners) there.add(name);
      named.set(form, there);
    }
  }
  return [...named].map(([form, owners]) => ({ form, owners: [...owners] }));
}

type One = Pick<Answering, 'municipalities' | 'senders' | 'reasons'>;

function forOne(message: Message, told: Told, house: SenderHouse, index: KnownIndex, which: Which): One {
  const author = told.author?.owner ?? null;
  if (author !== null && author !== house.owner)
    return { municipalities: [author], senders: house.owner, reasons: [house.owner === null ? STRANGER : PASSED_ON] };
  if (house.owner !== null) return fromOwnHouse(house.owner, told, which);
  const clues = cluesOf(message, told, house, index, which);
  if (house.possible.length > 0) {
    const one = clearlyNamed(clues, 3, house.possible);
    return one === null
      ? { municipalities: [], senders: null, reasons: [SHARED] }
      : { municipalities: [one], senders: one, reasons: clearlyNamed(clues, 3) === one ? [] : [SHARED] };
  }
  const successor =
    house.successors.length === 1 ? (house.successors[0] ?? null) : clearlyNamed(clues, 1, house.successors);
  if (successor !== null) return { municipalities: [successor], senders: null, reasons: [MERGED] };
  const claimed = clearlyNamed(clues, 1);
  return {
    municipalities: claimed === null ? [] : [claimed],
    senders: null,
    reasons: [claimed === null ? NOBODY : STRANGER],
  };
}

/** «vi», «kommunen»: they themselves. */
const THEMSELVES = words(/\b(?:vi|oss|me|jeg|eg|vår|vårt|våre|kommunen)\b/iu);

/** The domain speaks for its municipality unless the mail itself speaks for another. */
function fromOwnHouse(owner: string, told: Told, which: Which): One {
  const plain: One = { municipalities: [owner], senders: owner, reasons: [] };
  const strange = told.tokens.length > 0 && told.tokens.every(({ name }) => name !== owner);
  if (strange) return { ...plain, reasons: [OTHER_TOKEN] };
  const pieces = [told.letter, ...(told.passedOn === null ? [] : [told.passedOn]), ...told.papers];
  if (pieces.every(({ mentions }) => mentions.every(({ owners }) => owners.includes(owner)))) return plain;
  const written = [
    ...cluesInLetter(told.letter, told.ownLines, which),
    ...(told.passedOn === null ? [] : cluesInLetter(told.passedOn, NO_LINES, which)),
  ];
  const signers = written.filter(({ source }) => source === 'signature' || source === 'head');
  const isNamed = pieces.some(({ mentions }) => mentions.some(({ owners }) => owners.includes(owner)));
  const signs = signers.some(({ name }) => name === owner) ? null : clearlyNamed(signers, 1);
  const speaks = isNamed || THEMSELVES.test(told.letter.text) ? null : clearlyNamed(written, 1);
  const other = signs ?? speaks;
  if (other !== null) return { municipalities: [other], senders: owner, reasons: [FOR_ANOTHER] };
  const heads = told.papers.flatMap(paper => cluesInPaper(paper, which)).filter(({ source }) => source === 'head');
  const isOthers = heads.length > 0 && heads.every(({ name }) => name !== owner);
  return isOthers ? { ...plain, reasons: [OTHER_PAPER] } : plain;
}

const NO_LINES: ReadonlySet<string> = new Set();

function forGroup(group: Group, house: SenderHouse): Omit<Answering, 'named' | 'fromKnownHouse'> {
  const names = group.names.length > 0 ? group.names : house.owner === null ? [] : [house.owner];
  const municipalities = [...names].sort((a, b) => a.localeCompare(b, 'nb'));
  const own = house.owner !== null ? house.owner : (house.possible.find(name => names.includes(name)) ?? null);
  const reasons = group.doubt === null ? [] : [group.doubt];
  if (municipalities.length === 0) reasons.push(NOBODY);
  else if (own === null) reasons.push(house.successors.length > 0 ? MERGED : STRANGER);
  else if (!municipalities.includes(own)) reasons.push(FOR_ANOTHER);
  return { municipalities, senders: own, onBehalf: true, literal: group.literal, reasons };
}

/** «på vegne av», «felles svar», «svarer samlet»: words by which a mail may speak for several. */
const MAY_BE_SEVERAL = /vegner? av|felles ?(?:svar|tilb|utt|ved|hør)|saml(?:et|a) (?:svar|tilb|utt|ved|hør)/i;

/** Longer is no sentence and no subject. */
const MAX_SENTENCE = 2000;

/** Groups are read in the letter, what it passes on, and the subject. */
function groupOf(letter: Letter, told: Told, house: SenderHouse, index: KnownIndex, which: Which): Group | null {
  const text = [letter.newText, letter.forwarded].filter(part => part !== '').join('\n\n');
  const texts = [told.letter, told.subject, ...(told.passedOn === null ? [] : [told.passedOn])];
  const others = texts.some(({ mentions }) =>
    mentions.some(({ owners }) => !owners.some(name => name === house.owner)),
  );
  if (!others && !MAY_BE_SEVERAL.test(text)) return null;
  const sentences = sentencesOf(text).map(({ literal }) => literal);
  const pieces = [...sentences, ...signedFor(told), told.subject.text].filter(({ length }) => length <= MAX_SENTENCE);
  const named = pieces.map(literal => {
    const { mentions } = namedText(literal, index);
    const certain = mentions.map(mention => ({
      ...mention,
      owners: [which(literal, mention) ?? ''].filter(name => name !== ''),
    }));
    return { literal, mentions: certain };
  });
  return groupIn(named, house.owner, name => house.possible.includes(name));
}

/** «for Roan og Osen kommuner» below the name. */
function signedFor({ letter, ownLines }: Told): string[] {
  return letter.text
    .split('\n')
    .map(line => line.trim())
    .filter(line => !ownLines.has(line) && /^(?:for|på vegner? av)\s/i.test(line));
}

/** All that a stranger's mail shows of whom it comes from. */
function cluesOf(message: Message, told: Told, house: SenderHouse, index: KnownIndex, which: Which): Clue[] {
  const shown = (message.from?.name ?? '').slice(0, LINE);
  const shownAddress = /[^\s<>()"',;]{1,64}@[^\s<>()"',;]{1,190}/.exec(shown)?.[0];
  const shownHouse = shownAddress === undefined ? null : houseOf(shownAddress.toLowerCase(), index).owner;
  const named = [house.namedAfter, told.author?.namedAfter ?? null, shownHouse];
  return [
    ...told.tokens.map(({ name }): Clue => ({ name, source: 'token' })),
    ...told.references.map(({ name }): Clue => ({ name, source: 'reference' })),
    ...named.flatMap((name): Clue[] => (name === null ? [] : [{ name, source: 'domain' }])),
    ...cluesInLine(namedText(shown, index), 'shown', which),
    ...cluesInLine(told.subject, 'subject', which),
    ...cluesInLetter(told.letter, told.ownLines, which),
    ...(told.passedOn === null ? [] : cluesInLetter(told.passedOn, NO_LINES, which)),
    ...told.papers.flatMap(paper => cluesInPaper(paper, which)),
  ];
}

/** By an address that the register knows, or by mail domain (or one below it) where one alone has it. */
export function municipalityOfAddress(address: string, known: Known): string | null {
  const { owner, possible } = houseOf(address, knownIndex(known.addressees));
  return owner ?? (possible.length === 1 ? (possible[0] ?? null) : null);
}
