import { type CampaignFile, campaignById } from '../register/campaigns.ts';
import { caseOf } from '../register/cases.ts';
import { addContact } from '../register/contacts.ts';
import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, letterByMailId } from '../register/outbox.ts';
import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import type { Campaign } from '../rules/campaign/campaign.ts';
import type { CampaignFault, Findings } from '../rules/campaign/campaign-fault.ts';
import { byPerson } from './act.ts';
import { campaignOfLetters, type KnownOfCampaign } from './campaign-of-letters.ts';
import { casesWithStanding } from './gather-cases.ts';
import { keepSentLetter, kindOfSent, type SentKind, type SentTo } from './keep-sent-letter.ts';
import { type AddressedMunicipality, addressedIn } from './recognise-municipalities.ts';
import { type Order, openCase, registerCampaign } from './register-campaign.ts';
import { readSentLetters, type SentFile, type SentLetter } from './sent-letters.ts';

/** Where the letters belong: a campaign of the register, one that a file describes, or what they tell themselves. */
export type ImportTarget =
  | { registered: string }
  | { file: { campaign: Campaign; date: IsoDate; files: CampaignFile[] } }
  | { derive: KnownOfCampaign };

export interface ImportedLetter {
  file: string;
  sentAt: Instant;
  subject: string;
  kind: SentKind['kind'];
  municipalities: string[];
  /** A deadline that came with this letter. */
  deadline: IsoDate | null;
  /** In To or Cc, but not addressed. */
  copies: string[];
  unrecognised: string[];
  /** It stood in the register before; nothing was written. */
  known: boolean;
}

export interface ImportedSent {
  campaign: string;
  title: string;
  reference: string;
  terms: Campaign['terms'];
  /** What the letters ask for, «om å …». */
  ask: string;
  isNew: boolean;
  letters: ImportedLetter[];
  /** Municipalities whose case was opened now. */
  opened: string[];
  warnings: CampaignFault[];
}

/**
 * Takes over a campaign that is under way from the adviser's own sent mails: its cases, letters, rounds and deadlines, each
 * as of the mail's own date. All or nothing; the same mail again changes nothing.
 * @param dryRun understand everything, keep nothing
 */
export async function importSent(
  register: Register,
  files: readonly SentFile[],
  target: ImportTarget,
  { dryRun, ...order }: Order & { dryRun: boolean },
): Promise<ImportedSent | { faults: CampaignFault[] }> {
  const { letters, faults } = await readSentLetters(files);
  if (faults.length > 0 || letters.length === 0) return { faults };
  const rolledBack = new Error('nothing is kept');
  let result: ImportedSent | { faults: CampaignFault[] } | null = null;
  try {
    register
      .transaction(() => {
        result = takeOver(register, letters, target, order);
        if (dryRun || 'faults' in result) throw rolledBack;
      })
      .immediate();
  } catch (error) {
    if (error !== rolledBack) throw error;
  }
  return result!;
}

function takeOver(
  register: Register,
  letters: SentLetter[],
  target: ImportTarget,
  order: Order,
): ImportedSent | { faults: CampaignFault[] } {
  const findings: Findings = { faults: [], warnings: [] };
  const campaign = campaignFor(register, letters, target, order, findings);
  if (campaign === null || findings.faults.length > 0) return { faults: findings.faults };
  const opened = new Set(
    campaign.isNew ? casesWithStanding(register, campaign.id).map(one => one.municipality.name) : [],
  );
  const kept: ImportedLetter[] = [];
  for (const letter of letters) kept.push(keepOne(register, campaign.id, letter, order, opened, findings));
  if (findings.faults.length > 0) return { faults: findings.faults };
  const fresh = kept.filter(one => !one.known);
  if (fresh.length > 0) {
    const files = fresh.map(one => one.file);
    writeCampaignJournal(
      register,
      campaign.id,
      { event: 'sent-imported', files },
      byPerson({ by: order.by, at: order.now }),
    );
  }
  const { title, reference, terms, ask } = campaignById(register, campaign.id)!;
  const unwritten = casesWithStanding(register, campaign.id).filter(
    one => one.standing.requestedAt.live === null && opened.has(one.municipality.name),
  );
  if (unwritten.length > 0) findings.warnings.push(notWritten(unwritten.map(one => one.municipality.name)));
  return {
    campaign: campaign.id,
    title,
    reference,
    terms,
    ask: ask.bokmål,
    isNew: campaign.isNew,
    letters: kept,
    opened: [...opened],
    warnings: findings.warnings,
  };
}

