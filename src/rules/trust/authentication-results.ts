/** What one server says of a mail in one Authentication-Results line (RFC 8601 § 2.2). */
export interface AuthenticationResults {
  /** Lower case; null in the form of Exchange Online, which names no server. */
  server: string | null;
  /** Empty for `none`. */
  results: MethodResult[];
}

export interface MethodResult {
  /** Lower case, without version: `dkim`, `spf`, `dmarc`, `compauth`. */
  method: string;
  /** Lower case: `pass`, `fail`, `none`, … */
  result: string;
  /** `header.d`, `smtp.mailfrom`, `reason`, …; names and values in lower case. */
  properties: Record<string, string>;
  /** What stands in brackets beside it, in lower case. */
  comments: string[];
}

/** A server that writes more than this about one mail is not one. */
const LONGEST = 20_000;

/**
 * Reads the value of one header line, unfolded. Danger: quoted strings and comments hold what the sender wrote
 * (`smtp.mailfrom="x; dmarc=pass"@…`), so they are taken apart before anything is looked for.
 * @returns null when it is not of that form, or of a version that we do not know
 */
export function authenticationResults(value: string): AuthenticationResults | null {
  const segments = value.length > LONGEST ? null : segmentsOf(value);
  if (segments === null) return null;
  const [first, ...rest] = segments as [Segment, ...Segment[]];
  const named = first.words[0] !== undefined && !first.words[0].includes('=');
  if (named && !hasKnownVersion(first)) return null;
  const results = (named ? rest : segments).filter(({ words }) => words.length > 0);
  const read = results.map(resultOf).filter(one => one !== null);
  return { server: named ? first.words[0]! : null, results: read };
}

interface Segment {
  words: string[];
  comments: string[];
}

function hasKnownVersion({ words }: Segment): boolean {
  return words.length === 1 || (words.length === 2 && words[1] === '1');
}

/** `dkim=pass reason="…" header.d=…`; null for `none` and for what is no result. */
function resultOf({ words, comments }: Segment): MethodResult | null {
  const [first, ...rest] = words.map(pairOf);
  if (first === undefined || first === null) return null;
  const properties: Record<string, string> = {};
  // The first one said holds, as in every header.
  for (const pair of rest) if (pair !== null) properties[pair.name] ??= pair.value;
  const [method = ''] = first.name.split('/');
  return { method, result: first.value, properties, comments };
}

function pairOf(word: string): { name: string; value: string } | null {
  const at = word.indexOf('=');
  return at < 1 ? null : { name: word.slice(0, at), value: word.slice(at + 1) };
}

/** The parts between semicolons, as words; null when a quotation or a comment never ends. */
function segmentsOf(value: string): Segment[] | null {
  const text = value.toLowerCase();
  const segments: Segment[] = [{ words: [], comments: [] }];
  let word = '';
  const endWord = () => {
    if (word !== '') segments.at(-1)!.words.push(word);
    word = '';
  };
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!;
    if (letter === '"') {
      const end = endOfQuoted(text, i);
      if (end === -1) return null;
      word += text.slice(i + 1, end).replace(/\\(.)/gu, '$1');
      i = end;
    } else if (letter === '(') {
      const end = endOfComment(text, i);
      if (end === -1) return null;
      segments.at(-1)!.comments.push(text.slice(i + 1, end));
      endWord();
      i = end;
    } else if (letter === ';') {
      endWord();
      segments.push({ words: [], comments: [] });
    } else if (/\s/.test(letter)) endWord();
    else word += letter;
  }
  endWord();
  return segments.map(({ words, comments }) => ({ words: withoutGaps(words), comments }));
}

/** `spf = pass` is one word. */
function withoutGaps(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const belongs = last !== undefined && (word.startsWith('=') ? !last.includes('=') : /^[^=]+=$/.test(last));
    if (belongs) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

function endOfQuoted(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i;
  }
  return -1;
}

/** Comments may hold comments. */
function endOfComment(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}
