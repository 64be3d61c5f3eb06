import { expect, test } from 'vitest';
import { readMail } from './read-mail.ts';

/** Sentences just short enough to be read, so that every pattern tries every word. */
const sentences = (piece: string) => `${piece.repeat(Math.floor(1900 / piece.length))}. `.repeat(150);

test.each([
  ['one line', 'kommunen slutter seg '.repeat(18_000)],
  ['one word', 'a'.repeat(400_000)],
  ['full stops', '.'.repeat(400_000)],
  ['header lines', 'Fra: x\n'.repeat(50_000)],
  ['quoted lines', '> x\n'.repeat(80_000)],
  ['underscores', '_'.repeat(400_000)],
  ['verbs and subjects', sentences('vi kan ikke at kommunen slutter ')],
  ['agreements', sentences('avtalen er ikke ')],
  ['conditions', sentences('dersom vi har med forbehold om ')],
  ['meetings', sentences('skal kommunestyret kan ')],
  ['sums', sentences('kr 12 345 innbyggere ')],
  ['dates', sentences('12.3. den 4. mai ')],
  ['references', sentences('sak 12/34 vår ref ')],
  ['commas', sentences('ja, nei, ')],
  [
    'wrapped lines',
    'kommunen har fått brevet og tar stilling til det senere i høst sammen med de andre\n'.repeat(4_900),
  ],
  ['stops without an end', `${'!'.repeat(399_000)}x`],
  ['quotation marks', sentences('"a b c d" ')],
])('reads 400 000 characters of %s in seconds', { timeout: 20_000 }, (_, text) => {
  const before = process.hrtime.bigint();
  expect(() => readMail(text)).not.toThrow();
  expect(Number(process.hrtime.bigint() - before) / 1e9).toBeLessThan(6);
});
