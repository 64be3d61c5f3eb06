/** A tag of an XML text. `name` keeps its prefix; `attributes` is what stands behind it. */
export interface XmlTag {
  name: string;
  attributes: string;
  opens: boolean;
  closes: boolean;
}

/**
 * The tags of well-formed XML and the text between them in order, entities as they are written. One pass: enough to take
 * the words out of an office file, and nothing in it can call for another file.
 */
export function* xmlTokens(xml: string): Generator<XmlTag | string> {
  for (let at = 0; at < xml.length; ) {
    const start = xml.indexOf('<', at);
    if (start !== at) yield xml.slice(at, start === -1 ? xml.length : start);
    if (start === -1) return;
    if (xml.startsWith('<![CDATA[', start)) {
      const end = endOf(xml, ']]>', start);
      yield escaped(xml.slice(start + 9, end - 3));
      at = end;
    } else if (xml.startsWith('<!--', start)) at = endOf(xml, '-->', start);
    else if (xml[start + 1] === '?' || xml[start + 1] === '!') at = endOf(xml, '>', start);
    else {
      at = endOfTag(xml, start + 1);
      yield tagOf(xml.slice(start + 1, at - 1));
    }
  }
}

/** The value of an attribute as it is written, or null. */
export function attribute({ attributes }: XmlTag, name: string): string | null {
  const at = attributes.indexOf(` ${name}="`);
  if (at === -1) return null;
  const start = at + name.length + 3;
  const end = attributes.indexOf('"', start);
  return end === -1 ? null : attributes.slice(start, end);
}

function tagOf(inner: string): XmlTag {
  const closes = inner.startsWith('/');
  const empty = inner.endsWith('/');
  const written = inner.slice(closes ? 1 : 0, empty ? -1 : undefined);
  const blank = written.search(/\s/);
  const name = blank === -1 ? written : written.slice(0, blank);
  const attributes = blank === -1 ? '' : written.slice(blank).replace(/\s/g, ' ');
  return { name, attributes, opens: !closes, closes: closes || empty };
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  return end === -1 ? xml.length : end + mark.length;
}

/** Behind the «>» that ends the tag: one in a quoted value does not. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let at = from; at < xml.length; at++) {
    const sign = xml[at]!;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at + 1;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return xml.length + 1;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
