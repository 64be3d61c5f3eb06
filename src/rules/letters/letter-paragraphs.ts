import { osloDate } from '../calendar/oslo-time.ts';
import { shortDate } from '../calendar/written-date.ts';
import { addressedTo, onlyAddressee, rolesOf, titleOfTheDay } from './addressees.ts';
import { leadLines } from './lead-lines.ts';
import type { LetterBlock } from './letter-block.ts';
import type { LetterFacts } from './letter-facts.ts';
import { letterQuotes } from './letter-quotes.ts';
import { type LetterWords, wordsOf } from './letter-words.ts';
import { dayMonthYear } from './norwegian-date.ts';
import { listOf } from './norwegian-list.ts';
import { keptTogether } from './norwegian-number.ts';
import { oneLine, rejoinedParagraphs } from './plain-value.ts';
import { answersForAll, readyAnswers } from './ready-answers.ts';
import { receiptParagraphs } from './receipt-paragraphs.ts';
import { rateInWords } from './share.ts';
import { shareFact } from './share-fact.ts';
import { ourReference } from './subject.ts';

/** What a letter says, in reading order: head, who and by when, sum, answers, own words, signature, earlier letters. */
export function letterParagraphs(facts: LetterFacts): LetterBlock[] {
  if (facts.collective && (facts.kind === 'after-meeting' || facts.kind === 'receipt')) {
    throw new Error(
      `letter ${facts.messageId}: expected an individual letter for ${facts.kind}, found a collective one`,
    );
  }
  const words = wordsOf(facts.writtenForm);
  const start: LetterBlock[] = [
    { block: 'head', rows: headRows(facts, words) },
    { block: 'lead', lines: leadLines(facts, words, !facts.collective) },
  ];
  if (facts.kind === 'receipt') {
    return [...start, ...receiptParagraphs(facts, words), signature(facts, words), soft(words.receipt.automatic)];
  }
  const core = facts.collective ? collective(facts, words) : individual(facts, words);
  return [
    ...start,
    ...core,
    ...ownWords(facts, words),
    ...closing(facts, words),
    signature(facts, words),
    ...attachments(facts, words),
    ...letterQuotes(facts, words),
  ];
}

function headRows(facts: LetterFacts, words: LetterWords): { label: string; value: string }[] {
  const { head } = words;
  const rows = [{ label: head.to, value: addressedTo(facts, words) }];
  if (!facts.collective) {
    const theirs = onlyAddressee(facts).theirReference;
    rows.push({ label: head.theirReference, value: theirs === null ? head.askTheirReference : oneLine(theirs) });
  }
  return [
    ...rows,
    { label: head.ourReference, value: ourReference(facts) },
    { label: head.date, value: shortDate(osloDate(facts.datedAt)) },
    { label: head.caseworker, value: `${oneLine(facts.sender.name)}, ${oneLine(facts.sender.unit)}` },
    { label: head.about, value: oneLine(facts.campaign.title) },
  ];
}

function individual(facts: LetterFacts, words: LetterWords): LetterBlock[] {
  const addressee = onlyAddressee(facts);
  const share = shareFact(facts, addressee, words);
  const { answers } = words;
  const blocks: LetterBlock[] = [];
  const about = aboutWhat(facts, words);
  const asksWhen = addressee.deferredWithoutDate === true && facts.kind !== 'after-meeting' && facts.kind !== 'request';
  if (asksWhen) blocks.push(plain(words.whenTreated));
  if (about !== null) blocks.push(plain(about));
  if (share !== null) blocks.push({ block: 'facts', rows: [share] });
  blocks.push({
    block: 'answers',
    copyIntro: answers.copy,
    chooseIntro: answers.choose,
    answers: readyAnswers(facts, addressee, words),
  });
  if (facts.campaign.type === 'signature') blocks.push(plain(answers.attachAgreement));
  if (facts.kind !== 'after-meeting') blocks.push(soft(answers.ownWords));
  return blocks;
}

