import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, dropCase, type Letter, letterById, moveLetter } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { markSent } from './settle-delivery.ts';

/** sent: it counts as sent · again: the same mail goes once more · not-sent: it did not go, and shall not. */
export type UncertainAs = 'sent' | 'again' | 'not-sent';

export interface UncertainSettlement {
  as: UncertainAs;
  by: string;
  /** How she knows. */
  because: string;
  at: Instant;
}

/**
 * A person decides about a letter of which no copy came: the machine never sends it again by itself (reliability.md §4.3).
 * @returns the letter as it stands now, or why not (Norwegian)
 */
export function settleUncertain(
  register: Register,
  letterId: number,
  { as, by, because, at }: UncertainSettlement,
): { letter: Letter } | { refused: string } {
  const settle = register.transaction((): { letter: Letter } | { refused: string } => {
    const letter = letterById(register, letterId);
    if (letter === null) return { refused: `Fant ikke noe brev ${letterId}.` };
    if (letter.state !== 'uncertain') return { refused: `Brev ${letterId} er ikke usikkert. Ingenting er endret.` };
    const act = { at, actor: { kind: 'person', name: by } as const, letterId };
    writeCampaignJournal(register, letter.campaignId, { event: 'letter-settled', as, because }, act);
    if (as === 'sent') markSent(register, letter, null, letter.eodAt ?? at);
    else if (as === 'again') moveLetter(register, letterId, 'uncertain', 'rendered');
    else {
      for (const row of casesOfLetter(register, letterId))
        dropCase(register, letterId, row.caseId, `regnet som ikke sendt av ${by}: ${because}`);
      moveLetter(register, letterId, 'uncertain', 'cancelled', { doneAt: at });
    }
    return { letter: letterById(register, letterId)! };
  });
  return settle.immediate();
}
