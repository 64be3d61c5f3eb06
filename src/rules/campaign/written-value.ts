/** A value of the campaign file's head as the author wrote it, with its line: checks need no YAML. */
export type Written =
  | { kind: 'text'; text: string; line: number }
  | { kind: 'list'; items: Written[]; line: number }
  | { kind: 'map'; entries: WrittenEntry[]; line: number }
  | { kind: 'nothing'; line: number };

export interface WrittenEntry {
  key: string;
  line: number;
  value: Written;
}

/** How a value is shown in «fant …», shortened. */
export function shown(value: Written): string {
  switch (value.kind) {
    case 'text':
      return value.text.length > 60 ? `«${value.text.slice(0, 60)}…»` : `«${value.text}»`;
    case 'list':
      return `en liste med ${value.items.length} linjer`;
    case 'map':
      return `nøklene ${value.entries.map(entry => entry.key).join(', ')}`;
    case 'nothing':
      return 'ingenting';
  }
}
