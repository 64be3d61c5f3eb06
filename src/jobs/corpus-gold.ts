import { caseById } from '../register/cases.ts';
import { linesOfMessage } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { effective } from '../rules/standing/standing.ts';

/** The fields of gold that say what a message means. */
export type Gold = Pick<
  Reading,
  | 'kind'
  | 'conclusion'
  | 'stage'
  | 'municipalities'
  | 'amountNok'
  | 'inhabitants'
  | 'expectedBy'
  | 'decidedOn'
  | 'body'
  | 'caseRefs'
  | 'recipients'
  | 'permanent'
>;

/** What a person made of a message, over what the reader made of it; null when nobody has settled it. */
export function settledGold(
  register: Register,
  messageId: number,
  reading: Reading,
  nameOf: (caseId: number) => string,
): Gold | null {
  const lines = linesOfMessage(register, messageId);
  const standing = new Set(effectiveIds(lines));
  const persons = lines.filter(({ entry }) => entry.actorKind === 'person' && standing.has(entry.id));
  const settled = persons.find(({ entry }) => entry.event === 'review-settled');
  const answered = persons.filter(({ entry }) => entry.event === 'answered');
  const municipalities = [...new Set(answered.flatMap(({ caseId }) => (caseId === null ? [] : nameOf(caseId))))];
  const [first] = answered;
  if (first?.entry.event === 'answered') {
    const { conclusion, stage, amountNok, inhabitants, expectedBy, decidedOn, body } = first.entry.answer;
    return {
      ...goldOf(reading),
      kind: 'answer',
      conclusion,
      stage,
      amountNok,
      inhabitants,
      expectedBy,
      decidedOn,
      body: body ?? reading.body,
      municipalities: municipalities.sort((a, b) => a.localeCompare(b, 'nb')),
    };
  }
  if (settled?.entry.event !== 'review-settled') return null;
  const kind = persons.some(({ entry }) => entry.event === 'receipt-seen') ? 'receipt' : 'other';
  return { ...goldOf(reading), ...NO_ANSWER, kind, municipalities: kind === 'receipt' ? reading.municipalities : [] };
}

const NO_ANSWER = {
  conclusion: null,
  stage: null,
  amountNok: null,
  inhabitants: null,
  expectedBy: null,
  decidedOn: null,
  body: null,
} as const;

/** What the reader made of it. */
export function goldOf(reading: Reading): Gold {
  return {
    kind: reading.kind,
    conclusion: reading.conclusion,
    stage: reading.stage,
    municipalities: reading.municipalities,
    amountNok: reading.amountNok,
    inhabitants: reading.inhabitants,
    expectedBy: reading.expectedBy,
    decidedOn: reading.decidedOn,
    body: reading.body,
    caseRefs: reading.caseRefs,
    recipients: reading.recipients,
    permanent: reading.permanent,
  };
}

function effectiveIds(lines: ReturnType<typeof linesOfMessage>): number[] {
  const cases = new Set(lines.map(one => one.caseId));
  return [...cases].flatMap(caseId =>
    effective(lines.filter(one => one.caseId === caseId).map(one => one.entry)).map(entry => entry.id),
  );
}

/** The cases of a message and of its sender's house: whose contacts may stand in it. */
export function campaignOfMessage(register: Register, messageId: number): string | null {
  const caseId = linesOfMessage(register, messageId).find(one => one.caseId !== null)?.caseId ?? null;
  return caseId === null ? null : caseById(register, caseId)!.campaignId;
}
