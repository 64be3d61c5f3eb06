import { createHash } from 'node:crypto';
import { campaignFiles, type RegisteredCampaign } from '../register/campaigns.ts';
import { messageHeader, readingOf } from '../register/messages.ts';
import { populationOn } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, type Letter, sentLettersOfCase } from '../register/outbox.ts';
import { extraDaysOf } from '../register/red-days.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { addWorkingDays, movedDeadline } from '../rules/calendar/working-days.ts';
import type { Role, WrittenForms } from '../rules/campaign/campaign.ts';
import { fillFields } from '../rules/campaign/letter-fields.ts';
import type { LetterAddressee, LetterFacts, QuotedMail, WrittenForm } from '../rules/letters/letter-facts.ts';
import { longDate } from '../rules/letters/norwegian-date.ts';
import { grouped, kroner } from '../rules/letters/norwegian-number.ts';
import { shareOf } from '../rules/letters/share.ts';
import { theirReference } from '../rules/standing/their-reference.ts';
import type { CaseNow } from './gather-cases.ts';
import { contactsWrittenTo, letterRecipients } from './letter-recipients.ts';

/** Where answers go: svar@purrebot.ks.example; a token is added as a plus-address. */
export interface ReplySettings {
  replyAddress: string;
}

/** A References header may not grow without end: 60 ids of 60 characters are some 4 kB. */
const MOST_REFERENCES = 60;

/** Gathers what a letter says: everything is known before a word is written. */
export function letterFactsOf(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  cases: readonly CaseNow[],
  { replyAddress }: ReplySettings,
  now: Instant,
): LetterFacts {
  const rows = casesOfLetter(register, letter.id).filter(row => row.state === 'owed');
  const owed = new Set(rows.map(row => row.caseId));
  const addressed = cases.filter(({ one }) => owed.has(one.id));
  const addressees = addressed.map(one =>
    addresseeOf(register, campaign, rolesShown(register, letter, addressed, one, osloDate(now)), one),
  );
  const writtenForm = writtenFormFor(addressed, campaign);
  const recipients = letterRecipients(register, letter.roles, addressed, osloDate(now));
  const thread = threadOf(register, letter, addressed);
  const extraDays = extraDaysOf(register);
  const moved = (deadline: IsoDate | null) => (deadline === null ? null : movedDeadline(deadline, extraDays));
  return {
    kind: letter.kind,
    collective: letter.collective,
    writtenForm,
    datedAt: now,
    campaign: {
      title: campaign.title,
      reference: campaign.reference,
      type: campaign.type,
      terms: campaign.terms,
      ask: inForm(campaign.ask, writtenForm),
      text: ownWords(campaign, writtenForm, letter, addressees[0]),
    },
    deadline: moved(letter.deadline),
    // The last rung asks for two more days from when it leaves, however long it waited for approval.
    newDeadline:
      letter.kind === 'last' && letter.roundId === null
        ? addWorkingDays(osloDate(now), 2, extraDays)
        : moved(letter.newDeadline),
    addressees,
    joinedCount: cases.filter(({ standing }) => standing.closed && standing.answer === 'joined').length,
    sender: campaign.sender,
    replyTo: replyToFor(replyAddress, letter.collective ? campaign.reference : (addressees[0]?.token ?? '')),
    ...recipients,
    messageId: messageIdFor(letter, rows[0]?.occasion, addressed, replyAddress),
    references: referencesOf(register, letter, addressed),
    quoted: quotedFor(register, letter, campaign, thread, addressed),
    attachmentNames: campaignFiles(register, campaign.id).map(file => file.name),
  };
}

/**
 * Fixed by campaign, deadline, rung or round and cases: the same letter has the same id however often it is rendered,
 * and a letter to fewer cases is another letter. A trial letter never shares its id with a live one.
 */
function messageIdFor(
  letter: Letter,
  occasion: string | undefined,
  addressed: readonly CaseNow[],
  replyAddress: string,
): string {
  const trial = letter.mode === 'live' ? 'live' : 'trial';
  // Tokens, not ids: in a register that was put back an id may be given again, to another municipality.
  const tokens = addressed.map(({ one }) => one.token).sort();
  const what = [letter.campaignId, letter.kind, occasion, trial, tokens];
  const digest = createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32);
  return `<p1.${digest}@${replyAddress.split('@').at(1) ?? 'purrebot.example'}>`;
}

function addresseeOf(
  register: Register,
  campaign: RegisteredCampaign,
  roles: Role[],
  { one, municipality, standing }: CaseNow,
): LetterAddressee {
  const { terms } = campaign;
  const population =
    terms.populationDate === null ? null : populationOn(register, one.municipalityId, terms.populationDate);
  const hasTerms = terms.baseNok > 0 || terms.perInhabitantNok > 0;
  const expected = standing.details?.expectedBy ?? null;
  return {
    name: municipality.name,
    kind: municipality.kind,
    token: one.token,
    theirReference: theirReference(standing.theirReferences),
    roles,
    share:
      hasTerms && population !== null
        ? {
            nok: shareOf(terms, population.inhabitants),
            inhabitants: population.inhabitants,
            populationDate: population.date,
          }
        : null,
    deferredWithoutDate: standing.answer === 'deferred' && expected === null,
    meeting: expected === null ? null : { on: expected, body: standing.details?.body ?? null },
  };
}

