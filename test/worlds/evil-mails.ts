/**
 * Takes in mails that are made to stop their reader, in a process of its own. The last line is JSON: the memory of the whole
 * process at its highest in MB, and the longest time in milliseconds that the main thread worked without a pause (its own
 * processor time: other programs on the machine do not count).
 */
import { fetchNewMail, type Mailbox } from '../../src/jobs/fetch-new-mail.ts';
import { countMessages } from '../../src/register/messages.ts';
import { zipOf } from '../mail-in/attachments/make-zip.ts';
import { badMailRegister } from './bad-mail.ts';
import { file, mail, parts, typed } from './hostile-mail.ts';
import { at } from './journal.ts';

const MB = 1024 * 1024;
const noise = (bytes: number) => Buffer.alloc(bytes, 'Hitra kommune slutter seg til. ');
let deep = typed('text/plain', 'Vi deltar.');
for (let n = 0; n < 200; n++) deep = parts('mixed', deep);

/** Made one after the other: a test that held them all would measure itself. */
const MAILS: (() => Buffer)[] = [
  () => mail(file('stor.pdf', noise(38 * MB))),
  () => mail(file('under-grensen.pdf', noise(16 * MB))),
  () => mail(typed('multipart/mixed; boundary=x', `${'--x\r\n\r\n'.repeat(100_000)}--x--`)),
  () => mail(deep),
  () =>
    mail(file('bombe.docx', zipOf([{ name: 'word/document.xml', content: Buffer.alloc(55 * MB), declared: 1000 }]))),
  () => mail(typed('text/html; charset=utf-8', '<ul><li>x</li></ul>\r\n'.repeat(200_000))),
];

let longest = 0;
let before = process.threadCpuUsage();
const heart = setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  longest = Math.max(longest, (user + system) / 1000);
  before = process.threadCpuUsage();
}, 20);
const register = badMailRegister();
const mailbox: Mailbox = {
  name: 'innboks',
  async *mailsAfter() {
    for (const [n, make] of MAILS.entries()) {
      const bytes = make();
      // What it took to make the mail is not the program's.
      before = process.threadCpuUsage();
      yield { item: `${n}`, position: `${n}`, arrivedAt: at('2013-12-09', '10:00'), content: { bytes, problem: null } };
    }
  },
  itemsSince: async () => ({ items: [], numbering: '' }),
};
await fetchNewMail({ register, mailbox }, () => at('2013-12-09', '10:01'));
clearInterval(heart);
const { stored, unread } = countMessages(register);
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ stored, unread, memory, longest: Math.round(longest) })}\n`);
process.exit(0);
