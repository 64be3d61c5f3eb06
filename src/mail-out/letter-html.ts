import type { LetterBlock } from '../rules/letters/letter-block.ts';
import { answerLink } from './answer-link.ts';
import { compiledTemplate, type LetterShape } from './compiled-template.ts';
import { fillTemplate, type SlotValues } from './fill-template.ts';

export interface HtmlFrame {
  shape: LetterShape;
  lang: 'nb' | 'nn';
  subject: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  /** Where ready answers go. */
  replyTo: string;
}

/** The letter as HTML: the same blocks as the text, each in its part of the compiled template. */
export function letterHtml(blocks: readonly LetterBlock[], frame: HtmlFrame): string {
  const { before, after, parts } = compiledTemplate(frame.shape);
  const around = { lang: frame.lang, subject: frame.subject, preview: frame.preview };
  const inside = blocks.map(block => {
    const name = partOf(block);
    const pattern = parts.get(name);
    if (pattern === undefined) throw new Error(`templates/${frame.shape}.mjml: expected the part ${name}, found none`);
    return fillTemplate(pattern, valuesOf(block, frame));
  });
  return `${fillTemplate(before, around)}${inside.join('')}${fillTemplate(after, around)}`;
}

function partOf(block: LetterBlock): string {
  return block.block === 'paragraph' && block.soft ? 'soft' : block.block;
}

function valuesOf(block: LetterBlock, frame: HtmlFrame): SlotValues {
  switch (block.block) {
    case 'head':
      return { rows: block.rows };
    case 'lead':
      return { lines: linesIn(block.lines) };
    case 'paragraph':
      return { text: block.text };
    case 'facts':
      return {
        rows: block.rows.map(({ label, value, detail }) => ({
          label,
          value,
          details: detail === null ? [] : [{ detail }],
        })),
      };
    case 'answers':
      return {
        intro: block.chooseIntro,
        answers: block.answers.map(answer => ({
          label: answer.label,
          href: answerLink(answer, frame.replyTo, frame.subject),
        })),
      };
    case 'list':
      return { intro: block.intro, items: block.items.map(item => ({ item })) };
    case 'own-words':
      return { heading: block.heading, paragraphs: paragraphsIn(block.paragraphs) };
    case 'signature':
      return { greeting: block.greeting, name: block.name, lines: linesIn(block.lines) };
    case 'quote':
      return { rows: block.rows, paragraphs: paragraphsIn(block.paragraphs) };
  }
}

function linesIn(lines: readonly string[]): SlotValues[] {
  return lines.map(line => ({ line }));
}

function paragraphsIn(paragraphs: readonly (readonly string[])[]): SlotValues[] {
  return paragraphs.map(lines => ({ lines: linesIn(lines) }));
}