/** «postmottak og rådmann» only where both are written to; a collective letter names the role that everybody has. */
function rolesShown(
  register: Register,
  letter: Letter,
  addressed: readonly CaseNow[],
  one: CaseNow,
  date: string,
): Role[] {
  const rolesOf = ({ one: { municipalityId } }: CaseNow) =>
    new Set(contactsWrittenTo(register, municipalityId, letter.roles, date).map(contact => contact.role));
  const shared = (letter.collective ? addressed : [one]).map(rolesOf);
  return letter.roles.filter(role => shared.every(roles => roles.has(role)));
}

/** A mail program shows a letter in the thread of each addressee when it names the last letter that each one got. */
function referencesOf(register: Register, letter: Letter, cases: readonly CaseNow[]): string[] {
  const trial = letter.mode !== 'live';
  const threads = cases.map(({ one }) => sentLettersOfCase(register, one.id, trial));
  const ids = (letters: readonly Letter[]) => letters.flatMap(one => one.mailMessageId ?? []);
  if (!letter.collective) return ids(threads[0] ?? []);
  return [...new Set(ids(threads.flatMap(thread => thread.slice(-1))))].slice(0, MOST_REFERENCES);
}

/** The earlier letters of the case; of a collective letter those that went to all its cases, else those to any. */
function threadOf(register: Register, letter: Letter, cases: readonly CaseNow[]): Letter[] {
  const trial = letter.mode !== 'live';
  const all = cases.map(({ one }) => sentLettersOfCase(register, one.id, trial));
  if (!letter.collective) return all[0] ?? [];
  const byKind = new Map<string, Letter>();
  for (const earlier of all.flat()) {
    const key = earlier.roundId !== null ? `round ${earlier.roundId}` : `${earlier.kind} ${earlier.deadline}`;
    if (!byKind.has(key)) byKind.set(key, earlier);
  }
  return [...byKind.values()].sort((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? -1 : 1));
}

function quotedFor(
  register: Register,
  letter: Letter,
  campaign: RegisteredCampaign,
  thread: Letter[],
  cases: readonly CaseNow[],
): QuotedMail[] {
  if (letter.kind === 'after-meeting') {
    const said = cases[0]?.standing.messageId ?? null;
    const header = said === null ? null : messageHeader(register, said);
    const reading = said === null ? null : readingOf(register, said);
    if (header !== null && reading !== null && reading.newText !== '') {
      return [{ from: header.from ?? '', sentAt: header.arrivedAt, to: null, subject: null, text: reading.newText }];
    }
  }
  return thread
    .filter(one => one.quotable !== null && one.doneAt !== null)
    .map(one => ({
      from: `${campaign.sender.unit}, ${campaign.sender.name}`,
      sentAt: one.doneAt!,
      to: null,
      subject: withoutToken(one.subject ?? campaign.title),
      text: one.quotable!,
    }))
    .reverse();
}

/** The token of a single case has no place in a letter that others read. */
function withoutToken(subject: string): string {
  return subject.replace(/(vår ref\. \S+) [A-Z0-9]{6}\b.*$/u, '$1');
}

/** svar+h7k2qf@…; a campaign's reference becomes svar+13-01746@… */
function replyToFor(replyAddress: string, token: string): string {
  const [local, domain] = replyAddress.split('@');
  return `${local}+${token.toLowerCase().replace(/[^a-z0-9]+/g, '-')}@${domain}`;
}

/** Nynorsk only to those who chose it; a collective letter is nynorsk when every addressee is, and the author wrote it. */
function writtenFormFor(cases: readonly CaseNow[], campaign: RegisteredCampaign): WrittenForm {
  const all = cases.length > 0 && cases.every(({ municipality }) => municipality.writtenForm === 'nynorsk');
  return all && campaign.text.nynorsk !== null && campaign.ask.nynorsk !== null ? 'nynorsk' : 'bokmål';
}

function inForm(words: WrittenForms, form: WrittenForm): string {
  return form === 'nynorsk' ? (words.nynorsk ?? words.bokmål) : words.bokmål;
}

function ownWords(
  campaign: RegisteredCampaign,
  form: WrittenForm,
  letter: Letter,
  first: LetterAddressee | undefined,
): string {
  // Only the request shows them; a collective letter has no single sum to fill in.
  if (letter.kind !== 'request') return '';
  const share = first?.share ?? null;
  const filled = fillFields(inForm(campaign.text, form), {
    kommune: first === undefined ? '' : first.kind === 'municipality' ? `${first.name} kommune` : first.name,
    andel: share === null ? null : kroner(share.nok),
    innbyggere: share === null ? null : grouped(share.inhabitants),
    folketallsdato: share === null ? null : longDate(share.populationDate, form),
    frist: letter.deadline === null ? null : longDate(letter.deadline, form),
    år: campaign.terms.year === null ? null : String(campaign.terms.year),
    'vår ref': campaign.reference,
  });
  if ('faults' in filled) throw new UnfilledFields(filled.faults.map(fault => fault.because));
  return filled.text;
}

/** A named field without a value for this municipality (a sum without inhabitants): the letter waits, a person sees why. */
export class UnfilledFields extends Error {
  because: string[];
  constructor(because: string[]) {
    super(because.join(' '));
    this.because = because;
  }
}
