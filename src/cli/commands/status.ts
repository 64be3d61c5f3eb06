import type { Command } from 'commander';
import { type CampaignStatus, campaignStatus } from '../../jobs/campaign-status.ts';
import { lastTick } from '../../jobs/note-tick.ts';
import { standingAlerts } from '../../jobs/standing-alerts.ts';
import { holdsNow } from '../../jobs/watch-clock.ts';
import { allCampaigns, campaignById } from '../../register/campaigns.ts';
import { openReviews } from '../../register/journal.ts';
import { type Comparison, lastComparisons } from '../../register/mailbox-comparisons.ts';
import { mailboxPositions } from '../../register/mailbox-items.ts';
import { countMessages } from '../../register/messages.ts';
import type { Register } from '../../register/open-register.ts';
import { type Letter, lettersOf } from '../../register/outbox.ts';
import { givenUpMails } from '../../register/read-attempts.ts';
import { redDays } from '../../register/red-days.ts';
import { countSenders } from '../../register/sender-proofs.ts';
import type { Alert } from '../../rules/alerts/alert.ts';
import { addSeconds, osloDate, osloIso } from '../../rules/calendar/oslo-time.ts';
import { shortDate } from '../../rules/calendar/written-date.ts';
import { answerWords, ballWords, deliveryWords } from '../../rules/standing/standing-words.ts';
import { type Door, Explained } from '../door.ts';
import { letterLine, letterNames } from '../letter-line.ts';
import { momentFrom } from '../moment.ts';
import { withRegister } from '../open-data.ts';
import { table } from '../table.ts';

/** `purrebot status`: who has answered what, now or as of a date. */
export function addStatus(program: Command, door: Door): void {
  program
    .command('status')
    .description('viser hvem som har svart hva, nå eller på en dato')
    .argument('[henvendelse]', 'id; uten den vises alle')
    .option('--at <dato>', 'slik det var da dagen var slutt, eller på et klokkeslett')
    .option('--json', 'skriv statusen som ett JSON-dokument')
    .option('--check', 'avslutt med 3 når noe venter på deg')
    .addHelpText(
      'after',
      '\nEksempler:\n  purrebot status\n  purrebot status 2013-samhandling --at 2014-03-17T08:52\n  purrebot status --json',
    )
    .action(async (id: string | undefined, options: { at?: string; json?: boolean; check?: boolean }) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const at = options.at === undefined ? door.now() : momentFrom(options.at, '23:59:59');
        const campaigns = id === undefined ? allCampaigns(register) : [campaignById(register, id)];
        const missing = campaigns.some(one => one === null);
        if (missing)
          throw new Explained(
            `Fant ingen henvendelse «${id}». Registrert: ${
              allCampaigns(register)
                .map(one => one.id)
                .join(', ') || 'ingen'
            }.`,
            2,
          );
        const statuses = campaigns.map(one => campaignStatus(register, one!, at));
        const waiting = lettersOf(register).filter(one =>
          ['planned', 'rendered', 'retry', 'claimed', 'eod', 'uncertain'].includes(one.state),
        );
        if (options.json) door.out(JSON.stringify(asData(register, statuses, waiting, at, door.now())));
        else for (const status of statuses) door.out(`${shown(status)}\n`);
        if (!options.json) tellRest(register, waiting, campaigns.length, door);
        const needs =
          openReviews(register).length > 0 ||
          statuses.some(one => one.counts.ours > 0) ||
          waiting.some(one => one.approval === 'waiting' || one.state === 'uncertain') ||
          holdsNow(register, door.now()).length > 0 ||
          standingAlerts(register, door.now()).length > 0 ||
          workerIs(register, door) === 'silent';
        if (options.check && needs) door.finding();
      });
    });
}

