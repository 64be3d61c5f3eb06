/**
 * `npm run soak -- [--minutes 60] [--mails 10000] [--letters 500]`: the whole program for an hour on a real Dovecot and
 * an SMTP server, with mail in bursts, letters to many municipalities, and both servers stopped and started in between.
 * Everything is on loopback; the program's clock begins on a working morning. Ends with one JSON line, exit code 1 when
 * anything was lost, came twice or grew.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { type Dovecot, startDovecot } from '../../test/worlds/dovecot.ts';
import { mailEnvironment } from '../../test/worlds/mail-environment.ts';
import { type SmtpSink, startSmtpSink } from '../../test/worlds/smtp-sink.ts';
import { turnedClock } from '../../test/worlds/turned-clock.ts';
import { message } from '../bench/corpus.mjs';
import { isFlat, median, residentMb } from './memory.ts';
import { answerOf, orderSecondRound, type SoakCase, startSoak } from './soak-campaign.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    mails: { type: 'string', default: '10000' },
    letters: { type: 'string', default: '500' },
  },
});
const minutes = Number(values.minutes);
const mails = Number(values.mails);
const letters = Number(values.letters);
/** 08:05 in Norway on a Wednesday without holidays around it. */
const CLOCK = '2026-11-25 07:05:00';
const BEGINS = Date.parse(`${CLOCK.replace(' ', 'T')}Z`);
const BURST = 100;
/** This share stands in the mailbox when the program first looks: its memory takes its size then, and must keep it. */
const ALREADY_THERE = 0.2;

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'purrebot-soak-'));
const [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
let program: ChildProcess | null = null;
let failed = true;
try {
  const register = openData();
  const cases = startSoak(register, Math.ceil(letters * 0.6), new Date(BEGINS).toISOString());
  program = startProgram(dovecot, sink);
  const began = performance.now();
  const at = () => new Date(BEGINS + performance.now() - began).toISOString();
  const memory: number[] = [];
  const watch = setInterval(() => memory.push(residentMb(program!.pid!)), 5_000);
  const delivered = await play(register, cases, at, began);
  await settle(register, delivered.size);
  clearInterval(watch);
  const result = report(register, delivered, memory, Math.round((performance.now() - began) / 1000));
  console.log(JSON.stringify(result));
  failed = !result.holds;
  program.kill('SIGTERM');
  await once(program, 'exit');
  register.close();
} finally {
  program?.kill('SIGKILL');
  await Promise.all([dovecot.remove(), sink.stop()]);
  rmSync(data, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

function openData(): Register {
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  return opened.register;
}

function startProgram(imap: Dovecot, smtp: SmtpSink): ChildProcess {
  const child = spawn(process.execPath, [main, '--data', data, 'start'], {
    cwd: data,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      ...turnedClock(CLOCK),
      SENDING: 'live',
      ...mailEnvironment(imap, smtp),
    },
  });
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.split('\n')) if (/"level":"(warn|error)"/.test(line)) console.error(line);
  });
  return child;
}

/** Bursts of mail spread over the time; a stop of each server, and the second half of the letters, in between. */
async function play(register: Register, cases: SoakCase[], at: () => string, began: number): Promise<Set<string>> {
  const delivered = new Set<string>();
  const bursts = Math.ceil(mails / BURST);
  const full = Math.floor(bursts * ALREADY_THERE);
  for (let burst = 0; burst < bursts; burst++) {
    for (let i = burst * BURST; i < Math.min((burst + 1) * BURST, mails); i++) {
      // One mail in eighty is an answer of a municipality of the campaign.
      const one = i % 80 === 79 ? cases[(i - 79) / 80] : undefined;
      const raw = one === undefined ? message(i).raw : answerOf(one, i);
      dovecot.deliver(raw, { at: at(), folder: i % 50 === 7 ? 'Junk' : 'INBOX' });
      delivered.add(createHash('sha256').update(raw).digest('hex'));
    }
    if (burst === Math.floor(bursts * 0.3)) await pause(dovecot, 20_000, 'IMAP');
    if (burst === Math.floor(bursts * 0.45)) await pause(sink, 1, 'SMTP');
    if (burst === Math.floor(bursts * 0.5)) {
      await sink.stop();
      const ordered = orderSecondRound(register, at());
      console.error(`${ordered} letters ordered while the SMTP server is down`);
      await sleep(20_000);
      await sink.start();
    }
    if (burst === Math.floor(bursts * 0.7)) await pause(dovecot, 5_000, 'IMAP');
    const paced = (burst + 1 - full) / (bursts - full);
    const wait = began + paced * minutes * 60_000 - performance.now();
    if (wait > 0) await sleep(wait);
    if (burst % 10 === 9)
      console.error(`${burst + 1} of ${bursts} bursts, ${stored(register)} mails stored, ${sink.mails.length} letters`);
  }
  return delivered;
}

