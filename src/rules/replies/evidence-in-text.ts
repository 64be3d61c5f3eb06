import type { Evidence } from './reading.ts';

/** A stretch of a text: plain, or the words that one or more fields rest on. */
export interface MarkedStretch {
  text: string;
  /** Empty for plain text. */
  fields: string[];
}

/**
 * A text cut where the evidence lies in it. Evidence is literal but for its blanks: a line may be broken elsewhere. What
 * overlaps is one stretch with both fields; what is not found is left out.
 */
export function evidenceInText(text: string, evidence: readonly Evidence[]): MarkedStretch[] {
  const folded = foldedBlanks(text);
  const found = evidence.flatMap(one => {
    const wanted = one.text.replace(/\s+/g, ' ').trim();
    const at = wanted === '' ? -1 : folded.text.indexOf(wanted);
    return at === -1 ? [] : [{ from: folded.at[at]!, to: folded.at[at + wanted.length - 1]! + 1, field: one.field }];
  });
  const stretches: MarkedStretch[] = [];
  let done = 0;
  for (const group of overlapping(found)) {
    if (group.from > done) stretches.push({ text: text.slice(done, group.from), fields: [] });
    stretches.push({ text: text.slice(group.from, group.to), fields: group.fields });
    done = group.to;
  }
  if (done < text.length) stretches.push({ text: text.slice(done), fields: [] });
  return stretches;
}

/** The text with each run of blanks as one, and where each of its letters stood. */
function foldedBlanks(text: string): { text: string; at: number[] } {
  const letters: string[] = [];
  const at: number[] = [];
  let wasBlank = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    const isBlank = /\s/.test(letter);
    if (!isBlank || !wasBlank) {
      letters.push(isBlank ? ' ' : letter);
      at.push(index);
    }
    wasBlank = isBlank;
  }
  return { text: letters.join(''), at };
}

function overlapping(
  found: readonly { from: number; to: number; field: string }[],
): { from: number; to: number; fields: string[] }[] {
  const groups: { from: number; to: number; fields: string[] }[] = [];
  for (const one of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = groups.at(-1);
    if (last === undefined || one.from >= last.to) {
      groups.push({ from: one.from, to: one.to, fields: [one.field] });
      continue;
    }
    last.to = Math.max(last.to, one.to);
    if (!last.fields.includes(one.field)) last.fields.push(one.field);
  }
  return groups;
}
