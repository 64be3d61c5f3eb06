import { randomBytes, randomInt } from 'node:crypto';
import { uptime } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { setFlagsFromString } from 'node:v8';
import { runCli } from './cli/cli.ts';
import { COMMANDS } from './cli/commands.ts';
import { type Door, Explained } from './cli/door.ts';
import { folderSession } from './mail-in/folder-session.ts';
import { openImap } from './mail-in/imap-session.ts';
import { mailFolder } from './mail-in/mail-folder.ts';
import { fileTransport } from './mail-out/file-transport.ts';
import { smtpTransport } from './mail-out/smtp-transport.ts';
import { instantFrom } from './rules/calendar/oslo-time.ts';
import { readSettings, type Settings } from './settings.ts';
import { everyMinute } from './worker/every-minute.ts';
import { jsonLog } from './worker/log.ts';
import { startWorker } from './worker/start-worker.ts';

/** Letters and digits that cannot be mistaken for one another, on paper or over the phone. */
const TOKEN_ALPHABET = '23456789ABCDEFGHJKLMNPQRTVWXYZ';

function newToken(): string {
  return Array.from({ length: 6 }, () => TOKEN_ALPHABET[randomInt(TOKEN_ALPHABET.length)]).join('');
}

function settings(): Settings {
  const read = readSettings(process.env);
  if ('settings' in read) return read.settings;
  throw new Explained(
    `Innstillingene er ikke i orden:\n${read.faults.map(fault => `  ${fault}`).join('\n')}\nRett dem i .env.`,
    78,
  );
}

async function ask(question: string): Promise<boolean> {
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`${question} [j/N] `);
  prompt.close();
  return /^j(a)?$/i.test(answer.trim());
}

// Mail after mail is short-lived: a young generation that does not grow is emptied often, and 10,000 mails take a quarter
// less memory in no more time (measured with scripts/bench).
setFlagsFromString('--semi-space-growth-factor=1');

// The register and the letters hold whole mails: nobody else on the machine reads what we write.
process.umask(0o077);

try {
  process.loadEnvFile('.env');
} catch (error) {
  // No .env is the ordinary case: everything has a safe default.
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

// `purrebot analyse … | head`: the reader has seen enough, which is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// What is told there is for a person who looks; nobody looking, or a full disk, must not stop the program.
process.stderr.on('error', () => undefined);

/** IMAP when it is set, else the folder. */
function mailOpener({ imap, mailFolder: folder }: Settings): ReturnType<Door['mailOpener']> {
  if (imap !== null) return () => openImap(imap, now);
  return folder === null ? null : async () => ({ session: folderSession(mailFolder(folder, now)) });
}

/** Ctrl-C or SIGTERM; whoever asks twice, or waits too long for a slow server, gets the process ended. */
function untilStopped(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = () => {
    if (stop.asked) process.exit(1);
    stop.asked = true;
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
    resolve();
  };
  stop.asked = false;
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return promise;
}

/** Milliseconds: whoever stops services kills them after a while, and a kill is no worse than our own end. */
const LONGEST_STOP = 9_000;

const now = () => instantFrom(Date.now());
const argv = process.argv.slice(2);
const tell = (text: string) => process.stderr.write(`${text}\n`);
const door: Door = {
  now,
  newToken,
  newKey: () => randomBytes(32),
  out: text => process.stdout.write(`${text}\n`),
  tell,
  ask: process.stdin.isTTY && process.stderr.isTTY ? ask : null,
  showsProgress: process.stderr.isTTY === true,
  color:
    process.stdout.isTTY === true &&
    !process.env.NO_COLOR &&
    process.env.TERM !== 'dumb' &&
    !argv.includes('--no-color'),
  environment: process.env,
  settings,
  mailFolder,
  fileTransport,
  smtpTransport: account => smtpTransport(account),
  mailOpener,
  startWorker: ({ logLevel, ...parts }) =>
    startWorker({ ...parts, now, uptime, chance: Math.random, everyMinute, log: jsonLog(logLevel) }),
  // Loaded when it is wanted: a command that shows a table should not wait for a web server's libraries.
  startWeb: async ({ logLevel, ...parts }) =>
    (await import('./web/start-web.ts')).startWeb({
      ...parts,
      newSecret: () => randomBytes(32).toString('base64url'),
      newToken,
      log: jsonLog(logLevel),
      tell,
    }),
  untilStopped,
  processId: process.pid,
  finding: () => undefined,
};
process.exitCode = await runCli(argv, door, COMMANDS);
