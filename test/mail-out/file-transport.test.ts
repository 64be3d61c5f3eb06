import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { fileTransport } from '../../src/mail-out/file-transport.ts';
import type { OutgoingMail } from '../../src/mail-out/transport.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'));
});

const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  messageId: '<letter-12@purrebot.ks.example>',
  kind: 'last',
  label: 'Åfjord og Øygarden/..\\é',
  datedAt: '2014-03-17T08:33:50Z',
  envelope: { from: 'eva.indreby@ks.example', to: ['postmottak@afjord.kommune.example'] },
  bytes: Uint8Array.of(1, 2, 3),
  html: '<p>brev</p>',
  ...changes,
});

describe('a letter as a file', () => {
  test('is found by day, letter and municipality, with its preview beside it', async () => {
    const sent = await fileTransport(join(folder, 'var', 'outbox')).send(mail(), () => undefined);
    const name = '2014-03-17-093350-last-aafjord-og-oeygarden-e';
    const file = join(folder, 'var', 'outbox', `${name}.eml`);
    expect(sent).toEqual({ sent: true, file, response: `Skrevet til ${file}` });
    expect(readdirSync(join(folder, 'var', 'outbox')).sort()).toEqual([`${name}.eml`, `${name}.html`]);
    expect([...readFileSync(file)]).toEqual([1, 2, 3]);
    expect(readFileSync(file.replace('.eml', '.html'), 'utf8')).toBe('<p>brev</p>');
  });

  test('is one file however often it is sent', async () => {
    const { send } = fileTransport(folder);
    expect(await send(mail(), () => undefined)).toEqual(await send(mail(), () => undefined));
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test('does not overwrite another letter of the same name', async () => {
    const { send } = fileTransport(folder);
    const first = await send(mail(), () => undefined);
    const other = await send(mail({ messageId: '<b@ks.example>', bytes: Uint8Array.of(9) }), () => undefined);
    expect(other).not.toEqual(first);
    expect(readdirSync(folder).filter(name => name.endsWith('.eml'))).toHaveLength(2);
  });

  test('has a name even when there is nothing to name it after', async () => {
    expect(await fileTransport(folder).send(mail({ label: '///' }), () => undefined)).toMatchObject({
      file: join(folder, '2014-03-17-093350-last.eml'),
    });
  });
});

test('a fault of the disk is a value and leaves no half letter', async () => {
  const file = join(folder, 'outbox');
  writeFileSync(file, '');
  const result = await fileTransport(file).send(mail(), () => undefined);
  expect(result).toEqual({
    sent: false,
    of: 'server',
    failed: expect.stringMatching(/^E/),
    temporary: true,
    why: expect.stringContaining('Kunne ikke skrive'),
  });
  expect(readdirSync(folder)).toEqual(['outbox']);
});
