import { osloDate } from '../calendar/oslo-time.ts';
import { shortDate } from '../calendar/written-date.ts';
import { letterWords } from '../letters/letter-kind-words.ts';
import type { JournalEntry } from './journal-entry.ts';
import { conclusionWords } from './standing-words.ts';

/** The roles of contacts on screen. */
export const ROLE_NAMES: Record<string, string> = {
  postmottak: 'Postmottak',
  director: 'Kommunedirektør',
  officer: 'Saksbehandler',
};

const MODES = { dry: 'skrevet til fil', redirected: 'omdirigert', live: 'sendt' };

const DOUBTED = { receipt: 'kvittering', 'out-of-office': 'fraværsmelding', bounce: 'melding om manglende levering' };

/** One line of the journal in the adviser's words. */
export function journalWords(entry: JournalEntry): string {
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
      return `kontakt: ${ROLE_NAMES[entry.role] ?? entry.role} ${entry.address}`;
    case 'withdrawn':
      return `tatt ut: ${entry.because}`;
    case 'added':
      return 'tatt inn';
    case 'noted':
      return `notat: ${entry.note}`;
    case 'undone':
      return `angret linje ${entry.entry}${entry.reread === undefined ? '' : `, lest på nytt ${shortDate(osloDate(entry.reread.on))}`}`;
  }
}
