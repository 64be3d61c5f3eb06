import { describe, expect, test } from 'vitest';
import { convertAny, htmlText } from '../../src/mail-in/html-text.ts';
import { leanHtmlText } from '../../src/mail-in/lean-html.ts';
import { chance } from './a-mail.ts';

const INLINE = ['span', 'b', 'o:p', 'font color=red', "a href='x'", 'a href="http://x?a=1&b=2"', 'SPAN', 'strong'];
const BLOCKS = [
  'p',
  'p class="MsoNormal"',
  "p class=MsoNormal style='margin:0'",
  'div',
  'div class=x',
  'blockquote',
  'h1',
  'h4',
  'P',
  'section',
];
const TEXTS = [
  ' ',
  '\r\n',
  'x',
  'Ja, vi deltar.',
  '&nbsp;',
  '&oslash;',
  '&#248;',
  '&#xF8;',
  '  a  b ',
  '&amp;',
  '& ',
  '\u200b',
  '\u00a0',
  '-- ',
  '> ',
  'æ',
  '\f',
  '\t',
  '😀',
];
const EMPTY = ['<br>', '<br/>', '<BR />', '<hr>', '<img src="x">'];
const PAGES = [
  (body: string) => body,
  (body: string) => `<html><head><style>a{}</style></head><body lang=NO>\r\n${body}\r\n</body></html>\r\n`,
  (body: string) => `<!DOCTYPE html PUBLIC "-//W3C//DTD"><html xmlns:o="urn:x"><body>${body}</body></html>`,
  (body: string) => `<meta charset=utf-8>${body}`,
  (body: string) => `words<body>${body}</body>words`,
  (body: string) => `<body>${body}`,
];

/** Well-formed HTML; blocks only where they may stand. */
function piece(random: (below: number) => number, depth: number, mayHoldBlocks: boolean): string {
  let html = '';
  for (let count = random(5); count > 0; count--) {
    const kind = random(10);
    if (kind < 4 || depth > 5) html += TEXTS[random(TEXTS.length)];
    else if (kind < 6) html += EMPTY[random(mayHoldBlocks ? EMPTY.length : 3)];
    else {
      const isBlock = kind < 8 && mayHoldBlocks;
      const tag = isBlock ? BLOCKS[random(BLOCKS.length)]! : INLINE[random(INLINE.length)]!;
      const name = tag.split(' ')[0]!;
      html += `<${tag}>${piece(random, depth + 1, isBlock && name.toLowerCase() !== 'p')}</${name}>`;
    }
  }
  return html;
}

test('ordinary HTML is read as html-to-text reads it', () => {
  const random = chance(3);
  let sure = 0;
  for (let count = 0; count < 5000; count++) {
    const html = PAGES[random(PAGES.length)]!(piece(random, 0, true) + piece(random, 0, true));
    const lean = leanHtmlText(html);
    if (lean === null) continue;
    sure++;
    expect(lean, html).toBe(convertAny(html));
  }
  expect(sure).toBeGreaterThan(2000);
});

test('broken HTML is read as html-to-text reads it, or not at all', () => {
  const random = chance(4);
  const signs = ['<', '>', '"', "'", '&', '/', '<p>', '</p>', '</div>', '<!--', '=', ' ', '<table>', '<li>', '</body>'];
  for (let count = 0; count < 5000; count++) {
    const html = PAGES[random(PAGES.length)]!(piece(random, 0, true));
    const at = random(html.length + 1);
    const bent = html.slice(0, at) + (random(2) === 0 ? signs[random(signs.length)] : '') + html.slice(at + random(4));
    const lean = leanHtmlText(bent);
    if (lean !== null) expect(lean, bent).toBe(convertAny(bent));
  }
});

describe('text', () => {
  test.each([
    [
      'Word',
      '<p class="MsoNormal">Hei,</p>\r\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\r\n<p class="MsoNormal">vi deltar.</p>',
      'Hei,\n\nvi deltar.',
    ],
    ['style sheets and comments', '<style>p{}</style>Ja<!-- nei --><script>x</script>', 'Ja'],
    ['a table', '<table><tr><td>61/13</td><td>Formannskapet</td></tr></table>', '61/13   Formannskapet'],
    ['a signature', '<div>Ja</div><div id="Signature">Kåre</div>', 'Ja\n--\nKåre'],
    ['a quote', 'Ja<blockquote>Vil dere?<br>Svar.</blockquote>', 'Ja\n> Vil dere?\n> Svar.'],
    ['a rule', 'Ja<hr>Nei', `Ja\n\n${'_'.repeat(32)}\n\nNei`],
  ])('of %s', (_, html, text) => {
    expect(htmlText(html).trim()).toBe(text);
  });
});

describe('takes no time over', () => {
  test.each([
    '<b>',
    '<!--',
    '<style>',
    '<p>x</p>',
    '<p class="MsoNormal">',
    '&',
    '&nbsp;',
    '<',
    '>',
    '"',
    '<div id=',
    ' ',
    '\n',
    '-',
    '_',
    '> ',
  ])('a million characters of %s', { timeout: 5_000 }, sign => {
    expect(htmlText(sign.repeat(1_000_000 / sign.length)).length).toBeLessThanOrEqual(1_000_000);
  });
});