/** The sentence below the lead, when the lead itself does not say what it is about. */
function aboutWhat(facts: LetterFacts, words: LetterWords): string | null {
  const about = words.aboutWhether(words.theOne[onlyAddressee(facts).kind], oneLine(facts.campaign.ask));
  switch (facts.kind) {
    case 'friendly':
      return words.politically;
    case 'near':
      return `${about} ${words.whateverConclusion}`;
    case 'missing':
      return sentences(about, joined(facts, words, false));
    case 'last':
      return sentences(about, joined(facts, words, false), words.noIsAnAnswer);
    case 'after-meeting':
      return `${about} ${words.postponed}`;
    default:
      return null;
  }
}

function collective(facts: LetterFacts, words: LetterWords): LetterBlock[] {
  const { share, collective: said } = words;
  const { terms } = facts.campaign;
  const rate = rateInWords(terms, share.perInhabitant, share.perMunicipality);
  const date = terms.populationDate;
  const expense = rate === null ? '' : share.expense(rate, date === null ? null : dayMonthYear(date));
  const status = sentences(facts.kind === 'request' ? '' : joined(facts, words, true), expense);
  const blocks: LetterBlock[] = status === '' ? [] : [plain(status)];
  blocks.push({ block: 'list', intro: said.intro, items: answersForAll(facts, words) });
  if (facts.kind !== 'request') blocks.push(plain(said.alreadyTold));
  return blocks;
}

/** A count and never names: who has not answered is between them and us. Nothing at all while nobody has joined. */
function joined(facts: LetterFacts, words: LetterWords, scheme: boolean): string {
  return facts.joinedCount < 1 ? '' : words.joined(facts.joinedCount, facts.campaign.type === 'signature', scheme);
}

function ownWords(facts: LetterFacts, words: LetterWords): LetterBlock[] {
  const paragraphs = rejoinedParagraphs(keptTogether(facts.campaign.text));
  if (facts.kind !== 'request' || paragraphs.length === 0) return [];
  return [{ block: 'own-words', heading: words.ownWordsHeading, paragraphs }];
}

function closing(facts: LetterFacts, words: LetterWords): LetterBlock[] {
  const { alreadyAnswered } = words;
  switch (facts.kind) {
    case 'request':
      return [];
    case 'friendly':
    case 'near':
      return [plain(alreadyAnswered.ignore)];
    case 'last':
      return [
        plain(words.lastWritten(directors(facts, words), facts.newDeadline !== null)),
        plain(alreadyAnswered.sorry),
      ];
    case 'after-meeting':
      return [plain(alreadyAnswered.afterMeeting)];
    default:
      return [plain(alreadyAnswered.sorry)];
  }
}

/** «Rådmannen»: who gets a copy, when a director is written to. */
function directors(facts: LetterFacts, words: LetterWords): string | null {
  if (!rolesOf(facts).includes('director')) return null;
  const titles = facts.collective ? words.theDirectors : words.theDirector[onlyAddressee(facts).kind];
  return titleOfTheDay(titles, facts);
}

function signature(facts: LetterFacts, words: LetterWords): LetterBlock {
  const { name, title, unit, phone, address } = facts.sender;
  const work = [title, unit].map(oneLine).filter(Boolean).join(', ');
  const contact = [phone.trim() === '' ? '' : `${words.phone} ${oneLine(phone)}`, oneLine(address)];
  return {
    block: 'signature',
    greeting: words.regards,
    name: oneLine(name),
    lines: [work, contact.filter(Boolean).join(' · ')].filter(Boolean),
  };
}

function attachments(facts: LetterFacts, words: LetterWords): LetterBlock[] {
  const names = facts.attachmentNames.map(oneLine).filter(Boolean);
  return names.length === 0 ? [] : [soft(words.attachments(listOf(names)))];
}

function sentences(...parts: string[]): string {
  return parts.filter(Boolean).join(' ');
}

function plain(text: string): LetterBlock {
  return { block: 'paragraph', text, soft: false };
}

function soft(text: string): LetterBlock {
  return { block: 'paragraph', text, soft: true };
}
