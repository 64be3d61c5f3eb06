import type { Command } from 'commander';
import { casesWithStanding } from '../../jobs/gather-cases.ts';
import { contactsOn } from '../../register/contacts.ts';
import { journalOfCase } from '../../register/journal.ts';
import { messageHeader } from '../../register/messages.ts';
import { senderProofOf } from '../../register/sender-proofs.ts';
import { osloDate, osloIso } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import { kroner, plainSpaces } from '../../rules/letters/norwegian-number.ts';
import type { JournalEntry } from '../../rules/standing/journal-entry.ts';
import { placeOf } from '../../rules/standing/standing.ts';
import { answerWords, ballWords, conclusionWords, deliveryWords } from '../../rules/standing/standing-words.ts';
import type { Door } from '../door.ts';
import { findCase } from '../find-case.ts';
import { theCampaign, withRegister } from '../open-data.ts';
import { FIELD_WORDS, partWords } from '../reading-words.ts';
import { trustWords } from '../trust-words.ts';

const ROLES: Record<string, string> = {
  postmottak: 'Postmottak',
  director: 'Kommunedirektør',
  officer: 'Saksbehandler',
};

const MODES = { dry: 'skrevet til fil', redirected: 'omdirigert', live: 'sendt' };

/** `purrebot show MUNICIPALITY`: one case: where it stands, on which words, and everything that happened. */
export function addShow(program: Command, door: Door): void {
  program
    .command('show')
    .description('viser én kommunes sak: status, setningen den bygger på, og loggen')
    .argument('<kommune>', 'navn eller nummer')
    .option('--campaign <id>', 'henvendelsen (trengs når flere er i gang)')
    .option('--json', 'skriv saken som ett JSON-dokument')
    .addHelpText('after', '\nEksempel:\n  purrebot show Bjugn --campaign 2013-samhandling')
    .action(async (name: string, options: { campaign?: string; json?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const campaign = theCampaign(register, options.campaign);
        const { id } = findCase(register, campaign, name);
        const { one, municipality, standing } = casesWithStanding(register, campaign.id).find(
          row => row.one.id === id,
        )!;
        const journal = journalOfCase(register, id).sort((a, b) => placeOf(a) - placeOf(b) || a.id - b.id);
        const contacts = contactsOn(register, one.municipalityId, osloDate(door.now()));
        if (options.json) {
          door.out(
            JSON.stringify({
              campaign: campaign.id,
              municipality: municipality.name,
              number: municipality.number,
              token: one.token,
              standing,
              contacts,
              journal: journal.map(entry => ({ ...entry, sender: senderOf(register, entry) })),
            }),
          );
          return;
        }
        door.out(`${municipality.name} (${municipality.number}), ${campaign.title}`);
        door.out(
          `  Svar: ${answerWords(standing)}   Hos: ${ballWords(standing) || '–'}   Levering: ${deliveryWords(standing)}`,
        );
        const own = standing.extension === null ? '' : `   Egen frist: ${shortDate(standing.extension.until)}`;
        const sum =
          standing.details?.amountNok == null ? '' : `   Beløp: ${plainSpaces(kroner(standing.details.amountNok))}`;
        if (own + sum !== '') door.out(`${own}${sum}`);
        for (const evidence of standing.details?.evidence ?? [])
          door.out(
            `  ${FIELD_WORDS[evidence.field] ?? evidence.field}: «${evidence.text}» (${partWords(evidence.part)})`,
          );
        door.out(
          `  Vår ref.: ${campaign.reference} ${one.token}   Deres ref.: ${standing.theirReferences.join(', ') || '–'}`,
        );
        for (const contact of contacts) door.out(`  ${ROLES[contact.role]}: ${contact.name} <${contact.address}>`);
        door.out('\nLogg');
        for (const entry of journal)
          door.out(
            `  ${osloIso(entry.at).slice(0, 16).replace('T', ' ')}  ${entry.actor}: ${described(entry)}${subjectOf(register, entry)}`,
          );
      });
    });
}

/** What was found of whoever sent the message of a line; null for what came by no mail. */
function senderOf(register: Parameters<typeof messageHeader>[0], { messageId }: JournalEntry) {
  const isMail = messageId !== null && messageHeader(register, messageId)?.direction === 'in';
  return isMail ? senderProofOf(register, messageId) : null;
}

function subjectOf(register: Parameters<typeof messageHeader>[0], entry: JournalEntry): string {
  const header = entry.messageId === null ? null : messageHeader(register, entry.messageId);
  if (header === null) return '';
  const trust = header.direction === 'in' ? `, avsender ${trustWords(senderProofOf(register, header.id).trust)}` : '';
  return `  (#${header.id} fra ${header.from ?? 'ukjent'}${trust})`;
}

const DOUBTED = { receipt: 'kvittering', 'out-of-office': 'fraværsmelding', bounce: 'melding om manglende levering' };

/** One line of the journal in the adviser's words. */
export function described(entry: JournalEntry): string {
  switch (entry.event) {
    case 'opened':
      return 'saken ble åpnet';
    case 'letter-sent':
      return `brev sendt${entry.byHand ? ' for hånd' : ''}: ${letterWords(entry.letter)} (${MODES[entry.mode ?? 'live']})`;
    case 'written-by-hand':
      return `skrevet til for hånd: ${entry.addresses.join(', ')}`;
    case 'rung-spared':
      return `ingen påminnelse: ${entry.because}`;
    case 'phone-task':
      return 'ringes';
    case 'receipt-seen':
      return `kvittering${entry.caseRefs.length > 0 ? `, deres sak ${entry.caseRefs.join(', ')}` : ''}`;
    case 'absence-seen':
      return `fravær${entry.until === null ? '' : ` til ${shortDate(entry.until)}`}`;
    case 'bounced':
      return `${entry.permanent ? 'ikke levert' : 'forsinket'}: ${entry.recipients.join(', ')}`;
    case 'doubted':
      return `${DOUBTED[entry.kind]} som ikke er regnet med: ${entry.reasons.join(' ')}`;
    case 'answered':
      return `svar: ${conclusionWords(entry.answer.conclusion)}${entry.answer.stage === 'recommended' ? ' (innstilling, ikke vedtatt)' : ''}${entry.channel === undefined ? '' : `, ${entry.channel}`}${entry.note === undefined ? '' : `: ${entry.note}`}`;
    case 'confirmed':
      return `gjentatt svar: ${conclusionWords(entry.answer.conclusion)}`;
    case 'review-raised':
      return `til avklaring: ${entry.reasons.join(' ')}`;
    case 'mail-braked':
      return `lest, men ikke registrert: venter bak melding #${entry.behind}`;
    case 'review-settled':
      return 'avklart';
    case 'question-answered':
      return 'spørsmålet er besvart';
    case 'condition-accepted':
      return 'forbeholdet er godtatt';
    case 'condition-refused':
      return 'forbeholdet er ikke godtatt';
    case 'extended':
      return `ny frist: ${shortDate(entry.until)}`;
    case 'deadline-moved':
      return `frist flyttet fra ${shortDate(entry.from)} til ${shortDate(entry.to)}: ${entry.because}`;
    case 'contact-set':
      return `kontakt: ${ROLES[entry.role] ?? entry.role} ${entry.address}`;
    case 'withdrawn':
      return `tatt ut: ${entry.because}`;
    case 'added':
      return 'tatt inn';
    case 'undone':
      return `angret linje ${entry.entry}${entry.reread === undefined ? '' : `, lest på nytt ${shortDate(osloDate(entry.reread.on))}`}`;
  }
}
