import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { Random } from '../random.ts';
import { startLedgerSink } from './ledger-sink.ts';
import { within } from './send-kills.ts';

const SENDER = fileURLToPath(new URL('naive-sender.ts', import.meta.url));

/**
 * The control: a program that sends and then marks as sent, killed at the same steps. If it sends nothing twice, this rig
 * could not see it if we did.
 * @returns mails that the server took more than once
 */
export async function naiveDuplicates(kills: number, random: Random): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-naive-'));
  const sink = await startLedgerSink();
  const file = join(folder, 'naive.sqlite');
  const database = new Database(file);
  try {
    database.exec('CREATE TABLE mail (id INTEGER PRIMARY KEY, sent INTEGER NOT NULL DEFAULT 0)');
    for (let i = 0; i < kills * 3; i++) database.exec('INSERT INTO mail DEFAULT VALUES');
    for (let i = 0; i < kills; i++) {
      const program = spawn(process.execPath, [SENDER, file, String(sink.account.port)], { stdio: 'ignore' });
      let left = 1 + Math.floor(random() * 2);
      const phase = random() < 0.5 ? 'dot' : 'taken';
      sink.onPhase = now => {
        if (now === phase && --left === 0) program.kill('SIGKILL');
        return null;
      };
      await within(program, 10_000);
    }
    const times = new Map<string, number>();
    for (const { messageId } of sink.taken) times.set(messageId, (times.get(messageId) ?? 0) + 1);
    return [...times.values()].filter(count => count > 1).length;
  } finally {
    database.close();
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
