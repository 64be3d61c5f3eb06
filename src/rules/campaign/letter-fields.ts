import { closestWords } from '../municipality/closest-words.ts';

/** Named fields that an author may write in a letter's text, `{kommune}`, and the nynorsk ways of writing them. */
export const LETTER_FIELDS = {
  kommune: ['kommune'],
  andel: ['andel', 'del'],
  innbyggere: ['innbyggere', 'innbyggjarar'],
  folketallsdato: ['folketallsdato', 'folketalsdato'],
  frist: ['frist'],
  år: ['år'],
  'vår ref': ['vår ref'],
} as const;

export type LetterField = keyof typeof LETTER_FIELDS;

/** Fields that only make sense when the campaign has an amount. */
export const MONEY_FIELDS: readonly LetterField[] = ['andel', 'innbyggere', 'folketallsdato'];

export interface FieldInText {
  /** As written, without braces. */
  written: string;
  /** null: no such field. */
  field: LetterField | null;
  /** Position of the opening brace in the text. */
  at: number;
}

export type FilledText = { text: string } | { faults: { written: string; because: string }[] };

/** A brace that is not closed on its line is a field too, an unknown one. */
const FIELD = /\{([^{}\n]*)(\}|(?=\n)|$|(?=\{))/gu;

/** Every named field in the text, known or not. */
export function fieldsIn(text: string): FieldInText[] {
  return [...text.matchAll(FIELD)].map(match => {
    const written = (match[1] ?? '').trim();
    return { written, field: match[2] === '}' ? fieldOf(written) : null, at: match.index };
  });
}

/** The text with its fields filled. An unknown field, or one without a value, is a fault: no letter leaves with braces. */
export function fillFields(text: string, values: Partial<Record<LetterField, string | null>>): FilledText {
  const faults: { written: string; because: string }[] = [];
  const filled = text.replace(FIELD, (_whole, written: string, closing: string) => {
    const field = closing === '}' ? fieldOf(written) : null;
    const value = field === null ? null : values[field];
    if (value !== null && value !== undefined) return value;
    faults.push({
      written: written.trim(),
      because: field === null ? unknownField(written.trim()) : `{${field}} har ingen verdi her.`,
    });
    return '';
  });
  return faults.length > 0 ? { faults } : { text: filled };
}

/** What to do about a field that does not exist. */
export function unknownField(written: string): string {
  const [nearest] = closestWords(written, Object.values(LETTER_FIELDS).flat());
  return nearest === undefined
    ? `Feltene er ${Object.keys(LETTER_FIELDS)
        .map(field => `{${field}}`)
        .join(', ')}.`
    : `Mente du {${nearest}}?`;
}

function fieldOf(written: string): LetterField | null {
  const folded = written.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  for (const [field, ways] of Object.entries(LETTER_FIELDS)) {
    if ((ways as readonly string[]).includes(folded)) return field as LetterField;
  }
  return null;
}
