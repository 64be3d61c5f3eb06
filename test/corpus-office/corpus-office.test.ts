import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { type LabelledFolder, readLabelledFolder } from '../corpus/labelled-folder.ts';

let office: LabelledFolder;

beforeAll(async () => {
  office = await readLabelledFolder(fileURLToPath(new URL('.', import.meta.url)));
  // A scanned page takes seconds to read.
}, 240_000);

/** What holds today, less one or two mails. */
const FLOORS: Record<string, number> = {
  kind: 0.98,
  conclusion: 0.97,
  stage: 0.96,
  municipalities: 0.97,
  newText: 0.97,
  body: 0.95,
  expectedBy: 0.98,
  decidedOn: 0.97,
  amountNok: 0.98,
  inhabitants: 0.98,
  caseRefs: 0.98,
  recipients: 1,
  permanent: 1,
};

test('reads mails by writers who had not seen the reader', () => {
  const { accuracy } = office.score(office.files);
  for (const [field, floor] of Object.entries(FLOORS)) expect(accuracy[field], field).toBeGreaterThanOrEqual(floor);
});

test('never registers something wrong by itself, and closes no case that is open', () => {
  const { autoWrongFiles, falseClosedFiles, auto } = office.score(office.files);
  expect(autoWrongFiles).toEqual([]);
  expect(falseClosedFiles).toEqual([]);
  expect(auto).toBeGreaterThanOrEqual(0.8);
});
