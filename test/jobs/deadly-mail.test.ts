import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { readStoredMail } from '../../src/jobs/read-stored-mail.ts';
import { rereadMail } from '../../src/jobs/reread-mail.ts';
import { openReviews } from '../../src/register/journal.ts';
import { countMessages } from '../../src/register/messages.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { givenUpMails, noteAttempt } from '../../src/register/read-attempts.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { inbox, reply } from '../worlds/inbox.ts';
import { at } from '../worlds/journal.ts';

const PROGRAM = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const DEADLY = new URL('../worlds/deadly-reader.ts', import.meta.url).href;

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'purrebot-gift-'));
  mkdirSync(join(data, 'innboks'));
  const { register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Malvik', 'Hitra', 'Skaun'] });
  register.prepare('VACUUM INTO ?').run(join(data, 'register.sqlite'));
});
afterEach(() => rmSync(data, { recursive: true }));

/** The whole program, with a reader that dies of «GIFT». */
function run(command: string[], poisonIn: 'reader' | 'decoder') {
  const environment = { PATH: process.env.PATH, NODE_OPTIONS: `--import=${DEADLY}`, POISON_IN: poisonIn, TZ: 'UTC' };
  const args = [PROGRAM, '--data', data, ...command];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: environment, timeout: 120_000 });
}

function withRegister<T>(use: (register: Register) => T): T {
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  try {
    return use(opened.register);
  } finally {
    opened.register.close();
  }
}

const standing = (register: Register, name: string) =>
  casesWithStanding(register, '2013-samhandling').find(one => one.municipality.name === name)!.standing;

describe.each(['reader', 'decoder'] as const)('a mail that kills the program in its %s', poisonIn => {
  test('is set aside unread after three deaths, shown, and holds its sender’s case; the others are read', () => {
    const from = (name: string) => ({ from: `postmottak@${name}.kommune.example`, id: name });
    const mails = [
      reply('Malvik kommune slutter seg til ordningen.', from('malvik')),
      reply('Hitra kommune slutter seg til ordningen. GIFT', from('hitra')),
      reply('Skaun kommune slutter seg til ordningen.', from('skaun')),
    ];
    for (const [i, mail] of mails.entries()) writeFileSync(join(data, 'innboks', `${i}.eml`), mail);
    const receive = () => run(['receive', join(data, 'innboks')], poisonIn);
    // The first death says only that it was one of the three; the next two say which.
    for (let death = 1; death <= 3; death++) expect(receive().signal).toBe('SIGKILL');
    const alive = receive();
    expect([alive.status, alive.stderr]).toEqual([0, expect.stringContaining('til avklaring')]);
    withRegister(register => {
      expect(countMessages(register)).toMatchObject({ stored: 3, unread: 0, quarantined: 1 });
      expect(['Malvik', 'Skaun'].map(name => standing(register, name).answer)).toEqual(['joined', 'joined']);
      expect(standing(register, 'Hitra')).toMatchObject({ closed: false, ball: 'review' });
      expect(openReviews(register).map(one => one.data.reasons)).toEqual([
        [expect.stringContaining('stoppet flere ganger')],
      ]);
    });
  }, 240_000);
});

describe('a mail that was left behind', () => {
  test('by a program that was merely stopped is read as ever, and nothing is held against it', async () => {
    await withRegisterAsync(async register => {
      const box = inbox(register, at('2013-12-09'));
      const { messageId } = box.store(reply('Hitra kommune slutter seg til ordningen.'));
      noteAttempt(register, messageId);
      await box.receive();
      expect(standing(register, 'Hitra').answer).toBe('joined');
      expect(register.prepare('SELECT count(*) FROM read_attempt').pluck().get()).toBe(0);
    });
  });

  test('is not to blame when the register cannot be written', async () => {
    await withRegisterAsync(async register => {
      const { messageId } = inbox(register, at('2013-12-09')).store(reply('Hitra kommune slutter seg til ordningen.'));
      register.prepare('UPDATE message SET size = size').run();
      const read = () => readStoredMail({ register }, () => at('2013-12-09'));
      const other = openRegister(join(data, 'register.sqlite'), 0);
      if ('refused' in other) throw new Error(other.refused);
      register.pragma('busy_timeout = 1');
      for (let i = 0; i < 4; i++) {
        // Somebody takes the register just after the attempt is written down, and gives it back later.
        const reading = read();
        other.register.exec('BEGIN IMMEDIATE');
        await expect(reading).rejects.toThrow(/locked|busy/i);
        other.register.exec('COMMIT');
      }
      other.register.close();
      await read();
      expect(givenUpMails(register)).toEqual([]);
      expect(countMessages(register)).toMatchObject({ unread: 0, quarantined: 0 });
      expect(messageId).toBe(1);
    });
  });

  test('that even its headers are deadly of is set aside for a person without a name', async () => {
    await withRegisterAsync(async register => {
      const box = inbox(register, at('2013-12-09'));
      const { messageId } = box.store(reply('GIFT'));
      for (let i = 0; i < 3; i++) noteAttempt(register, messageId);
      expect(await box.receive()).toMatchObject([{ outcome: 'quarantined', review: true }]);
      expect(openReviews(register)).toMatchObject([{ caseId: null, messageId }]);
      expect(givenUpMails(register)).toEqual([messageId]);
    });
  });

  test('and set aside is shown by «status», and not even a re-reading opens it', async () => {
    const messageId = await withRegisterAsync(async register => {
      const box = inbox(register, at('2013-12-09'));
      const stored = box.store(reply('Hitra kommune slutter seg til ordningen.'));
      for (let i = 0; i < 2; i++) noteAttempt(register, stored.messageId);
      await box.receive();
      const again = await rereadMail({ register, apply: true }, () => at('2013-12-10'));
      expect([again.read, standing(register, 'Hitra').ball]).toEqual([0, 'review']);
      return stored.messageId;
    });
    const { door, said } = quietDoor();
    await runCli(['--data', data, 'status'], door, COMMANDS);
    expect(said.told.join('\n')).toContain(
      `satt til side ulest, siden programmet stoppet av å lese dem: #${messageId}.`,
    );
  });
});

async function withRegisterAsync<T>(use: (register: Register) => Promise<T>): Promise<T> {
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  try {
    return await use(opened.register);
  } finally {
    opened.register.close();
  }
}
