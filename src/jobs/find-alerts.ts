import { openReviews } from '../register/journal.ts';
import {
  lastSentOn,
  lettersComeBack,
  rejectedLetters,
  type TroubledLetter,
  uncertainLetters,
} from '../register/letter-troubles.ts';
import { lastComparisons } from '../register/mailbox-comparisons.ts';
import type { Register } from '../register/open-register.ts';
import { givenUpMails } from '../register/read-attempts.ts';
import { lastRun } from '../register/schedule-runs.ts';
import { sendingHolds, sentSince } from '../register/sending-holds.ts';
import type { Alert } from '../rules/alerts/alert.ts';
import { alertsNow } from '../rules/alerts/alerts-now.ts';
import { type KnownState, NO_TROUBLES, type Troubles, type Waiting } from '../rules/alerts/known-state.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { addSeconds } from '../rules/calendar/oslo-time.ts';
import { BACKUP_JOB } from './note-backup.ts';

const DAY = 24 * 3600;
/** A letter may come back once or twice (an alias, a list); more often it goes in a ring. */
const COMES_BACK = 2;

/** What is known beside the register. */
export interface Beside {
  /** What the worker knows; nothing, when no worker asks. */
  troubles?: Troubles;
  /** Bytes that are free where the register lies. */
  free?: number | null;
  /** The cap of a day, and the track that it holds for. */
  cap?: { letters: number; mode: string } | null;
}

/** Every fault that needs a person, as the register and the worker know it now. */
export function findAlerts(register: Register, beside: Beside, now: Instant): Alert[] {
  const { troubles = NO_TROUBLES, free = null, cap = null } = beside;
  const reviews = openReviews(register);
  const aside = new Set(givenUpMails(register));
  const missing = lastComparisons(register).filter(one => one.missed > 0);
  const state: KnownState = {
    holds: sendingHolds(register),
    uncertain: waiting(uncertainLetters(register)),
    rejected: waiting(rejectedLetters(register)),
    comeBack: waiting(lettersComeBack(register, COMES_BACK, addSeconds(now, -DAY))),
    setAside: waiting(
      // A mail stands once for each case that it may concern.
      [...new Map(reviews.filter(one => aside.has(one.messageId ?? 0)).map(one => [one.messageId, one])).values()].map(
        asWaiting,
      ),
    ),
    braked: waiting(reviews.filter(one => typeof one.data.brakes === 'string').map(asWaiting)),
    missed:
      missing.length === 0
        ? null
        : {
            count: missing.reduce((sum, one) => sum + one.missed, 0),
            since: missing.map(one => one.at).sort()[0]!,
            campaigns: [],
          },
    cap:
      cap === null || sentSince(register, cap.mode, addSeconds(now, -DAY)) < cap.letters
        ? null
        : { letters: cap.letters, since: lastSentOn(register, cap.mode) ?? now },
    backup: lastRun(register, BACKUP_JOB),
    free,
    troubles,
  };
  return alertsNow(state, now);
}

function asWaiting({ at, campaignId }: { at: Instant; campaignId: string | null }) {
  return { since: at, campaignId };
}

/** @param all oldest first */
function waiting(all: readonly (Pick<TroubledLetter, 'since'> & { campaignId: string | null })[]): Waiting | null {
  const [oldest] = all;
  if (oldest === undefined) return null;
  const campaigns = [...new Set(all.flatMap(one => one.campaignId ?? []))];
  return { count: all.length, since: oldest.since, campaigns };
}
