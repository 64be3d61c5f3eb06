import PostalMime from 'postal-mime';
import sanitizeHtml from 'sanitize-html';
import { MAX_HEADER_BYTES } from './mail-limits.ts';
import { hasTooManyParts } from './mail-shape.ts';

/** Bytes of a mail whose HTML is shown at all: beyond it the plain text has to do. */
const MAX_SHOWN = 2_000_000;

/**
 * The mail's HTML as its sender wrote it, less all that could act or ask for something: scripts, forms, frames, remote
 * pictures, links, styles that reach outside. For a sandboxed frame with its own policy. Null when it has none, or is too
 * large or too odd to be taken apart for show.
 */
export async function sanitisedHtml(raw: Uint8Array): Promise<string | null> {
  if (raw.byteLength > MAX_SHOWN || hasTooManyParts(raw)) return null;
  try {
    const { html } = await PostalMime.parse(raw, { maxNestingDepth: 20, maxHeadersSize: MAX_HEADER_BYTES });
    return html === undefined || html.trim() === '' ? null : clean(html);
  } catch {
    // A mail that the parser refuses is shown as the text that the reader found.
    return null;
  }
}

const COLOUR = [/^#[0-9a-f]{3,8}$/i, /^rgb\([\d\s,.%]+\)$/i, /^[a-z]{3,20}$/i];
const LENGTH = [/^[\d.]{1,6}(?:px|pt|em|rem|%)?$/];

export function clean(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...[
        'p',
        'div',
        'span',
        'br',
        'hr',
        'b',
        'strong',
        'i',
        'em',
        'u',
        's',
        'del',
        'ins',
        'sub',
        'sup',
        'small',
        'blockquote',
        'pre',
        'code',
      ],
      ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'center', 'font', 'a'],
      ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption', 'img'],
    ],
    // A link shows its words alone: a click from the adviser's screen tells its sender that she reads it.
    allowedAttributes: {
      '*': ['style', 'dir', 'lang', 'align', 'valign'],
      font: ['color', 'size'],
      td: ['colspan', 'rowspan', 'width', 'bgcolor'],
      th: ['colspan', 'rowspan', 'width', 'bgcolor'],
      table: ['width', 'border', 'cellpadding', 'cellspacing', 'bgcolor'],
      img: ['src', 'alt', 'width', 'height'],
      ol: ['start', 'type'],
    },
    allowedSchemes: [],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    allowedStyles: {
      '*': {
        color: COLOUR,
        'background-color': COLOUR,
        'font-weight': [/^(?:bold|normal|\d{3})$/],
        'font-style': [/^(?:italic|normal)$/],
        'text-decoration': [/^(?:underline|line-through|none)$/],
        'text-align': [/^(?:left|right|center|justify)$/],
        'font-size': LENGTH,
        'margin-left': LENGTH,
        'padding-left': LENGTH,
      },
    },
    disallowedTagsMode: 'discard',
    nestingLimit: 100,
  });
}
