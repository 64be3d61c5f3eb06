import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../src/mail-in/read-message.ts';

interface Part {
  type: string;
  name?: string;
  body: string;
  base64?: boolean;
}

/** A mail with those parts behind its text. */
function mailWith(
  parts: readonly Part[],
  { text = 'Se vedlegg.', type = 'multipart/mixed', boundary = 'b' } = {},
): string {
  const written = parts.map(({ type, name, body, base64 }) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}${name === undefined ? '' : `; name="${name}"`}`,
      ...(base64 ? ['Content-Transfer-Encoding: base64'] : []),
      '',
      base64 ? Buffer.from(body, 'latin1').toString('base64') : body,
    ].join('\r\n'),
  );
  return [
    'From: Kari <kari@nordvik.kommune.example>',
    'Subject: Svar',
    `Content-Type: ${type}; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    ...written,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

const read = (mail: string) => readMessage(Buffer.from(mail));
const rtf = { type: 'application/rtf', name: 'vedtak.rtf', body: '{\\rtf1 Vi deltar.}' };
const nested = (depth: number): string =>
  depth === 0
    ? mailWith([rtf], { boundary: 'b0' })
    : mailWith([{ type: 'message/rfc822', name: `${depth}.eml`, body: nested(depth - 1) }], { boundary: `b${depth}` });

describe('a mail that hangs on a mail', () => {
  test('is a part with a name, and the files on it are read', async () => {
    const { attachments, attachedMessages } = await read(nested(1));
    expect(attachments).toMatchObject([
      { name: '1.eml', contentType: 'message/rfc822', text: expect.stringContaining('Se vedlegg.'), problem: null },
    ]);
    expect(attachedMessages[0]?.attachments).toMatchObject([{ name: 'vedtak.rtf', text: 'Vi deltar.', by: 'text' }]);
  });

  test('is read when it comes as a file', async () => {
    const eml = {
      type: 'application/octet-stream',
      name: 'svar.eml',
      body: mailWith([rtf], { boundary: 'x' }),
      base64: true,
    };
    const { attachments, attachedMessages } = await read(mailWith([eml]));
    expect(attachments).toMatchObject([{ name: 'svar.eml', contentType: 'message/rfc822' }]);
    expect(attachedMessages[0]?.attachments[0]?.text).toBe('Vi deltar.');
  });

  test('says what of it could not be read', async () => {
    const inner = mailWith(
      [{ type: 'application/msword', name: 'vedtak.doc', body: '\xd0\xcf\x11\xe0', base64: true }],
      {
        boundary: 'x',
      },
    );
    const { attachments } = await read(mailWith([{ type: 'message/rfc822', name: 'svar.eml', body: inner }]));
    expect(attachments[0]?.problem).toMatch(/^«vedtak.doc» i den: .*\.doc/);
  });

  test('is not read below the third, and that is said', async () => {
    let message = await read(nested(4));
    expect(message.attachments[0]?.problem).toContain('for dypt');
    for (let depth = 0; depth < 3; depth++) message = message.attachedMessages[0]!;
    expect(message.attachedMessages).toMatchObject([{ problem: expect.stringContaining('for dypt'), attachments: [] }]);
  });

  test('a hundred deep comes to an end', { timeout: 20_000 }, async () => {
    expect((await read(nested(100))).subject).toBe('Svar');
  });

  test('is named only in a report, where it is our own letter with our own files', async () => {
    const letter = { type: 'message/rfc822', body: mailWith([rtf], { boundary: 'x' }) };
    const { attachedMessages } = await read(mailWith([letter], { type: 'multipart/report' }));
    expect(attachedMessages[0]?.attachments).toMatchObject([{ name: 'vedtak.rtf', text: null, problem: null }]);
  });
});

describe('a mail with too many parts', () => {
  const many = (count: number, type: string) =>
    Array.from({ length: count }, (_, n) => ({ type, name: `${n}`, body: `x${n}` }));

  test('is for a person, since what was left out may be the answer', async () => {
    const { problem, attachments } = await read(mailWith([...many(40, 'text/csv'), rtf]));
    expect(attachments).toHaveLength(40);
    expect(problem).toContain('flere enn 40 vedlegg');
  });

  test('is read when only pictures were left out', async () => {
    expect((await read(mailWith([rtf, ...many(60, 'image/png')]))).problem).toBeNull();
  });

  test('counts those of the mails that hang on it', async () => {
    const inner = (n: number) => ({
      type: 'message/rfc822',
      body: mailWith(many(30, 'text/csv'), { boundary: `x${n}` }),
    });
    const { attachments } = await read(mailWith([inner(1), inner(2)]));
    expect(attachments.map(({ problem }) => problem)).toEqual([null, expect.stringContaining('flere enn 40')]);
  });

  test('reads the same file once', async () => {
    const { attachments } = await read(mailWith(Array.from({ length: 30 }, () => rtf)));
    expect(new Set(attachments.map(({ text }) => text))).toEqual(new Set(['Vi deltar.']));
  });
});

test('a name that would deceive is cleaned', async () => {
  const names = ['../../x.rtf', 'C:\\\\Windows\\\\x.rtf', 'x\u202Efdp.rtf', 'x\u0000.rtf'];
  const { attachments } = await read(mailWith(names.map((name, n) => ({ ...rtf, name, body: `{\\rtf1 ${n}}` }))));
  expect(attachments.map(({ name }) => name)).toEqual(['x.rtf', 'x.rtf', 'xfdp.rtf', 'x.rtf']);
});
