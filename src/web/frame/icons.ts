import { raw } from 'hono/html';

/** Drawn on a 20 px grid with one stroke; always beside a word, never alone. */
const DRAWINGS = {
  borte: '<path d="M12.5 3A7.5 7.5 0 1 0 17 13 6.5 6.5 0 0 1 12.5 3z"/>',
  dato: '<rect x="3" y="4.2" width="14" height="12.8" rx="1.5"/><path d="M3 8h14M6.7 2.6v3M13.3 2.6v3M7 12l2 2 4-4"/>',
  feil: '<path d="M10 3 18 16.8H2z"/><path d="M10 8v4M10 14.4v.1"/>',
  fil: '<path d="M5 2.5h6.5L16 7v10.5H5zM11.5 2.5V7H16"/>',
  frem: '<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>',
  hopp: '<path d="M4 5v10l7-5zM15 5v10"/>',
  hus: '<path d="M2.8 8 10 3.2 17.2 8M3.5 17h13M4.8 8v9M15.2 8v9M8.3 17v-5.5h3.4V17"/>',
  innst: '<circle cx="10" cy="10" r="7.5" stroke-dasharray="2.6 2.1"/><path d="m6.9 10.3 2.2 2.2 4-4.7"/>',
  ja: '<circle cx="10" cy="10" r="7.5"/><path d="m6.6 10.3 2.4 2.4 4.5-5.2"/>',
  klokke: '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.5V10l3 2"/>',
  kvitt: '<rect x="2.5" y="4.5" width="15" height="11" rx="1.3"/><path d="m6.5 9.8 2.5 2.5 4.5-4.8"/>',
  las: '<rect x="4" y="9" width="12" height="8.5" rx="1.5"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>',
  last: '<path d="M10 3v9.5m-4-4 4 4 4-4M3.5 16.5h13"/>',
  logo: '<path d="M3 5.5h14v8H9.5L6 16.5v-3H3z"/><path d="M7 9.5c.8 1 1.9 1 2.6 0M10.6 9.5c.8 1 1.9 1 2.6 0"/>',
  nei: '<circle cx="10" cy="10" r="7.5"/><path d="M6.7 10h6.6"/>',
  oss: '<path d="M3 11.5 5.2 4h9.6L17 11.5V16H3zM3 11.5h4c.3 3.3 5.7 3.3 6 0h4"/>',
  pause: '<path d="M7 4.5v11M13 4.5v11"/>',
  person: '<circle cx="10" cy="6.5" r="3.5"/><path d="M3.5 17c.6-7 12.4-7 13 0"/>',
  rediger: '<path d="m4 16 .7-3.6L13.5 3.6l2.9 2.9L7.6 15.3z"/>',
  robot:
    '<rect x="3.5" y="6.5" width="13" height="9.5" rx="2"/><path d="M10 6.5V3.6M7.3 10.5v.8M12.7 10.5v.8M7.5 13.5h5M1.8 10v3M18.2 10v3"/>',
  sendt: '<path d="M17.5 2.8 2.8 8.7l5.4 2.6 2.7 5.7zM17.5 2.8 8.2 11.3"/>',
  skriv: '<path d="M5.5 8V3h9v5M5.5 14H3V8h14v6h-2.5M5.5 11.5h9V17h-9z"/>',
  sporsmal:
    '<path d="M3 3.5h14v10H9.5L6 16.8v-3.3H3z"/><path d="M8.2 7c.2-2.2 3.7-2 3.5.2-.1 1.2-1.7 1.3-1.7 2.5M10 11.7v.1"/>',
  stopp: '<path d="M6.7 2.5h6.6l4.2 4.2v6.6l-4.2 4.2H6.7l-4.2-4.2V6.7z"/><path d="M7 10h6"/>',
  tilbake: '<path d="M12.5 4.5 7 10l5.5 5.5"/>',
  tom: '<circle cx="10" cy="10" r="7.5" stroke-dasharray="1.2 2.7"/><path d="M10 6v4.6M10 13.6v.1"/>',
  uklart:
    '<circle cx="8.8" cy="8.8" r="5.8"/><path d="m13 13 4.3 4.3M7.3 7.5c.2-1.9 3.2-1.8 3 .2-.1 1-1.5 1.1-1.5 2.2M8.8 11.9v.1"/>',
  vent: '<circle cx="10" cy="10" r="7.5" stroke-dasharray="1.2 2.7"/>',
  vilkar: '<circle cx="10" cy="10" r="7.5"/><path d="M10 2.5v15M10 6.2l5.6-.6M10 10h7.3M10 13.8l5.6.6"/>',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** Every drawing once, at the top of a page. */
export const SPRITE = raw(
  `<svg class="sprite" width="0" height="0" aria-hidden="true"><defs>${Object.entries(DRAWINGS)
    .map(([name, drawing]) => `<symbol id="i-${name}" viewBox="0 0 20 20">${drawing}</symbol>`)
    .join('')}</defs></svg>`,
);

/** The drawing, in its own colour or in that of the words beside it. */
export function icon(name: IconName, color?: 'success' | 'warning' | 'danger' | 'info' | 'accent' | 'neutral') {
  return raw(
    `<svg class="i"${color === undefined ? '' : ` data-color="${color}"`} aria-hidden="true"><use href="#i-${name}"/></svg>`,
  );
}
