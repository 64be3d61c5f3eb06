import type { Command } from 'commander';
import { caseById } from '../../register/cases.ts';
import { mailsBehind, openReviews } from '../../register/journal.ts';
import { messageHeader, readingOf } from '../../register/messages.ts';
import { municipalityOnDate } from '../../register/municipalities.ts';
import type { Register } from '../../register/open-register.ts';
import { senderProofOf } from '../../register/sender-proofs.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import type { Answer } from '../../rules/standing/journal-entry.ts';
import { conclusionWords } from '../../rules/standing/standing-words.ts';
import type { SenderProof } from '../../rules/trust/sender-proof.ts';
import type { Door } from '../door.ts';
import { withRegister } from '../open-data.ts';
import { trustWords } from '../trust-words.ts';

interface ReviewRow {
  message: number | null;
  campaign: string | null;
  municipality: string | null;
  from: string | null;
  subject: string | null;
  arrivedAt: string | null;
  suggestion: Answer | null;
  reasons: string[];
  text: string;
  /** What was found of its sender; null when there is no message. */
  sender: SenderProof | null;
  /** Messages of the same sender that are read, and wait for what becomes of this one. */
  behind: number[];
}

/** `purrebot review`: what the robot would not decide, with its reasons and the words it saw. */
export function addReview(program: Command, door: Door): void {
  program
    .command('review')
    .description('viser meldingene som venter på avklaring')
    .option('--json', 'skriv listen som ett JSON-dokument')
    .addHelpText('after', '\nEksempel:\n  purrebot review\n  purrebot settle 27 --as utsatt --person "Eva L. Indreby"')
    .action(async (options: { json?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const rows = openReviews(register).map(review => rowOf(register, review));
        if (options.json) door.out(JSON.stringify(rows));
        else if (rows.length === 0) door.tell('Ingenting venter på avklaring.');
        else for (const row of rows) door.out(`${shown(row)}\n`);
      });
    });
}

function rowOf(register: Register, review: ReturnType<typeof openReviews>[number]): ReviewRow {
  const header = review.messageId === null ? null : messageHeader(register, review.messageId);
  const reading = review.messageId === null ? null : readingOf(register, review.messageId);
  const one = review.caseId === null ? null : caseById(register, review.caseId);
  return {
    message: review.messageId,
    campaign: review.campaignId,
    municipality: one === null ? null : municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt)).name,
    from: header?.from ?? null,
    subject: header?.subject ?? null,
    arrivedAt: header?.arrivedAt ?? null,
    suggestion: (review.data.suggestion as Answer | null | undefined) ?? null,
    reasons: (review.data.reasons as string[] | undefined) ?? [],
    text: reading?.newText ?? '',
    sender: review.messageId === null ? null : senderProofOf(register, review.messageId),
    behind: review.messageId === null ? [] : mailsBehind(register, review.messageId),
  };
}

function shown(row: ReviewRow): string {
  const lines = [`#${row.message}  ${row.municipality ?? 'ukjent kommune'}  (${row.campaign ?? 'ukjent henvendelse'})`];
  lines.push(
    `  Fra: ${row.from ?? '–'}   ${row.arrivedAt === null ? '' : shortDate(osloDate(row.arrivedAt))}   Emne: ${row.subject ?? '–'}`,
  );
  lines.push(`  Hvorfor: ${row.reasons.join(' ')}`);
  if (row.sender !== null && row.sender.trust !== 'unknown')
    lines.push(`  Avsender ${trustWords(row.sender.trust)}: ${row.sender.because}`);
  if (row.suggestion !== null) lines.push(`  Robotens forslag: ${conclusionWords(row.suggestion.conclusion)}`);
  const text = row.text.replace(/\s+/g, ' ');
  if (row.behind.length > 0)
    lines.push(
      `  Bak den venter ${row.behind.length} til fra samme avsender: ${row.behind.map(id => `#${id}`).join(', ')}. De er lest, men ikke registrert.`,
    );
  if (text !== '') lines.push(`  «${text.length > 300 ? `${text.slice(0, 300)} …` : text}»`);
  return lines.join('\n');
}
