import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inkiestPiece } from '../../../src/mail-in/attachments/picture-piece.ts';
import { recognise } from '../../../src/mail-in/attachments/recognise.ts';

const letter = readFileSync(new URL('skannet-brev.jpg', import.meta.url));

test('a picture that takes too much of the processor is let go, and the next one is read', {
  timeout: 120_000,
}, async () => {
  expect(await recognise(letter, 1)).toBeNull();
  const read = await recognise(letter);
  expect(read?.lines.map(({ text }) => text).join(' ')).toContain('slutter seg');
});

test('the piece of a page that tells how it lies is where the print is, not where it is black', () => {
  const [width, height] = [1800, 2600];
  const dots = new Uint8Array(width * height).fill(255);
  // The black edge of a copy above; lines of print in the lower right.
  dots.fill(0, 0, width * 900);
  for (let y = 1700; y < 2500; y += 10) dots.fill(0, y * width + 950, y * width + 1750);
  const piece = inkiestPiece({ width, height, dots });
  expect([piece.width, piece.height]).toEqual([800, 800]);
  expect(piece.dots.reduce((ink, dot) => ink + (dot === 0 ? 1 : 0), 0)).toBe(800 * 80);
});
