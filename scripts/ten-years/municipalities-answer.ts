import { writeJournal } from '../../src/register/journal.ts';
import { addOutgoing } from '../../src/register/messages.ts';
import type { Register } from '../../src/register/open-register.ts';
import type { Instant } from '../../src/rules/calendar/iso-date.ts';
import { instantFrom, osloDate } from '../../src/rules/calendar/oslo-time.ts';
import type { Conclusion } from '../../src/rules/replies/reading.ts';
import type { Random } from '../random.ts';
import type { Checker } from './checker.ts';

const DAY = 86_400_000;

/** Municipalities that answer at random when they are asked or reminded, at any hour; a fifth of them never do. */
export function municipalitiesAnswer(register: Register, random: Random, judge: Checker) {
  // Every answer is read from some mail; which one is of no matter here.
  const mail = {
    bytes: Buffer.from('x'),
    sha256: 'ten-years',
    messageId: '<x@x.example>',
    from: 'x@x.example',
    subject: '',
  };
  const messageId = addOutgoing(register, mail, instantFrom(0));
  const caseOf = register.prepare('SELECT id FROM cases WHERE token = ?').pluck();
  const coming: { at: number; token: string; says: Conclusion }[] = [];
  const done = new Set<string>();
  const questions: number[] = [];
  let count = 0;
  return {
    answers: () => count,
    /** A letter has come to them: half answer to one. */
    asked(token: string, _kind: string, trueMs: number): void {
      if (done.has(token) || random() < 0.5) return;
      const dice = random();
      const says = dice < 0.55 ? 'joined' : dice < 0.75 ? 'declined' : dice < 0.9 ? 'deferred' : 'question';
      coming.push({ at: trueMs + Math.floor(random() * 12 * DAY), token, says });
      coming.sort((a, b) => a.at - b.at);
    },
    /** What has come until now is registered. */
    answer(trueMs: number): void {
      while (coming.length > 0 && coming[0]!.at <= trueMs) {
        const { at, token, says } = coming.shift()!;
        if (done.has(token)) continue;
        const caseId = caseOf.get(token) as number;
        const isFinal = says === 'joined' || says === 'declined';
        // A date once a case: another one would be another question after another meeting.
        const expectedBy = says === 'deferred' ? osloDate(instantFrom(at + 20 * DAY)) : null;
        const nothing = { amountNok: null, inhabitants: null, decidedOn: null, body: null, evidence: [] };
        const answer = { conclusion: says, stage: isFinal ? ('decided' as const) : null, expectedBy, ...nothing };
        const context = { at: instantFrom(at), actor: { kind: 'robot', name: 'roboten' } as const, messageId };
        writeJournal(register, caseId, { event: 'answered', answer, caseRefs: [] }, context);
        count += 1;
        if (says !== 'question') done.add(token);
        else questions.push(caseId);
        if (isFinal) judge.closed(token);
      }
    },
    adviserAnswers(now: Instant): void {
      for (const caseId of questions.splice(0))
        writeJournal(
          register,
          caseId,
          { event: 'question-answered' },
          { at: now, actor: { kind: 'person', name: 'Eva' } },
        );
    },
  };
}
