/**
 * Letters leave from a register whose disk fails at one point after the other, and comes back: a process of its own, since the
 * limit is the process's. Arguments: folder with `template.sqlite`, `full` (the folder is a small disk of its own) or
 * `write-error` (no file may grow), how many points. The last line is JSON.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settleClaims } from '../../src/jobs/claim-letter.ts';
import { deliverOutbox } from '../../src/jobs/deliver-outbox.ts';
import { noteReadToEnd } from '../../src/register/mailbox-items.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { at } from './journal.ts';
import { LIVE_SETTINGS } from './letter-settings.ts';

const [folder = '', mode = '', points = ''] = process.argv.slice(2);
const NOW = at('2013-11-28', '09:37');
const file = join(folder, 'work', 'register.sqlite');
const ballast = join(folder, 'work', 'ballast');
const figures = {
  points: 0,
  failed: 0,
  codes: [] as string[],
  sent: 0,
  twice: 0,
  lost: 0,
  uncertain: 0,
  falseSent: 0,
  damaged: 0,
};

/** Writes fail once so many bytes more are in the log: the register's own file is not written before it is closed. */
function breakDisk(room: number): void {
  if (mode === 'full') {
    const { bavail, bsize } = statfsSync(join(folder, 'work'));
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - room)));
  } else limitFiles(String(logSize() + room));
}

function mendDisk(): void {
  if (mode === 'full') rmSync(ballast, { force: true });
  else limitFiles('unlimited');
}

function logSize(): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

function limitFiles(bytes: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`]);
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}

for (let point = 1; point <= Number(points); point++) {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  copyFileSync(join(folder, 'template.sqlite'), file);
  const opened = openRegister(file);
  if ('refused' in opened) throw new Error(opened.refused);
  const { register } = opened;
  noteReadToEnd(register, 'innboks', '0', NOW);
  const taken = new Map<string, number>();
  const transport = {
    async send(mail: { messageId: string }, beforeFinalDot: (refused: []) => void) {
      beforeFinalDot([]);
      taken.set(mail.messageId, (taken.get(mail.messageId) ?? 0) + 1);
      return { sent: true as const, file: null, response: '250 ok' };
    },
  };
  const deliver = () =>
    deliverOutbox({ register, transport, settings: LIVE_SETTINGS, mailboxes: ['innboks'] }, () => NOW);
  breakDisk(point * 20_480);
  try {
    await deliver();
  } catch (error) {
    const { code = '' } = error as { code?: string };
    if (!code.startsWith('SQLITE_')) throw error;
    figures.failed += 1;
    if (!figures.codes.includes(code)) figures.codes.push(code);
  }
  mendDisk();
  // As the worker does each minute.
  settleClaims(register, NOW);
  await deliver();
  const letters = lettersOf(register);
  figures.points += 1;
  figures.sent += letters.filter(one => one.state === 'sent').length;
  figures.uncertain += letters.filter(one => one.state === 'uncertain').length;
  figures.twice += [...taken.values()].filter(count => count > 1).length;
  figures.lost += letters.filter(one => one.state !== 'sent' && one.state !== 'uncertain').length;
  figures.falseSent += letters.filter(one => one.state === 'sent' && !taken.has(one.mailMessageId!)).length;
  if (register.pragma('integrity_check', { simple: true }) !== 'ok') figures.damaged += 1;
  register.close();
}
process.stdout.write(`${JSON.stringify(figures)}\n`);
