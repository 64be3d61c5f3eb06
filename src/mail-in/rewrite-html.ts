import { textOfEntities } from './lean-entities.ts';

/** An HTML text with new words: what stands between tags, and what stands in them (links, titles). Untouched text stays as it was. */
export function rewrittenHtml(html: string, text: (text: string) => string): string {
  let result = '';
  let kept = 0;
  for (const tag of html.matchAll(/<[^<>]{0,20000}>/g)) {
    result += between(html.slice(kept, tag.index), text) + within(tag[0], text);
    kept = tag.index + tag[0].length;
  }
  return result + between(html.slice(kept), text);
}

function between(piece: string, text: (text: string) => string): string {
  // A name may be broken over two lines of the source.
  const plain = (textOfEntities(piece) ?? piece).replace(/[ \t]*\r?\n[ \t]*/g, ' ');
  const now = text(plain);
  if (now === plain) return piece;
  return now.replace(/[&<>]/g, sign => ENTITIES[sign]!).replaceAll('\u00a0', '&nbsp;');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Pictures of the mail itself are found by their id. */
function within(tag: string, text: (text: string) => string): string {
  return /\bcid:|xmlns|^<!/.test(tag) ? tag : text(tag);
}
