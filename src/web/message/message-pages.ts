import { html } from 'hono/html';
import { openMessage } from '../../jobs/open-message.ts';
import { shownHtml } from '../../jobs/shown-html.ts';
import { campaignById } from '../../register/campaigns.ts';
import { caseById } from '../../register/cases.ts';
import { casesOfMessage } from '../../register/journal.ts';
import { messageHeader, readingOf, storedMessage } from '../../register/messages.ts';
import { municipalityOnDate } from '../../register/municipalities.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { caseHref } from '../case/case-address.ts';
import { page } from '../frame/page.ts';
import { dayAndClock } from '../frame/written-moment.ts';
import { FRAMED_POLICY } from '../guard/security-headers.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { messageParts } from './message-parts.ts';

/** A mail as it came: its text and its attachments' text with the evidence marked, the original shown in a closed frame, the file. */
export function addMessagePages(app: WebApp, world: WebWorld): void {
  const { register } = world;
  app.get('/meldinger/:id{[0-9]+}', async c => {
    const id = Number(c.req.param('id'));
    const header = messageHeader(register, id);
    if (header === null || header.direction !== 'in') return c.notFound();
    const reading = readingOf(register, id);
    const message = await openMessage(register, id);
    const cases = casesOfMessage(register, id).map(caseId => {
      const one = caseById(register, caseId)!;
      const { name, number } = municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt));
      return { name, href: caseHref(one.campaignId, number), campaign: campaignById(register, one.campaignId)!.title };
    });
    const hasHtml = (await shownHtml(register, id)) !== null;
    return page(c, world, c.get('person'), {
      title: header.subject || 'Melding',
      current: null,
      main: html`<div class="head"><div><h1 class="ds-heading" data-size="md">${header.subject || 'Uten emne'}</h1>
<p class="soft">Fra <span class="text">${header.from ?? 'ukjent'}</span> · ${dayAndClock(header.arrivedAt)}${cases.map(one => html` · <a class="ds-link" href="${one.href}">${one.name}</a> (${one.campaign})`)}</p></div>
<div class="row noprint"><a class="ds-button" data-variant="secondary" href="/meldinger/${id}/fil.eml">Last ned (.eml)</a></div></div>
${messageParts(reading, message, reading?.evidence ?? [])}
${hasHtml ? html`<section aria-labelledby="slik"><h2 class="ds-heading" data-size="xs" id="slik">E-posten slik den kom</h2><p class="small soft">Uten bilder utenfra, lenker og skjema.</p><iframe class="preview" title="E-posten slik den kom" src="/meldinger/${id}/vist" sandbox></iframe></section>` : ''}`,
    });
  });
  app.get('/meldinger/:id{[0-9]+}/vist', async c => {
    const shown = await shownHtml(register, Number(c.req.param('id')));
    if (shown === null) return c.notFound();
    return c.body(
      `<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><meta name="color-scheme" content="light"><title>E-post</title></head><body style="font-family: sans-serif; background: #fff; color: #000">${shown}</body></html>`,
      200,
      { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': FRAMED_POLICY },
    );
  });
  // A file for the mail program, never shown by the browser: what a mail says of its own type is not believed.
  app.get('/meldinger/:id{[0-9]+}/fil.eml', c => {
    const id = Number(c.req.param('id'));
    const stored = storedMessage(register, id);
    if (stored === null) return c.notFound();
    return c.body(new Uint8Array(stored.bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="melding-${id}.eml"`,
      'Content-Security-Policy': 'sandbox',
    });
  });
}
