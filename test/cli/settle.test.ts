import { describe, expect, it } from 'vitest';
import { addSettle } from '../../src/cli/commands/settle.ts';
import { addUndo } from '../../src/cli/commands/undo.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { writeCampaignJournal, writeJournal } from '../../src/register/journal.ts';
import { captureItem } from '../../src/register/mailbox-items.ts';
import type { Answer } from '../../src/rules/standing/journal-entry.ts';
import { answer, at } from '../worlds/journal.ts';
import { runningStory } from './running-story.ts';

/** A message that waits for a person, about Bjugn or about nobody known. */
function waiting(suggestion: Answer | null, about: 'Bjugn' | 'nobody' = 'Bjugn') {
  const world = runningStory(addSettle, addUndo);
  const message = world.look(register => {
    const captured = { mailbox: 'm', item: '1', position: '1', arrivedAt: at('2014-03-01') };
    const mail = { ...captured, bytes: new Uint8Array([1]), sha256: '1', problem: null };
    const { messageId } = captureItem(register, mail, at('2014-03-01'));
    const context = { at: at('2014-03-01'), actor: { kind: 'robot', name: 'roboten' }, messageId } as const;
    const event = { event: 'review-raised' as const, reasons: ['usikker'], suggestion, senderKnown: true };
    const cases = casesWithStanding(register, '2013-samhandling').filter(one => one.municipality.name === about);
    for (const { one } of cases) writeJournal(register, one.id, event, context);
    if (cases.length === 0) writeCampaignJournal(register, null, event, context);
    return String(messageId);
  });
  return { ...world, message };
}

describe('purrebot settle', () => {
  it('accepts the robot’s suggestion, and undo makes the message wait again', async () => {
    const { run, message, standing } = waiting(answer('joined', { amountNok: 14133 }));
    const settled = await run('settle', message, '--by', 'Kari Nes');
    expect(settled.told).toContain('Bjugn: slutter seg til, kr 14 133.');
    expect(settled.told).toContain(`purrebot undo --message ${message}`);
    expect(standing('Bjugn')).toMatchObject({ answer: 'joined', source: 'person' });
    expect(await run('undo', '--message', message)).toMatchObject({ code: 0 });
    expect(standing('Bjugn')).toMatchObject({ closed: false, ball: 'review' });
  });

  it('takes the person’s word, with stage and date', async () => {
    const { run, message, standing } = waiting(answer('joined'));
    await run('settle', `#${message}`, '--as', 'slutter-seg-ikke-til', '--stage', 'innstilling', '--date', '25.2.2014');
    expect(standing('Bjugn')).toMatchObject({ answer: 'recommended', closed: false });
    expect(standing('Bjugn').details).toMatchObject({ conclusion: 'declined', decidedOn: '2014-02-25' });
  });

  it('asks for the municipality when the robot does not know it', async () => {
    const { run, message, standing } = waiting(answer('joined'), 'nobody');
    expect(await run('settle', message)).toMatchObject({ code: 1, told: expect.stringContaining('--municipality') });
    expect(await run('settle', message, '--municipality', 'Roan', 'Osen')).toMatchObject({ code: 0 });
    expect([standing('Roan').answer, standing('Osen').answer]).toEqual(['joined', 'joined']);
  });

  it('lays a message aside', async () => {
    const { run, message, standing } = waiting(answer('unclear'));
    const { out } = await run('settle', message, '--as', 'ingenting', '--json');
    expect(JSON.parse(out)).toEqual({ message: Number(message), as: 'nothing', cases: [] });
    expect(standing('Bjugn')).toMatchObject({ answer: 'none', ball: 'theirs' });
  });

  it('explains a number that is none, and a message that does not wait', async () => {
    const { run } = waiting(null);
    expect(await run('settle', 'syv')).toMatchObject({ code: 2 });
    expect(await run('settle', '99')).toMatchObject({ code: 1, told: expect.stringContaining('purrebot review') });
  });
});
