import type { Register } from '../register/open-register.ts';
import { campaignsChangedSince, caseCounts, newestJournalLine } from '../register/standing-changes.ts';
import { type CaseNow, casesWithStanding } from './gather-cases.ts';

interface Kept {
  line: number;
  cases: Map<string, CaseNow[]>;
}

const byRegister = new WeakMap<Register, Kept>();

/**
 * The cases of a campaign as they stand now, folded once and kept until the journal grows: a page that shows fifty campaigns
 * would fold eighteen thousand journals for each look. Nobody may change what it returns.
 */
export function standingsNow(register: Register, campaignId: string): readonly CaseNow[] {
  const kept = uptodate(register);
  const known = kept.cases.get(campaignId);
  if (known !== undefined && known.length === (caseCounts(register).get(campaignId) ?? 0)) return known;
  const cases = casesWithStanding(register, campaignId);
  kept.cases.set(campaignId, cases);
  return cases;
}

function uptodate(register: Register): Kept {
  const kept = byRegister.get(register) ?? { line: 0, cases: new Map<string, CaseNow[]>() };
  byRegister.set(register, kept);
  const line = newestJournalLine(register);
  // A register that was put back from a backup has fewer lines.
  if (line < kept.line) kept.cases.clear();
  else if (line > kept.line) for (const id of campaignsChangedSince(register, kept.line)) kept.cases.delete(id);
  kept.line = line;
  return kept;
}