/** The campaign to add to; registered now unless it is there. null: what is missing stands in the faults. */
function campaignFor(
  register: Register,
  letters: SentLetter[],
  target: ImportTarget,
  order: Order,
  findings: Findings,
): { id: string; isNew: boolean } | null {
  if ('registered' in target) return { id: target.registered, isNew: false };
  const request = letters[0]!;
  if ('file' in target && campaignById(register, target.file.campaign.id) !== null) {
    return { id: target.file.campaign.id, isNew: false };
  }
  const thread = letters.flatMap(one => [one.messageId, ...one.message.answers]);
  const known = 'derive' in target ? thread.map(id => letterByMailId(register, id)).find(one => one !== null) : null;
  if (known) return { id: known.campaignId, isNew: false };
  const derived = 'derive' in target;
  const campaign = derived ? campaignOfLetters(letters, target.derive, findings) : target.file.campaign;
  const date = derived ? osloDate(request.sentAt) : target.file.date;
  if (derived) {
    const { municipalities } = addressedIn(register, request.message, request.signed, date);
    campaign.recipients = municipalities.map(recipientOf);
    if (municipalities.length === 0) findings.faults.push(nobody(request.file));
  }
  if (findings.faults.length > 0) return null;
  const refused = registerCampaign(register, campaign, date, derived ? [] : target.file.files, {
    ...order,
    now: request.sentAt,
  });
  if (refused === null) return { id: campaign.id, isNew: true };
  const whatToDo = `${refused} Hører brevene til den, oppgi --campaign ${campaign.id}; ellers gi en annen --id.`;
  findings.faults.push({
    line: null,
    place: request.file,
    expected: 'en ny henvendelse',
    found: `«${campaign.id}»`,
    whatToDo,
  });
  return null;
}

function keepOne(
  register: Register,
  campaignId: string,
  letter: SentLetter,
  order: Order,
  opened: Set<string>,
  findings: Findings,
): ImportedLetter {
  const campaign = campaignById(register, campaignId)!;
  const about = { file: letter.file, sentAt: letter.sentAt, subject: letter.message.subject };
  const before = letterByMailId(register, letter.messageId);
  if (before !== null) {
    const there = new Set(casesOfLetter(register, before.id).map(one => one.caseId));
    const names = casesWithStanding(register, before.campaignId).filter(({ one }) => there.has(one.id));
    const municipalities = names.map(one => one.municipality.name);
    const kind = before.kind as SentKind['kind'];
    return { ...about, kind, municipalities, deadline: before.newDeadline, copies: [], unrecognised: [], known: true };
  }
  const date = osloDate(letter.sentAt);
  const addressed = addressedIn(register, letter.message, letter.signed, date);
  if (addressed.municipalities.length === 0) findings.faults.push(nobody(letter.file));
  const sent = kindOfSent(register, campaign, letter);
  const to = addressed.municipalities.map(one => sentTo(register, campaignId, one, letter, order, opened));
  if (to.length > 0 && keepSentLetter(register, campaign, letter, sent, to, order.by) === null)
    findings.warnings.push(twice(letter.file));
  return {
    ...about,
    kind: sent.kind,
    municipalities: addressed.municipalities.map(one => one.municipality.name).sort(new Intl.Collator('nb').compare),
    deadline: sent.kind === 'request' ? sent.deadline : sent.newDeadline,
    copies: addressed.copies,
    unrecognised: addressed.unrecognised,
    known: false,
  };
}

/** The case of one that a letter went to, opened as of the letter when there is none. */
function sentTo(
  register: Register,
  campaignId: string,
  addressed: AddressedMunicipality,
  letter: SentLetter,
  order: Order,
  opened: Set<string>,
): SentTo {
  const { municipality, contacts } = addressed;
  const date = osloDate(letter.sentAt);
  if (caseOf(register, campaignId, municipality.id) === null) {
    openCase(register, campaignId, recipientOf(addressed), date, { ...order, now: letter.sentAt });
    opened.add(municipality.name);
  }
  for (const contact of contacts) {
    addContact(register, { municipalityId: municipality.id, ...contact }, date, `sendt e-post ${letter.messageId}`);
  }
  return {
    caseId: caseOf(register, campaignId, municipality.id)!.id,
    addresses: contacts.map(one => one.address),
    roles: contacts.map(one => one.role),
  };
}

function recipientOf({ municipality, contacts }: AddressedMunicipality): Campaign['recipients'][number] {
  return { municipality: municipality.number, contacts, line: 0 };
}

function nobody(file: string): CampaignFault {
  return {
    line: null,
    place: `${file}: mottakerne`,
    expected: 'kommuner i Til eller Kopi, eller «Til kommunene …» i teksten',
    found: 'ingen vi kjenner igjen',
    whatToDo:
      'Oppgi henvendelsesfilen med mottakerne med --campaign, eller hent e-posten med alle mottakere fra Sendt.',
  };
}

function notWritten(names: string[]): CampaignFault {
  return {
    line: null,
    place: 'mottakerne',
    expected: 'at alle har fått henvendelsen',
    found: `ingen henvendelse til ${names.join(', ')}`,
    whatToDo: 'Ta med brevet til dem også, eller ta dem ut med «purrebot campaign withdraw».',
  };
}

function twice(file: string): CampaignFault {
  return {
    line: null,
    place: file,
    expected: 'ett brev til hver kommune om dagen',
    found: 'et brev til, til de samme kommunene samme dag',
    whatToDo: 'Bare det første er tatt med.',
  };
}
