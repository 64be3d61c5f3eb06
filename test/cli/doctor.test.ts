import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { addDoctor } from '../../src/cli/commands/doctor.ts';
import { addInit } from '../../src/cli/commands/init.ts';
import { openData } from '../../src/cli/open-data.ts';
import type { Check } from '../../src/jobs/check-finding.ts';
import { clockCheck, nodeCheck, programFilesCheck } from '../../src/jobs/check-program.ts';
import { freeSpaceCheck } from '../../src/jobs/check-storage.ts';
import { writeCampaignJournal } from '../../src/register/journal.ts';
import { quietDoor } from '../worlds/door.ts';
import { at } from '../worlds/journal.ts';
import { emptyFolder } from './running-story.ts';

const TODAY = at('2026-11-25', '14:05');

function terminal(environment: Record<string, string> = {}, folder = emptyFolder()) {
  const { door, said } = quietDoor(environment, TODAY);
  const run = async (...argv: string[]) => {
    said.out.length = 0;
    said.told.length = 0;
    const code = await runCli(['--data', folder, ...argv], door, [addInit, addDoctor]);
    return { code, out: said.out.join('\n'), told: said.told.join('\n') };
  };
  const examine = async () => {
    const { code, out } = await run('doctor', '--json');
    const { checks } = JSON.parse(out) as { checks: Check[] };
    return { code, checks, check: (name: string) => checks.find(one => one.name === name) };
  };
  return { folder, file: join(folder, 'register.sqlite'), run, examine };
}

describe('purrebot doctor', () => {
  it('has more than ten checks without settings and without a register, and ends with 3', async () => {
    const { code, checks, check } = await terminal().examine();
    expect(code).toBe(3);
    expect(checks.length).toBeGreaterThanOrEqual(10);
    expect(checks.filter(one => one.status === 'fail')).toEqual([]);
    expect(new Set(checks.map(one => one.name)).size).toBe(checks.length);
    for (const one of checks) expect(one.cure === '').toBe(one.status === 'ok');
    expect(check('register')).toMatchObject({ status: 'warn', cure: expect.stringContaining('init') });
    expect(check('avsenderkontroll')).toMatchObject({
      status: 'warn',
      found: expect.stringContaining('TRUSTED_AUTHSERV'),
    });
    expect(check('imap-innlogging')).toMatchObject({ status: 'warn', cure: expect.stringContaining('IMAP_HOST') });
    expect(check('smtp-innlogging')).toMatchObject({ status: 'warn', cure: expect.stringContaining('SMTP_HOST') });
    expect(check('klokke')?.found).toBe('Klokken er onsdag 25.11.2026 kl. 14:05 norsk tid.');
  });

  it('changes nothing: no folder, no register', async () => {
    const { folder, run } = terminal();
    const missing = join(folder, 'borte');
    const { code, out } = await run('--data', missing, 'doctor');
    expect(code).toBe(3);
    expect(out).toContain('finnes ikke ennå');
    expect(statSync(missing, { throwIfNoEntry: false })).toBeUndefined();
  });

  it('shows a line for each check, the cure below, and how many there were', async () => {
    const { run } = terminal();
    const { out, told } = await run('doctor');
    expect(out).toMatch(/^✓ OK {4}innstillinger +Innstillingene er lest uten feil\.$/m);
    expect(out).toMatch(
      /^! MERK {2}register +Fant ikke noe register i .*\n {20,}→ Lag det med «purrebot --data .* init»/m,
    );
    expect(out.match(/Sett IMAP_HOST/g)).toHaveLength(1);
    expect(out).not.toContain('\x1b');
    expect(told).toMatch(/^\d+ sjekker: \d+ i orden, \d+ å merke seg, 0 feil\.$/);
  });

  it('finds nothing wrong with a new register', async () => {
    const { run, examine } = terminal();
    await run('init');
    const { checks } = await examine();
    const about = ['register', 'registerinnhold', 'registerutgave', 'registertrygghet', 'datamappe', 'utboks'];
    expect(checks.filter(one => about.includes(one.name)).map(one => one.status)).toEqual(about.map(() => 'ok'));
  });
});

