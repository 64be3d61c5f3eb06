import type { LetterKind } from '../rules/campaign/campaign.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';
import type { LetterState } from './outbox.ts';

/** A letter that has not left yet (or of which nobody knows whether it has), in brief. */
export interface WaitingLetter {
  id: number;
  campaignId: string;
  kind: LetterKind;
  state: LetterState;
  approval: 'waiting' | 'approved';
  dueAt: string;
  /** For «hold»: leaves by itself after this unless stopped. */
  leavesAt: string | null;
}

/** All that wait, the first due first. */
export function lettersWaiting(register: Register): WaitingLetter[] {
  return kept(
    register,
    `SELECT id, campaign_id AS campaignId, kind, state, approval, due_at AS dueAt, leaves_at AS leavesAt FROM letter
       WHERE state IN ('planned', 'rendered', 'claimed', 'eod', 'retry', 'uncertain') ORDER BY due_at, id`,
  ).all() as WaitingLetter[];
}
