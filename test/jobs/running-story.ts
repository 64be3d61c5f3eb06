import { type CaseNow, casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { writeCampaignJournal, writeJournal } from '../../src/register/journal.ts';
import { captureItem } from '../../src/register/mailbox-items.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Conclusion } from '../../src/rules/replies/reading.ts';
import type { Answer } from '../../src/rules/standing/journal-entry.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { answer, at } from '../worlds/journal.ts';

export const ID = '2013-samhandling';
export const EVA = 'Eva L. Indreby';

/** The campaign of 2013 under way with a few municipalities, and the acts of Eva on 3 March 2014. */
export function runningStory(...only: string[]) {
  const { register, campaign } = storyCampaign(at('2013-11-28', '09:37'), { only });
  const named = (name: string): CaseNow => casesWithStanding(register, ID).find(one => one.municipality.name === name)!;
  return {
    register,
    campaign,
    act: { by: EVA, at: at('2014-03-03', '10:00') },
    caseOf: (name: string) => named(name).one.id,
    standing: (name: string) => named(name).standing,
    robotSays: (name: string, conclusion: Conclusion, more: Partial<Answer> = {}) =>
      robotSays(register, named(name).one.id, conclusion, more),
    robotAsks: (names: string[], suggestion: Answer | null) =>
      robotAsks(
        register,
        names.map(name => named(name).one.id),
        suggestion,
      ),
  };
}

/** A mail in the register, its bytes of no importance. */
export function storedMail(register: Register): number {
  const count = register.prepare('SELECT count(*) FROM message').pluck().get() as number;
  const bytes = new TextEncoder().encode(`mail ${count}`);
  const captured = { mailbox: 'innboks', item: `${count}`, position: `${count}`, arrivedAt: at('2014-03-01') };
  return captureItem(register, { ...captured, bytes, sha256: `${count}`, problem: null }, at('2014-03-01')).messageId;
}

function robotSays(register: Register, caseId: number, conclusion: Conclusion, more: Partial<Answer>): number {
  const messageId = storedMail(register);
  const context = { at: at('2014-03-01'), actor: { kind: 'robot', name: 'roboten' }, messageId } as const;
  writeJournal(register, caseId, { event: 'answered', answer: answer(conclusion, more), caseRefs: [] }, context);
  return messageId;
}

/** A message that waits for a person, for these cases or (none) for nobody known. */
function robotAsks(register: Register, caseIds: number[], suggestion: Answer | null): number {
  const messageId = storedMail(register);
  const context = { at: at('2014-03-01'), actor: { kind: 'robot', name: 'roboten' }, messageId } as const;
  const asked = { reasons: ['usikker'], suggestion, senderKnown: true };
  for (const id of caseIds) writeJournal(register, id, { event: 'review-raised', ...asked }, context);
  if (caseIds.length === 0) writeCampaignJournal(register, ID, { event: 'review-raised', ...asked }, context);
  return messageId;
}
