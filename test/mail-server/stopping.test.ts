import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { startCampaign } from '../../src/cli/demo/play-story.ts';
import { readCampaignFile } from '../../src/cli/read-campaign.ts';
import { loadMunicipalitiesOfNorway } from '../../src/register/municipalities.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { lettersOf } from '../../src/register/outbox.ts';
import { counted, STORY_FILE } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { startDovecot } from '../worlds/dovecot.ts';
import { mailEnvironment } from '../worlds/mail-environment.ts';
import { startSmtpSink } from '../worlds/smtp-sink.ts';
import { turnedClock } from '../worlds/turned-clock.ts';

const CYCLES = 8;
const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

test('SIGTERM eight times, each with a letter in flight, and a log on a full disk: nothing uncertain, nothing twice, each within ten seconds (F37, F39)', async () => {
  const [dovecot, sink] = await Promise.all([startDovecot(), startSmtpSink()]);
  const data = mkdtempSync(join(tmpdir(), 'purrebot-slutt-'));
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  const { register } = opened;
  // Every line of the log is answered «no space left on device».
  const full = openSync('/dev/full', 'w');
  try {
    loadMunicipalitiesOfNorway(register);
    startCampaign(
      { register, campaign: readCampaignFile(register, STORY_FILE, quietDoor().door), newToken: counted() },
      'live',
    );
    const stops: number[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      const inFlight = Promise.withResolvers<void>();
      sink.beforeAnswer = async () => {
        inFlight.resolve();
        await new Promise(resolve => setTimeout(resolve, 200));
      };
      const program = spawn(process.execPath, [MAIN, '--data', data, 'start'], {
        cwd: data,
        env: {
          PATH: process.env.PATH,
          SENDING: 'live',
          ...mailEnvironment(dovecot, sink),
          ...turnedClock('2013-11-28 08:37:00'),
        },
        stdio: ['ignore', full, full],
      });
      const ended = once(program, 'exit');
      await Promise.race([inFlight.promise, ended]);
      // Anywhere from the moment the server has the letter to after its answer.
      await new Promise(resolve => setTimeout(resolve, (cycle % 5) * 60));
      const asked = performance.now();
      program.kill('SIGTERM');
      const [code] = (await ended) as [number | null];
      stops.push(Math.round(performance.now() - asked));
      // 1 = it ended itself after nine seconds, as a stop that hangs would.
      expect(code, `cycle ${cycle + 1}, milliseconds of each stop: ${stops}`).toBe(0);
    }
    const states = lettersOf(register).map(one => one.state);
    expect(states.filter(state => !['sent', 'planned', 'rendered'].includes(state))).toEqual([]);
    expect(new Set(sink.mails.map(mail => mail.messageId)).size).toBe(sink.mails.length);
    expect(states.filter(state => state === 'sent')).toHaveLength(sink.mails.length);
    expect(sink.mails.length).toBeGreaterThanOrEqual(CYCLES);
    expect(Math.max(...stops)).toBeLessThan(10_000);
  } finally {
    closeSync(full);
    register.close();
    await Promise.all([dovecot.remove(), sink.stop()]);
    rmSync(data, { recursive: true });
  }
}, 600_000);
