import { html } from 'hono/html';
import type { CampaignGlance } from '../../jobs/campaign-glance.ts';
import type { CaseNow } from '../../jobs/gather-cases.ts';
import { openReviews } from '../../register/journal.ts';
import type { Register } from '../../register/open-register.ts';
import type { Instant } from '../../rules/calendar/iso-date.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { daysUntil } from '../../rules/letters/norwegian-date.ts';
import { type IconName, icon } from '../frame/icons.ts';
import type { Html } from '../frame/page.ts';
import { tableDay } from '../frame/written-moment.ts';

interface Work {
  icon: IconName;
  color: 'warning' | 'danger' | 'info' | 'accent';
  words: string;
  href: string;
  explained: string;
  count: number;
}

/** What waits for her and what to follow: only lists that are not empty. */
export function workList(glances: readonly CampaignGlance[], register: Register, now: Instant): Html {
  const running = glances.filter(one => one.campaign.state === 'running');
  const rows = running.flatMap(one => one.cases.map(row => ({ ...row, glance: one })));
  const mine = [reviewsWaiting(register, now), questions(rows), conditions(rows), lettersToday(glances)];
  const follow = [missing(running, now), undelivered(rows), decisions(rows, now)];
  const list = (title: string, id: string, all: (Work | null)[]) => {
    const found = all.filter(one => one !== null && one.count > 0) as Work[];
    if (found.length === 0) return '';
    return html`<section aria-labelledby="${id}"><h2 class="ds-heading" data-size="xs" id="${id}">${title}</h2><ul class="work">${found.map(
      one =>
        html`<li>${icon(one.icon, one.color)}<div><a class="ds-link" href="${one.href}">${one.words}</a><p class="small soft">${one.explained}</p></div><b>${one.count}</b></li>`,
    )}</ul></section>`;
  };
  const first = list('Venter på deg', 'venter', mine);
  const second = list('Følg med', 'folg', follow);
  if (first === '' && second === '')
    return html`<div class="ds-alert" data-color="info"><p><strong>Ingenting venter på deg.</strong></p></div>`;
  return html`<div class="half">${first}${second}</div>`;
}

type Row = CaseNow & { glance: CampaignGlance };

function reviewsWaiting(register: Register, now: Instant): Work | null {
  const open = openReviews(register);
  const [oldest] = open;
  if (oldest === undefined) return null;
  const days = daysUntil(osloDate(oldest.at), osloDate(now));
  const explained = `Roboten er i tvil. Den eldste kom ${days === 0 ? 'i dag' : days === 1 ? 'i går' : `for ${days} dager siden`}.`;
  const count = new Set(open.map(one => one.messageId ?? -one.entryId)).size;
  return { icon: 'uklart', color: 'warning', words: 'Til avklaring', href: '/avklaring', explained, count };
}

function questions(rows: readonly Row[]): Work | null {
  const asked = rows.filter(one => one.standing.isOurTurn && one.standing.answer === 'question');
  const names = asked.slice(0, 3).map(one => named(one));
  const explained = `${names.join(', ')}${asked.length > 3 ? ' og flere' : ''}. De blir ikke purret før vi svarer.`;
  return {
    icon: 'sporsmal',
    color: 'warning',
    words: 'Spørsmål til oss',
    href: linkTo(asked, 'sporsmal'),
    explained,
    count: asked.length,
  };
}

function conditions(rows: readonly Row[]): Work | null {
  const open = rows.filter(one => one.standing.isOurTurn && one.standing.answer === 'conditional');
  const explained = `${open.slice(0, 3).map(named).join(', ')}. Godta forbeholdet eller ikke.`;
  return {
    icon: 'vilkar',
    color: 'warning',
    words: 'Med forbehold',
    href: linkTo(open, 'forbehold'),
    explained,
    count: open.length,
  };
}

function named({ municipality, standing }: Row): string {
  return standing.answeredAt === null
    ? municipality.name
    : `${municipality.name} siden ${tableDay(osloDate(standing.answeredAt))}`;
}

/** The page behind a count: the campaign's own table when they are all of one, else all of them. */
function linkTo(rows: readonly Row[], filter: string): string {
  const ids = new Set(rows.map(one => one.glance.campaign.id));
  const [only] = ids;
  return ids.size === 1 && only !== undefined ? `/henvendelser/${only}?vis=${filter}` : `/saker?vis=${filter}`;
}

function lettersToday(glances: readonly CampaignGlance[]): Work | null {
  const sum = (count: (one: CampaignGlance) => number) => glances.reduce((all, one) => all + count(one), 0);
  const toApprove = sum(one => one.lettersToApprove);
  const explained =
    toApprove === 0 ? 'De er godkjent og går av seg selv.' : `${toApprove} går når du har godkjent dem.`;
  return {
    icon: 'sendt',
    color: 'accent',
    words: 'Dagens brev',
    href: '/brev',
    explained,
    count: sum(one => one.lettersWaiting),
  };
}

function missing(running: readonly CampaignGlance[], now: Instant): Work | null {
  const outstanding = running.reduce((all, one) => all + one.counts.outstanding, 0);
  const late = running
    .filter(one => one.deadline !== null && one.deadline < osloDate(now))
    .reduce((all, one) => all + one.counts.outstanding, 0);
  const [only] = running;
  const href =
    running.length === 1 && only !== undefined ? `/henvendelser/${only.campaign.id}?vis=mangler` : '/saker?vis=mangler';
  return {
    icon: 'tom',
    color: 'danger',
    words: 'Mangler svar',
    href,
    explained: `${late} over fristen`,
    count: outstanding,
  };
}

function undelivered(rows: readonly Row[]): Work | null {
  const failed = rows.filter(one => one.standing.delivery === 'bounced hard' && one.standing.outstanding);
  const explained = `${failed
    .slice(0, 3)
    .map(one => one.municipality.name)
    .join(', ')}. Finn en adresse som virker.`;
  return {
    icon: 'feil',
    color: 'danger',
    words: 'Levering feilet',
    href: linkTo(failed, 'ikke-levert'),
    explained,
    count: failed.length,
  };
}

function decisions(rows: readonly Row[], now: Instant): Work | null {
  const today = osloDate(now);
  const waiting = rows.filter(
    one => ['deferred', 'recommended'].includes(one.standing.answer) && one.standing.outstanding,
  );
  const [next] = waiting
    .filter(one => (one.standing.details?.expectedBy ?? '') >= today)
    .sort((a, b) => (a.standing.details!.expectedBy! < b.standing.details!.expectedBy! ? -1 : 1));
  const explained =
    next === undefined
      ? 'Ingen har sagt når.'
      : `Neste: ${next.municipality.name} ${tableDay(next.standing.details!.expectedBy!)}`;
  return {
    icon: 'dato',
    color: 'info',
    words: 'Venter på vedtak',
    href: linkTo(waiting, 'behandles'),
    explained,
    count: waiting.length,
  };
}
