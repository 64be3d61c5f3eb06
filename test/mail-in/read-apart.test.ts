import { expect, test } from 'vitest';
import { readApart, readerApart } from '../../src/mail-in/read-apart.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';

const mail = (subject: string, body: string) =>
  Buffer.from(
    `From: Kari <kari@roan.kommune.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@x.example>\r\n\r\n${body}\r\n`,
  );

/** More than a thread with a small heap can hold when it is read: a million bytes of little lists. */
const heavy = () =>
  Buffer.from(
    `From: Kari <kari@roan.kommune.example>\r\nSubject: tung\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${'<ul><li>x</li></ul>\r\n'.repeat(45_000)}`,
  );

test('reads a mail beside the main thread as in it', async () => {
  const bytes = mail('ja', 'Roan kommune slutter seg til ordningen.');
  expect(await readApart(bytes)).toEqual(await readMessage(bytes));
});

test('answers each of several mails asked for at once', async () => {
  const read = await Promise.all(['a', 'b', 'c'].map(subject => readApart(mail(subject, subject))));
  expect(read.map(one => one.subject)).toEqual(['a', 'b', 'c']);
});

test('keeps who sent a mail that fills the memory, and reads the mails behind it', async () => {
  const read = readerApart({ maxOldGenerationSizeMb: 12, maxYoungGenerationSizeMb: 1 }, 60_000);
  const [tooHeavy, next] = await Promise.all([read(heavy()), read(mail('neste', 'Vi er med.'))]);
  expect(tooHeavy).toMatchObject({ subject: 'tung', from: { address: 'kari@roan.kommune.example' }, text: null });
  expect(tooHeavy.problem).toMatch(/lot seg ikke lese/);
  expect(next).toMatchObject({ subject: 'neste', problem: null });
});

test('does not wait for ever for a mail that cannot be read', async () => {
  const impatient = readerApart({}, 1);
  expect((await impatient(mail('treg', 'x'))).problem).toMatch(/lot seg ikke lese/);
});
