import type { CaseNow } from '../../jobs/gather-cases.ts';
import type { RegisteredCampaign } from '../../register/campaigns.ts';
import type { IsoDate } from '../../rules/calendar/iso-date.ts';
import { letterWords } from '../../rules/letters/letter-kind-words.ts';
import type { Track } from '../../rules/reminders/case-facts.ts';
import type { ReminderPlan } from '../../rules/reminders/reminder-plan.ts';
import { deliveryWords } from '../../rules/standing/standing-words.ts';
import { type AnswerTag, answerTag } from '../frame/standing-tag.ts';

/** A case as its row shows it; also what CSV and XLSX hold. */
export interface CaseRow extends CaseNow {
  href: string;
  tag: AnswerTag;
  /** Whole kroner by the terms; null when the campaign asks for no money or the figure is not known. */
  amountNok: number | null;
  /** What happens next, in a few words. `href` when it is something for her. */
  next: { words: string; href: string | null };
}

export interface RowWorld {
  campaign: RegisteredCampaign;
  cases: readonly CaseNow[];
  plan: ReminderPlan;
  /** The letters in the outbox by case: their kind. */
  queued: ReadonlyMap<number, string>;
  amounts: ReadonlyMap<number, number | null>;
  deadline: IsoDate | null;
  today: IsoDate;
  track: Track;
}

export function caseRows(world: RowWorld): CaseRow[] {
  const today = new Map(
    world.plan.letters.flatMap(letter => letter.cases.map(one => [one.caseId, letter.kind] as const)),
  );
  const phone = new Set(world.plan.phone.map(one => one.caseId));
  const spared = new Map(world.plan.spared.map(one => [one.caseId, one.because]));
  return world.cases.map(now => {
    const { one, municipality, standing } = now;
    const href = `/henvendelser/${world.campaign.id}/kommuner/${municipality.number}`;
    const deadline = standing.extension?.until ?? world.deadline;
    const say = (words: string, to: string | null = null) => ({ words, href: to });
    const next = (): CaseRow['next'] => {
      if (standing.withdrawn !== null) return say('Tatt ut');
      const review = standing.openReviews.find(id => id > 0);
      if (standing.ball === 'review')
        return say('Avklar', review === undefined ? '/avklaring' : `/avklaring/${review}`);
      if (standing.closed) return say('Ferdig');
      if (standing.isOurTurn)
        return say(standing.answer === 'conditional' ? 'Godta eller ikke' : `Svar ${municipality.name}`, href);
      const queued = world.queued.get(one.id);
      if (queued !== undefined) return say(`I utboksen: ${letterWords(queued)}`, '/brev');
      const kind = today.get(one.id);
      if (kind !== undefined) return say(`I dag: ${letterWords(kind)}`);
      if (phone.has(one.id)) return say('Ring i dag');
      // That the campaign has no ladder is said once, not in each row.
      return say(world.campaign.ladder.length === 0 ? '' : (spared.get(one.id) ?? ''));
    };
    return {
      ...now,
      href,
      tag: answerTag(standing, world.today, deadline),
      amountNok: world.amounts.get(one.id) ?? null,
      next: next(),
    };
  });
}

export const SORTS = ['kommune', 'svar', 'hos', 'levering', 'kilde', 'belop', 'neste'] as const;
export type Sort = (typeof SORTS)[number];

/** Sorted by one column, then by name. */
export function sortedRows(rows: readonly CaseRow[], by: Sort, descending: boolean): CaseRow[] {
  const order = new Intl.Collator('nb', { numeric: true });
  const key = (row: CaseRow): string => {
    switch (by) {
      case 'kommune':
        return row.municipality.name;
      case 'svar':
        return row.tag.words;
      case 'hos':
        return row.standing.closed && row.standing.ball !== 'review' ? '' : row.standing.ball;
      case 'levering':
        return deliveryWords(row.standing);
      case 'kilde':
        return row.standing.source ?? '';
      case 'belop':
        return String(row.amountNok ?? 0);
      case 'neste':
        return row.next.words;
    }
  };
  const sign = descending ? -1 : 1;
  return [...rows].sort(
    (a, b) => sign * order.compare(key(a), key(b)) || order.compare(a.municipality.name, b.municipality.name),
  );
}