describe('doctor and the settings', () => {
  it('shows all faults in one check, and looks at the rest', async () => {
    const faulty = { SENDING: 'kanskje', IMAP_PORT: 'x', IMAP_HOST: 'imap.ks.example', LOG_LEVEL: 'skrik' };
    const { code, checks, check } = await terminal(faulty).examine();
    expect(code).toBe(3);
    expect(check('innstillinger')?.status).toBe('fail');
    for (const words of ['3 feil', 'SENDING: ', 'IMAP_PORT: ', 'LOG_LEVEL: '])
      expect(check('innstillinger')?.found).toContain(words);
    expect(check('imap-innlogging')?.found).toContain('innstillingene har feil');
    expect(check('smtp-innlogging')?.found).toContain('SMTP_HOST er ikke satt');
    expect(check('node')?.status).toBe('ok');
    expect(checks.length).toBeGreaterThanOrEqual(10);
  });

  it('takes a missing server as a fault when letters are to leave', async () => {
    const { check } = await terminal({ SENDING: 'live' }).examine();
    expect(check('imap-innlogging')?.status).toBe('fail');
    expect(check('smtp-innlogging')?.status).toBe('fail');
  });

  it.each([
    [{}, 'Prøve (SENDING=dry)'],
    [{ ALLOW_DOMAINS: 'ks.example' }, 'Bare disse domenene får brev: ks.example'],
  ])('says what happens to letters: %o', async (environment, words) => {
    expect((await terminal(environment).examine()).check('sending')?.found).toContain(words);
  });

  it('reads MAIL_FOLDER in place of IMAP', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'svar.eml'), 'Subject: ja\n\nja');
    const read = await terminal({ MAIL_FOLDER: folder }).examine();
    expect(read.check('epostmappe')).toMatchObject({ status: 'ok', found: expect.stringContaining('1 e-poster') });
    expect(read.check('imap-innlogging')?.status).toBe('ok');
    const gone = await terminal({ MAIL_FOLDER: join(folder, 'borte') }).examine();
    expect(gone.check('epostmappe')).toMatchObject({ status: 'fail', found: expect.stringContaining('finnes ikke') });
  });

  it('wants server names in TRUSTED_AUTHSERV', async () => {
    const trust = async (value: string) =>
      (await terminal({ TRUSTED_AUTHSERV: value }).examine()).check('avsenderkontroll')?.status;
    expect(await trust('mx.ks.example')).toBe('ok');
    expect(await trust('mx.ks.example, exchange-online')).toBe('ok');
    expect(await trust('mx.ks.example; spf=pass')).toBe('fail');
    expect(await trust(' ')).toBe('warn');
  });
});

describe('doctor and the register', () => {
  const restore = { status: 'fail', cure: expect.stringContaining('sikkerhetskopi') };

  it('sees a file that is no register', async () => {
    const { file, examine } = terminal();
    writeFileSync(file, 'Dette er ikke et register. '.repeat(500));
    const { code, check } = await examine();
    expect(code).toBe(3);
    expect(check('register')).toMatchObject(restore);
    expect(readFileSync(file, 'utf8')).toContain('Dette er ikke et register.');
  });

  it('does not take an empty file for a new register', async () => {
    const { file, examine } = terminal();
    writeFileSync(file, '');
    expect((await examine()).check('register')).toMatchObject({
      ...restore,
      found: expect.stringContaining('tom fil'),
    });
    expect(statSync(file).size).toBe(0);
  });

  it('sees damaged pages', async () => {
    const { file, run, examine } = terminal();
    await run('init');
    const { size } = statSync(file);
    const handle = openSync(file, 'r+');
    // The schema lies in front of the data; a register that cannot tell its tables is another case.
    for (let page = Math.floor((size * 3) / 4 / 4096) * 4096; page < size; page += 4096)
      writeSync(handle, 'x'.repeat(50), page);
    closeSync(handle);
    const { code, check } = await examine();
    expect(code).toBe(3);
    expect(check('registerinnhold')).toMatchObject({ ...restore, found: expect.stringContaining('skadet') });
    expect(check('registertrygghet')?.status).toBe('warn');
  });

  it('sees that half of the file is gone', async () => {
    const { file, run, examine } = terminal();
    await run('init');
    truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096);
    const { checks } = await examine();
    expect(checks.filter(one => one.status === 'fail')).toEqual([expect.objectContaining(restore)]);
  });

  it('sees rows that point at nothing', async () => {
    const { folder, run, examine } = terminal();
    await run('init');
    const register = openData(folder);
    register.pragma('foreign_keys = OFF');
    register.exec(
      "INSERT INTO journal (at, actor_kind, actor, event, campaign_id, data) VALUES ('2026-11-20T10:00:00Z', 'robot', 'r', 'e', 'borte', '{}')",
    );
    register.close();
    expect((await examine()).check('registerinnhold')).toMatchObject({
      ...restore,
      found: expect.stringContaining('journal → campaign'),
    });
  });

  it('sees the register of another program, and leaves it as it is', async () => {
    const { folder, run, examine } = terminal();
    await run('init');
    const change = (sql: string) => {
      const register = openData(folder);
      register.exec(sql);
      register.close();
    };
    change("INSERT INTO migration (number, name, digest) VALUES (99, '099-framtiden.sql', 'x')");
    for (let i = 0; i < 2; i++)
      expect((await examine()).check('registerutgave')).toMatchObject({
        status: 'fail',
        found: expect.stringContaining('099-framtiden.sql'),
      });
  });

  it('sees that the clock is behind the journal', async () => {
    const { folder, run, examine } = terminal();
    await run('init');
    const register = openData(folder);
    const context = { at: at('2026-11-27', '08:00'), actor: { kind: 'robot', name: 'roboten' } } as const;
    writeCampaignJournal(register, null, { event: 'order' }, context);
    register.close();
    expect((await examine()).check('klokke')).toMatchObject({
      status: 'fail',
      found: expect.stringContaining('før siste linje i loggen, fredag 27.11.2026 kl. 08:00'),
    });
  });
});