function asData(register: Register, statuses: CampaignStatus[], waiting: Letter[], at: string, now: string) {
  return {
    at: osloIso(at),
    messages: countMessages(register),
    senders: countSenders(register),
    // When the worker was last alive, and each mailbox last read to its end.
    worker: lastTick(register),
    mailboxes: mailboxPositions(register).map(({ mailbox, readToEndAt }) => ({ mailbox, readToEndAt })),
    holds: holdsNow(register, now),
    redDays: redDays(register),
    // What needs a person at this moment, whatever moment the rest is of.
    alerts: standingAlerts(register, now).map(({ key, severity, title, happened, todo, began, campaigns }) => ({
      key,
      severity,
      title,
      happened,
      todo,
      since: began,
      campaigns,
    })),
    comparisons: lastComparisons(register),
    outbox: waiting.map(({ id, kind, campaignId, state, approval, mode }) => ({
      letter: id,
      municipalities: letterNames(register, id),
      kind,
      campaign: campaignId,
      state,
      approval,
      mode,
    })),
    campaigns: statuses.map(({ campaign, deadline, counts, cases }) => ({
      id: campaign.id,
      title: campaign.title,
      state: campaign.state,
      deadline,
      counts,
      cases: cases.map(({ municipality, standing, one }) => ({
        municipality: municipality.name,
        number: municipality.number,
        token: one.token,
        delivery: standing.delivery,
        answer: standing.answer,
        ball: standing.ball,
        source: standing.source,
        conclusion: standing.details?.conclusion ?? null,
        stage: standing.details?.stage ?? null,
        expectedBy: standing.details?.expectedBy ?? null,
        decidedOn: standing.details?.decidedOn ?? null,
        amountNok: standing.details?.amountNok ?? null,
        outstanding: standing.outstanding,
        withdrawn: standing.withdrawn,
        extendedTo: standing.extension?.until ?? null,
        message: standing.messageId,
        theirReferences: standing.theirReferences,
      })),
    })),
  };
}

function shown({ campaign, deadline, counts, cases }: CampaignStatus): string {
  const states = { draft: 'utkast', running: 'i gang', closed: 'avsluttet' };
  const head = `${campaign.id}  ${campaign.title}  (${states[campaign.state]}, frist ${deadline === null ? 'ikke satt' : shortDate(deadline)})`;
  const sum = `${counts.joined} slutter seg til, ${counts.declined} ikke, ${counts.outstanding} skylder svar av ${counts.cases}; ${counts.review} til avklaring, ${counts.ours} venter på oss`;
  const rows = cases.map(({ municipality, standing }) => [
    municipality.name,
    standing.withdrawn === null ? answerWords(standing) : 'tatt ut',
    ballWords(standing),
    deliveryWords(standing),
    standing.source === null ? '' : standing.source === 'robot' ? 'robot' : 'person',
  ]);
  return `${head}\n${sum}\n\n${table([['Kommune', 'Svar', 'Hos hvem', 'Levering', 'Kilde'], ...rows])}`;
}

/** A worker that was alive less than this many seconds ago is alive. */
const ALIVE = 10 * 60;

/** none: the commands alone are used here · silent: it ran once, and does so no more. */
function workerIs(register: Register, door: Door): 'none' | 'alive' | 'silent' {
  const last = lastTick(register);
  if (last === null) return 'none';
  const isNear = last >= addSeconds(door.now(), -ALIVE) && last <= addSeconds(door.now(), ALIVE);
  return isNear ? 'alive' : 'silent';
}

/** What a letter in the outbox waits for. */
function waitsFor(letter: Letter, isWorkerAlive: boolean): string {
  if (letter.state === 'uncertain')
    return 'usikkert: kan ha gått, sendes ikke på nytt. Kopien i postkassen avgjør det; uteblir den, bruk «purrebot settle-letter»';
  if (letter.approval === 'waiting') return 'venter på godkjenning («purrebot approve»)';
  const ready = isWorkerAlive ? 'klart, går av seg selv når den tid kommer' : 'klart («purrebot deliver»)';
  return letter.response === null ? ready : `klart, prøves igjen: ${letter.response}`;
}

