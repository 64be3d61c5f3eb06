import { describe, expect, test } from 'vitest';
import { findMunicipality } from '../../src/register/municipalities.ts';
import { badMailRegister, takenIn } from '../worlds/bad-mail.ts';
import { mail, typed } from '../worlds/hostile-mail.ts';

describe('46: æ, ø and å, whatever a mail says of its charset', () => {
  const TEXT = 'Rådmannen i Sør-Trøndelag: Ål og Snåsa ønsker å være med. ÆØÅ';
  const quoted = (bytes: Buffer) =>
    bytes.toString('latin1').replace(/[=\x80-\xff]/g, one => `=${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const told = [
    'utf-8',
    'UTF8',
    'iso-8859-1',
    'ISO-8859-15',
    'windows-1252',
    'cp1252',
    'latin1',
    '"utf-8"',
    'us-ascii',
    '',
  ];
  const rows = told.flatMap(charset => {
    const isUtf8 = /utf-?8/i.test(charset);
    const bytes = Buffer.from(TEXT, isUtf8 ? 'utf8' : 'latin1');
    return (['8bit', 'quoted-printable'] as const).map(encoding => ({ charset, encoding, bytes }));
  });
  test.each(rows)('«$charset» in $encoding', async ({ charset, encoding, bytes }) => {
    const type = charset === '' ? 'text/plain' : `text/plain; charset=${charset}`;
    const content = encoding === '8bit' ? bytes : quoted(bytes);
    const { reading } = await takenIn(mail(typed(type, content, `Content-Transfer-Encoding: ${encoding}`)));
    expect(reading.newText).toBe(TEXT);
  });

  test.each([
    ['utf-8 that is latin-1', 'utf-8', Buffer.from(TEXT, 'latin1')],
    ['latin-1 that is utf-8', 'iso-8859-1', Buffer.from(TEXT, 'utf8')],
    ['ASCII that is utf-8', 'us-ascii', Buffer.from(TEXT, 'utf8')],
  ])('%s', async (_what, charset, bytes) => {
    const { reading } = await takenIn(
      mail(typed(`text/plain; charset=${charset}`, bytes, 'Content-Transfer-Encoding: 8bit')),
    );
    expect(reading.newText).toBe(TEXT);
  });
});

describe('47: names with letters of more than one form', () => {
  const register = badMailRegister();
  test.each(['Kárášjohka', 'Unjárga', 'Guovdageaidnu', 'Snåase', 'Porsanger', 'Åfjord', 'Hábmer'])(
    '%s, composed and apart',
    name => {
      const [composed, apart] = [name.normalize('NFC'), name.normalize('NFD')].map(form =>
        findMunicipality(register, form, '2026-01-01'),
      );
      expect(composed).toHaveProperty('found');
      expect(apart).toEqual(composed);
    },
  );
});
