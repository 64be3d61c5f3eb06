import { join } from 'node:path';
import { styleText } from 'node:util';
import type { Command } from 'commander';
import type { Check } from '../../jobs/check-finding.ts';
import { examine } from '../../jobs/doctor.ts';
import { readSettings } from '../../settings.ts';
import type { Door } from '../door.ts';
import { REGISTER_FILE } from '../open-data.ts';

/** `purrebot doctor`: what is wrong, and what to do about it. */
export function addDoctor(program: Command, door: Door): void {
  program
    .command('doctor')
    .description('sjekker innstillinger, register, disk, klokke, postkasse og e-posttjener, og sier hva som må rettes')
    .option('--json', 'skriv sjekkene som ett JSON-dokument')
    .addHelpText(
      'after',
      '\nIngenting endres, og ingen brev sendes. Avslutter med 3 når noe bør ses på.\n\nEksempler:\n  purrebot doctor\n  purrebot doctor --json',
    )
    .action(async (options: { json?: boolean }) => {
      const folder = program.opts<{ data: string }>().data;
      if (door.showsProgress) door.tell('Sjekker maskinen og e-posttjenerne …');
      // Read here rather than through the door, which stops at faults: here they are one finding among others.
      const read = readSettings(door.environment);
      const checks = await examine({
        now: door.now(),
        node: { version: process.version, napi: process.versions.napi ?? '0' },
        dataFolder: folder,
        registerFile: join(folder, REGISTER_FILE),
        outbox: join(folder, 'outbox'),
        settings: 'settings' in read ? read.settings : null,
        faults: 'faults' in read ? read.faults : [],
        wants: {
          live: given(door, 'SENDING') === 'live',
          imap: given(door, 'IMAP_HOST') !== null,
          smtp: given(door, 'SMTP_HOST') !== null,
        },
        trustedServer: given(door, 'TRUSTED_AUTHSERV'),
        strictTrust: given(door, 'TRUST') === 'strict',
      });
      if (options.json) door.out(JSON.stringify({ checks }));
      else for (const line of shown(checks, door.color)) door.out(line);
      door.tell(counted(checks));
      if (checks.some(one => one.status !== 'ok')) door.finding();
    });
}

/** An empty value counts as not set, as everywhere in the settings. */
function given(door: Door, name: string): string | null {
  const value = door.environment[name]?.trim() ?? '';
  return value === '' ? null : value;
}

const MARKS = { ok: '✓ OK  ', warn: '! MERK', fail: '✗ FEIL' };
const COLORS = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

function shown(checks: readonly Check[], color: boolean): string[] {
  const width = Math.max(...checks.map(one => one.name.length));
  const indent = ' '.repeat(MARKS.ok.length + 2 + width + 2);
  return checks.map(({ name, status, found, cure }, i) => {
    const mark = color ? styleText(COLORS[status], MARKS[status], { validateStream: false }) : MARKS[status];
    // What is put right in one go is said once, below the last of them.
    const words = cure === '' || cure === checks[i + 1]?.cure ? found : `${found}\n→ ${cure}`;
    return `${mark}  ${name.padEnd(width)}  ${words.replaceAll('\n', `\n${indent}`)}`;
  });
}

function counted(checks: readonly Check[]): string {
  const number = (status: Check['status']) => checks.filter(one => one.status === status).length;
  return `${checks.length} sjekker: ${number('ok')} i orden, ${number('warn')} å merke seg, ${number('fail')} feil.`;
}
