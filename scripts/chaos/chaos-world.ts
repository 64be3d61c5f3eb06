import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { type Dovecot, startDovecot } from '../../test/worlds/dovecot.ts';
import { mailEnvironment } from '../../test/worlds/mail-environment.ts';
import { type ChaosCase, startCampaigns } from './chaos-campaigns.ts';
import { type LedgerSink, startLedgerSink, type Taken } from './ledger-sink.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const PRELOAD = new URL('failpoints.ts', import.meta.url).href;
/** Compiled once for all children: else most of a short life is spent on reading the program. */
const CACHE = join(tmpdir(), 'purrebot-chaos-cache');

/** 09:00 in Norway on a Wednesday without holidays around it: letters may leave for six hours. */
const MORNING = Date.parse('2026-11-25T08:00:00Z');
export const CLOCK_OFFSET = MORNING - Date.now();
export const chaosNow = (): string => new Date(Date.now() + CLOCK_OFFSET).toISOString();

export const WITNESS = 'svar+kvittering@purrebot.ks.example';

/** One register, one mailbox and one mail server; the program comes and goes. */
export interface ChaosWorld {
  register: Register;
  dovecot: Dovecot;
  sink: LedgerSink;
  cases: ChaosCase[];
  /** Everything that was put into the mailbox by others than the program: raw mail by Message-ID, and when (program's clock). */
  delivered: Map<string, { at: string; caseId: number | null }>;
  starts: string[];
  /** While it is set, copies do not come to the mailbox; they do when it is let go. */
  holdCopies(held: boolean): void;
  /** Copies that the mail server has taken for the program's own mailbox. */
  copies(): number;
  start(environment?: Record<string, string>): ChildProcess;
  /** Puts a mail into the mailbox. */
  deliver(mail: { messageId: string; raw: Uint8Array; caseId: number | null }): void;
  end(): Promise<void>;
}

/** @param size campaigns × municipalities: one letter each is due */
export async function chaosWorld(size: { campaigns: number; municipalities: number }): Promise<ChaosWorld> {
  // In memory where there is such a folder: a kill does not lose what the kernel has, and the disk would only slow it down.
  const data = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'purrebot-chaos-'));
  const [dovecot, sink] = await Promise.all([startDovecot(), startLedgerSink(join(data, 'ledger.ndjson'))]);
  const opened = openRegister(join(data, 'register.sqlite'), 30_000);
  if ('refused' in opened) throw new Error(opened.refused);
  const { register } = opened;
  const world: ChaosWorld = {
    register,
    dovecot,
    sink,
    cases: startCampaigns(register, size, chaosNow()),
    delivered: new Map(),
    starts: [],
    holdCopies(held) {
      isHeld = held;
      if (!held) for (const mail of kept.splice(0)) bring(mail);
    },
    copies: () => sink.taken.filter(mail => mail.to.includes(WITNESS)).length,
    start(environment = {}) {
      world.starts.push(chaosNow());
      return spawn(process.execPath, ['--import', PRELOAD, MAIN, '--data', data, 'start'], {
        cwd: data,
        stdio: ['ignore', 'pipe', 'ignore'],
        env: {
          PATH: process.env.PATH,
          SENDING: 'live',
          ...mailEnvironment(dovecot, sink.account),
          WITNESS_ADDRESS: WITNESS,
          DAILY_CAP: '100000',
          NODE_COMPILE_CACHE: CACHE,
          CHAOS_CLOCK: String(CLOCK_OFFSET),
          ...environment,
        },
      });
    },
    deliver({ messageId, raw, caseId }) {
      const at = chaosNow();
      world.delivered.set(messageId, { at, caseId });
      dovecot.deliver(raw, { at });
    },
    async end() {
      register.close();
      await Promise.all([dovecot.remove(), sink.stop()]);
      rmSync(data, { recursive: true, force: true });
    },
  };
  // The copy comes as a mail server would bring it: a moment later, whatever has become of the sender.
  const kept: Taken[] = [];
  let isHeld = false;
  const bring = (mail: Taken) => setTimeout(() => dovecot.deliver(mail.raw, { at: chaosNow() }), Math.random() * 300);
  sink.onTaken = mail => {
    if (!mail.to.includes(WITNESS)) return;
    if (isHeld) kept.push(mail);
    else bring(mail);
  };
  return world;
}

/** Settles when the program logs words, or has ended. */
export async function logged(program: ChildProcess, words: string): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  await new Promise<void>(resolve => {
    program.once('exit', () => resolve());
    program.stdout!.on('data', (text: Buffer) => text.includes(words) && resolve());
  });
}

/** Ends a program, however it stands. */
export async function ended(program: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const exit = once(program, 'exit');
  program.kill(signal);
  await exit;
}
