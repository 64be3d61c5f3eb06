/** The words of a letter on both sides of a gap, as `{kommune}`, that is filled with a name when it is sent. */
export interface Gap {
  before: string;
  after: string;
}

/** A municipality's name has no more words. */
const MAX_NAME = 3;

/** Words with which an answer begins that goes on as our letter does: «Ja, Bjugn kommune slutter seg til». */
const ANSWERS = new Set(['ja', 'nei', 'ok', 'vi', 'jeg', 'ikke', 'svar', 'x']);

/** Is this line (normalised) our letter around a gap, with a name in it? */
export function fillsGap(line: string, gaps: readonly Gap[]): boolean {
  const words = line.split(' ');
  return gaps.some(({ before, after }) => {
    for (let name = 0; name < words.length; name++) {
      if (!endsWithWords(before, words.slice(0, name).join(' '))) continue;
      for (let length = 1; length <= MAX_NAME && name + length < words.length; length++) {
        const isName = words.slice(name, name + length).every(word => !ANSWERS.has(word));
        if (isName && startsWithWords(after, words.slice(name + length).join(' '))) return true;
      }
    }
    return false;
  });
}

function endsWithWords(text: string, words: string): boolean {
  return words === '' || text === words || text.endsWith(` ${words}`);
}

function startsWithWords(text: string, words: string): boolean {
  return text === words || text.startsWith(`${words} `);
}
