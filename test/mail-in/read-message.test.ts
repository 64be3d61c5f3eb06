import { describe, expect, test } from 'vitest';
import { analyseMessage } from '../../src/jobs/analyse-messages.ts';
import { NOTHING_KNOWN } from '../../src/jobs/read-known.ts';
import { readMessage } from '../../src/mail-in/read-message.ts';

const bytes = (text: string, charset: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text.replace(/\n/g, '\r\n'), charset));
const HEAD =
  'From: Tore <tore@fjordvik.kommune.example>\nTo: ks@ks.example\nSubject: Svar\nDate: Tue, 15 Sep 2026 10:00:00 +0200\nMessage-ID: <a@fjordvik.kommune.example>\n';

describe('a mail that cannot be read goes to a person and stops nothing', () => {
  test.each([
    ['empty', new Uint8Array(), 'tom'],
    ['only line breaks', bytes('\n\n\n'), 'tom'],
    ['without headers', bytes('Fjordvik kommune slutter seg til ordningen.\nHilsen Tore'), 'brevhode'],
    ['without sender', bytes('Subject: Svar\n\nJa.'), 'avsender'],
    ['larger than 25 MB', bytes(`${HEAD}\n${'x'.repeat(30 * 1024 * 1024)}`), 'stor'],
    [
      'of 10,000 empty parts',
      bytes(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(10_000)}--b--\n`),
      'for mange deler',
    ],
    ['unknown charset', bytes(`${HEAD}Content-Type: text/plain; charset=x-klingon\n\nJa.`), 'tegnsett'],
    [
      'never closed',
      bytes(`${HEAD}Content-Type: multipart/mixed; boundary=abc\n\n--abc\nContent-Type: text/plain\n\nJa, vi deltar.`),
      'ufullstendig',
    ],
    ['no boundary', bytes(`${HEAD}Content-Type: multipart/mixed\n\n--abc\n\nJa`), 'delt opp'],
    ['random bytes', new Uint8Array(5000).map((_, index) => (index * 7919) % 256), ''],
  ])('%s', async (_, raw, word) => {
    const reading = await analyseMessage({ file: 'x.eml', raw }, NOTHING_KNOWN);
    expect(reading).toMatchObject({ file: 'x.eml', kind: 'other', review: true, conclusion: null });
    expect(reading.problem).toContain(word);
  });

  test('of an unusual kind and of very many lines: its beginning is read, and a person sees the rest', async () => {
    const raw = bytes(`${HEAD}Content-Type: text/plain; charset=utf-7\n\nJa, vi deltar.\n${'Linje\n'.repeat(100_000)}`);
    const message = await readMessage(raw);
    expect(message.problem).toContain('bare de første 15000 linjene');
    expect(message.from?.address).toBe('tore@fjordvik.kommune.example');
    expect(message.text).toContain('Ja, vi deltar.');
  });

  test('thousands of nested parts', async () => {
    const nested = Array.from(
      { length: 300 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\n\n--b${n}\n`,
    ).join('');
    expect((await analyseMessage({ file: 'x.eml', raw: bytes(HEAD + nested) }, NOTHING_KNOWN)).review).toBe(true);
  });
});

describe('characters', () => {
  test('windows-1252 keeps its dashes and quotation marks', async () => {
    const head = new Uint8Array(
      Buffer.from(
        `${HEAD}Content-Type: text/plain; charset="windows-1252"\nContent-Transfer-Encoding: 8bit\n\n`.replace(
          /\n/g,
          '\r\n',
        ),
      ),
    );
    const raw = new Uint8Array([...head, 0x93, 0x4a, 0x61, 0x94, 0x20, 0x96, 0x20, 0x92, 0x80, 0xe6, 0xf8, 0xe5]);
    expect((await readMessage(raw)).text).toContain('“Ja” – ’€æøå');
  });

  test('encoded headers are decoded and the address is lower case', async () => {
    const message = await readMessage(
      bytes('From: =?utf-8?Q?K=C3=A5re?= <KARE@Malvik.Kommune.Example>\nSubject: =?iso-8859-1?Q?Sv=E5rt?=\n\nHei'),
    );
    expect(message).toMatchObject({ from: { name: 'Kåre', address: 'kare@malvik.kommune.example' }, subject: 'Svårt' });
  });
});

describe('who sent it', () => {
  test.each([
    ['a name that looks like an address', '"postmottak@a.kommune.example" <x@b.example>', 'x@b.example'],
    ['two senders', 'a@a.example, b@b.example', ''],
    ['two at signs', 'a@a.example@b.example', ''],
    ['no address', 'Tore', ''],
  ])('%s', async (_, from, address) => {
    expect((await readMessage(bytes(`From: ${from}\nSubject: x\n\nHei`))).from?.address).toBe(address);
  });
});

describe('bodies and parts', () => {
  test('HTML alone becomes text with its quotes and signature marked', async () => {
    const html =
      '<style>p{color:red}</style><p>Ja, vi deltar.</p><div class="gmail_signature">Tore</div><blockquote>Vil dere delta?</blockquote>';
    const message = await readMessage(bytes(`${HEAD}Content-Type: text/html; charset=utf-8\n\n${html}`));
    expect(message.text).toBeNull();
    expect(message.htmlText).toMatch(/^Ja, vi deltar\.\s+--\s+Tore\s+> Vil dere delta\?$/);
  });

  test('a mail in the mail is read as a mail, and shown as an attachment', async () => {
    const inner = 'From: radmann@fjordvik.kommune.example\nSubject: Svar\n\nVi deltar.';
    const raw = bytes(
      `${HEAD}Content-Type: multipart/mixed; boundary=abc\n\n--abc\nContent-Type: text/plain\n\nSe vedlagt e-post.\n--abc\nContent-Type: message/rfc822\nContent-Disposition: attachment; filename="svar.eml"\n\n${inner}\n--abc--\n`,
    );
    const message = await readMessage(raw);
    expect(message.attachedMessages[0]?.text?.trim()).toBe('Vi deltar.');
    expect(message.attachments[0]).toMatchObject({ name: 'svar.eml', contentType: 'message/rfc822' });
    expect(message.problem).toBeNull();
  });

  test('a damaged PDF is a value', async () => {
    const raw = bytes(
      `${HEAD}Content-Type: multipart/mixed; boundary=abc\n\n--abc\nContent-Type: application/pdf; name="../../x.pdf"\n\n%PDF-1.4 rubbish\n--abc--\n`,
    );
    expect((await readMessage(raw)).attachments[0]).toMatchObject({
      name: 'x.pdf',
      text: null,
      problem: 'Filen er skadet og kunne ikke leses.',
    });
  });

  test('the thread is read from In-Reply-To and References', async () => {
    const message = await readMessage(bytes(`In-Reply-To: <b@x>\nReferences: <a@x>\n <b@x>\n${HEAD}\nHei`));
    expect(message).toMatchObject({
      messageId: '<a@fjordvik.kommune.example>',
      answers: ['<b@x>', '<a@x>'],
      sentOn: '2026-09-15T08:00:00Z',
    });
  });
});