describe('doctor and the machine', () => {
  it('sees files where folders should be', async () => {
    const { folder, run, examine } = terminal();
    await run('init');
    writeFileSync(join(folder, 'outbox'), '');
    expect((await examine()).check('utboks')).toMatchObject({
      status: 'fail',
      found: expect.stringContaining('er ingen mappe'),
    });
    const file = join(folder, 'fil');
    writeFileSync(file, '');
    const { checks, check } = await terminal({}, file).examine();
    expect(check('datamappe')?.status).toBe('fail');
    expect(checks.length).toBeGreaterThanOrEqual(10);
  });

  it('leaves nothing behind in the folders', async () => {
    const { folder, run, examine } = terminal();
    await run('init');
    mkdirSync(join(folder, 'outbox'));
    expect((await examine()).check('utboks')?.status).toBe('ok');
    expect(readdirSync(folder).sort()).toEqual(['outbox', 'register.sqlite']);
    expect(readdirSync(join(folder, 'outbox'))).toEqual([]);
  });

  it.each([
    [3 * 1024 ** 3, 'ok', '3,0 GB'],
    [1024 ** 3, 'warn', '1,0 GB'],
    [499 * 1024 ** 2, 'fail', '499 MB'],
  ])('wants room on the disk: %d bytes', (free, status, words) => {
    expect(freeSpaceCheck(free)).toMatchObject({ status, found: expect.stringContaining(words) });
  });

  it('sees a clock from before the program was made', () => {
    expect(clockCheck('1970-01-01T00:10:00Z', null).status).toBe('fail');
    expect(clockCheck('2026-11-25T12:00:00Z', '2026-11-25T12:04:00Z').status).toBe('ok');
  });

  it('wants a Node that can open the register, and all files of the program', () => {
    expect(nodeCheck({ version: 'v20.20.2', napi: '9' })).toMatchObject({ status: 'fail' });
    const check = programFilesCheck(new URL(`file://${emptyFolder()}/`));
    expect(check).toMatchObject({ status: 'fail', found: expect.stringContaining('db/municipalities.csv') });
  });

  it('is red about pages that nobody may sign in to, and yellow about a way that anybody can listen to', async () => {
    const WEB = { WEB_PORT: '8080', WEB_HOST: '0.0.0.0', WEB_URL: 'https://purrebot.ks.example' };
    const PEOPLE = 'Eva L. Indreby <eva@ks.example> styrer';
    const pages = async (environment: Record<string, string>) =>
      (await terminal(environment).examine()).check('nettsider');
    expect(await pages({})).toMatchObject({ status: 'ok' });
    expect(await pages(WEB)).toMatchObject({ status: 'fail', cure: expect.stringContaining('PEOPLE') });
    expect(await pages({ ...WEB, PEOPLE })).toMatchObject({ status: 'ok' });
    expect(await pages({ ...WEB, PEOPLE: PEOPLE.replace('styrer', 'ser') })).toMatchObject({ status: 'warn' });
    expect(await pages({ ...WEB, PEOPLE, WEB_URL: 'http://purrebot.ks.example' })).toMatchObject({
      status: 'warn',
      found: expect.stringContaining('klartekst'),
    });
    expect(await pages({ WEB_PORT: '8080', PEOPLE })).toMatchObject({ status: 'ok' });
  });
});
