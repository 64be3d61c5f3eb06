import { describe, expect, it } from 'vitest';
import { addAnswer } from '../../src/cli/commands/answer.ts';
import { addUndo } from '../../src/cli/commands/undo.ts';
import { runningStory } from './running-story.ts';

describe('purrebot answer', () => {
  it('registers what was said over the phone, and undo takes it back', async () => {
    const { run, standing } = runningStory(addAnswer, addUndo);
    const said = await run('answer', 'Hitra', 'nei', '--by', 'telefon', '--person', 'Kari Nes');
    expect(said).toMatchObject({ code: 0, told: expect.stringContaining('Angre med «purrebot undo "Hitra"»') });
    expect(said.told).toContain('Hitra: slutter seg ikke til, svar per telefon');
    expect(standing('Hitra')).toMatchObject({ answer: 'declined', source: 'person' });
    const undone = await run('undo', 'hitra kommune');
    expect(undone).toMatchObject({ code: 0, told: expect.stringContaining('Angret: Hitra') });
    expect(undone.told).toContain('Kari Nes');
    expect(standing('Hitra').answer).toBe('none');
  });

  it('takes stage, date and amount; the date of what is put off is its meeting', async () => {
    const { run, standing } = runningStory(addAnswer);
    await run(
      'answer',
      '1627',
      'slutter-seg-til',
      '--stage',
      'vedtatt',
      '--date',
      '25.2.2014',
      '--amount',
      'kr 14 133,-',
    );
    expect(standing('Bjugn').details).toMatchObject({ stage: 'decided', decidedOn: '2014-02-25', amountNok: 14133 });
    await run('answer', 'Skaun', 'utsatt', '--date', '2014-04-24');
    expect(standing('Skaun').details).toMatchObject({ conclusion: 'deferred', expectedBy: '2014-04-24', stage: null });
  });

  it('takes a channel and not a name for --by, and says where the name goes', async () => {
    const { run, standing } = runningStory(addAnswer);
    const said = await run('answer', 'Hitra', 'ja', '--by', 'Kari Nordmann');
    expect(said).toMatchObject({ code: 2, told: expect.stringContaining('Navnet ditt oppgir du med --person') });
    expect(standing('Hitra').answer).toBe('none');
  });

  it('says that we have answered their question', async () => {
    const { run, standing } = runningStory(addAnswer);
    await run('answer', 'Frøya', 'spørsmål', '--by', 'møte');
    expect(standing('Frøya').ball).toBe('ours');
    expect(await run('answer', 'Frøya', '--question-answered')).toMatchObject({ code: 0 });
    expect(standing('Frøya').ball).toBe('theirs');
    expect(await run('answer', 'Frøya', '--accept-condition')).toMatchObject({ code: 1 });
  });

  it('prints one JSON document', async () => {
    const { run } = runningStory(addAnswer);
    const { out } = await run('answer', 'Malvik', 'forbehold', '--json');
    expect(JSON.parse(out)).toMatchObject({ municipality: 'Malvik', answer: { conclusion: 'conditional' } });
  });

  it.each([
    [['answer', 'Hitr', 'nei'], 'Mente du Hitra'],
    [['answer', 'Oslo', 'nei'], 'ikke blant mottakerne'],
    [['answer', 'Hitra', 'neei'], 'Mente du «nei»?'],
    [['answer', 'Hitra'], 'Oppgi enten svaret'],
    [['answer', 'Hitra', 'nei', '--question-answered'], 'Oppgi enten svaret'],
    [['answer', 'Hitra', 'nei', '--date', '30.2.2014'], 'ventet en dag'],
    [['answer', 'Hitra', 'ja', '--amount', 'mye'], 'hele kroner'],
    [['answer', 'Hitra', 'ja', '--campaign', 'x'], 'Registrert: 2013-samhandling'],
  ])('explains %s and registers nothing', async (argv, words) => {
    const { run, standing } = runningStory(addAnswer);
    expect(await run(...argv)).toMatchObject({ code: 2, told: expect.stringContaining(words) });
    expect(standing('Hitra').answer).toBe('none');
  });
});
