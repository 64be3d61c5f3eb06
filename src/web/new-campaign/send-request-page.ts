import { html } from 'hono/html';
import { contactsWrittenTo } from '../../jobs/letter-recipients.ts';
import { queueRequest, requestsOwed } from '../../jobs/request-letters.ts';
import { campaignById, type RegisteredCampaign } from '../../register/campaigns.ts';
import { caseById } from '../../register/cases.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { maySendAt } from '../../rules/calendar/sending-window.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import type { ReminderPlan } from '../../rules/reminders/reminder-plan.ts';
import { sendingMode } from '../../rules/sending/sending-mode.ts';
import { textOf } from '../case/answer-fields.ts';
import { submit } from '../frame/fields.ts';
import { icon } from '../frame/icons.ts';
import { leaveNotice } from '../frame/notice.ts';
import { type Html, page } from '../frame/page.ts';
import { needs, type WebApp } from '../web-app.ts';
import type { WebWorld } from '../web-world.ts';

const MODES = {
  dry: 'Prøvemodus: brevene skrives til filer, og ingen e-post går ut.',
  redirected: 'Prøvemodus: brevene går til prøveadressen, ikke til kommunene.',
  live: 'Brevene går til kommunene.',
} as const;

/** The request of a registered campaign: to whom it would go, then, with a click, into the outbox. */
export function addSendRequestPage(app: WebApp, world: WebWorld): void {
  const planned = (id: string) => {
    const campaign = campaignById(world.register, id);
    if (campaign === null) return null;
    const mode = sendingMode(world.letters);
    const empty = { today: osloDate(world.now()), letters: [], spared: [], phone: [], next: null };
    const plan =
      campaign.state === 'running'
        ? requestsOwed(world.register, campaign, mode, world.now())
        : (empty as ReminderPlan);
    return { campaign, mode, plan };
  };
  app.get('/henvendelser/:id/send', needs(world, 'decide'), c => {
    const found = planned(c.req.param('id'));
    if (found === null) return c.notFound();
    const { campaign, mode, plan } = found;
    const window = maySendAt(world.now());
    return page(c, world, c.get('person'), {
      title: 'Send henvendelsen',
      current: 'oversikt',
      main: html`<nav class="crumb small" aria-label="Brødsmuler"><a class="ds-link" href="/">Oversikt</a> / <a class="ds-link" href="/henvendelser/${campaign.id}">${campaign.title}</a> / Send henvendelsen</nav>
<div class="head"><div><h1 class="ds-heading" data-size="md">Send henvendelsen</h1><p class="soft">${campaign.title}</p></div></div>
${
  plan.letters.length === 0
    ? html`<p>${campaign.state === 'running' ? 'Alle har fått henvendelsen, eller den ligger i utboksen.' : 'Henvendelsen er avsluttet.'} Det er ingenting å sende. <a class="ds-link" href="/henvendelser/${campaign.id}">Til henvendelsen</a></p>`
    : html`<div class="ds-alert" data-color="info"><p><strong>${plan.letters.length} brev. ${MODES[mode]}</strong> ${window.may ? 'De går fra utboksen etter en siste sjekk av postkassa.' : `De legges i utboksen nå. ${window.reason}`}</p></div>
${planTable(world, plan)}
<form class="row noprint" method="post" action="/henvendelser/${campaign.id}/send"><input type="hidden" name="vist" value="${shownCases(plan)}">${submit(html`${icon('sendt')}Send til ${plan.letters.length} ${plan.letters.length === 1 ? 'kommune' : 'kommuner'}`, { look: 'primary' })}<a class="ds-link" href="/henvendelser/${campaign.id}">Ikke nå</a></form>`
}`,
    });
  });
  app.post('/henvendelser/:id/send', needs(world, 'decide'), async c => {
    const person = c.get('person');
    const found = planned(c.req.param('id'));
    if (found === null) return c.notFound();
    const { campaign, mode, plan } = found;
    const seen = textOf(await c.req.parseBody(), 'vist');
    if (plan.letters.length === 0) {
      leaveNotice(world, person, {
        color: 'info',
        words: 'Alle har fått henvendelsen, eller den ligger i utboksen. Ingen nye brev.',
      });
      return c.redirect(`/henvendelser/${campaign.id}`, 303);
    }
    // Somebody was taken in or out since the list was shown: whom she did not see is not written to.
    if (seen !== shownCases(plan)) {
      leaveNotice(world, person, {
        color: 'warning',
        words: 'Listen er endret siden du så den. Ingenting er sendt. Se over den på nytt.',
      });
      return c.redirect(`/henvendelser/${campaign.id}/send`, 303);
    }
    const { letters } = queueRequest(world.register, campaign, { by: person.actsAs, mode, now: world.now() });
    leaveNotice(world, person, { color: 'success', words: `${letters.length} brev ligger i utboksen.` });
    world.nudge();
    return c.redirect('/brev', 303);
  });
}

function shownCases(plan: ReminderPlan): string {
  return plan.letters.flatMap(letter => letter.cases.map(one => one.caseId)).join(',');
}

function planTable({ register, now }: WebWorld, plan: ReminderPlan): Html {
  const today = osloDate(now());
  const rows = plan.letters.flatMap(letter =>
    letter.cases.map(one => {
      const { municipalityId } = caseById(register, one.caseId)!;
      const to = contactsWrittenTo(register, municipalityId, letter.roles, today).map(contact => contact.address);
      return html`<tr><th scope="row">${one.name}</th><td data-l="Til">${to.length === 0 ? html`<span class="nb">${icon('feil', 'warning')} Ingen adresse: brevet venter til den er satt</span>` : html`<span class="text">${to.join(', ')}</span>`}</td><td data-l="Frist" class="num">${letter.deadline === null ? '–' : shortDate(letter.deadline)}</td></tr>`;
    }),
  );
  return html`<section aria-labelledby="far"><h2 class="ds-heading" data-size="xs" id="far">Får brev (${rows.length})</h2><table class="ds-table cards"><thead><tr><th scope="col">Kommune</th><th scope="col">Til</th><th scope="col">Frist</th></tr></thead><tbody>${rows}</tbody></table></section>`;
}

/** The way there, on the campaign's page, while somebody has not had the request. */
export function sendRequestLink(campaign: RegisteredCampaign, unsent: number): Html {
  return html`<a class="ds-button" href="/henvendelser/${campaign.id}/send">${icon('sendt')}Send henvendelsen (${unsent})</a>`;
}
