import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { noteComparison } from '../../src/register/mailbox-comparisons.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { at } from '../worlds/journal.ts';

test('«status» tells what the nightly comparison of the mailbox found, in one line', async () => {
  const data = mkdtempSync(join(tmpdir(), 'purrebot-status-'));
  const { register } = storyCampaign(at('2013-11-28', '09:37'), { only: ['Hitra'] });
  const comparison = {
    mailbox: 'INBOX',
    at: at('2013-12-09', '03:00'),
    since: '2013-11-14',
    there: 9,
    missed: 0,
    gone: 0,
  };
  noteComparison(register, comparison);
  register.prepare('VACUUM INTO ?').run(join(data, 'register.sqlite'));
  const { door, said } = quietDoor();
  const status = async () => {
    said.told.length = 0;
    await runCli(['--data', data, 'status'], door, COMMANDS);
    return said.told.filter(line => line.includes('sammenlignet'));
  };
  expect(await status()).toEqual(['Postkassen sammenlignet med tjeneren 2013-12-09 kl. 03:00: alt er hentet.']);

  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  noteComparison(opened.register, { ...comparison, missed: 2 });
  noteComparison(opened.register, { ...comparison, mailbox: 'Junk', missed: 1, gone: 4 });
  opened.register.close();
  expect(await status()).toEqual([
    'Postkassen sammenlignet med tjeneren 2013-12-09 kl. 03:00: 3 e-poster var ikke hentet, og er hentet nå; 4 er flyttet eller slettet i postkassen siden, og ligger fortsatt her.',
  ]);
  rmSync(data, { recursive: true });
});
