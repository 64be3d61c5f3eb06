import { readFileSync } from 'node:fs';
import { projectFolder } from '../project-folder.ts';

export type LetterShape = 'individual' | 'collective' | 'receipt';

/** A compiled template taken apart: what stands around the blocks, and one pattern a part. */
export interface CompiledTemplate {
  before: string;
  after: string;
  parts: ReadonlyMap<string, string>;
}

const BLOCKS = /^([\s\S]*)<!--blocks-->([\s\S]*)<!--\/blocks-->([\s\S]*)$/;
const PART = /<!--part:([\w-]+)-->([\s\S]*?)<!--\/part:\1-->/g;

const read = new Map<LetterShape, CompiledTemplate>();

/** From templates/compiled, made by scripts/compile-templates.ts; read once for each shape. */
export function compiledTemplate(shape: LetterShape): CompiledTemplate {
  const known = read.get(shape);
  if (known !== undefined) return known;
  const html = readFileSync(new URL(`templates/compiled/${shape}.html`, projectFolder), 'utf8');
  const template = takeApart(html, shape);
  read.set(shape, template);
  return template;
}

/** `name` is only for the message when the markers are missing. */
export function takeApart(html: string, name: string): CompiledTemplate {
  const found = BLOCKS.exec(html);
  if (found === null) throw new Error(`templates/compiled/${name}.html: expected <!--blocks-->, found none`);
  const [, before, blocks, after] = found;
  const parts = new Map([...blocks!.matchAll(PART)].map(([, part, pattern]) => [part!, pattern!]));
  return { before: before!, after: after!, parts };
}
