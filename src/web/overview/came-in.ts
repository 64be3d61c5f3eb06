import { html } from 'hono/html';
import { standingsNow } from '../../jobs/kept-standings.ts';
import { type CameIn, cameInBetween } from '../../register/came-in.ts';
import { campaignById } from '../../register/campaigns.ts';
import { caseById } from '../../register/cases.ts';
import type { Instant } from '../../rules/calendar/iso-date.ts';
import { addSeconds, osloDate } from '../../rules/calendar/oslo-time.ts';
import type { Answer } from '../../rules/standing/journal-entry.ts';
import { conclusionWords } from '../../rules/standing/standing-words.ts';
import { type IconName, icon } from '../frame/icons.ts';
import type { TagColor } from '../frame/standing-tag.ts';
import { tableDay } from '../frame/written-moment.ts';
import type { WebWorld } from '../web-world.ts';

const WEEK = 7 * 24 * 3600;
const MOST = 25;

/** «Kom inn siste uke»: each with the sentence that the robot read. Empty when nothing came. */
export function cameInTable({ register }: WebWorld, now: Instant) {
  const rows = cameInBetween(register, addSeconds(now, -WEEK), now, MOST);
  if (rows.length === 0) return '';
  return html`<section aria-labelledby="nytt"><h2 class="ds-heading" data-size="xs" id="nytt">Kom inn siste uke</h2>
<table class="ds-table cards"><thead><tr><th scope="col">Dato</th><th scope="col">Kommune</th><th scope="col">Svar</th><th scope="col">Setningen roboten leste</th></tr></thead>
<tbody>${rows.map(row => shown(register, row))}</tbody></table></section>`;
}

function shown(register: WebWorld['register'], row: CameIn) {
  const one = caseById(register, row.caseId)!;
  const municipality = standingsNow(register, one.campaignId).find(other => other.one.id === one.id)!.municipality;
  const campaign = campaignById(register, one.campaignId)!;
  const answer = (row.data.answer ?? row.data.suggestion ?? null) as Answer | null;
  const tag = tagOf(row, answer);
  const evidence = answer?.evidence.find(each => each.field === 'conclusion')?.text ?? answer?.evidence[0]?.text ?? '';
  const href = `/henvendelser/${one.campaignId}/kommuner/${municipality.number}`;
  return html`<tr><td class="num">${tableDay(osloDate(row.at))}</td><th scope="row"><a class="ds-link" href="${href}">${municipality.name}</a></th>
<td data-l="Svar"><span class="ds-tag" data-color="${tag.color}">${icon(tag.icon)}${tag.words}</span></td>
<td data-l="Setning">${evidence === '' ? html`<span class="soft">–</span>` : `«${evidence}»`} <span class="small">${campaign.title}</span></td></tr>`;
}

const TAGS: Record<string, { color: TagColor; icon: IconName }> = {
  joined: { color: 'success', icon: 'ja' },
  declined: { color: 'neutral', icon: 'nei' },
  conditional: { color: 'warning', icon: 'vilkar' },
  deferred: { color: 'info', icon: 'dato' },
  question: { color: 'warning', icon: 'sporsmal' },
};

function tagOf(row: CameIn, answer: Answer | null): { color: TagColor; icon: IconName; words: string } {
  if (row.event === 'review-raised' || answer === null)
    return { color: 'warning', icon: 'uklart', words: 'Til avklaring' };
  if (answer.stage === 'recommended')
    return { color: 'info', icon: 'innst', words: `Innstilling: ${conclusionWords(answer.conclusion)}` };
  const words = conclusionWords(answer.conclusion);
  return {
    ...(TAGS[answer.conclusion] ?? { color: 'warning', icon: 'uklart' }),
    words: `${words[0]!.toUpperCase()}${words.slice(1)}`,
  };
}
