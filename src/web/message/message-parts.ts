import { html } from 'hono/html';
import type { Message } from '../../rules/replies/message.ts';
import type { Evidence, Reading } from '../../rules/replies/reading.ts';
import { icon } from '../frame/icons.ts';
import type { Html } from '../frame/page.ts';
import { markedText } from './marked-text.ts';

/** Characters of an attachment that are shown; the rest is in the file. */
const MOST_SHOWN = 20_000;

/**
 * What a mail says: the new words with the evidence marked, its attachments' text likewise, and what was quoted below, folded
 * and never marked. Everything from outside is text, never markup.
 */
export function messageParts(reading: Reading | null, message: Message | null, evidence: readonly Evidence[]): Html {
  const written = reading?.newText ?? '';
  const whole = message?.text ?? message?.htmlText ?? '';
  const hasMore = whole.trim().length > written.trim().length + 20;
  const problem = message?.problem ?? reading?.problem ?? null;
  return html`${problem === null ? '' : html`<div class="ds-alert" data-color="warning"><p>${problem}</p></div>`}
<article class="doc" aria-label="Meldingen">${written.trim() === '' ? html`<p class="soft">Ingen ny tekst i selve e-posten.</p>` : markedText(written, evidence, 'body')}
${hasMore ? html`<details class="small"><summary>Hele e-posten, med det som er sitert (ikke lest som svar)</summary><div class="quoted text">${whole.slice(0, MOST_SHOWN)}</div></details>` : ''}</article>
${(message?.attachments ?? []).map(
  file => html`<section class="stack" aria-label="Vedlegg: ${file.name}"><p class="small">${icon('fil')} <strong class="text">${file.name}</strong> <span class="soft">${sizeWords(file.size)}${file.by === 'ocr' ? ', lest av maskin fra bilde' : ''}</span></p>
${file.problem === null ? '' : html`<p class="small soft">${file.problem}</p>`}
${file.text === null || file.text.trim() === '' ? '' : html`<div class="doc">${markedText(file.text.slice(0, MOST_SHOWN), evidence, file.name)}</div>`}</section>`,
)}`;
}

function sizeWords(bytes: number): string {
  return bytes < 100_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
