import { expect, test } from 'vitest';
import { knownOfCorpus, labelledTexts, readLabelled } from './read-texts.ts';

const known = knownOfCorpus();
const read = labelledTexts().map(text => ({ text, reading: readLabelled(text, known) }));
const answers = read.filter(({ text }) => text.kind === 'answer');

const share = (rows: readonly unknown[], of: readonly unknown[]) => rows.length / of.length;
const closes = ({ kind, conclusion, stage }: { kind: string; conclusion: string | null; stage: string | null }) =>
  kind === 'answer' && (conclusion === 'joined' || conclusion === 'declined') && stage !== 'recommended';

test('reads the conclusion of nineteen of twenty labelled answers', () => {
  const right = answers.filter(({ text, reading }) => reading.conclusion === text.conclusion);
  expect(share(right, answers)).toBeGreaterThanOrEqual(0.95);
});

test('reads how far the matter has come', () => {
  const scored = answers.filter(({ text }) => ['joined', 'declined', 'conditional'].includes(text.conclusion ?? ''));
  const right = scored.filter(({ text, reading }) => reading.stage === text.stage);
  expect(share(right, scored)).toBeGreaterThanOrEqual(0.94);
});

test('hands what it misreads to a person', () => {
  const alone = answers.filter(
    ({ text, reading }) => !reading.review && (reading.kind !== 'answer' || reading.conclusion !== text.conclusion),
  );
  expect(share(alone, answers)).toBeLessThanOrEqual(0.025);
});

test('closes no case that the text leaves open, and none the other way round', () => {
  const wrong = answers.filter(
    ({ text, reading }) =>
      !reading.review && closes(reading) && !(closes(text) && text.conclusion === reading.conclusion),
  );
  expect(wrong.map(({ text }) => text.id)).toEqual([]);
});
