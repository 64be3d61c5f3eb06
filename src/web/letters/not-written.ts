import { html } from 'hono/html';
import { ladderToday } from '../../jobs/kept-plans.ts';
import { standingsNow } from '../../jobs/kept-standings.ts';
import { deadlineForAll } from '../../jobs/plan-reminders.ts';
import { allCampaigns } from '../../register/campaigns.ts';
import { casesOfLetter } from '../../register/outbox.ts';
import { lettersWaiting } from '../../register/outbox-waiting.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { caseHref } from '../case/case-address.ts';
import type { Html } from '../frame/page.ts';
import { answerTag, shownTag } from '../frame/standing-tag.ts';
import type { WebWorld } from '../web-world.ts';

/** Who gets no letter though the answer is missing, and why; and how many have answered. */
export function notWritten(world: WebWorld): Html {
  const { register } = world;
  const now = world.now();
  const today = osloDate(now);
  const queued = new Set(
    lettersWaiting(register).flatMap(one => casesOfLetter(register, one.id).map(row => row.caseId)),
  );
  let answered = 0;
  const rows = allCampaigns(register)
    .filter(one => one.state === 'running' && one.ladder.length > 0)
    .flatMap(campaign => {
      const plan = ladderToday(register, campaign, sendingMode(world.letters), now);
      const why = new Map(plan.spared.map(one => [one.caseId, one.because]));
      const deadline = deadlineForAll(register, campaign, today);
      return standingsNow(register, campaign.id).flatMap(({ one, municipality, standing }) => {
        if (!standing.outstanding) answered += standing.withdrawn === null ? 1 : 0;
        const because = why.get(one.id);
        if (!standing.outstanding || queued.has(one.id) || because === undefined) return [];
        const tag = answerTag(standing, today, standing.extension?.until ?? deadline);
        return [
          html`<tr><th scope="row"><a class="ds-link" href="${caseHref(campaign.id, municipality.number)}">${municipality.name}</a></th><td data-l="Svar">${shownTag(tag)}</td><td data-l="Hvorfor ikke">${because}</td></tr>`,
        ];
      });
    });
  if (rows.length === 0) return html``;
  return html`<section aria-labelledby="ikke"><h2 class="ds-heading" data-size="xs" id="ikke">Får ikke brev i dag, selv om svaret mangler (${rows.length})</h2>
<table class="ds-table cards"><thead><tr><th scope="col">Kommune</th><th scope="col">Svar</th><th scope="col">Hvorfor ikke</th></tr></thead><tbody>${rows}</tbody></table>
<p class="small soft">${answered} har svart og får ingen brev.</p></section>`;
}
