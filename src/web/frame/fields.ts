import { html } from 'hono/html';
import type { Html } from './page.ts';

/** A field with its label, as every form of ours writes it. */
export function field(id: string, label: string, input: Html, about?: string): Html {
  return html`<div class="ds-field"><label class="ds-label" for="${id}">${label}</label>${
    about === undefined ? '' : html`<div data-field="description" id="${id}-om" class="small">${about}</div>`
  }${input}</div>`;
}

export function textField(
  id: string,
  label: string,
  {
    value = '',
    type = 'text',
    about,
    required = false,
    most = 200,
  }: { value?: string; type?: string; about?: string; required?: boolean; most?: number } = {},
): Html {
  return field(
    id,
    label,
    html`<input class="ds-input" type="${type}" id="${id}" name="${id}" value="${value}" maxlength="${most}"${required ? html` required` : ''}${about === undefined ? '' : html` aria-describedby="${id}-om"`}>`,
    about,
  );
}

export function textArea(
  id: string,
  label: string,
  value: string,
  { rows = 6, about, most = 20_000 }: { rows?: number; about?: string; most?: number } = {},
): Html {
  // A line break first: a browser drops one that the value itself begins with.
  return field(
    id,
    label,
    html`<textarea class="ds-input" id="${id}" name="${id}" rows="${rows}" maxlength="${most}"${about === undefined ? '' : html` aria-describedby="${id}-om"`}>
${value}</textarea>`,
    about,
  );
}

export function dateField(id: string, label: string, value = '', about?: string): Html {
  return field(
    id,
    label,
    html`<input class="ds-input" type="date" id="${id}" name="${id}" value="${value}"${about === undefined ? '' : html` aria-describedby="${id}-om"`}>`,
    about,
  );
}

export function selectField(
  id: string,
  label: string,
  options: readonly { value: string; words: string }[],
  chosen = '',
): Html {
  return field(
    id,
    label,
    html`<select class="ds-input" id="${id}" name="${id}">${options.map(
      one => html`<option value="${one.value}"${one.value === chosen ? html` selected` : ''}>${one.words}</option>`,
    )}</select>`,
  );
}

/** One of several. `key` is a shortcut (Alt + it), shown beside the words. */
export function radio(
  name: string,
  value: string,
  words: string,
  { checked = false, key }: { checked?: boolean; key?: string } = {},
): Html {
  const id = `${name}-${value}`;
  return html`<div class="ds-field"><input class="ds-input" type="radio" name="${name}" id="${id}" value="${value}"${checked ? html` checked` : ''}${key === undefined ? '' : html` accesskey="${key}"`}><label class="ds-label" for="${id}">${words}${key === undefined ? '' : html` <kbd>${key}</kbd>`}</label></div>`;
}

export function submit(
  words: Html | string,
  {
    name,
    value,
    look = 'secondary',
    key,
  }: { name?: string; value?: string; look?: 'primary' | 'secondary' | 'tertiary'; key?: string } = {},
): Html {
  return html`<button class="ds-button" type="submit"${look === 'primary' ? '' : html` data-variant="${look}"`}${name === undefined ? '' : html` name="${name}"`}${value === undefined ? '' : html` value="${value}"`}${key === undefined ? '' : html` accesskey="${key}"`}>${words}${key === undefined ? '' : html` <kbd>${key}</kbd>`}</button>`;
}
