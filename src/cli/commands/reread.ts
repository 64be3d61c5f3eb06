import type { Command } from 'commander';
import type { FollowedLine } from '../../jobs/reread-journal.ts';
import { type Rereading, type RereadMail, rereadMail } from '../../jobs/reread-mail.ts';
import { caseById } from '../../register/cases.ts';
import { municipalityOnDate } from '../../register/municipalities.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { FIELD_WORDS } from '../../rules/replies/field-words.ts';
import type { Evidence, Reading } from '../../rules/replies/reading.ts';
import type { Door } from '../door.ts';
import { withRegister } from '../open-data.ts';
import { partWords, saidWords } from '../reading-words.ts';

interface Options {
  apply?: boolean;
  json?: boolean;
}

const HELP = `
Eksempler:
  purrebot reread            (bare vis hva som ville endre seg)
  purrebot reread --apply

Det du selv har avgjort, blir stående. Et svar som brev har bygd på, endres ikke: meldingen går til avklaring.`;

/** `purrebot reread [--apply]`: today's reader over every stored mail, and what would change. */
export function addReread(program: Command, door: Door): void {
  program
    .command('reread')
    .description('leser alle lagrede meldinger på nytt med dagens leser, og viser hva som endrer seg og hvorfor')
    .option('--apply', 'skriv de nye tolkningene, og la loggen følge')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, async register => {
        const progress = (done: number) => {
          if (door.showsProgress && done % 100 === 0) door.tell(`  ${done} meldinger lest …`);
        };
        const apply = options.apply === true;
        const result = await rereadMail({ register, apply, progress }, door.now);
        if (options.json) door.out(JSON.stringify(asJson(register, result, apply)));
        else for (const mail of result.changed) door.out(`${shown(register, mail, apply)}\n`);
        for (const line of summary(result, apply)) door.tell(line);
        if (result.failed.length > 0) door.finding();
      });
    });
}

function shown(register: Register, mail: RereadMail, applied: boolean): string {
  const { messageId, arrivedAt, from, subject, before, after, changes, lines } = mail;
  const rows = [
    `#${messageId}  ${shortDate(osloDate(arrivedAt))}  fra ${from ?? 'ukjent'}: ${subject}`,
    `  Før:  ${saidWords(before)}`,
    `  Nå:   ${changes.length === 0 ? 'det samme; saken følger en tidligere melding som er lest på nytt' : saidWords(after)}`,
  ];
  for (const field of ['municipalities', 'campaign', 'body', 'inhabitants', 'caseRefs'] as const) {
    if (!changes.includes(field)) continue;
    rows.push(`  ${FIELD_WORDS[field]}: ${listed(before[field])} → ${listed(after[field])}`);
  }
  rows.push(...whyLines(before, after));
  if (after.review) rows.push(`  Hvorfor avklares: ${after.reviewReasons.join(' ')}`);
  for (const line of lines) {
    const words = whatHappens(line, after, applied);
    if (words !== null) rows.push(`  ${placeOf(register, line)}: ${words}`);
  }
  return rows.join('\n');
}

/** What the readings rest on, as they are written; when that is the same, the reader understands it otherwise. */
function whyLines(before: Reading, after: Reading): string[] {
  const [was, is] = [sentenceFor(before), sentenceFor(after)];
  const words = (one: Evidence | null) =>
    one === null ? 'ingen setning' : `«${one.text.replace(/\s+/g, ' ').trim()}» (${partWords(one.part)})`;
  if (was === null) return is === null ? [] : [`  Hvorfor: bygger nå på ${words(is)}`];
  if (was?.text === is?.text) return [`  Hvorfor: samme setning, forstått på en annen måte: ${words(is)}`];
  return [`  Hvorfor: før bygde svaret på ${words(was)}`, `           nå bygger det på ${words(is)}`];
}

function sentenceFor({ evidence }: Reading): Evidence | null {
  return evidence.find(one => one.field === 'conclusion') ?? evidence[0] ?? null;
}

function listed(value: string | number | readonly string[] | null | undefined): string {
  const written = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  return written === '' ? '–' : written;
}

function whatHappens({ following, says }: FollowedLine, after: Reading, applied: boolean): string | null {
  switch (following.what) {
    case 'same':
      return null;
    case 'closed':
      return 'beholdes: henvendelsen er avsluttet';
    case 'kept':
      return `beholdes: ${following.by} har avgjort`;
    case 'review':
      return `${applied ? 'er lagt' : 'legges'} til avklaring: ${following.write.reasons.join(' ')}`;
    case 'follows':
      if (says === null)
        return applied ? 'meldingen gjelder ikke lenger saken' : 'meldingen vil ikke lenger gjelde saken';
      if (says.event === 'review-raised') return applied ? 'er lagt til avklaring' : 'legges til avklaring';
      return `${applied ? 'loggen følger' : 'loggen vil følge'}${after.review ? ' (til avklaring)' : ''}`;
  }
}

function placeOf(register: Register, { caseId }: FollowedLine): string {
  if (caseId === null) return 'uten sak';
  return `${municipalityNameOf(register, caseId)} (${caseById(register, caseId)!.campaignId})`;
}

function municipalityNameOf(register: Register, caseId: number): string {
  const { municipalityId, openedAt } = caseById(register, caseId)!;
  return municipalityOnDate(register, municipalityId, osloDate(openedAt)).name;
}

function summary({ reader, read, changed, otherWords, unchanged, failed }: Rereading, applied: boolean): string[] {
  const lines = [
    `${read} ${read === 1 ? 'melding' : 'meldinger'} lest på nytt (leser ${reader}): ${changed.length} endret, ${otherWords} sier det samme med en annen setning, ${unchanged} uendret.`,
  ];
  if (failed.length > 0) {
    lines.push(
      `Leseren feilet på ${failed.map(id => `#${id}`).join(', ')}: der står det som ble lest før. Meld fra om feilen.`,
    );
  }
  if (applied)
    lines.push(
      changed.length === 0 ? 'Ingen sak er endret.' : 'Skrevet. Loggen viser begge deler: «purrebot show KOMMUNE».',
    );
  else if (changed.length > 0) lines.push('Ingenting er skrevet. Gjennomfør med «purrebot reread --apply».');
  return lines;
}

function asJson(register: Register, { changed, ...counts }: Rereading, applied: boolean): object {
  return {
    ...counts,
    applied,
    changed: changed.map(({ messageId, arrivedAt, from, subject, before, after, changes, lines }) => ({
      message: messageId,
      arrivedAt,
      from,
      subject,
      changes,
      before: withoutText(before),
      after: withoutText(after),
      cases: lines.map(line => ({
        municipality: line.caseId === null ? null : municipalityNameOf(register, line.caseId),
        campaign: line.caseId === null ? null : caseById(register, line.caseId)!.campaignId,
        what: line.following.what,
        ...(line.following.what === 'kept' ? { by: line.following.by } : {}),
        ...(line.following.what === 'review' ? { because: line.following.write.reasons } : {}),
      })),
    })),
  };
}

function withoutText({ newText: _, ...said }: Reading): Omit<Reading, 'newText'> {
  return said;
}
