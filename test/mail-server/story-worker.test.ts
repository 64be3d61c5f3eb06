import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carryOut, type PlayedStory, startCampaign, timeline } from '../../src/cli/demo/play-story.ts';
import { REQUEST_AT } from '../../src/cli/demo/story.ts';
import { readCampaignFile } from '../../src/cli/read-campaign.ts';
import { arrivalTime } from '../../src/mail-in/arrival-time.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import { openRegister, type Register } from '../../src/register/open-register.ts';
import { counted, STORY_FILE } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { type Dovecot, startDovecot } from '../worlds/dovecot.ts';
import { LIVE_SETTINGS } from '../worlds/letter-settings.ts';
import { type SmtpSink, startSmtpSink } from '../worlds/smtp-sink.ts';
import { theStory } from '../worlds/story.ts';
import { startWorkerProcess, type WorkerProcess } from '../worlds/worker.ts';

const LAST = timeline(true).at(-1)!.at;

/** The story's replies as the mail server gets them: oldest first, none after its last day. */
const replies = (() => {
  const folder = fileURLToPath(new URL('../corpus/messages/', import.meta.url));
  const all = readdirSync(folder)
    .filter(name => name.endsWith('.eml'))
    .map(name => ({ name, raw: readFileSync(join(folder, name)) }))
    .map(mail => ({ ...mail, at: arrivalTime(mail.raw, '2100-01-01T00:00:00Z', '2100-01-01T00:00:00Z') }));
  all.sort((a, b) => (a.at === b.at ? (a.name < b.name ? -1 : 1) : a.at < b.at ? -1 : 1));
  return all.filter(mail => mail.at <= LAST);
})();

let demo: { register: Register; played: PlayedStory };
beforeAll(async () => {
  demo = await theStory(undefined, LIVE_SETTINGS);
}, 120_000);

