import { fold } from './fold.ts';

/** A sentence, a heading line or a list item of a text. */
export interface Sentence {
  /** As written: a slice of the text. */
  literal: string;
  /** As the patterns see it (see fold.ts). */
  folded: string;
  /** Number of the block (paragraph, list item or line of its own) that it stands in. */
  block: number;
}

/** After these a full stop ends no sentence: «kr. 3», «pr. innbygger», «St. Olavs», «jf. vedtak». */
const ABBREVIATION =
  /(?:^|[\s(«"])(?:kr|pr|nr|jf|jfr|dvs|ca|evt|ev|mva|ass|tlf|mob|bl\.a|f\.eks|o\.l|m\.m|mv|osv|st|inkl|eks|ref|vedr|ang|adm|dir|pkt|innb|kl|jan|feb|mrs|apr|jun|jul|aug|sept?|okt|nov|des|snr|saksnr|arkivsaksnr|dok|ds|dr|fung|e\.f|red|kap|art|maks|min|mill|gj|tils|iht|ihht|mht)\.$/iu;

/** A number and a full stop: a day («8. april») or an item («1. Kommunen …»). */
const NUMBER_STOP = /(?:^|[\s(–-])\d{1,2}\.$/;

const MONTH_NEXT =
  /^\s*(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|jan|feb|apr|aug|sept?|okt|nov|des|ds|møte|gang|punkt|ledd)\b/iu;

/** «24. september» at the beginning of a wrapped line is a day, no item. */
const LIST_ITEM =
  /^\s*(?:[-–•*▪·]|\d{1,2}[.)](?!\s+(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b)|[a-z]\))\s+/i;

/** Longer is no sentence but a pasted table; a pattern that tries every word of it would stop the mailbox. */
const MAX_SENTENCE = 2000;

/** A hundred pages. */
const MAX_SENTENCES = 4000;

let last: { text: string; sentences: readonly Sentence[] } = { text: '', sentences: [] };

/**
 * Cuts a text into sentences; headings, list items and table rows stand alone. Several questions are asked of a text
 * one after the other, so the last answer is kept.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  if (text !== last.text) last = { text, sentences: cut(text) };
  return last.sentences;
}

function cut(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  blocksOf(text).forEach((block, number) => {
    for (const literal of splitBlock(block)) {
      if (literal.length > MAX_SENTENCE || sentences.length >= MAX_SENTENCES) continue;
      const folded = fold(literal);
      if (folded !== '') sentences.push({ literal, folded, block: number });
    }
  });
  return sentences;
}

/** Blocks as slices of the text: lines that were only wrapped stay together. */
export function blocksOf(text: string): string[] {
  const blocks: string[][] = [];
  let open: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line.trim() === '') open = null;
    // Danger: asked of the block as a whole, ten thousand wrapped lines would take ten seconds.
    else if (open !== null && isWrapped(open.at(-1)!, line)) open.push(line);
    else {
      open = [line];
      blocks.push(open);
    }
  }
  return blocks.map(lines => lines.join('\n').trim());
}

/** «… vedtok i møte 23. september, at»: whatever stands on the next line, it goes on. */
const LEADS_ON = /[\p{Ll}\d,] (?:at|å|som|og|eller|til|av|for|med|om|i|på|fra)$/u;

/** The line above stops in the middle of a sentence. */
function isWrapped(above: string, below: string): boolean {
  const last = above.trimEnd();
  if (LIST_ITEM.test(below) || / {3,}\S| {2,}\S.* {2,}\S/.test(last.trim())) return false;
  if (/[.:!?]["»”)]?$/.test(last)) return last.length > 60 && !last.endsWith(':') && last.length < 90;
  if (last.length > 30 && LEADS_ON.test(last)) return true;
  return last.length > 60 || (last.length > 30 && /^\s*(?:\p{Ll}|\d)/u.test(below));
}

function splitBlock(block: string): string[] {
  const parts: string[] = [];
  let start = 0;
  // A row of stops is looked at from its first one only: from each of ten thousand it would take seconds.
  const stop = /(?<![.!?])[.!?]+["»”)]*(?=\s|$)|\n(?=\s*(?:[-–•*]\s))/g;
  for (let found = stop.exec(block); found !== null; found = stop.exec(block)) {
    const end = found.index + found[0].length;
    const before = block.slice(Math.max(start, end - 16), end);
    const after = block.slice(end, end + 20);
    if (found[0] === '.' && (ABBREVIATION.test(before) || isNumberStop(before, after))) continue;
    if (found[0].startsWith('.') && /^\s+\p{Ll}/u.test(after) && !/^\s+(?:vi|hei)\b/u.test(after)) continue;
    parts.push(block.slice(start, end).trim());
    start = end;
  }
  parts.push(block.slice(start).trim());
  return parts.filter(part => part !== '');
}

/** «8. april», and «1. Kommunen» at the start of a line; but «… i sak 8. Kommunen» ends a sentence. */
function isNumberStop(before: string, after: string): boolean {
  if (!NUMBER_STOP.test(before)) return false;
  return MONTH_NEXT.test(after) || /^\s+\p{Ll}/u.test(after) || /^\s*\d/.test(after) || /^\s*\d{1,2}\.$/.test(before);
}
