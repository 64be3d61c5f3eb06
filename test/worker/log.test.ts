import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test, vi } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { folderSession } from '../../src/mail-in/folder-session.ts';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import { readSettings } from '../../src/settings.ts';
import { jsonLog } from '../../src/worker/log.ts';
import { startWorker } from '../../src/worker/start-worker.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { at } from '../worlds/journal.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';
import { rawMail, report } from '../worlds/raw-mail.ts';

vi.setConfig({ testTimeout: 60_000 });

const SECRET = 'hemmelig-passord-77';
const FORBIDDEN = [SECRET, 'slutter seg til', 'ordningen', '@', 'Samhandling', 'kommune.example', 'T0000', 'spioner'];

/** A worker at its real jobs, with everything that it logs at its most talkative. */
async function logOf(mails: string[], send: () => Promise<never>, openMail?: () => ReturnType<typeof openImap>) {
  const lines: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-logg-'));
  mails.forEach((mail, i) => void writeFileSync(join(folder, `${i}.eml`), mail));
  const now = () => at('2013-11-28', '09:38');
  const { register } = storyCampaign(at('2013-11-28', '09:37'), { mode: 'live', only: ['Hitra', 'Malvik', 'Skaun'] });
  register.prepare('UPDATE letter SET due_at = ?').run(now());
  const worker = startWorker({
    register,
    settings: LIVE_SETTINGS,
    openMail: openMail ?? (async () => ({ session: folderSession(mailFolder(folder, now)) })),
    transport: { send },
    now,
    chance: () => 0.5,
    everyMinute: () => ({ stop: async () => undefined }),
    log: jsonLog('debug', { write: line => void lines.push(line) }),
  });
  await worker.tick();
  await worker.stop();
  rmSync(folder, { recursive: true });
  return { lines, told: lines.join('') };
}

const refuse = async (): Promise<never> => {
  const words = `Can't send mail - all recipients were rejected: 550 <postmottak@hitra.kommune.example> login ${SECRET}`;
  throw Object.assign(new Error(words, { cause: new Error(words) }), {
    code: 'EENVELOPE',
    response: words,
    rejected: ['postmottak@hitra.kommune.example'],
    auth: { user: 'svar@purrebot.ks.example', pass: SECRET },
  });
};

test('the log of reading and sending holds no mail, no address, no token and no secret, also when something throws', async () => {
  const { lines, told } = await logOf(
    [
      rawMail('Hitra kommune slutter seg til ordningen. Passordet er hemmelig-passord-77.'),
      rawMail('Malvik kommune slutter seg til ordningen.', {
        from: '"spioner" <x@evil.example>',
        id: '<2@evil.example>',
      }),
      report('postmottak@hitra.kommune.example', 'Message-ID: <x@evil.example>', { id: '<3@mx.example>' }),
      'From: spioner\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nslutter seg til',
    ],
    refuse,
  );
  expect(lines.map(line => JSON.parse(line) as object)).toContainEqual(
    expect.objectContaining({ level: 'debug', msg: 'Lest.' }),
  );
  // What threw is found by its kind and its place.
  expect(told).toMatch(/"type":"Error","code":"EENVELOPE","at":\["at \S*refuse /);
  for (const word of FORBIDDEN) expect(told).not.toContain(word);
});

test('a mailbox that cannot be opened is told of without its password', async () => {
  const account = { host: '127.0.0.1', port: 1, security: 'none', user: 'svar', password: SECRET } as const;
  const folders = { junkFolder: null, sentFolder: null, handledFolder: null, since: null };
  const { told, lines } = await logOf([], refuse, () => openImap({ ...account, ...folders }, () => at('2013-11-28')));
  expect(lines.length).toBeGreaterThan(0);
  expect(told).not.toContain(SECRET);
});

test('a fault of the settings shows no secret, and no command takes one from its line', () => {
  const faults = readSettings({ IMAP_HOST: 'imap.ks.example', IMAP_PASSWORD: SECRET, SMTP_HOST: '!', SENDING: 'live' });
  expect(JSON.stringify(faults)).toContain('SMTP_HOST');
  expect(JSON.stringify(faults)).not.toContain(SECRET);
  const program = new Command();
  for (const add of COMMANDS) add(program, quietDoor().door);
  const all = (command: Command): Command[] => [command, ...command.commands.flatMap(all)];
  const options = all(program).flatMap(one => one.options.map(option => option.long ?? ''));
  expect(options.length).toBeGreaterThan(20);
  expect(options.filter(name => /pass|secret|hemmelig|auth|login/.test(name))).toEqual([]);
});
