import { html } from 'hono/html';
import type { TriedCampaign } from '../../jobs/try-campaign.ts';
import { shortDate, weekdayName } from '../../rules/calendar/written-date.ts';
import type { Campaign } from '../../rules/campaign/campaign.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import { grouped, kroner } from '../../rules/letters/norwegian-number.ts';
import { rateInWords } from '../../rules/letters/share.ts';
import { icon } from '../frame/icons.ts';
import type { Html } from '../frame/page.ts';

/** What the campaign would be: who gets it, the sums, the days of reminders, the letter itself. */
export function proposal({ terms, deadlines }: Campaign, { recipients, rungs, letters }: TriedCampaign): Html {
  const total = recipients.reduce((sum, one) => sum + (one.amountNok ?? 0), 0);
  const silent = recipients.filter(one => one.addresses.length === 0).length;
  const rate = rateInWords(terms, 'per innbygger', 'per kommune');
  const figure = (words: string, value: string | number) =>
    html`<div><dt>${words}</dt><dd class="num">${value}</dd></div>`;
  return html`<section aria-label="Forslaget kort"><dl class="figs">${figure('mottakere', recipients.length)}${rate === null ? '' : figure('til sammen', kroner(total))}${silent === 0 ? '' : figure('uten adresse', silent)}</dl>
<p class="small soft">${[rate ?? 'Uten beløp', ...deadlines.map(one => `frist ${weekdayName(one)} ${shortDate(one)}`)].join(' · ')}</p></section>
<section aria-labelledby="mott"><h2 class="ds-heading" data-size="xs" id="mott">Mottakerne (${recipients.length})</h2>
<details class="ds-details" data-color="neutral"${recipients.length <= 30 ? html` open` : ''}><summary>Kommune, adresse og beløp</summary><div><table class="ds-table cards"><thead><tr><th scope="col">Kommune</th><th scope="col">Til</th><th scope="col">Målform</th><th scope="col" class="r">Innbyggere</th><th scope="col" class="r">Beløp</th></tr></thead><tbody>${recipients.map(
    one =>
      html`<tr><th scope="row">${one.municipality.name} <span class="small num">${one.municipality.number}</span></th><td data-l="Til">${one.addresses.length === 0 ? html`<span class="nb">${icon('feil', 'warning')} Ingen adresse</span>` : html`<span class="text">${one.addresses.join(', ')}</span>`}</td><td data-l="Målform">${one.municipality.writtenForm ?? 'ikke kjent'}</td><td data-l="Innbyggere" class="r num">${one.inhabitants === null ? '–' : grouped(one.inhabitants)}</td><td data-l="Beløp" class="r num">${one.amountNok === null ? '–' : kroner(one.amountNok)}</td></tr>`,
  )}</tbody></table></div></details></section>
<section aria-labelledby="plan"><h2 class="ds-heading" data-size="xs" id="plan">Påminnelser hvis ingen svarer</h2>${
    rungs.length === 0
      ? html`<p>Ingen går av seg selv. Du bestiller runder når du vil.</p>`
      : html`<table class="ds-table cards"><thead><tr><th scope="col">Dag</th><th scope="col">Hva</th><th scope="col">Frist</th><th scope="col">Går</th></tr></thead><tbody>${rungs.map(
          ({ date, rung, deadline }) =>
            html`<tr><th scope="row">${weekdayName(date)} ${shortDate(date)}</th><td data-l="Hva">${letterWords(rung.letter)}</td><td data-l="Frist" class="num">${shortDate(deadline)}</td><td data-l="Går">${rung.letter === 'phone' ? 'du ringer' : rung.approval === 'ask' ? 'når du har godkjent' : rung.approval === 'hold' ? `etter ${rung.holdHours} timer` : 'av seg selv'}</td></tr>`,
        )}</tbody></table>`
  }</section>
<section class="stack" aria-labelledby="brev"><h2 class="ds-heading" data-size="xs" id="brev">Brevet</h2>${letters.map(
    ({ name, preview }) =>
      'waits' in preview
        ? html`<div class="ds-alert" data-color="warning"><p><strong>Brevet til ${name} kan ikke skrives.</strong> ${preview.waits}</p></div>`
        : html`<details class="ds-details" data-color="neutral" open><summary>Til ${name}, på ${preview.writtenForm}</summary><div><p class="small"><strong>${preview.subject}</strong></p><p class="small soft">${preview.attachments.length === 0 ? 'Uten vedlegg' : `Vedlegg: ${preview.attachments.map(one => one.name).join(', ')}`}</p><div class="doc text">${preview.text}</div></div></details>`,
  )}</section>`;
}
