import { osloInstant } from '../../src/rules/calendar/oslo-time.ts';
import type { Conclusion, Stage } from '../../src/rules/replies/reading.ts';
import type { Answer, CaseEvent, JournalEntry } from '../../src/rules/standing/journal-entry.ts';

/** A day and clock in Norway, `at('2014-03-07')` is noon. */
export function at(date: string, clock = '12:00'): string {
  return osloInstant(date, clock);
}

/** A case's journal, written line by line: `journal().request('2013-11-28').says('deferred', { expectedBy: … })`. */
export class JournalBuilder {
  readonly entries: JournalEntry[] = [];
  private day = '2013-11-28';

  on(date: string): this {
    this.day = date;
    return this;
  }

  happened(event: CaseEvent, by: { person?: string; message?: number } = {}): this {
    const actor =
      by.person === undefined
        ? ({ actorKind: 'robot', actor: 'roboten' } as const)
        : ({ actorKind: 'person', actor: by.person } as const);
    this.entries.push({
      ...event,
      ...actor,
      id: this.entries.length + 1,
      at: at(this.day),
      messageId: by.message ?? null,
      letterId: null,
      mode:
        event.event === 'letter-sent' || event.event === 'rung-spared' || event.event === 'phone-task' ? 'dry' : null,
    } as JournalEntry);
    return this;
  }

  request(date = '2013-11-28', addresses = ['postmottak@hitra.kommune.example']): this {
    return this.on(date)
      .happened({ event: 'opened' })
      .happened({ event: 'letter-sent', letter: 'request', occasion: 'request', addresses, byHand: false });
  }

  says(conclusion: Conclusion, more: Partial<Answer> = {}, person?: string): this {
    const event: CaseEvent = { event: 'answered', answer: answer(conclusion, more), caseRefs: [] };
    return this.happened(event, person === undefined ? { message: this.entries.length + 100 } : { person });
  }
}

export function journal(): JournalBuilder {
  return new JournalBuilder();
}

export function answer(conclusion: Conclusion, more: Partial<Answer> = {}): Answer {
  const stage: Stage | null =
    conclusion === 'joined' || conclusion === 'declined' || conclusion === 'conditional' ? 'stated' : null;
  return {
    conclusion,
    stage,
    amountNok: null,
    inhabitants: null,
    expectedBy: null,
    decidedOn: null,
    body: null,
    evidence: [],
    ...more,
  };
}
