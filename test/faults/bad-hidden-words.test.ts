import { describe, expect, test } from 'vitest';
import { takenIn } from '../worlds/bad-mail.ts';
import { html, mail } from '../worlds/hostile-mail.ts';

const YES = 'Hitra kommune slutter seg til ordningen.';
const HIDDEN = 'skjult tekst';
const ALPHABETS = 'andre alfabeter';

type Row = [number: string, what: string, mails: (string | Uint8Array)[], effect: string, why?: string];

const page = (text: string) => [mail(html(text))];

describe('words that a person does not see, or sees otherwise than a program', () => {
  test.each<Row>([
    ['50a', 'a yes that is not displayed', page(`<p>Hei</p><p style="display:none">${YES}</p>`), 'review', HIDDEN],
    ['50b', 'a yes in white on white', page(`<p>Hei</p><p style="color:#FFFFFE">${YES}</p>`), 'review', HIDDEN],
    ['50c', 'a yes of no size', page(`<p>Hei</p><div style="font-size:0">${YES}</div>`), 'review', HIDDEN],
    [
      '50d',
      'a hidden «ikke» in a sentence',
      page('<p>Hitra kommune slutter seg <span style="display: none">ikke</span> til ordningen.</p>'),
      'review',
      HIDDEN,
    ],
    ['50e', 'the attribute «hidden»', page(`<p>Hei</p><p hidden>${YES}</p>`), 'review', HIDDEN],
    ['50f', '<font color=white>', page(`<p>Hei <font color=white>${YES}</font></p>`), 'review', HIDDEN],
    [
      '50g',
      'a class that the style sheet hides',
      page(
        `<style>.x, p.y{display:none}</style><p>Hitra kommune slutter seg <span class="a x">ikke</span> til ordningen.</p>`,
      ),
      'review',
      HIDDEN,
    ],
    [
      '50h',
      'far outside of the page',
      page(`<p>Hei</p><p style="position:absolute;left:-9999px">${YES}</p>`),
      'review',
      HIDDEN,
    ],
    ['50i', 'transparent', page(`<p>Hei</p><p style="opacity: 0">${YES}</p>`), 'review', HIDDEN],
    [
      '50j',
      'in an element that shows nothing',
      page(`<p>Hei</p><template>${YES}</template><select><option>${YES}</select>`),
      'review',
      HIDDEN,
    ],
    [
      '50k',
      'white on blue is seen',
      page(`<table><tr><td bgcolor="#00407f" style="color:white">${YES}</td></tr></table>`),
      'joined',
    ],
    [
      '50l',
      'a size within no size is seen',
      page(`<div style="font-size:0px"><p style="font-size:14px">${YES}</p></div>`),
      'joined',
    ],
    [
      '50m',
      'a class that only print hides is seen',
      page(`<style>@media print{.x{display:none}}</style><p class="x">${YES}</p>`),
      'joined',
    ],
    [
      '50n',
      'the hidden preview of our letter in the quotation below',
      page(
        `<p>${YES}</p><blockquote><div style="display:none">Vi mangler svar fra dere</div><p>Purring</p></blockquote>`,
      ),
      'joined',
    ],
    [
      'own 12',
      'a yes in a comment, an alternative text and a title',
      page(`<title>${YES}</title><p title="${YES}">Hei<!-- ${YES} --><img alt="${YES}"></p>`),
      'review',
      'ikke standpunkt',
    ],
    [
      'own 13',
      'a yes that only the style sheet writes',
      page(`<style>p:after{content:"${YES}"}</style><p>Hei</p>`),
      'review',
      'ikke standpunkt',
    ],
    [
      'own 14',
      'an «ikke» that is struck out by its style',
      page('<p>Hitra kommune slutter seg <span style="text-decoration:line-through">ikke</span> til ordningen.</p>'),
      'joined',
    ],
    [
      'own 15',
      'zero-width signs within «ikke»',
      [mail('Hitra kommune slutter seg i\u200bk\u200ck\u200d\u2060e til ordningen.')],
      'declined',
    ],
    ['own 16', 'soft hyphens within «ikke»', [mail('Hitra kommune slutter seg ik\u00adke til ordningen.')], 'declined'],
    [
      'own 17',
      '«ikke» with a Cyrillic letter',
      [mail('Hitra kommune slutter seg \u0456kke til ordningen.')],
      'review',
      ALPHABETS,
    ],
    ['own 18', '«Jа» with a Cyrillic letter', [mail('J\u0430.')], 'review', ALPHABETS],
    [
      'own 19',
      '«ｉｋｋｅ» in full width',
      [mail('Hitra kommune slutter seg ｉｋｋｅ til ordningen.')],
      'review',
      ALPHABETS,
    ],
    ['own 20', '«𝐢𝐤𝐤𝐞» of mathematics', [mail('Hitra kommune slutter seg 𝐢𝐤𝐤𝐞 til ordningen.')], 'review', ALPHABETS],
    [
      'own 21',
      '«ikke» struck over by signs',
      [mail('Hitra kommune slutter seg i\u0336k\u0336k\u0336e\u0336 til ordningen.')],
      'review',
      'strøket',
    ],
    [
      'own 22',
      '«ekki» turned round',
      [mail('Hitra kommune slutter seg \u202eekki\u202c til ordningen.')],
      'review',
      'leseretningen',
    ],
    [
      'own 23',
      'a telephone number as Windows copies it is no disguise',
      [mail(`${YES} Ring \u202a+47 00 00 26 00\u202c.`)],
      'joined',
    ],
    ['own 24', 'a Sámi greeting is no disguise', [mail(`${YES} Buorre ieđđes, dearvuođat Unjárggas!`)], 'joined'],
  ])('%s: %s', async (_number, _what, mails, effect, why = '') => {
    const got = await takenIn(...mails);
    expect([got.effect, got.why]).toEqual([effect, expect.stringContaining(why)]);
    expect(got.malvik).toMatchObject({ answer: 'none', ball: 'theirs' });
  });
});
