import { html } from 'hono/html';
import { campaignById } from '../../register/campaigns.ts';
import { caseById } from '../../register/cases.ts';
import { lastLinesOfPeople, type PlacedLine } from '../../register/journal.ts';
import { municipalityOnDate } from '../../register/municipalities.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { actWords } from '../../rules/standing/act-words.ts';
import { caseHref } from '../case/case-address.ts';
import type { Html } from '../frame/page.ts';
import { clock } from '../frame/written-moment.ts';

const MOST = 50;

/** What people did last, newest first; the robot's lines stand on each case. */
export function lastActs(register: Register): Html {
  const lines = lastLinesOfPeople(register, MOST);
  return html`<section aria-labelledby="gjort"><h2 class="ds-heading" data-size="xs" id="gjort">Det folk har gjort sist</h2>${
    lines.length === 0
      ? html`<p class="soft">Ingenting ennå.</p>`
      : html`<table class="ds-table cards"><thead><tr><th scope="col">Når</th><th scope="col">Hvem</th><th scope="col">Hva</th><th scope="col">Hvor</th></tr></thead><tbody>${lines.map(
          line =>
            html`<tr><td data-l="Når" class="num">${shortDate(osloDate(line.entry.at))} ${clock(line.entry.at)}</td><th scope="row">${line.entry.actor}</th><td data-l="Hva">${actWords(line.entry)}</td><td data-l="Hvor">${where(register, line)}</td></tr>`,
        )}</tbody></table>`
  }</section>`;
}

function where(register: Register, { entry, caseId, campaignId }: PlacedLine): Html {
  const one = caseId === null ? null : caseById(register, caseId);
  if (one !== null) {
    const { number, name } = municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt));
    return html`<a class="ds-link" href="${caseHref(one.campaignId, number)}">${name}</a>`;
  }
  if (entry.letterId !== null)
    return html`<a class="ds-link" href="/brev/${entry.letterId}">Brev ${entry.letterId}</a>`;
  const campaign = campaignId === null ? null : campaignById(register, campaignId);
  return campaign === null
    ? html`<span class="soft">–</span>`
    : html`<a class="ds-link" href="/henvendelser/${campaign.id}">${campaign.title}</a>`;
}
