import { html } from 'hono/html';
import type { CampaignGlance } from '../../jobs/campaign-glance.ts';
import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import { workingDaysBetween } from '../../rules/calendar/working-days.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import { icon } from '../frame/icons.ts';
import type { Html } from '../frame/page.ts';
import { shareBar } from '../frame/share-bar.ts';
import { tableDay } from '../frame/written-moment.ts';

/** A row a campaign. */
export function campaignTable(glances: readonly CampaignGlance[], today: IsoDate): Html {
  return html`<section aria-labelledby="henv"><h2 class="ds-heading" data-size="xs" id="henv">Henvendelser</h2>
<table class="ds-table cards">
<thead><tr><th scope="col">Henvendelse</th><th scope="col">Tilstand</th><th scope="col">Svar</th><th scope="col" class="r">Mangler</th><th scope="col">Frist</th><th scope="col">Neste brev</th><th scope="col">Venter på deg</th></tr></thead>
<tbody>${glances.map(one => row(one, today))}</tbody></table></section>`;
}

const STATES = {
  draft: { color: 'neutral', icon: 'dato', words: 'Planlagt' },
  running: { color: 'info', icon: 'sendt', words: 'Pågår' },
  closed: { color: 'success', icon: 'ja', words: 'Ferdig' },
} as const;

function row(glance: CampaignGlance, today: IsoDate): Html {
  const { campaign, counts, deadline } = glance;
  const state = STATES[campaign.state];
  const href = `/henvendelser/${campaign.id}`;
  const total = counts.cases - counts.withdrawn;
  const next = nextLetter(glance, today);
  const waits = waitsForHer(glance);
  return html`<tr><th scope="row"><a class="ds-link" href="${href}">${campaign.title}</a> <span class="small num">${campaign.reference}</span></th>
<td data-l="Tilstand"><span class="ds-tag" data-color="${state.color}">${icon(state.icon)}${state.words}</span></td>
<td data-l="Svar"><span class="num">${total - counts.outstanding} av ${total}</span> ${shareBar(glance.cases.map(one => one.standing))}</td>
<td data-l="Mangler" class="r num">${counts.outstanding === 0 ? '0' : html`<a class="ds-link" href="${href}?vis=mangler">${counts.outstanding}</a>`}</td>
<td data-l="Frist"${deadline === null ? html` class="none"` : ''}>${deadline === null ? dash : html`<span class="num">${tableDay(deadline)}</span> <span class="small">${distance(today, deadline)}</span>`}</td>
<td data-l="Neste brev"${next === null ? html` class="none"` : ''}>${next ?? dash}</td>
<td data-l="Venter på deg"${waits === '' ? html` class="none"` : ''}>${waits === '' ? dash : waits}</td></tr>`;
}

const dash = html`<span class="soft">–</span>`;

/** «6 virkedager siden», «om 9 virkedager», «i dag» */
export function distance(today: IsoDate, date: IsoDate): string {
  if (date === today) return 'i dag';
  const days = Math.abs(workingDaysBetween(today, date));
  const count = days === 1 ? '1 virkedag' : `${days} virkedager`;
  return date > today ? `om ${count}` : `${count} siden`;
}

function nextLetter({ campaign, plan, lettersWaiting }: CampaignGlance, today: IsoDate): Html | null {
  if (campaign.state !== 'running') return null;
  if (lettersWaiting > 0) return html`I utboksen <span class="small">${lettersWaiting} brev</span>`;
  if (plan.letters.length > 0) {
    const kinds = new Map<string, number>();
    for (const letter of plan.letters) kinds.set(letter.kind, (kinds.get(letter.kind) ?? 0) + letter.cases.length);
    return html`I dag <span class="small">${[...kinds].map(([kind, count]) => `${letterWords(kind)} (${count})`).join(', ')}</span>`;
  }
  const round = campaign.rounds.find(one => one.orderedBy === null && one.at.slice(0, 10) >= today);
  if (plan.next !== null)
    return html`<span class="num">${tableDay(plan.next.date)}</span> <span class="small">${letterWords(plan.next.letter)} (${plan.next.cases.length})</span>`;
  return round === undefined
    ? null
    : html`<span class="num">${tableDay(round.at.slice(0, 10))}</span> <span class="small">runde: ${letterWords(round.letter)}</span>`;
}

function waitsForHer({ reviews, counts, lettersToApprove }: CampaignGlance): string {
  const parts = [
    reviews === 0 ? '' : reviews === 1 ? '1 avklaring' : `${reviews} avklaringer`,
    counts.ours === 0 ? '' : `${counts.ours} venter på svar fra oss`,
    lettersToApprove === 0 ? '' : `${lettersToApprove} brev`,
  ];
  return parts.filter(one => one !== '').join(', ');
}
