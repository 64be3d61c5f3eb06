/** After a timed run: the register holds every message of the mailbox, whole and read, or the time is worth nothing. */
import { readFileSync } from 'node:fs';
import { openData } from '../../src/cli/open-data.ts';
import { openImap } from '../../src/mail-in/imap-session.ts';
import { mailboxPosition } from '../../src/register/mailbox-items.ts';
import { countMessages, incomingByMailId, readingOf, storedMessage } from '../../src/register/messages.ts';
import { instantFrom } from '../../src/rules/calendar/oslo-time.ts';
import { benchAccount, benchData, given } from './bench-account.ts';

const expected = Number(given('MESSAGE_COUNT'));
const truth = readFileSync(given('TRUTH'), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as { id: string; bytes: number });
const register = openData(benchData());
const faults: string[] = [];

const { stored, unread, refused } = countMessages(register);
if (truth.length !== expected) faults.push(`${truth.length} messages in the corpus instead of ${expected}`);
if (stored !== expected) faults.push(`${stored} messages instead of ${expected}`);
if (unread !== 0) faults.push(`${unread} were not read`);
if (refused !== 0) faults.push(`${refused} were taken without their content`);

const traces = register.prepare<[number], 1>('SELECT 1 FROM journal WHERE message_id = ?');
for (const { id, bytes } of truth) {
  const [message, another] = incomingByMailId(register, id);
  if (message === undefined || another !== undefined) faults.push(`${id} is not there once`);
  else if (storedMessage(register, message)?.bytes.byteLength !== bytes) faults.push(`${id} is not whole`);
  else if (readingOf(register, message) === null) faults.push(`${id} has no reading`);
  else if (traces.get(message) === undefined) faults.push(`${id} left no trace in the journal`);
}

const opened = await openImap(benchAccount(), () => instantFrom(Date.now()));
if ('failed' in opened) throw new Error(opened.failed);
const { inbox } = opened.session;
const at = mailboxPosition(register, inbox.name);
if (at === null || at.readToEndAt === null) faults.push('the mailbox was not read to its end');
// Everything after the position, whether it is known or not.
for await (const step of inbox.mailsAfter(at?.position ?? null, () => false)) {
  if ('passedTo' in step) continue;
  const { item } = step;
  faults.push(`${item} lies after the position`);
  break;
}
await opened.session.close();
register.close();

for (const fault of faults.slice(0, 20)) console.error(`ingest-check: ${fault}`);
if (faults.length > 20) console.error(`ingest-check: ${faults.length - 20} more`);
process.exitCode = faults.length > 0 ? 1 : 0;
