import type { Instant } from '../rules/calendar/iso-date.ts';
import { osloClock } from '../rules/calendar/oslo-time.ts';
import { escapeHtml } from './fill-template.ts';
import { wrapText } from './wrap-text.ts';

/**
 * The words of a sign-in link's mail. The link stands alone on its line and whole, also where a mail reader shows no links.
 * @param link an address of our own pages
 */
export function signInLetter(link: string, worksUntil: Instant): { subject: string; text: string; html: string } {
  const subject = 'Logg inn i Purrebot';
  const until = osloClock(worksUntil).replace(':', '.');
  const lead = 'Her er lenken du ba om:';
  const works = `Den virker én gang, til kl. ${until}.`;
  const unasked =
    'Ba du ikke om den, trenger du ikke gjøre noe. Ikke send den videre: den logger inn den som åpner den.';
  const text = [...wrapText(lead), '', link, '', ...wrapText(works), ...wrapText(unasked), ''].join('\n');
  const html = `<!DOCTYPE html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${subject}</title></head>
<body style="font:16px/1.5 Arial,Helvetica,sans-serif;max-width:36em;margin:24px;color:#222;background:#fff">
<p>${lead}</p>
<p><a href="${escapeHtml(link)}" style="color:#0b5394;font-weight:bold">Logg inn i Purrebot</a></p>
<p>${escapeHtml(works)} ${unasked}</p>
<p style="font-size:14px">Virker ikke lenken? Kopier denne inn i nettleseren:<br><span style="word-break:break-all">${escapeHtml(link)}</span></p>
</body></html>
`;
  return { subject, text, html };
}