let dovecot: Dovecot;
let sink: SmtpSink;
let data: string;
let register: Register;
let worker: WorkerProcess;
beforeEach(async () => {
  [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  data = mkdtempSync(join(tmpdir(), 'purrebot-worker-'));
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  register = opened.register;
  loadMunicipalitiesOfNorway(register);
}, 60_000);
afterEach(async () => {
  await worker.kill();
  register.close();
  await Promise.all([dovecot.remove(), sink.stop()]);
  rmSync(data, { recursive: true });
});

const start = async (at: string) => {
  worker = await startWorkerProcess(data, { imap: dovecot.port, smtp: sink.port }, at);
};

/** Plays the story with the worker; `tick` may do more than one minute's work. */
async function play(tick: (at: string, index: number) => Promise<void> = at => worker.tick(at)): Promise<void> {
  const waiting = [...replies];
  const arrive = (until: string) => {
    while (waiting[0] !== undefined && waiting[0].at <= until) {
      const { raw, at } = waiting.shift()!;
      dovecot.deliver(raw, { at });
    }
  };
  const campaign = readCampaignFile(register, STORY_FILE, quietDoor().door);
  startCampaign({ register, campaign, newToken: counted() }, 'live');
  arrive(REQUEST_AT);
  await tick(REQUEST_AT, -1);
  for (const [index, moment] of timeline(true).entries()) {
    arrive(moment.at);
    await tick(moment.at, index);
    if (!('act' in moment)) continue;
    // The adviser beside the running worker, as with the commands.
    carryOut(register, moment, 'live', { rounds: [], settled: [] });
    await tick(moment.at, index);
  }
}

/** Everything that the register says, less the names of mailboxes, which differ between a folder and a server. */
function contents(of: Register): unknown {
  const rows = (sql: string) => of.prepare(sql).all();
  return {
    messages: rows(
      'SELECT id, direction, sha256, arrived_at, stored_at, state, duplicate_of, mail_message_id, from_address, subject FROM message ORDER BY id',
    ),
    readings: rows('SELECT message_id, reading, read_at FROM reading ORDER BY message_id'),
    journal: rows(
      'SELECT id, at, actor, event, case_id, campaign_id, message_id, letter_id, mode, data FROM journal ORDER BY id',
    ),
    letters: rows(
      'SELECT id, kind, state, due_at, mail_message_id, message_id, envelope, subject, text, done_at FROM letter ORDER BY id',
    ),
    rows: rows(
      'SELECT letter_id, case_id, occasion, state, dropped_because FROM letter_case ORDER BY letter_id, case_id',
    ),
  };
}

/** The demo's letters by Message-ID: who got them, and their bytes. */
const demoLetters = () =>
  new Map(
    demo.played.letters.map(({ mail }) => [
      mail.messageId,
      { to: mail.envelope.to, raw: Buffer.from(mail.bytes).toString('latin1') },
    ]),
  );

function expectSameLetters(): void {
  const expected = demoLetters();
  expect(sink.mails.map(mail => mail.messageId).sort()).toEqual([...expected.keys()].sort());
  for (const mail of sink.mails) {
    expect(mail.to).toEqual(expected.get(mail.messageId)!.to);
    expect(mail.raw.trimEnd()).toBe(expected.get(mail.messageId)!.raw.trimEnd());
  }
}

describe('the story of 2013–14 through a real mail server', () => {
  test('the worker makes the same register and the same letters as the demo', async () => {
    await start(REQUEST_AT);
    await play();
    await worker.stop();
    expect(contents(register)).toEqual(contents(demo.register));
    expectSameLetters();
    // The adviser finds every letter in her own Sent folder, once.
    const kept = dovecot.mailsIn('Sent').map(raw => /^Message-ID: (\S+)/im.exec(raw)![1]);
    expect(kept.sort()).toEqual([...demoLetters().keys()].sort());
    expect(worker.log).toEqual([]);
  }, 240_000);

  test('killed in the middle of a batch and in the middle of reading, it makes the same register and sends no letter twice', async () => {
    await start(REQUEST_AT);
    // The ninth connection is not greeted: the letter is claimed and nothing of it has been handed over.
    let connections = 0;
    sink.beforeGreeting = async () => {
      connections += 1;
      if (connections === 9) await worker.kill();
    };
    let kills = 0;
    await play(async (at, index) => {
      const minute = worker.tick(at);
      // While it reads what has come, at a moment that the machine's load decides.
      if (index % 40 === 30) {
        await sleep(index % 7);
        await worker.kill();
      }
      try {
        await minute;
      } catch {
        kills += 1;
        await start(at);
        await worker.tick(at);
      }
    });
    await worker.stop();
    expect(kills).toBeGreaterThan(5);
    expect(connections).toBe(demo.played.letters.length + 1);
    expect(contents(register)).toEqual(contents(demo.register));
    expectSameLetters();
  }, 240_000);

  test('killed between the final dot and the answer, it never sends that letter again and says that nobody knows', async () => {
    await start(REQUEST_AT);
    const campaign = readCampaignFile(register, STORY_FILE, quietDoor().door);
    startCampaign({ register, campaign, newToken: counted() }, 'live');
    sink.beforeAnswer = async () => {
      if (sink.mails.length === 5) await worker.kill();
    };
    await expect(worker.tick(REQUEST_AT)).rejects.toThrow('the worker ended');
    await start(REQUEST_AT);
    await worker.tick(REQUEST_AT);
    expect(new Set(sink.mails.map(mail => mail.messageId)).size).toBe(25);
    expect(sink.mails).toHaveLength(25);
    const states = register
      .prepare('SELECT state, count(*) AS letters FROM letter GROUP BY state ORDER BY state')
      .all();
    expect(states).toEqual([
      { state: 'sent', letters: 24 },
      { state: 'uncertain', letters: 1 },
    ]);
    expect(worker.log.join()).toContain('ingen vet om de gikk');
  }, 60_000);
});
