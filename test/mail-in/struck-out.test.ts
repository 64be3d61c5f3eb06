import { expect, test } from 'vitest';
import { htmlText } from '../../src/mail-in/html-text.ts';

test.each([
  ['<p>Vi slutter oss <s>ikke</s> til.</p>', 'Vi slutter oss til.'],
  ['<p>Vi slutter oss <del>ikke</del> til.</p>', 'Vi slutter oss til.'],
  ['<p>Vi <strike>deltar</strike> deltar ikke.</p>', 'Vi deltar ikke.'],
  ['<p>Vi <DEL cite="x">deltar <b>gjerne</b></DEL> takker nei.</p>', 'Vi takker nei.'],
])('what is struck out is taken back: %s', (html, said) => {
  expect(htmlText(html).replace(/\s+/g, ' ').trim()).toBe(said);
});

test.each([
  ['<p>Vi <strong>deltar</strong>.</p>', 'Vi deltar.'],
  ['<p>Vi <ins>deltar</ins>.</p>', 'Vi deltar.'],
  ['<p><span>Vi</span> <small>deltar</small>.</p>', 'Vi deltar.'],
])('what is only marked stays: %s', (html, said) => {
  expect(htmlText(html).replace(/\s+/g, ' ').trim()).toBe(said);
});