function tellRest(register: Register, waiting: Letter[], campaigns: number, door: Door): void {
  if (campaigns === 0) door.tell('Ingen henvendelse er registrert. Start med «purrebot campaign new henvendelse.md».');
  const worker = workerIs(register, door);
  if (worker === 'silent') {
    const last = osloIso(lastTick(register)!).slice(0, 16).replace('T', ' kl. ');
    door.tell(`Purrebot («purrebot start») har ikke gått siden ${last}: postkassen følges ikke. Start det igjen.`);
  }
  for (const { because } of holdsNow(register, door.now()))
    door.tell(`INGEN BREV GÅR: ${because} Slipp det løs med «purrebot release».`);
  const today = osloDate(door.now());
  for (const { date, name, addedBy } of redDays(register).filter(one => one.date >= today))
    door.tell(
      `Egen fridag ${shortDate(date)}: ${name} (lagt inn av ${addedBy}). Frister på dagen er flyttet til neste arbeidsdag.`,
    );
  for (const one of standingAlerts(register, door.now())) if (!isSaidElsewhere(one)) door.tell(alertLine(one));
  for (const letter of waiting) {
    door.tell(`${letterLine(register, letter)}  ${waitsFor(letter, worker === 'alive')}`);
  }
  const read = mailboxPositions(register).flatMap(one => one.readToEndAt ?? []);
  const [oldest] = read.sort();
  if (oldest !== undefined) door.tell(`Postkassen sist lest ${osloIso(oldest).slice(0, 16).replace('T', ' kl. ')}.`);
  const comparisons = lastComparisons(register);
  if (comparisons.length > 0) door.tell(comparedWords(comparisons));
  const { unread } = countMessages(register);
  const inReview = new Set(openReviews(register).map(one => one.messageId));
  if (inReview.size > 0) door.tell(`${inReview.size} meldinger venter på avklaring: se «purrebot review».`);
  const deadly = givenUpMails(register).filter(id => inReview.has(id));
  if (deadly.length > 0)
    door.tell(
      `${deadly.length} av dem er satt til side ulest, siden programmet stoppet av å lese dem: ${deadly.map(id => `#${id}`).join(', ')}.`,
    );
  const { doubted } = countSenders(register);
  if (doubted > 0)
    door.tell(
      `${doubted} e-poster kom fra avsendere som ikke kunne bekreftes. De har ikke endret noen sak; «purrebot show» sier hvorfor.`,
    );
  if (unread > 0) door.tell(`${unread} e-poster er hentet, men ikke lest. Kjør «purrebot receive».`);
}

/** A hold and a mail set aside have lines of their own here, with more to them. */
function isSaidElsewhere({ key }: Alert): boolean {
  return key.startsWith('hold-') || key === 'mails-set-aside';
}

/** «VARSEL: Postkassen kan ikke leses (siden 2014-03-07 kl. 10:05). …» */
function alertLine({ title, happened, todo, began }: Alert): string {
  return `VARSEL: ${title} (siden ${osloIso(began).slice(0, 16).replace('T', ' kl. ')}). ${happened} ${todo}`;
}

/** What the last comparison of the mailbox with its server found. */
function comparedWords(comparisons: readonly Comparison[]): string {
  const sum = (count: (one: Comparison) => number) => comparisons.reduce((all, one) => all + count(one), 0);
  const [missed, gone] = [sum(one => one.missed), sum(one => one.gone)];
  const at = osloIso(comparisons.map(one => one.at).sort()[0]!)
    .slice(0, 16)
    .replace('T', ' kl. ');
  const found = missed === 0 ? 'alt er hentet' : `${missed} e-poster var ikke hentet, og er hentet nå`;
  const moved = gone === 0 ? '' : `; ${gone} er flyttet eller slettet i postkassen siden, og ligger fortsatt her`;
  return `Postkassen sammenlignet med tjeneren ${at}: ${found}${moved}.`;
}
