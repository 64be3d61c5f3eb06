/** Values of a template's slots: a text fills `{{name}}`, a list repeats `<!--each:name-->…<!--/each:name-->`. */
export interface SlotValues {
  [slot: string]: string | SlotValues[];
}

const REPEATED = /<!--each:(\w+)-->([\s\S]*?)<!--\/each:\1-->/g;
const SLOT = /\{\{(\w+)\}\}/g;

/**
 * Fills a compiled template. Every value is escaped, braces too, so that a value can neither become HTML nor a slot
 * (bad input 83). A slot without a value is a bug in the template or the letter: it throws.
 */
export function fillTemplate(template: string, values: SlotValues): string {
  return template
    .replace(REPEATED, (_whole, name: string, part: string) => {
      const items = values[name];
      if (!Array.isArray(items)) throw new Error(`template: expected a list for each:${name}, found ${typeof items}`);
      return items.map(item => fillTemplate(part, item)).join('');
    })
    .replace(SLOT, (_whole, name: string) => {
      const value = values[name];
      if (typeof value !== 'string')
        throw new Error(`template: expected a text for {{${name}}}, found ${typeof value}`);
      return escapeHtml(value);
    });
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'{}]/g, character => ENTITIES[character]!);
}
