import type { Command } from 'commander';
import { casesWithStanding } from '../../jobs/gather-cases.ts';
import { contactsOn } from '../../register/contacts.ts';
import { journalOfCase } from '../../register/journal.ts';
import { messageHeader } from '../../register/messages.ts';
import { senderProofOf } from '../../register/sender-proofs.ts';
import { osloDate, osloIso } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { kroner, plainSpaces } from '../../rules/letters/norwegian-number.ts';
import { FIELD_WORDS } from '../../rules/replies/field-words.ts';
import type { JournalEntry } from '../../rules/standing/journal-entry.ts';
import { journalWords, ROLE_NAMES } from '../../rules/standing/journal-words.ts';
import { placeOf } from '../../rules/standing/standing.ts';
import { answerWords, ballWords, deliveryWords } from '../../rules/standing/standing-words.ts';
import type { Door } from '../door.ts';
import { findCase } from '../find-case.ts';
import { theCampaign, withRegister } from '../open-data.ts';
import { partWords } from '../reading-words.ts';
import { trustWords } from '../trust-words.ts';

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
        for (const contact of contacts) door.out(`  ${ROLE_NAMES[contact.role]}: ${contact.name} <${contact.address}>`);
        door.out('\nLogg');
        for (const entry of journal)
          door.out(
            `  ${osloIso(entry.at).slice(0, 16).replace('T', ' ')}  ${entry.actor}: ${journalWords(entry)}${subjectOf(register, entry)}`,
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
