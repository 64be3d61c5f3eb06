import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCampaign } from '../../src/cli/demo/play-story.ts';
import { readCampaignFile } from '../../src/cli/read-campaign.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { counted, STORY_FILE } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { mailEnvironment } from '../worlds/mail-environment.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';
import { turnedClock } from '../worlds/turned-clock.ts';
import { until } from '../worlds/until.ts';

// The real program, `purrebot start`, on the day of the story's request: its whole clock is turned by libfaketime.
const project = fileURLToPath(new URL('../../', import.meta.url));
const ON_THE_DAY = '2013-11-28 08:37:00';

let dovecot: Dovecot;
let sink: SmtpSink;
let data: string;
let program: ChildProcess;
const log: { msg: string; level: string }[] = [];
let told = '';

const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  SENDING: 'live',
  ...mailEnvironment(dovecot, sink),
});
const purrebot = (...args: string[]) => [process.execPath, join(project, 'src/main.ts'), '--data', data, ...args];
const run = (...args: string[]) => {
  const [command = '', ...rest] = purrebot(...args);
  return spawnSync(command, rest, { encoding: 'utf8', cwd: data, env: environment() });
};
const said = (words: string) => log.filter(line => line.msg.includes(words));

beforeAll(async () => {
  [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  data = mkdtempSync(join(tmpdir(), 'purrebot-start-'));
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  loadMunicipalitiesOfNorway(opened.register);
  const campaign = readCampaignFile(opened.register, STORY_FILE, quietDoor().door);
  startCampaign({ register: opened.register, campaign, newToken: counted() }, 'live');
  opened.register.close();
  await sink.stop();
  const [command = '', ...rest] = purrebot('start');
  program = spawn(command, rest, {
    cwd: data,
    env: { ...environment(), ...turnedClock(ON_THE_DAY) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  program.stdout!.setEncoding('utf8').on('data', (text: string) => {
    for (const line of text.trimEnd().split('\n')) log.push(JSON.parse(line));
  });
  program.stderr!.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
}, 60_000);
afterAll(async () => {
  if (program.exitCode === null) {
    program.kill('SIGKILL');
    await once(program, 'exit');
  }
  await Promise.all([dovecot.remove(), sink.stop()]);
  rmSync(data, { recursive: true });
});

describe('purrebot start', () => {
  test('while the mail server is down letters wait and the log says so once; when it is back they leave, each once', async () => {
    await until('the outage in the log', () => said('Brevene venter').length > 0, 20);
    const outbox = () => JSON.parse(run('status', '--json').stdout).outbox as { state: string }[];
    expect(outbox()).toHaveLength(25);
    // The next attempts, after 5 and 10 seconds, meet the same server.
    await new Promise(resolve => setTimeout(resolve, 8_000));
    expect(said('Brevene venter')).toHaveLength(1);
    await sink.start();
    await until('25 letters', () => sink.mails.length === 25, 30);
    await until('an empty outbox', () => outbox().length === 0, 10);
    expect(new Set(sink.mails.map(mail => mail.messageId)).size).toBe(25);
    // Each to one municipality: its postmottak, and its director where the register has one.
    const outside = (to: string[]) => to.filter(address => address !== 'svar+kvittering@purrebot.ks.example');
    const houses = (to: string[]) => new Set(outside(to).map(address => address.split('@')[1]));
    expect(sink.mails.every(mail => outside(mail.to).length === mail.to.length - 1)).toBe(true);
    expect(sink.mails.map(mail => houses(mail.to).size)).toEqual(Array(25).fill(1));
    // The register knows before the log says so.
    await until('the end of the outage in the log', () => said('tar imot brev igjen').length === 1, 10);
  }, 90_000);

  test('a reply that is put into the mailbox stands in the status within five seconds', async () => {
    const answerOf = (name: string) =>
      (
        JSON.parse(run('status', '--json').stdout).campaigns[0].cases as { municipality: string; answer: string }[]
      ).find(one => one.municipality === name)!.answer;
    expect(answerOf('Malvik')).toBe('none');
    const raw = readFileSync(new URL('../corpus/messages/004.eml', import.meta.url));
    const putAt = performance.now();
    dovecot.deliver(raw, { at: '2013-11-28T08:40:00Z' });
    await until('the answer in the status', () => answerOf('Malvik') === 'joined', 10);
    expect(performance.now() - putAt).toBeLessThan(5_000);
  }, 30_000);

  test('a second one on the same register is refused with words, and so is «deliver»', () => {
    const second = run('start');
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`Purrebot er allerede i gang med registeret i ${data} (prosess `);
    expect(run('deliver')).toMatchObject({ status: 1, stderr: expect.stringContaining('sender selv hvert minutt') });
  }, 30_000);

  test('neither mail, address nor password is in its log', () => {
    const all = JSON.stringify(log) + told;
    for (const secret of ['pw', 'postmottak', '@', 'Malvik', 'slutter seg']) expect(all).not.toContain(secret);
  });

  test('SIGTERM stops it in order', async () => {
    const ended = once(program, 'exit');
    program.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(told).toContain('Stoppet.');
    const opened = openRegister(join(data, 'register.sqlite'));
    if ('refused' in opened) throw new Error(opened.refused);
    expect(new Set(lettersOf(opened.register).map(letter => letter.state))).toEqual(new Set(['sent']));
    opened.register.close();
  }, 30_000);
});
