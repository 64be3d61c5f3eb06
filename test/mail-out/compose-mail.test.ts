import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { type ComposeOptions, composeMail, type MailAttachment } from '../../src/mail-out/compose-mail.ts';
import { writeLetter } from '../../src/mail-out/write-letter.ts';
import type { LetterFacts } from '../../src/rules/letters/letter-facts.ts';
import { aLetter, everyLetter } from '../rules/letters/a-letter.ts';

const pdf: MailAttachment = {
  name: 'Vedtak-RU.pdf',
  contentType: 'application/pdf',
  bytes: Uint8Array.of(0, 13, 10, 13, 255),
};

async function composed(facts: LetterFacts, attachments: MailAttachment[] = [], options: Partial<ComposeOptions> = {}) {
  const written = writeLetter(facts);
  const { bytes } = await composeMail(facts, written, attachments, { loopId: 'ks-trondelag', ...options });
  const raw = Buffer.from(bytes).toString('latin1');
  const mail = await PostalMime.parse(bytes);
  const header = (key: string) => mail.headers.filter(each => each.key === key).map(each => each.value);
  return { written, bytes, raw, mail, header, top: raw.slice(0, raw.indexOf('\r\n\r\n')) };
}

describe('a mail read back', () => {
  const facts = aLetter({
    to: [{ name: 'Hitra kommune', address: 'postmottak@hitra.kommune.example' }],
    cc: [{ name: 'rådmann Laila Eikvik', address: 'laila.eikvik@hitra.kommune.example' }],
  });

  test('has the same words, people and thread', async () => {
    const { mail, written, header } = await composed(facts, [pdf], { fromAddress: 'ks.sor-trondelag@ks.example' });
    expect(mail.subject).toBe(written.subject);
    expect(mail.text?.trimEnd()).toBe(written.text.trimEnd());
    expect(mail.html?.trimEnd()).toBe(written.html.trimEnd());
    expect(mail.from).toMatchObject({ name: 'KS Sør-Trøndelag', address: 'ks.sor-trondelag@ks.example' });
    expect(mail.to).toMatchObject([{ name: 'Hitra kommune', address: 'postmottak@hitra.kommune.example' }]);
    expect(mail.cc).toMatchObject([{ name: 'rådmann Laila Eikvik', address: 'laila.eikvik@hitra.kommune.example' }]);
    expect(mail.replyTo).toMatchObject([{ address: 'svar+h7k2qf@purrebot.ks.example' }]);
    expect(mail.messageId).toBe('<letter-12@purrebot.ks.example>');
    expect(mail.inReplyTo).toBe('<letter-7@purrebot.ks.example>');
    expect(mail.references).toBe('<letter-1@purrebot.ks.example> <letter-7@purrebot.ks.example>');
    expect(header('date')).toEqual(['Mon, 10 Mar 2014 08:00:00 +0000']);
    expect(header('x-purrebot-loop')).toEqual(['ks-trondelag']);
  });

  test('has its attachments byte for byte', async () => {
    const text: MailAttachment = {
      name: 'Satser: "2014"?.csv',
      contentType: 'text/csv',
      bytes: Buffer.from('a;b\rc\n'),
    };
    const { mail } = await composed(facts, [pdf, text]);
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['Vedtak-RU.pdf', 'application/pdf'],
      ['Satser- -2014-.csv', 'text/csv'],
    ]);
    expect(mail.attachments.map(({ content }) => [...new Uint8Array(content as ArrayBuffer)])).toEqual([
      [...pdf.bytes],
      [...text.bytes],
    ]);
  });

  test('has the text before the HTML, and lines that every server takes', async () => {
    const { raw } = await composed(facts, [pdf]);
    expect(raw.indexOf('text/plain')).toBeGreaterThan(0);
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
    expect(raw).not.toMatch(/(?<!\r)\n|\r(?!\n)|[^\r\n]{999}|[\x80-\xff]/);
  });

  test('is a request when it begins the thread', async () => {
    const { top } = await composed(aLetter({ kind: 'request', references: [] }));
    expect(top).not.toMatch(/^(?:In-Reply-To|References):/im);
  });
});

