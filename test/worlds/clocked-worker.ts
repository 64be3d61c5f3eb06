import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderSession } from '../../src/mail-in/folder-session.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import { instantFrom } from '../../src/rules/calendar/oslo-time.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import { startWorker, type Worker } from '../../src/worker/start-worker.ts';
import { storyCampaign } from './campaign.ts';
import { at } from './journal.ts';
import { LIVE_SETTINGS } from './letter-settings.ts';

/** Deadline Friday 7 March 2014: the rungs fall on 21 February, 4, 10 and 17 March. */
export const REQUESTED = at('2014-01-15', '10:00');

/**
 * A worker over an empty mailbox on a machine whose clock the test turns; each rung leaves without being approved.
 * `uptime` follows the true time, whatever the clock shows.
 */
export async function clockedWorker(deadline = '2014-03-07', requested = REQUESTED) {
  const { register, campaign } = storyCampaign(requested, {
    mode: 'live',
    only: ['Hitra', 'Frøya'],
    change: { deadlines: [deadline], ladder: DEFAULT_LADDER.map(rung => ({ ...rung, approval: 'auto' as const })) },
  });
  const folder = mkdtempSync(join(tmpdir(), 'purrebot-klokke-'));
  const clock = { shown: requested, true: Date.parse(requested) };
  /** `friendly 2014-02-21 Hitra`, by the true day. */
  const left: string[] = [];
  const told: string[] = [];
  const tell = (_: object, message: string) => void told.push(message);
  const begin = (): Worker =>
    startWorker({
      register,
      settings: LIVE_SETTINGS,
      openMail: async () => ({ session: folderSession(mailFolder(folder, () => clock.shown)) }),
      transport: {
        async send(mail, beforeFinalDot) {
          beforeFinalDot([]);
          // What tells of the clock goes to our own people.
          if (mail.kind !== 'alert') left.push(`${mail.kind} ${instantFrom(clock.true).slice(0, 10)} ${mail.label}`);
          return { sent: true, file: null, response: 'ok' };
        },
      },
      now: () => clock.shown,
      uptime: () => clock.true / 1000,
      chance: () => 0.5,
      everyMinute: () => ({ stop: async () => undefined }),
      log: { debug: () => undefined, info: tell, warn: tell, error: tell },
    });
  let worker = begin();
  await worker.tick();
  return {
    register,
    campaign,
    left,
    told,
    /** A minute's work at a true moment; the clock shows it, or something else. */
    async tick(moment: string, shown = moment): Promise<void> {
      clock.true = Date.parse(moment);
      clock.shown = shown;
      await worker.tick();
    },
    /** A new process, which has seen nothing of the clock yet. */
    async restart(moment: string, shown = moment): Promise<void> {
      await worker.stop();
      clock.true = Date.parse(moment);
      clock.shown = shown;
      worker = begin();
      await worker.tick();
    },
    stop: () => worker.stop(),
  };
}
