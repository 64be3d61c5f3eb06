/** As Outlook writes it in plain text. The reader of text knows it in any language of the mail program. */
const TITLE = '<div>-----Opprinnelig melding-----</div>';

/** Names of elements that hold an earlier mail, its header block, or the line that says who wrote it. */
const MAY_HOLD = /divRplyFwdMsg|yahoo_quoted|border-top|gmail_attr|moz-cite-prefix/i;

const ELEMENT = /<div\b[^<>]{0,800}>/gi;

/** Outlook on the web, Yahoo. */
const HISTORY = /\b(?:id="?(?:x_)*divRplyFwdMsg\b|class="?[^">]{0,80}\byahoo_quoted\b)/i;

/** Outlook draws a line above the header block, whose first label is bold. */
const LINE_ABOVE = /\bborder-top(?:-[a-z]{1,10})?\s?:(?!\s*(?:none|0))/i;
const BOLD_LABEL =
  /^(?:\s|&nbsp;|<(?:div|p|span|font)\b[^<>]{0,300}>){0,8}<(?:b|strong|span\s[^<>]{0,200}font-weight:\s?(?:bold|[67]00)[^<>]{0,100})>(?:\s|<span\b[^<>]{0,200}>){0,3}[^<>:]{2,40}:/i;

/** Gmail, Thunderbird: «Den … skrev Eva:» above the quoted element. */
const ATTRIBUTION = /\bclass="?[^">]{0,80}\b(?:gmail_attr|moz-cite-prefix)\b/i;

/** Marks where an earlier mail begins, by what mail programs name or draw there, whatever language they write. */
export function withHistoryMarked(html: string): string {
  if (!MAY_HOLD.test(html)) return html;
  let marked = '';
  let from = 0;
  for (const { index, 0: tag } of html.matchAll(ELEMENT)) {
    const behind = index + tag.length;
    if (index < from) continue;
    if (HISTORY.test(tag) || (LINE_ABOVE.test(tag) && BOLD_LABEL.test(html.slice(behind, behind + 1500)))) {
      marked += html.slice(from, index) + TITLE;
      from = index;
    } else if (ATTRIBUTION.test(tag)) {
      const end = endOfAttribution(html, behind);
      if (end === -1) continue;
      // Part of the quotation below it, and marked like that.
      marked += `${html.slice(from, index)}<blockquote>${html.slice(behind, end)}</blockquote>`;
      from = end + CLOSING.length;
    }
  }
  return marked + html.slice(from);
}

const CLOSING = '</div>';

/** Where the line's element is closed; -1 when no quotation follows: the header block of a forwarded mail stands there too. */
function endOfAttribution(html: string, behind: number): number {
  const inner = html.slice(behind, behind + 3000);
  const end = inner.toLowerCase().indexOf(CLOSING);
  if (end === -1 || /<(?:div|blockquote)\b/i.test(inner.slice(0, end))) return -1;
  return /^(?:\s|<br\s?\/?>){0,5}<blockquote\b/i.test(inner.slice(end + CLOSING.length)) ? behind + end : -1;
}