test('every letter survives the round trip, and only a receipt says that it is automatic', async () => {
  for (const facts of everyLetter()) {
    const { mail, written, header } = await composed(facts);
    expect(mail.subject).toBe(written.subject);
    expect(mail.text?.trimEnd()).toBe(written.text.trimEnd());
    expect(header('auto-submitted')).toEqual(facts.kind === 'receipt' ? ['auto-generated'] : []);
  }
});

test('the same facts give the same bytes, another Message-ID other ones', async () => {
  const [first, again] = [await composed(aLetter(), [pdf]), await composed(aLetter(), [pdf])];
  expect(Buffer.from(first.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  const other = await composed(aLetter({ messageId: '<letter-13@purrebot.ks.example>' }), [pdf]);
  expect(/boundary="([^"]+)"/.exec(other.raw)?.[1]).not.toBe(/boundary="([^"]+)"/.exec(first.raw)?.[1]);
});

test('a redirected mail shows who it was for, and goes to nobody else', async () => {
  const envelope = {
    to: [{ name: '', address: 'meg@ks.example' }],
    cc: [],
    originalTo: 'postmottak@hitra.kommune.example',
  };
  const { mail, header, top } = await composed(aLetter(), [], { envelope });
  expect(mail.to).toMatchObject([{ address: 'meg@ks.example' }]);
  expect(mail.cc ?? []).toEqual([]);
  expect(header('x-purrebot-original-to')).toEqual(['postmottak@hitra.kommune.example']);
  expect(top.match(/hitra\.kommune/g)).toHaveLength(1);
});

describe('no value can add a header', () => {
  const evil = 'x\r\nBcc: alle@evil.example\r\n\r\n<script>';

  test('from names, subject, loop name or attachments', async () => {
    const letter = aLetter({ to: [{ name: evil, address: 'postmottak@hitra.kommune.example' }] });
    const facts = {
      ...letter,
      sender: { ...letter.sender, unit: evil },
      campaign: { ...letter.campaign, title: evil },
    };
    const attachment = { name: evil, contentType: `application/pdf\r\nX-Evil: 1`, bytes: Uint8Array.of(1) };
    const { mail, raw, top } = await composed(facts, [attachment], { loopId: evil });
    expect(top).not.toMatch(/^Bcc:/im);
    expect(raw).not.toMatch(/^X-Evil:/im);
    expect(mail.bcc ?? []).toEqual([]);
    expect(mail.to).toHaveLength(1);
  });

  test.each([
    ['a recipient', { to: [{ name: 'x', address: 'a@b.example\r\nBcc: c@d.example' }] }],
    ['a copy', { cc: [{ name: 'x', address: '"a@evil.example x"@kommune.example' }] }],
    ['the reply address', { replyTo: 'svar@ks.example, c@d.example' }],
    ['the Message-ID', { messageId: '<a@b>\r\nBcc: c@d.example' }],
    ['a reference', { references: ['<a@b> <c@d>'] }],
  ])('%s that is not strict is refused', async (_what, changes) => {
    await expect(composed(aLetter(changes))).rejects.toThrow('mail: expected');
  });
});

test('a redirected collective letter folds its many recipients', async () => {
  const originalTo = Array.from({ length: 60 }, (_, index) => `postmottak${index}@kommune.example`).join(', ');
  const envelope = { to: [{ name: '', address: 'meg@ks.example' }], cc: [], originalTo };
  const { header, top } = await composed(aLetter(), [], { envelope });
  expect(header('x-purrebot-original-to').map(value => value.replace(/\s+/g, ' '))).toEqual([originalTo]);
  expect(Math.max(...top.split('\r\n').map(line => line.length))).toBeLessThan(200);
});