async function pause(
  server: { stop(): Promise<void>; start(): Promise<void> },
  ms: number,
  name: string,
): Promise<void> {
  await server.stop();
  await sleep(ms);
  await server.start();
  console.error(`${name} server restarted`);
}

function count(register: Register, sql: string): number {
  return register.prepare(sql).pluck().get() as number;
}

function stored(register: Register): number {
  return count(register, "SELECT count(*) FROM message WHERE direction = 'in'");
}

/** Until everything is in and out, at most five minutes. */
async function settle(register: Register, expected: number): Promise<void> {
  const isDone = () =>
    stored(register) === expected &&
    count(register, "SELECT count(*) FROM message WHERE state = 'stored'") === 0 &&
    count(register, "SELECT count(*) FROM letter WHERE state IN ('planned', 'rendered', 'claimed', 'eod', 'retry')") ===
      0 &&
    count(register, 'SELECT count(*) FROM letter WHERE copied_at IS NULL AND eod_at IS NOT NULL') === 0;
  for (let i = 0; i < 300 && !isDone(); i++) await sleep(1000);
}

function report(register: Register, delivered: Set<string>, memory: number[], seconds: number) {
  const inRegister = register.prepare("SELECT sha256 FROM message WHERE direction = 'in'").pluck().all() as string[];
  const ids = sink.mails.map(mail => mail.messageId);
  const sentIds = register.prepare("SELECT mail_message_id FROM letter WHERE state = 'sent'").pluck().all() as string[];
  const copies = dovecot.mailsIn('Sent').map(raw => /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '');
  const quarter = Math.floor(memory.length / 4);
  const early = median(memory.slice(quarter, 2 * quarter));
  const late = median(memory.slice(-quarter));
  const result = {
    seconds,
    mails: delivered.size,
    stored: inRegister.length,
    missing: [...delivered].filter(sha => !inRegister.includes(sha)).length,
    unread: count(register, "SELECT count(*) FROM message WHERE state = 'stored'"),
    letters: sentIds.length,
    received: ids.length,
    twice: ids.length - new Set(ids).size,
    lost: sentIds.filter(id => !ids.includes(id)).length,
    uncertain: count(register, "SELECT count(*) FROM letter WHERE state = 'uncertain'"),
    copies: copies.length,
    copiesTwice: copies.length - new Set(copies).size,
    // An answer that came in the last minute before a letter left may cross it; an older one never.
    remindedAfterAnswer: count(
      register,
      `SELECT count(*) FROM journal l JOIN journal a ON a.case_id = l.case_id AND a.event = 'answered'
         WHERE l.event = 'letter-sent' AND a.at < strftime('%Y-%m-%dT%H:%M:%SZ', l.at, '-60 seconds')`,
    ),
    joined: count(register, "SELECT count(DISTINCT case_id) FROM journal WHERE event = 'answered'"),
    memoryMb: { early, late, peak: Math.max(...memory) },
    integrity: register.pragma('integrity_check', { simple: true }),
  };
  const whole =
    result.missing + result.unread + result.twice + result.lost + result.uncertain + result.copiesTwice === 0;
  const holds =
    whole &&
    result.stored === result.mails &&
    result.letters === result.received &&
    result.copies === result.letters &&
    result.remindedAfterAnswer === 0 &&
    isFlat(early, late);
  return { ...result, holds };
}
