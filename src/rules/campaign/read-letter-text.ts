import type { Findings } from './campaign-fault.ts';
import type { LetterField } from './letter-fields.ts';
import { fieldsIn, MONEY_FIELDS, unknownField } from './letter-fields.ts';

/** The letter's own words as they stand in the file. */
export interface WrittenText {
  text: string;
  /** Of the text's first character. */
  line: number;
}

/**
 * The paragraphs of a letter, lines within a paragraph joined; list lines («- …») stay on their own. Headings and
 * fields that do not exist are faults.
 */
export function readLetterText(written: WrittenText, hasAmount: boolean, place: string, findings: Findings): string {
  const lineAt = (at: number) => written.line + (written.text.slice(0, at).match(/\n/g)?.length ?? 0);
  for (const heading of written.text.matchAll(/^#{1,6}\s.*$/gmu)) {
    findings.faults.push({
      line: lineAt(heading.index),
      place,
      expected: 'vanlige avsnitt (og overskriften «## Nynorsk»)',
      found: `«${heading[0]}»`,
      whatToDo: 'Fjern #. Brevet har sine egne overskrifter.',
    });
  }
  for (const { written: name, field, at } of fieldsIn(written.text)) {
    if (field !== null && (hasAmount || !isMoney(field))) continue;
    findings.faults.push({
      line: lineAt(at),
      place,
      expected: field === null ? 'et felt som finnes' : 'et beløp i vilkårene når teksten bruker feltet',
      found: `{${name}}`,
      whatToDo: field === null ? unknownField(name) : 'Legg inn «per innbygger» eller «grunnbeløp» under vilkår.',
    });
  }
  return written.text
    .normalize('NFC')
    .trim()
    .split(/\n[ \t]*\n\s*/u)
    .map(paragraph => paragraph.replace(/[ \t]*\n(?![ \t]*[-*•]\s)[ \t]*/gu, ' '))
    .join('\n\n');
}

function isMoney(field: LetterField): boolean {
  return MONEY_FIELDS.includes(field);
}
