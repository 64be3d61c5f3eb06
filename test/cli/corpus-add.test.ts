import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addAnalyse } from '../../src/cli/commands/analyse.ts';
import { addCorpusAdd } from '../../src/cli/commands/corpus-add.ts';
import { addSettle } from '../../src/cli/commands/settle.ts';
import { openData } from '../../src/cli/open-data.ts';
import { at } from '../worlds/journal.ts';
import { mailFrom, mailReadLongAgo, takenFor } from '../worlds/mail-read-long-ago.ts';
import { emptyFolder, runningStory } from './running-story.ts';

const YES =
  'Hei Eva.\r\n\r\nHitra kommune slutter seg til ordningen med kr 13 191. Vår ref.: 2014/7771-2.\r\n\r\nMed hilsen\r\nOddvar Reppe\r\nTlf. 72 44 17 00\r\noddvar.reppe@hitra.kommune.no';

/** Hitra's yes of 28 February, about which the reader was not sure. */
async function aMessage() {
  const world = runningStory(addCorpusAdd, addSettle, addAnalyse);
  const register = openData(world.folder);
  const was = takenFor('joined', { review: true, reviewReasons: ['usikker'] });
  const id = await mailReadLongAgo(register, mailFrom('Hitra', YES, at('2014-02-28')), at('2014-02-28'), was);
  register.close();
  const corpus = join(emptyFolder(), 'korpus');
  const gold = () =>
    readFileSync(join(corpus, 'gold.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
  return { ...world, id: String(id), corpus, gold };
}

describe('purrebot corpus add', () => {
  test('makes a case of a stored message, with invented people, that reads as before', async () => {
    const { run, id, corpus, gold } = await aMessage();
    const { code, told, out } = await run('corpus', 'add', id, '--to', corpus);
    expect(code).toBe(0);
    expect(told).toContain('Leses som før: svar: slutter seg til, kr 13 191');
    expect(told).toContain('Les gjennom filen før du deler den');
    expect(out).toMatch(/navn +Oddvar Reppe/);
    const mail = readFileSync(join(corpus, 'messages/001.eml'), 'utf8');
    expect(mail).not.toMatch(/Oddvar|Reppe|72 44|7771|kommune\.no/);
    expect(mail).toContain('Hitra kommune slutter seg til ordningen med kr 13 191.');
    expect(gold()).toMatchObject([
      {
        file: 'messages/001.eml',
        kind: 'answer',
        conclusion: 'joined',
        stage: 'stated',
        municipalities: ['Hitra'],
        amountNok: 13191,
        tags: ['from-register', expect.any(String), 'unsettled'],
      },
    ]);
    expect(mail).toContain(gold()[0].caseRefs[0]);
  });

  test('can be analysed as any corpus, with the addressees and the request that it needs', async () => {
    const { run, id, corpus, gold } = await aMessage();
    await run('corpus', 'add', id, '--to', corpus);
    const { out } = await run(
      'analyse',
      '--register',
      join(corpus, 'register.csv'),
      '--campaigns',
      join(corpus, 'campaigns.json'),
      corpus,
    );
    const { newText, caseRefs, municipalities, conclusion } = gold()[0];
    expect(JSON.parse(out)).toMatchObject({
      file: 'messages/001.eml',
      newText,
      caseRefs,
      municipalities,
      conclusion,
      campaign: '2013-samhandling',
    });
    expect(readFileSync(join(corpus, 'register.csv'), 'utf8')).not.toMatch(/\.no\b/);
  });

  test('has what a person settled as its gold, and says that the reader says otherwise no more than that', async () => {
    const { run, id, corpus, gold } = await aMessage();
    await run('settle', id, '--as', 'utsatt', '--date', '24.4.2014');
    const { told } = await run('corpus', 'add', id, '--to', corpus);
    expect(told).toContain('slik meldingen er avklart');
    expect(gold()[0]).toMatchObject({
      conclusion: 'deferred',
      expectedBy: '2014-04-24',
      municipalities: ['Hitra'],
      tags: ['from-register', expect.any(String)],
    });
  });

  test('takes a mail from a file, and numbers on', async () => {
    const { run, id, corpus, gold } = await aMessage();
    await run('corpus', 'add', id, '--to', corpus);
    const file = join(emptyFolder(), 'svar.eml');
    writeFileSync(
      file,
      mailFrom('Hitra', YES.replace('slutter', 'sluttar'), at('2014-03-01')).toString().replaceAll('.example>', '.no>'),
    );
    expect(await run('corpus', 'add', file, '--to', corpus)).toMatchObject({ code: 0 });
    expect(readdirSync(join(corpus, 'messages'))).toEqual(['001.eml', '002.eml']);
    expect(gold()[1]).toMatchObject({ file: 'messages/002.eml', municipalities: ['Hitra'], conclusion: 'joined' });
  });

  test('takes a message once', async () => {
    const { run, id, corpus, gold } = await aMessage();
    await run('corpus', 'add', id, '--to', corpus);
    expect(await run('corpus', 'add', id, '--to', corpus)).toMatchObject({
      code: 1,
      told: expect.stringContaining('messages/001.eml'),
    });
    expect(gold()).toHaveLength(1);
  });

  test('writes nothing into a folder that is no corpus', async () => {
    const { run, id } = await aMessage();
    const other = emptyFolder();
    writeFileSync(join(other, 'notater.txt'), 'mine');
    expect(await run('corpus', 'add', id, '--to', other)).toMatchObject({
      code: 2,
      told: expect.stringContaining('tom mappe eller en korpusmappe'),
    });
    expect(readdirSync(other)).toEqual(['notater.txt']);
    const strange = emptyFolder();
    for (const [name, text] of [
      ['gold.jsonl', '{"navn":1}\n'],
      ['register.csv', 'number,name\n'],
      ['campaigns.json', '[]'],
    ] as const)
      writeFileSync(join(strange, name), text);
    mkdirSync(join(strange, 'messages'));
    expect(await run('corpus', 'add', id, '--to', strange)).toMatchObject({
      code: 2,
      told: expect.stringContaining('gold.jsonl har et annet format (linje 1)'),
    });
  });

  test('explains a message that is not there', async () => {
    const { run, corpus } = await aMessage();
    expect(await run('corpus', 'add', '99', '--to', corpus)).toMatchObject({
      code: 1,
      told: expect.stringContaining('ingen melding 99'),
    });
    expect(await run('corpus', 'add', 'borte.eml', '--to', corpus)).toMatchObject({
      code: 2,
      told: expect.stringContaining('borte.eml'),
    });
  });
});
