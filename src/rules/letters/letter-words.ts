import type { Role } from '../campaign/campaign.ts';
import type { Body } from '../replies/reading.ts';
import type { LetterAddressee, ReceiptConclusion, WrittenForm } from './letter-facts.ts';
import { BOKMAL } from './words-bokmal.ts';
import { NYNORSK } from './words-nynorsk.ts';

export type AddresseeKind = LetterAddressee['kind'];

/** Every sentence of a letter in one written form. Values come in already formatted; `who` is «Hitra kommune». */
export interface LetterWords {
  lang: 'nb' | 'nn';
  subject: {
    reminder: string;
    missing: string;
    receipt: string;
    afterMeeting: string;
    deadline: string;
    ourReference: string;
    theirReference: string;
  };
  head: {
    to: string;
    theirReference: string;
    ourReference: string;
    date: string;
    caseworker: string;
    about: string;
    askTheirReference: string;
    municipalities: string;
    attention: string;
  };
  roles: Record<Exclude<Role, 'director'>, string>;
  /** The head of the administration: `rådmann` until the new local government act took effect, then `kommunedirektør`. */
  director: Record<AddresseeKind, { before2020: string; now: string }>;
  theDirector: Record<AddresseeKind, { before2020: string; now: string }>;
  theDirectors: { before2020: string; now: string };
  theOne: Record<AddresseeKind, string>;
  theMunicipalities: string;
  bodies: Record<Exclude<Body, 'other'>, string>;
  /** What stands in brackets in «behandler saken i […]». */
  bodyChoice: Record<AddresseeKind, string>;
  lead: {
    request(who: string, ask: string): string;
    friendly(who: string | null, one: string, ask: string): string;
    near(who: string | null, date: string | null, isNew: boolean): string;
    nearOtherwise: string;
    missing(who: string | null): string;
    stillMissing(who: string | null): string;
    deadlineWas(date: string): string;
    answerBy(date: string): string;
    answerByNew(date: string): string;
    preferablyBy(date: string): string;
    soon: string;
    timeLeft(days: number): string;
    meeting(subject: string, date: string): string;
    meetingUnknown(who: string): string;
    whatHappened: string;
    thanks: string;
  };
  aboutWhether(one: string, ask: string): string;
  whateverConclusion: string;
  postponed: string;
  joined(count: number, signature: boolean, scheme: boolean): string;
  noIsAnAnswer: string;
  politically: string;
  whenTreated: string;
  share: {
    label(name: string): string;
    inhabitants: string;
    fixed: string;
    perInhabitant: string;
    perMunicipality: string;
    expense(rate: string, date: string | null): string;
  };
  answers: {
    copy: string;
    choose: string;
    join(who: string, sum: string | null): string;
    decline(who: string): string;
    sign(who: string, sum: string | null): string;
    declineToSign(who: string): string;
    later(who: string, body: string): string;
    question(who: string): string;
    decidedIn(body: string | null, date: string): string;
    postponed(who: string): string;
    labels: {
      join: string;
      decline: string;
      sign: string;
      declineToSign: string;
      later: string;
      question: string;
      decidedJoin: string;
      decidedDecline: string;
      decidedSign: string;
      decidedDeclineToSign: string;
      postponed: string;
    };
    fields: { decision: string; person: string; reference: string; meetingCase: string };
    ownWords: string;
    attachAgreement: string;
  };
  collective: { intro: string; municipality: string; anyBody: string; alreadyTold: string };
  lastWritten(directors: string | null, hasDeadline: boolean): string;
  alreadyAnswered: { ignore: string; sorry: string; afterMeeting: string };
  ownWordsHeading: string;
  attachments(names: string): string;
  regards: string;
  phone: string;
  quote: { from: string; sent: string; to: string; subject: string };
  /** The core of the request as later letters quote it: the same to all, so it names no one. */
  quotedAsk(ask: string, date: string | null): string;
  receipt: {
    registered: Record<ReceiptConclusion, (who: string, signature: boolean) => string>;
    decided: string;
    stated: string;
    basedOn: string;
    wrong: string;
    automatic: string;
  };
}

export function wordsOf(form: WrittenForm): LetterWords {
  return form === 'nynorsk' ? NYNORSK : BOKMAL;
}
