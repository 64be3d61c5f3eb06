/** The words most like the one written, best first: for «mente du …?». None when nothing is near. */
export function closestWords(written: string, words: Iterable<string>, atMost = 3): string[] {
  const wanted = written.normalize('NFC').toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near: { word: string; distance: number }[] = [];
  for (const word of new Set(words)) {
    const candidate = word.normalize('NFC').toLowerCase();
    const begins = wanted.length >= 3 && candidate.startsWith(wanted);
    const distance = begins ? 1 : editDistance(wanted, candidate, limit);
    if (distance <= limit) near.push({ word, distance });
  }
  near.sort((a, b) => a.distance - b.distance || a.word.localeCompare(b.word, 'nb'));
  return near.slice(0, atMost).map(({ word }) => word);
}

/** Letters to put in, take out or change; anything above the limit comes out as limit + 1. */
function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? limit + 1;
}
