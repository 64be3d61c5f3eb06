/**
 * `make FOLDER` writes mails that are made to stop their reader, `read FOLDER` takes them in, each in a process of its own: who
 * makes them needs more memory than who reads them. The last line is JSON: the memory of the whole
 * process at its highest in MB, and the longest time in milliseconds that the main thread worked without a pause (its own
 * processor time: other programs on the machine do not count).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { fetchNewMail } from '../../src/jobs/fetch-new-mail.ts';
import { mailFolder } from '../../src/mail-in/mail-folder.ts';
import { countMessages } from '../../src/register/messages.ts';
import { openRegister } from '../../src/register/open-register.ts';
import { zipOf } from '../mail-in/attachments/make-zip.ts';
import { file, mail, parts, typed } from './hostile-mail.ts';
import { at } from './journal.ts';

const MB = 1024 * 1024;
const NOW = at('2013-12-09', '10:01');
// As main.ts does.
setFlagsFromString('--semi-space-growth-factor=1');
const noise = (bytes: number) => Buffer.alloc(bytes, 'Hitra kommune slutter seg til. ');
let deep = typed('text/plain', 'Vi deltar.');
for (let n = 0; n < 200; n++) deep = parts('mixed', deep);

const MAILS: (() => Buffer)[] = [
  () => mail(file('stor.pdf', noise(38 * MB))),
  () => mail(file('under-grensen.pdf', noise(16 * MB))),
  () => mail(typed('multipart/mixed; boundary=x', `${'--x\r\n\r\n'.repeat(100_000)}--x--`)),
  () => mail(deep),
  () =>
    mail(file('bombe.docx', zipOf([{ name: 'word/document.xml', content: Buffer.alloc(55 * MB), declared: 1000 }]))),
  () => mail(typed('text/html; charset=utf-8', '<ul><li>x</li></ul>\r\n'.repeat(200_000))),
];

const [what, folder = ''] = process.argv.slice(2);
if (what === 'make') {
  for (const [n, make] of MAILS.entries()) writeFileSync(join(folder, `${n}.eml`), make());
  process.exit(0);
}

let longest = 0;
let before = process.threadCpuUsage();
const heart = setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  longest = Math.max(longest, (user + system) / 1000);
  before = process.threadCpuUsage();
}, 20);
const register = openIn(folder);
before = process.threadCpuUsage();
await fetchNewMail({ register, mailbox: mailFolder(folder, () => NOW) }, () => NOW);
clearInterval(heart);
const { stored, unread } = countMessages(register);
const memory = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(`${JSON.stringify({ stored, unread, memory, longest: Math.round(longest) })}\n`);
process.exit(0);

function openIn(data: string) {
  const opened = openRegister(join(data, 'register.sqlite'));
  if ('refused' in opened) throw new Error(opened.refused);
  return opened.register;
}
