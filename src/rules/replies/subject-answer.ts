import type { Known } from './known.ts';
import type { Message } from './message.ts';
import { LINE } from './told-in-mail.ts';

const PREFIXES = /^(?:\s{0,3}(?:sv|re|vs|fw|fwd|aw|svar)\s?:)+\s{0,3}/i;

/** What a mail without text says in its subject besides ours: «SV: Felles koordinator – Lidal er med». '' = nothing. */
export function subjectAnswer({ subject, attachments }: Message, { campaigns }: Known): string {
  if (attachments.length > 0) return '';
  const said = subject.slice(0, LINE).replace(PREFIXES, '').trim();
  const ours = campaigns
    .flatMap(({ subject, sent }) => [subject, ...sent.map(one => one.subject)])
    .map(one => one.replace(PREFIXES, '').trim())
    .filter(one => one !== '');
  const found = ours.find(one => said.toLowerCase().includes(one.toLowerCase()));
  if (found === undefined) return said;
  const at = said.toLowerCase().indexOf(found.toLowerCase());
  return `${said.slice(0, at)}\n\n${said.slice(at + found.length)}`.replace(/^[\s–:,.-]+|[\s–:,-]+$/gu, '');
}
