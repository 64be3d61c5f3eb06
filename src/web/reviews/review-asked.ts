import { standingsNow } from '../../jobs/kept-standings.ts';
import type { Settled } from '../../jobs/settle-review.ts';
import { allCampaigns, campaignById } from '../../register/campaigns.ts';
import { linesOfMessage, mailsBehind, openReviews } from '../../register/journal.ts';
import { messageHeader } from '../../register/messages.ts';
import type { Register } from '../../register/open-register.ts';
import { listOf } from '../../rules/letters/norwegian-list.ts';
import { givenWords } from '../../rules/standing/given-words.ts';
import type { Answer } from '../../rules/standing/journal-entry.ts';
import { journalWords } from '../../rules/standing/journal-words.ts';
import { effective } from '../../rules/standing/standing.ts';
import { caseHref } from '../case/case-address.ts';
import { dayAndClock } from '../frame/written-moment.ts';

/** A message that waits for a person, with all that she is asked. */
export interface ReviewAsked {
  messageId: number;
  /** The newest line about it: a form made before that is not used. */
  edition: number;
  title: string;
  about: string;
  reasons: string[];
  suggestion: Answer | null;
  /** The cases that the robot thinks it concerns. */
  cases: { id: number; name: string; href: string }[];
  /** All cases that it may concern: those of its campaign, or of all that run. */
  choices: { id: number; words: string }[];
  /** How many mails of the same sender wait behind it. */
  behind: number;
  words: (settled: Settled) => string;
}

export function reviewAsked(register: Register, messageId: number): ReviewAsked | null {
  const reviews = openReviews(register).filter(one => one.messageId === messageId);
  const header = messageHeader(register, messageId);
  if (reviews.length === 0 || header === null) return null;
  const campaigns = [...new Set(reviews.flatMap(one => one.campaignId ?? []))];
  const running = allCampaigns(register).filter(one => one.state === 'running');
  const asked = campaigns.length > 0 ? campaigns : running.map(one => one.id);
  const rows = asked.flatMap(id => standingsNow(register, id).map(row => ({ ...row, campaign: id })));
  const names = new Map(rows.map(row => [row.one.id, row.municipality.name]));
  const own = rows.filter(row => reviews.some(one => one.caseId === row.one.id));
  const titles = asked.map(id => campaignById(register, id)?.title ?? id);
  const who = own.length === 0 ? 'Ukjent kommune' : listOf(own.map(row => row.municipality.name));
  const suggestion = (reviews.at(-1)?.data.suggestion as Answer | null | undefined) ?? null;
  return {
    messageId,
    edition: Math.max(...linesOfMessage(register, messageId).map(one => one.entry.id)),
    title: who,
    about: `${campaigns.length === 0 ? 'Ukjent henvendelse' : titles.join(' · ')} · kom ${dayAndClock(header.arrivedAt)} · fra ${header.from ?? 'ukjent'}`,
    reasons: [...new Set(reviews.flatMap(one => (one.data.reasons as string[] | undefined) ?? []))],
    suggestion,
    cases: own.map(row => ({
      id: row.one.id,
      name: row.municipality.name,
      href: caseHref(row.campaign, row.municipality.number),
    })),
    choices: rows.map(row => ({
      id: row.one.id,
      words:
        asked.length > 1
          ? `${row.municipality.name} (${campaignById(register, row.campaign)?.title ?? row.campaign})`
          : row.municipality.name,
    })),
    behind: mailsBehind(register, messageId).length,
    words(settled) {
      if (settled.as === 'nothing') return 'Meldingen er lagt til side. Ingen status er endret.';
      const said = settled.cases.map(
        one => `${names.get(one.caseId) ?? 'Kommunen'}: ${one.answer === null ? 'kvittering' : givenWords(one.answer)}`,
      );
      return `Registrert. ${said.join('; ')}.`;
    },
  };
}

/** Who settled a message, when and how, in one sentence; null when nobody did. */
export function whoSettled(register: Register, messageId: number): string | null {
  const lines = effective(linesOfMessage(register, messageId).map(one => one.entry));
  const settled = lines.findLast(one => one.event === 'review-settled');
  if (settled === undefined) return null;
  const said = lines.find(one => one.at === settled.at && one.event === 'answered');
  return `${settled.actor} avklarte denne ${dayAndClock(settled.at)}${said === undefined ? '' : `: ${journalWords(said)}`}.`;
}
