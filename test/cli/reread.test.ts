import { describe, expect, test } from 'vitest';
import { addAnswer } from '../../src/cli/commands/answer.ts';
import { addReread } from '../../src/cli/commands/reread.ts';
import { addShow } from '../../src/cli/commands/show.ts';
import { openData } from '../../src/cli/open-data.ts';
import type { Reading } from '../../src/rules/replies/reading.ts';
import { at } from '../worlds/journal.ts';
import { mailFrom, mailReadLongAgo, takenFor } from '../worlds/mail-read-long-ago.ts';
import { EVA, runningStory } from './running-story.ts';

const SENTENCE = 'Hitra kommune slutter seg til ordningen dersom alle de andre kommunene gjør det.';
const YES_IF = `Hei.\r\n\r\n${SENTENCE}\r\n\r\nMed hilsen\r\nKari Nes`;

/** Hitra's yes with a condition of 28 February, which an older reader took for something else. */
async function readLongAgo(was: Partial<Reading>) {
  const world = runningStory(addReread, addAnswer, addShow);
  const register = openData(world.folder);
  const id = await mailReadLongAgo(register, mailFrom('Hitra', YES_IF, at('2014-02-28')), at('2014-02-28'), was);
  register.close();
  return { ...world, id };
}

describe('purrebot reread', () => {
  test('shows date, sender, case, what it was and what it is, and the sentence, and writes nothing', async () => {
    const { run, id, standing } = await readLongAgo(takenFor('deferred', { expectedBy: '2014-04-24' }));
    const { code, out, told } = await run('reread');
    expect(code).toBe(0);
    expect(out.split('\n').slice(0, 5)).toEqual([
      `#${id}  28.02.2014  fra postmottak@hitra.kommune.example: SV: Felles kommunal ressurs, samhandling med St. Olav`,
      '  Før:  svar: behandles senere, behandles 24.04.2014',
      '  Nå:   svar: med forbehold',
      `  Hvorfor: bygger nå på «${SENTENCE}» (e-posten)`,
      '  Hitra (2013-samhandling): loggen vil følge',
    ]);
    expect(told).toContain('1 melding lest på nytt (leser 3): 1 endret');
    expect(told).toContain('Ingenting er skrevet. Gjennomfør med «purrebot reread --apply».');
    expect(standing('Hitra').answer).toBe('deferred');
  });

  test('lets the log follow with --apply, and has nothing to do afterwards', async () => {
    const { run, standing } = await readLongAgo(takenFor('deferred'));
    expect((await run('reread', '--apply')).out).toContain('Hitra (2013-samhandling): loggen følger');
    expect(standing('Hitra')).toMatchObject({ answer: 'conditional', closed: false });
    expect((await run('show', 'Hitra')).out).toMatch(/roboten: angret linje \d+, lest på nytt 03\.03\.2014/);
    expect(await run('reread', '--apply')).toMatchObject({ out: '', told: expect.stringContaining('0 endret') });
  });

  test('says whose word stands', async () => {
    const { run } = await readLongAgo(takenFor('deferred'));
    await run('answer', 'Hitra', 'nei', '--by', 'telefon', '--person', EVA);
    expect((await run('reread')).out).toContain(`beholdes: ${EVA} har avgjort`);
  });

  test('gives the same as one JSON document', async () => {
    const { run, id } = await readLongAgo(takenFor('deferred'));
    expect(JSON.parse((await run('reread', '--json')).out)).toMatchObject({
      applied: false,
      read: 1,
      changed: [
        {
          message: id,
          before: { conclusion: 'deferred' },
          after: { conclusion: 'conditional', evidence: [{ text: SENTENCE }] },
          cases: [{ municipality: 'Hitra', campaign: '2013-samhandling', what: 'follows' }],
        },
      ],
    });
  });
});
