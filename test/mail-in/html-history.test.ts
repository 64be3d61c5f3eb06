import { describe, expect, test } from 'vitest';
import { htmlText } from '../../src/mail-in/html-text.ts';
import { newText } from '../../src/rules/text/new-text.ts';

const EVA = 'Eva &lt;eva@ks.example&gt;';
const FIELDS = `<b>Fra:</b> ${EVA}<br><b>Sendt:</b> 1. september 2026 08:30<br><b>Til:</b> Kari<br><b>Emne:</b> Ordningen`;

/** The same in a language that no list has. */
const UNKNOWN = `<b>Kinsa:</b> ${EVA}<br><b>Kanus-a:</b> 1. september 2026<br><b>Kang:</b> Kari`;

const HISTORIES: readonly [string, string][] = [
  [
    'Outlook',
    `<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>${FIELDS}<o:p></o:p></p></div></div><p class=MsoNormal>Vil dere delta?</p>`,
  ],
  [
    'Outlook, unknown language',
    `<div style='border:none;border-top:solid #B5C4DF 1.0pt'><p class=MsoNormal><b><span lang=EN-US>${UNKNOWN.slice(3)}</p></div><p class=MsoNormal>Vil dere delta?</p>`,
  ],
  [
    'Outlook on the web',
    `<div id="appendonsend"></div><hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr"><font>${FIELDS}</font><div>&nbsp;</div></div><div>Vil dere delta?</div>`,
  ],
  [
    'Outlook on the web, unknown language',
    `<hr><div id="x_divRplyFwdMsg" dir="ltr"><font>${UNKNOWN}</font></div><div>Vil dere delta?</div>`,
  ],
  [
    'the new Outlook',
    `<div id="mail-editor-reference-message-container"><div style="border-right:none;border-top:1pt solid rgb(181,196,223)">${FIELDS}<br></div><div>Vil dere delta?</div></div>`,
  ],
  [
    'Outlook for Mac',
    `<span id="OLK_SRC_BODY_SECTION"><div style="border-top: #b5c4df 1pt solid;"><span style="font-weight:bold">Fra: </span>${EVA}<br><span style="font-weight:bold">Dato: </span>tirsdag<br></div><div>Vil dere delta?</div></span>`,
  ],
  [
    'Gmail',
    `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">tir. 1. sep. 2026 kl. 08:30 skrev ${EVA}:<br></div><blockquote class="gmail_quote">Vil dere delta?</blockquote></div>`,
  ],
  [
    'Gmail, unknown language',
    '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">Si Eva ang nagsulat<br></div><blockquote class="gmail_quote">Vil dere delta?</blockquote></div>',
  ],
  [
    'Thunderbird',
    '<div class="moz-cite-prefix">Den 01.09.2026 08:30, skrev Eva:<br></div><blockquote type="cite"><p>Vil dere delta?</p></blockquote>',
  ],
  [
    'Apple Mail',
    `<blockquote type="cite">1. sep. 2026 kl. 08:30 skrev ${EVA}:<br><br></blockquote><blockquote type="cite"><div>Vil dere delta?</div></blockquote>`,
  ],
  [
    'Yahoo',
    `<div id="ydp1" class="yahoo_quoted"><div><div>Si Eva ang nagsulat</div><div>Vil dere delta?</div></div></div>`,
  ],
];

const read = (html: string) => newText(htmlText(`<html><body>${html}</body></html>`));

describe('quoted history in HTML is told from the answer', () => {
  test.each(HISTORIES)('%s', (_, history) => {
    const { text, signature, quoted } = read(`<div>Ja, vi deltar.</div><div><br></div><div>Mvh Kari</div>${history}`);
    expect([text, signature]).toEqual(['Ja, vi deltar.', 'Mvh Kari']);
    expect(quoted).toContain('Vil dere delta?');
  });

  test('answers between quoted elements are kept', () => {
    const html =
      '<div class="gmail_quote"><div class="gmail_attr">tir. 1. sep. 2026 kl. 08:30 skrev Eva:<br></div><blockquote>Vil dere delta?</blockquote><div>Ja.</div><blockquote>Når?</blockquote><div>Fra nyttår.</div></div>';
    expect(read(html).text).toBe('Ja.\n\nFra nyttår.');
  });

  test('a mail that is passed on stands below its header block', () => {
    const html = `<div>Se under.</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>Fra: ${EVA}<br>Date: x<br>To: Kari<br></div><br>Vi deltar ikke.</div>`;
    expect(read(html)).toMatchObject({ text: 'Se under.', quoted: expect.stringContaining('Vi deltar ikke.') });
  });
});

test.each([
  [
    'a line above an address',
    '<div>Ja.</div><div style="border-top:1px solid #ccc">Postboks 1</div><div>Vi deltar.</div>',
  ],
  [
    'a line above a heading',
    '<div>Ja.</div><div style="border-top:1px solid #ccc"><b>Vedtak</b></div><div>Vi deltar.</div>',
  ],
  ['no line', '<div>Ja.</div><div style="border-top:none"><b>Vedtak:</b></div><div>Vi deltar.</div>'],
])('keeps the text below %s', (_, html) => {
  expect(read(html).text).toContain('Vi deltar.');
});

const MILLION = 1_000_000;

describe('takes no time over', () => {
  test.each([
    '<div class="gmail_attr">',
    '<div class=gmail_attr></div><blockquote>',
    '<div style="border-top:1px"><b>',
    '<div border-top',
    'divRplyFwdMsg<div id=divRplyFwdMsg ',
  ])('a million characters of %s', { timeout: 10_000 }, piece => {
    expect(htmlText(piece.repeat(MILLION / piece.length)).length).toBeLessThan(3 * MILLION);
  });
});
