import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import type { Findings } from '../rules/campaign/campaign-fault.ts';
import type { Written } from '../rules/campaign/written-value.ts';

/** What to do about the faults of YAML that people make; anything else gets the general advice. */
const ADVICE: Partial<Record<string, string>> = {
  TAB_AS_INDENT: 'Bruk mellomrom, ikke tabulator, i begynnelsen av linjen.',
  BAD_INDENT: 'Rett innrykket: linjer som hører sammen, begynner like langt inne.',
  MISSING_CHAR: 'Lukk anførselstegnet eller klammen.',
  BLOCK_AS_IMPLICIT_KEY: 'Sett anførselstegn rundt en tekst som har kolon i seg.',
};

/**
 * The head's YAML as written values with their lines in the file; null (told) when it cannot be read.
 * Plain text stays as written: 0301 keeps its zero, 1.10 its nought, «nei» is a word.
 * @param firstLine the file's line of the first character
 */
export function writtenFromYaml(yaml: string, firstLine: number, findings: Findings): Written | null {
  const counter = new LineCounter();
  // Repeated keys are told by our own check, with both lines.
  const document: Document.Parsed = parseDocument(yaml, {
    lineCounter: counter,
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: true,
  });
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line) + firstLine - 1;
  const lines = yaml.split('\n');
  for (const { code, pos } of document.errors) {
    const line = lineAt(Math.min(pos[0], Math.max(0, yaml.trimEnd().length - 1)));
    findings.faults.push({
      line,
      place: 'hodet',
      expected: 'linjer med «nøkkel: verdi»',
      found: `«${(lines[line - firstLine] ?? '').trim().slice(0, 60)}»`,
      whatToDo: ADVICE[code] ?? 'Sjekk kolon, innrykk og anførselstegn på linjen og den før.',
    });
  }
  if (document.errors.length > 0) return null;
  return toWritten(document.contents, firstLine, lineAt);
}

function toWritten(node: Node | ParsedNode | null, line: number, lineAt: (offset: number) => number): Written {
  const here = node?.range ? lineAt(node.range[0]) : line;
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => {
      const keyLine = (key as Node).range ? lineAt((key as Node).range?.[0] ?? 0) : here;
      const name = isScalar(key) ? String(key.source ?? key.value) : String(key);
      return { key: name, line: keyLine, value: toWritten(value as Node | null, keyLine, lineAt) };
    });
    return { kind: 'map', entries, line: here };
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map(item => toWritten(item as Node, here, lineAt)), line: here };
  }
  // References to other places are no part of what a person writes here: show them as text, so that checks refuse them.
  if (isAlias(node)) return { kind: 'text', text: `*${node.source}`, line: here };
  if (!isScalar(node) || node.value === null) return { kind: 'nothing', line };
  const text = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  return { kind: 'text', text, line: here };
}
