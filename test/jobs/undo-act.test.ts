import { describe, expect, it } from 'vitest';
import { changeContact } from '../../src/jobs/change-contact.ts';
import { extendDeadline } from '../../src/jobs/extend-deadline.ts';
import { settleReview } from '../../src/jobs/settle-review.ts';
import { undoLastAct, undoSettling } from '../../src/jobs/undo-act.ts';
import { withdrawCase } from '../../src/jobs/withdraw-case.ts';
import { caseById } from '../../src/register/cases.ts';
import { contactsOn } from '../../src/register/contacts.ts';
import { openReviews, writeJournal } from '../../src/register/journal.ts';
import type { CaseEvent } from '../../src/rules/standing/journal-entry.ts';
import { answer, at } from '../worlds/journal.ts';
import { runningStory } from './running-story.ts';

const later = { by: 'Eva L. Indreby', at: at('2014-03-04', '09:00') };

describe('undoing the last act on a case', () => {
  it('brings back what was before, one act at a time', () => {
    const { register, act, caseOf, standing } = runningStory('Skaun');
    extendDeadline(register, caseOf('Skaun'), '2014-04-30', act);
    withdrawCase(register, caseOf('Skaun'), 'feil', { ...act, at: at('2014-03-03', '11:00') });
    undoLastAct(register, caseOf('Skaun'), later);
    expect(standing('Skaun')).toMatchObject({ withdrawn: null, extension: { until: '2014-04-30' } });
    undoLastAct(register, caseOf('Skaun'), later);
    expect(standing('Skaun').extension).toBeNull();
    expect(undoLastAct(register, caseOf('Skaun'), later)).toMatchObject({
      refused: expect.stringContaining('ingenting å angre'),
    });
  });

  it('takes one act even when two were done in the same second', () => {
    const { register, act, caseOf, standing } = runningStory('Skaun');
    extendDeadline(register, caseOf('Skaun'), '2014-04-30', act);
    withdrawCase(register, caseOf('Skaun'), 'feil', act);
    undoLastAct(register, caseOf('Skaun'), later);
    expect(standing('Skaun')).toMatchObject({ withdrawn: null, extension: { until: '2014-04-30' } });
  });

  it('undoes the robot’s answer, but not what merely came in', () => {
    const { register, caseOf, standing, robotSays, robotAsks } = runningStory('Skaun');
    robotSays('Skaun', 'joined');
    robotAsks(['Skaun'], answer('declined'));
    const undone = undoLastAct(register, caseOf('Skaun'), later);
    expect(undone).toMatchObject({ lines: [{ entry: { event: 'answered', actor: 'roboten' } }] });
    expect(standing('Skaun')).toMatchObject({ closed: false, ball: 'review' });
  });

  it('never undoes a sent letter, and says so', () => {
    const { register, act, caseOf } = runningStory('Skaun');
    const sent: CaseEvent = {
      event: 'letter-sent',
      letter: 'request',
      occasion: 'request',
      addresses: [],
      byHand: false,
    };
    const robot = { at: at('2014-03-03', '12:00'), actor: { kind: 'robot', name: 'roboten' } } as const;
    writeJournal(register, caseOf('Skaun'), sent, robot);
    expect(undoLastAct(register, caseOf('Skaun'), later)).toMatchObject({
      refused: expect.stringContaining('Et sendt brev kan ikke angres'),
    });
    extendDeadline(register, caseOf('Skaun'), '2014-04-30', act);
    expect(undoLastAct(register, caseOf('Skaun'), later)).toMatchObject({ letterSince: null });
  });

  it('puts the old address back when a new one is undone', () => {
    const { register, act, caseOf } = runningStory('Skaun');
    const { municipalityId } = caseById(register, caseOf('Skaun'))!;
    const addresses = () => contactsOn(register, municipalityId, '2014-03-05').map(one => one.address);
    const before = addresses();
    changeContact(register, { municipalityId, role: 'postmottak', name: '', address: 'ny@skaun.kommune.example' }, act);
    expect(addresses()).toContain('ny@skaun.kommune.example');
    undoLastAct(register, caseOf('Skaun'), later);
    expect(addresses()).toEqual(before);
  });
});

describe('undoing the settling of a message', () => {
  it('makes it wait again, on every case', () => {
    const { register, act, robotAsks, standing } = runningStory('Rissa', 'Roan');
    const message = robotAsks(['Rissa', 'Roan'], answer('joined'));
    settleReview(register, message, act);
    undoSettling(register, message, later);
    expect([standing('Rissa'), standing('Roan')]).toMatchObject([
      { closed: false, ball: 'review' },
      { closed: false, ball: 'review' },
    ]);
    expect(openReviews(register)).toHaveLength(2);
    settleReview(register, message, { ...act, as: 'declined' });
    expect(standing('Roan').answer).toBe('declined');
  });

  it('makes a message without a case wait again', () => {
    const { register, act, robotAsks } = runningStory('Roan');
    const message = robotAsks([], null);
    settleReview(register, message, { ...act, as: 'nothing' });
    expect(openReviews(register)).toEqual([]);
    undoSettling(register, message, later);
    expect(openReviews(register)).toHaveLength(1);
  });

  it('also happens when the answer that it gave a municipality is undone', () => {
    const { register, act, robotAsks, caseOf, standing } = runningStory('Roan');
    const message = robotAsks([], answer('joined'));
    settleReview(register, message, { ...act, cases: [caseOf('Roan')] });
    undoLastAct(register, caseOf('Roan'), later);
    expect(standing('Roan').answer).toBe('none');
    expect(openReviews(register)).toHaveLength(1);
  });

  it('is refused when nobody has settled it', () => {
    const { register, robotAsks } = runningStory('Roan');
    expect(undoSettling(register, robotAsks(['Roan'], null), later)).toHaveProperty('refused');
  });
});
