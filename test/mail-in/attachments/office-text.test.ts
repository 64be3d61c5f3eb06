import { describe, expect, test } from 'vitest';
import { docxOf, odtOf, zipOf } from './make-zip.ts';
import { readAs } from './read-as.ts';

const row = (...cells: string[]) =>
  `<w:tr>${cells.map(one => `<w:tc><w:p><w:r><w:t>${one}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`;

/** The bomb of a billion laughs: words that call for words. */
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:styles>&b;</w:styles>';

describe('a Word file', () => {
  test('gives its paragraphs and the rows of its tables', async () => {
    const bytes = docxOf(['Saksprotokoll', 'Nordvik kommune slutter seg ikke til ordningen.'], {
      body: `<w:tbl>${row('Utvalg', 'Møtedato')}${row('Formannskapet', '11.03.2014')}</w:tbl>`,
    });
    expect(await readAs('Vedtak.docx', bytes)).toEqual({
      text: 'Saksprotokoll\n\nNordvik kommune slutter seg ikke til ordningen.\n\nUtvalg   Møtedato\nFormannskapet   11.03.2014',
      by: 'text',
      problem: null,
    });
  });

  test('is known by what is in it when its name says nothing', async () => {
    expect((await readAs('dokument', docxOf(['Vi deltar.']))).text).toBe('Vi deltar.');
  });

  test('begins with the head of its pages, which says who writes', async () => {
    const header = '<w:hdr><w:p><w:r><w:t>Nordvik kommune</w:t></w:r></w:p></w:hdr>';
    const bytes = docxOf(['Vi deltar.'], {
      parts: ['word/header1.xml', 'word/header2.xml'].map(name => ({ name, content: header })),
    });
    expect((await readAs('svar.docx', bytes)).text).toBe('Nordvik kommune\n\nVi deltar.');
  });

  test('loses what was struck out with changes tracked, and keeps what was put in', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">Vi deltar </w:t></w:r><w:del><w:r><w:delText>gjerne</w:delText></w:r></w:del><w:ins><w:r><w:t>ikke</w:t></w:r></w:ins></w:p>';
    expect((await readAs('svar.docx', docxOf([], { body }))).text).toBe('Vi deltar ikke');
  });

  test('shows which box is ticked', async () => {
    const box = (label: string, checked: 0 | 1) =>
      `<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>${label}</w:t></w:r></w:p>`;
    const { text } = await readAs('skjema.docx', docxOf([], { body: box('Vi deltar', 0) + box('Vi deltar ikke', 1) }));
    expect(text).toBe('[ ] Vi deltar\n\n[x] Vi deltar ikke');
  });

  test.each([
    ['macros', docxOf(['x'], { types: 'application/vnd.ms-word.document.macroEnabled.main+xml' }), 'makroer'],
    ['a password', zipOf([{ name: 'word/document.xml', content: 'x', encrypted: true }]), 'passord'],
    ['entities', docxOf(['x'], { parts: [{ name: 'word/styles.xml', content: LAUGHS }] }), 'skadet'],
    ['no text in it', zipOf([{ name: 'word/document.xml', content: '' }]), 'skadet'],
  ])('with %s is not read, and says so', async (_, bytes, word) => {
    expect(await readAs('svar.docx', bytes)).toMatchObject({ text: null, problem: expect.stringContaining(word) });
  });
});

describe('an OpenDocument letter', () => {
  test('gives its paragraphs, lists, tables and notes, without what was struck out or remarked', async () => {
    const bytes = odtOf(
      `<text:tracked-changes><text:deletion><text:p>gjerne</text:p></text:deletion></text:tracked-changes>
       <text:h>Vedtak</text:h><text:p>Nordvik kommune<text:s text:c="3"/>slutter seg <text:span>ikke</text:span> til<office:annotation><text:p>Sikker?</text:p></office:annotation>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Enstemmig</text:p></text:note-body></text:note></text:p>
       <text:list text:style-name="L1"><text:list-item><text:p>Saken tas opp igjen.</text:p></text:list-item></text:list>
       <table:table><table:table-row><table:table-cell><text:p>14/23</text:p></table:table-cell><table:table-cell><text:p>Formannskapet</text:p></table:table-cell></table:table-row></table:table>`,
      { before: '<text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style>' },
    );
    const { text } = await readAs('svar.odt', bytes);
    expect(text?.replace(/\n+/g, '\n')).toBe(
      'Vedtak\nNordvik kommune slutter seg ikke til. (Enstemmig)\n 1. Saken tas opp igjen.\n14/23   Formannskapet',
    );
  });

  test('begins with the head of its pages', async () => {
    const styles =
      '<office:document-styles><style:header><text:p>Nordvik kommune</text:p></style:header></office:document-styles>';
    const bytes = odtOf('<text:p>Vi deltar.</text:p>', { parts: [{ name: 'styles.xml', content: styles }] });
    expect((await readAs('svar.odt', bytes)).text).toBe('Nordvik kommune\n\nVi deltar.');
  });

  test('that is locked says so', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    const bytes = odtOf('', { parts: [{ name: 'META-INF/manifest.xml', content: manifest }] });
    expect((await readAs('svar.odt', bytes)).problem).toContain('passord');
  });
});

describe('a Rich Text file', () => {
  const rtf = (text: string) => `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator Word;}${text}}`;

  test('gives its words, in their charset, without what is hidden or struck out', async () => {
    const { text } = await readAs(
      'svar.rtf',
      rtf(
        "\\pard Nordvik \\b kommune\\b0  sl\\u229 ?r fast:\\par Vi deltar {\\v ikke }{\\deleted aldri }p\\'e5 \\{vilk\\'e5r\\}.\r\n\\line Hilsen \\'c5se",
      ),
    );
    expect(text).toBe('Nordvik kommune slår fast:\n\nVi deltar på {vilkår}.\nHilsen Åse');
  });

  test('gives the rows of its tables', async () => {
    expect((await readAs('svar.rtf', rtf('14/23\\cell Formannskapet\\cell\\row'))).text).toBe(
      '14/23   Formannskapet   \n',
    );
  });

  test('with an object in it is read beside it, and that is said', async () => {
    const { text, problem } = await readAs('svar.rtf', rtf('Vi deltar.{\\object{\\*\\objdata 0105}}'));
    expect(text).toBe('Vi deltar.');
    expect(problem).toContain('objekt');
  });
});

describe('other text', () => {
  test.each([
    ['UTF-8', Buffer.from('Vi deltar på møtet.')],
    ['windows-1252', Buffer.from('Vi deltar på møtet.', 'latin1')],
    ['UTF-16 of Windows', Buffer.from('\uFEFFVi deltar på møtet.', 'utf16le')],
    ['letters in two pieces', Buffer.from('Vi deltar pa\u030A møtet.')],
    ['signs that nobody sees', Buffer.from('Vi del\u00ADtar\u200B på møtet.')],
  ])('in %s', async (_, bytes) => {
    expect((await readAs('svar.txt', bytes)).text).toBe('Vi deltar på møtet.');
  });

  test('in HTML, without its scripts and forms', async () => {
    const html =
      '<html><script>svar("ja")</script><meta http-equiv="refresh" content="0"><p>Vi deltar <b>ikke</b>.</p></html>';
    expect((await readAs('svar.html', html)).text).toBe('Vi deltar ikke.');
  });
});
