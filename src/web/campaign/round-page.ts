import { html } from 'hono/html';
import { orderRound, whyNoRound, withoutCases } from '../../jobs/order-round.ts';
import { planOfRound } from '../../jobs/plan-reminders.ts';
import { campaignById, type RegisteredCampaign } from '../../register/campaigns.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import type { Round, RungLetter } from '../../rules/campaign/campaign.ts';
import { usualRoles } from '../../rules/campaign/read-ladder.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import type { ReminderPlan } from '../../rules/reminders/reminder-plan.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { dayOf, type Form, textOf } from '../case/answer-fields.ts';
import { dateField, selectField, submit } from '../frame/fields.ts';
import { leaveNotice } from '../frame/notice.ts';
import { type Html, page } from '../frame/page.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';

const LETTERS: readonly RungLetter[] = ['friendly', 'near', 'missing', 'last'];

/** A reminder that a person orders to all that are missing. The plan is shown first, with whom the rules would have spared. */
export function addRoundPage(app: WebApp, world: WebWorld): void {
  const roundIn = (asked: Form): Round => {
    const letter = LETTERS.find(one => one === textOf(asked, 'brev')) ?? 'missing';
    return {
      at: world.now(),
      letter,
      collective: textOf(asked, 'felles') === 'ja',
      roles: usualRoles(letter),
      newDeadline: dayOf(asked, 'frist'),
    };
  };
  app.get('/henvendelser/:id/runde', needs(world, 'decide'), c => {
    const campaign = campaignById(world.register, c.req.param('id'));
    if (campaign === null) return c.notFound();
    const asked = c.req.query();
    const round = roundIn(asked);
    const refused = whyNoRound(world.register, campaign, round, osloDate(world.now()));
    const plan =
      refused === null ? planOfRound(world.register, campaign, round, sendingMode(world.letters), world.now()) : null;
    return page(c, world, c.get('person'), {
      title: 'Bestill runde',
      current: 'oversikt',
      main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/">Oversikt</a> / <a class="ds-link" href="/henvendelser/${campaign.id}">${campaign.title}</a> / Bestill runde</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">Bestill runde</h1><p class="soft">Ett brev til alle som mangler, eller til dem du velger</p></div></div>
<form class="filters" method="get" action="/henvendelser/${campaign.id}/runde">${selectField(
        'brev',
        'Brev',
        LETTERS.map(value => ({ value, words: letterWords(value) })),
        round.letter,
      )}${selectField(
        'felles',
        'Form',
        [
          { value: 'nei', words: 'Ett brev til hver' },
          { value: 'ja', words: 'Ett felles brev' },
        ],
        round.collective ? 'ja' : 'nei',
      )}${dateField('frist', 'Ny frist', round.newDeadline ?? '')}${submit('Vis planen')}</form>
${refused === null ? '' : html`<div class="ds-alert" data-color="warning"><p>${refused}</p></div>`}
${plan === null ? '' : planForm(campaign, round, plan)}`,
    });
  });
  app.post('/henvendelser/:id/runde', needs(world, 'decide'), async c => {
    const campaign = campaignById(world.register, c.req.param('id'));
    if (campaign === null) return c.notFound();
    const person = c.get('person');
    const form = await c.req.parseBody({ all: true });
    const round = roundIn(form);
    const now = world.now();
    const mode = sendingMode(world.letters);
    const plan = planOfRound(world.register, campaign, round, mode, now);
    const planned = plan.letters.flatMap(letter => letter.cases.map(one => one.caseId));
    const seen = new Set(textOf(form, 'vist').split(',').map(Number));
    const chosen = new Set([form.med ?? []].flat().map(Number));
    // Somebody answered, or was taken in, since the plan was shown: whom she did not see is not written to.
    const except = planned.filter(id => !chosen.has(id) || !seen.has(id));
    const answered = [...chosen].filter(id => !planned.includes(id)).length;
    if (withoutCases(plan, except).letters.length === 0) {
      leaveNotice(world, person, { color: 'warning', words: 'Ingen kommuner er valgt. Ingenting er bestilt.' });
      return c.redirect(`/henvendelser/${campaign.id}/runde`, 303);
    }
    const ordered = orderRound(world.register, campaign, round, { by: person.actsAs, mode, now, except });
    if ('refused' in ordered) {
      leaveNotice(world, person, { color: 'warning', words: ordered.refused });
      return c.redirect(`/henvendelser/${campaign.id}/runde`, 303);
    }
    const gone = answered === 0 ? '' : ` ${answered} av dem du valgte, har svart siden, og får ikke brev.`;
    leaveNotice(world, person, {
      color: 'success',
      words: `${ordered.letters.length} brev er bestilt og ligger i utboksen.${gone}`,
    });
    world.nudge();
    return c.redirect('/brev', 303);
  });
}

function planForm(campaign: RegisteredCampaign, round: Round, plan: ReminderPlan): Html {
  const cases = plan.letters.flatMap(letter => letter.cases);
  if (cases.length === 0) return html`<p>Ingen skylder svar. Det er ingen å skrive til.</p>`;
  const rows = cases.map(
    one =>
      html`<tr><td><input class="ds-input" type="checkbox" name="med" value="${one.caseId}" aria-label="Ta med ${one.name}"${one.wouldSpare === null ? html` checked` : ''}></td><th scope="row">${one.name}</th><td data-l="Hvorfor">${one.because}</td><td data-l="Reglene">${one.wouldSpare === null ? html`<span class="soft">–</span>` : html`ville spart: ${one.wouldSpare}`}</td></tr>`,
  );
  return html`<form method="post" action="/henvendelser/${campaign.id}/runde"><input type="hidden" name="brev" value="${round.letter}"><input type="hidden" name="felles" value="${round.collective ? 'ja' : 'nei'}"><input type="hidden" name="frist" value="${round.newDeadline ?? ''}"><input type="hidden" name="vist" value="${cases.map(one => one.caseId).join(',')}">
<section aria-labelledby="far"><h2 class="ds-heading" data-size="xs" id="far">Skylder svar (${cases.length})</h2><p class="small soft">De som reglene ville spart, er ikke krysset av. Du kan ta dem med.</p>
<table class="ds-table cards"><thead><tr><th scope="col"><span class="ds-sr-only">Ta med</span></th><th scope="col">Kommune</th><th scope="col">Hvorfor</th><th scope="col">Reglene</th></tr></thead><tbody>${rows}</tbody></table>
<div class="row noprint">${submit('Bestill runden', { look: 'primary' })}</div><p class="small soft">Brevene er godkjent av deg når du bestiller, og går fra utboksen etter en siste sjekk av postkassa.</p></section></form>`;
}
