import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { fuzzed } from '../scripts/fuzz/fuzzed.ts';

const FOLDER = fileURLToPath(new URL('corpus/messages/', import.meta.url));
const mails = readdirSync(FOLDER).map(name => readFileSync(FOLDER + name));

test('reads whatever comes: two hundred and fifty mails cut, doubled, mixed and mislabelled', {
  timeout: 120_000,
}, async () => {
  const { faults } = await fuzzed(mails, 250, 7);
  expect(faults.filter(({ fault }) => fault.startsWith('threw'))).toEqual([]);
});
