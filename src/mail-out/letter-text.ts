import type { LetterBlock } from '../rules/letters/letter-block.ts';
import { wrapText } from './wrap-text.ts';

/** Below it stand earlier letters: forty underscores, as Outlook writes it, so that every reader knows where we end. */
const QUOTE_RULE = '_'.repeat(40);

/** The letter as plain text: lines of at most 76 characters, no trailing spaces, one line break at the end. */
export function letterText(blocks: readonly LetterBlock[]): string {
  return `${blocks.map(block => linesOf(block).join('\n')).join('\n\n')}\n`;
}

function linesOf(block: LetterBlock): string[] {
  switch (block.block) {
    case 'head':
      return headLines(block.rows);
    case 'lead':
      return block.lines.flatMap(line => wrapText(line));
    case 'paragraph':
      return wrapText(block.text);
    case 'facts':
      return block.rows.flatMap(({ label, value, detail }) =>
        wrapText(`${label}: ${value}${detail === null ? '' : ` (${detail})`}`),
      );
    case 'answers':
      return [...wrapText(block.copyIntro), '', ...block.answers.flatMap(({ line }) => wrapText(line, '( ) ', '    '))];
    case 'list':
      return [...wrapText(block.intro), '', ...block.items.flatMap(item => wrapText(item, '- ', '  '))];
    case 'own-words':
      return [block.heading.toUpperCase(), '', ...paragraphLines(block.paragraphs)];
    case 'signature':
      return [block.greeting, block.name, ...block.lines].flatMap(line => wrapText(line));
    case 'quote': {
      const rows = block.rows.flatMap(({ label, value }) => wrapText(`${label} ${value}`, '', '  '));
      return [QUOTE_RULE, ...rows, '', ...paragraphLines(block.paragraphs)];
    }
  }
}

/** Labels in one column, as wide as the longest. */
function headLines(rows: readonly { label: string; value: string }[]): string[] {
  const width = Math.max(...rows.map(({ label }) => label.length)) + 2;
  return rows.flatMap(({ label, value }) => wrapText(value, `${label}:`.padEnd(width), ' '.repeat(width)));
}

function paragraphLines(paragraphs: readonly (readonly string[])[]): string[] {
  return paragraphs.flatMap((lines, index) => [...(index === 0 ? [] : ['']), ...lines.flatMap(line => wrapText(line))]);
}
