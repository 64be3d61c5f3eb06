import { html } from 'hono/html';
import { evidenceInText } from '../../rules/replies/evidence-in-text.ts';
import { FIELD_WORDS } from '../../rules/replies/field-words.ts';
import type { Evidence } from '../../rules/replies/reading.ts';
import type { Html } from '../frame/page.ts';

/** A text from outside with the robot's evidence marked, each mark with a label that names the claim. */
export function markedText(text: string, evidence: readonly Evidence[], part: string): Html {
  const own = evidence.filter(one => one.part === part);
  const stretches = evidenceInText(text, own);
  return html`<div class="text">${stretches.map(({ text: words, fields }) =>
    fields.length === 0
      ? words
      : html`<mark>${words}</mark>${fields.map(field => html`<span class="ref">${FIELD_WORDS[field] ?? field}</span>`)}`,
  )}</div>`;
}
