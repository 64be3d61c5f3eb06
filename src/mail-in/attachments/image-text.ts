import type { FileText } from './file-text.ts';
import { lettersIn } from './legible.ts';
import { paragraphsOf } from './paragraphs.ts';
import { recognise } from './recognise.ts';
import { tidyText } from './tidy-text.ts';

/** Below this sureness the picture is no print: a photograph, or handwriting. */
const MIN_SURENESS = 60;

/** A picture with fewer letters is a logo or a view with a sign in it. */
const MIN_LETTERS = 60;

/** The text of a photographed or scanned letter; none, and no problem, when the picture is something else. */
export async function imageText(bytes: Uint8Array): Promise<FileText> {
  const recognised = await recognise(bytes);
  if (recognised === null) return { text: '', by: 'ocr', problem: 'Bildet tok for lang tid å tyde.', scanned: 1 };
  const { lines, sureness } = recognised;
  const text = tidyText(paragraphsOf(lines));
  const letters = lettersIn(text);
  const isLetter = letters >= MIN_LETTERS && sureness >= MIN_SURENESS;
  const problem =
    !isLetter && letters >= MIN_LETTERS * 3 ? 'Bildet ser ut til å ha tekst, men er for utydelig til å leses.' : null;
  return { text: isLetter ? text : '', by: 'ocr', problem, scanned: 1 };
}
