import { html } from 'hono/html';
import { previewLetter } from '../../jobs/preview-letter.ts';
import { casesOfLetter, letterById } from '../../register/outbox.ts';
import { sendingHolds } from '../../register/sending-holds.ts';
import { addDays } from '../../rules/calendar/add-days.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { writtenDate } from '../../rules/calendar/written-date.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import { mayDo } from '../../rules/people/person.ts';
import { submit } from '../frame/fields.ts';
import { icon } from '../frame/icons.ts';
import { type Html, page } from '../frame/page.ts';
import { FRAMED_POLICY } from '../guard/security-headers.ts';
import { lastRead } from '../overview/overview-page.ts';
import type { WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';
import { addLetterActs } from './letter-acts.ts';
import { type LetterRow, letterRows, listMark } from './letter-rows.ts';
import { notWritten } from './not-written.ts';

/** «Dagens brev»: everything that will go out, to whom and why, who is left out and why; approve, drop, hold, stop everything. */
export function addLetterPages(app: WebApp, world: WebWorld): void {
  addLetterActs(app, world);
  app.get('/brev', c => {
    const person = c.get('person');
    const rows = letterRows(world);
    const now = world.now();
    const mayDecide = mayDo(person.role, 'decide');
    const toApprove = rows.filter(row => row.letter.approval === 'waiting' && row.canBeStopped).length;
    return page(c, world, person, {
      title: 'Dagens brev',
      current: 'brev',
      main: html`<div class="head"><div><h1 class="ds-heading" data-size="md">Dagens brev</h1><p class="soft">${capital(writtenDate(osloDate(now)))} · ${lastRead(world)}</p></div></div>
${intro(rows, toApprove)}
${rows.length === 0 ? '' : letterForm(rows, listMark(world), toApprove, mayDecide, addDays(osloDate(now), 1))}
${notWritten(world)}
${mayDecide ? emergencyStop(world) : ''}`,
    });
  });
  app.get('/brev/:id{[0-9]+}', c => {
    const letter = letterById(world.register, Number(c.req.param('id')));
    if (letter === null) return c.notFound();
    const names = letterRows(world, [letter])[0]?.names ?? [];
    const hasLeft = letter.text !== null && letter.state !== 'planned';
    const preview = hasLeft ? null : previewLetter(world.register, letter, world.letters, world.now());
    const waits = preview !== null && 'waits' in preview ? preview.waits : null;
    const shown = preview !== null && 'subject' in preview ? preview : null;
    const text = hasLeft ? letter.text! : (shown?.text ?? '');
    const to = hasLeft
      ? (letter.envelope?.to ?? []).join(', ')
      : [...(shown?.to ?? []), ...(shown?.cc ?? [])].map(one => one.address).join(', ');
    return page(c, world, c.get('person'), {
      title: 'Brev',
      current: 'brev',
      main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/brev">Dagens brev</a> / Brev ${letter.id}</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">${capital(letterWords(letter.kind))}: ${names.length === 0 ? casesOfLetter(world.register, letter.id).length : names.join(', ')}</h1><p class="soft">${hasLeft && letter.doneAt !== null ? `Sendt ${writtenDate(osloDate(letter.doneAt))}` : 'Slik brevet blir hvis det går nå'}</p></div></div>
${waits === null ? '' : html`<div class="ds-alert" data-color="warning"><p><strong>Brevet kan ikke skrives ennå.</strong> ${waits}</p></div>`}
<div class="two"><section class="stack" aria-label="Brevet">${shown === null ? '' : html`<iframe class="preview" title="Forhåndsvisning av brevet" src="/brev/${letter.id}/vist" sandbox></iframe>`}
${text === '' ? '' : html`<details class="ds-details" data-color="neutral"${hasLeft ? html` open` : ''}><summary>Ren tekst</summary><div class="doc text">${text}</div></details>`}</section>
<aside class="box"><h2 class="ds-heading" data-size="2xs">Brevet kort</h2><dl class="kv"><dt>Emne</dt><dd>${hasLeft ? letter.subject : (shown?.subject ?? '–')}</dd><dt>Til</dt><dd class="text">${to || '–'}</dd>${
        shown === null
          ? ''
          : html`<dt>Språk</dt><dd>${shown.writtenForm}</dd><dt>Vedlegg</dt><dd>${shown.attachments.length === 0 ? 'ingen' : shown.attachments.map(one => one.name).join(', ')}</dd>`
      }${shown !== null && shown.refused.length > 0 ? html`<dt>Får ikke</dt><dd>${shown.refused.map(one => `${one.address}: ${one.why}`).join('; ')}</dd>` : ''}</dl></aside></div>`,
    });
  });
  app.get('/brev/:id{[0-9]+}/vist', c => {
    const letter = letterById(world.register, Number(c.req.param('id')));
    const preview = letter === null ? null : previewLetter(world.register, letter, world.letters, world.now());
    if (preview === null || 'waits' in preview) return c.notFound();
    return c.body(preview.html, 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': FRAMED_POLICY,
    });
  });
}

const capital = (words: string) => `${words[0]!.toUpperCase()}${words.slice(1)}`;

function intro(rows: readonly LetterRow[], toApprove: number): Html {
  if (rows.length === 0)
    return html`<div class="ds-alert" data-color="info"><p><strong>Ingen brev i utboksen.</strong></p></div>`;
  const cases = rows.reduce((all, row) => all + row.names.length, 0);
  const what = `${rows.length} brev til ${cases} ${cases === 1 ? 'kommune' : 'kommuner'}`;
  const waits = toApprove === 0 ? 'Alle er godkjent.' : `${toApprove} venter på at du godkjenner.`;
  return html`<div class="ds-alert" data-color="info"><p><strong>${what}. ${waits}</strong> Roboten sjekker en gang til like før brevene går. Kommer det et svar, går ikke brevet.</p></div>`;
}

function letterForm(
  rows: readonly LetterRow[],
  mark: string,
  toApprove: number,
  mayDecide: boolean,
  tomorrow: string,
): Html {
  return html`<form method="post" action="/brev"><input type="hidden" name="liste" value="${mark}"><section aria-labelledby="far"><h2 class="ds-heading" data-size="xs" id="far">Får brev (${rows.length})</h2>
<table class="ds-table cards"><thead><tr><th scope="col"><span class="ds-sr-only">Ta med</span></th><th scope="col">Kommune</th><th scope="col">Brev</th><th scope="col">Til</th><th scope="col">Hvorfor</th><th scope="col">Går</th><th scope="col"><span class="ds-sr-only">Valg</span></th></tr></thead>
<tbody>${rows.map(row => letterRow(row))}</tbody></table>
${
  mayDecide
    ? html`<div class="row noprint">${submit(html`${icon('sendt')}Godkjenn de valgte`, { name: 'gjor', value: 'godkjenn', look: toApprove > 0 ? 'primary' : 'secondary' })}${submit('Stopp de valgte', { name: 'gjor', value: 'stopp' })}${submit(html`${icon('pause')}Hold tilbake`, { name: 'gjor', value: 'hold' })}<div class="ds-field inline"><label class="ds-label" for="til">til</label><input class="ds-input" type="date" id="til" name="til" value="${tomorrow}"></div></div>`
    : ''
}</section></form>`;
}

function letterRow(row: LetterRow): Html {
  const { letter } = row;
  const names = row.names.join(', ') || 'ingen';
  return html`<tr><td>${row.canBeStopped ? html`<input class="ds-input" type="checkbox" name="brev" value="${letter.id}" aria-label="Ta med brevet til ${names}" checked>` : ''}</td>
<th scope="row">${row.isCollective ? html`Felles brev <span class="small">${names}</span>` : names}</th>
<td data-l="Brev">${capital(letterWords(letter.kind))} <span class="small">${row.campaign}</span></td>
<td data-l="Til">${row.roles}</td><td data-l="Hvorfor">${row.because}</td><td data-l="Går">${row.when}</td>
<td data-l="Valg"><a class="ds-link" href="/brev/${letter.id}">Vis<span class="ds-sr-only"> brevet til ${names}</span></a></td></tr>`;
}

function emergencyStop({ register }: WebWorld): Html {
  const isOn = sendingHolds(register).some(one => one.reason === 'person');
  if (isOn) return html``;
  return html`<form class="box stack noprint narrow" id="nodstopp" method="post" action="/brev/nodstopp" data-color="danger"><h2 class="ds-heading" data-size="2xs">Nødstopp</h2><p class="small">Stopper all sending fra Purrebot med en gang, i alle henvendelser. Ingenting går tapt. Du starter igjen når du vil.</p>
<p><button class="ds-button" type="submit" data-color="danger">${icon('stopp')}Stopp all sending</button></p></form>`;
}
