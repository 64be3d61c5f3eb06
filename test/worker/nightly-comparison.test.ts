import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderSession } from '../../src/mail-in/folder-session.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import type { MailSession } from '../../src/mail-in/mail-session.ts';
import { lastComparisons } from '../../src/register/mailbox-comparisons.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Log } from '../../src/worker/log.ts';
import { type MailWatch, watchMail } from '../../src/worker/watch-mail.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { reply } from '../worlds/inbox.ts';
import { at } from '../worlds/journal.ts';

let folder: string;
let register: Register;
let clock = at('2013-12-02', '12:00');
let watch: MailWatch;
let session: MailSession;
const told: string[] = [];
const tell = (_fields: object, message: string) => void told.push(message);
const log: Log = { debug: () => undefined, info: tell, warn: tell, error: tell };
const nights = () => told.filter(one => one.includes('sammenlignet') || one.includes('sammenlignes')).length;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purrebot-natt-'));
  writeFileSync(join(folder, '1.eml'), reply('Hitra kommune slutter seg til ordningen.'));
  ({ register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Hitra'] }));
  told.length = 0;
  session = folderSession(mailFolder(folder, () => clock));
  watch = watchMail({ register, openMail: async () => ({ session }), now: () => clock, chance: () => 0.5, log });
});
afterEach(async () => {
  await watch.stop();
  rmSync(folder, { recursive: true });
});

test('the mailbox is compared with the server at the first look, and then once a night, after three', async () => {
  const lookAt = async (date: string, time: string) => {
    clock = at(date, time);
    expect(await watch.look()).toBe(true);
    return nights();
  };
  expect(await lookAt('2013-12-02', '12:00')).toBe(1);
  expect(await lookAt('2013-12-02', '23:59')).toBe(1);
  expect(await lookAt('2013-12-03', '02:59')).toBe(1);
  expect(await lookAt('2013-12-03', '03:00')).toBe(2);
  expect(await lookAt('2013-12-03', '03:01')).toBe(2);
  // The program stood still for a night and a half.
  expect(await lookAt('2013-12-05', '14:00')).toBe(3);
  expect(lastComparisons(register)).toMatchObject([{ there: 1, missed: 0, gone: 0 }]);
});

test('a server that will not be searched is told of, asked again the next night, and holds no look up', async () => {
  session.inbox.itemsSince = async () => {
    throw Object.assign(new Error('no'), { responseStatus: 'NO' });
  };
  clock = at('2013-12-02');
  expect(await watch.look()).toBe(true);
  expect(await watch.look()).toBe(true);
  expect(nights()).toBe(1);
  clock = at('2013-12-03');
  expect(await watch.look()).toBe(true);
  expect(nights()).toBe(2);
});
