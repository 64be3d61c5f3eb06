import { expect, it } from 'vitest';
import { addHold } from '../../src/cli/commands/hold.ts';
import { addRelease } from '../../src/cli/commands/release.ts';
import { addSettleLetter } from '../../src/cli/commands/settle-letter.ts';
import { addStatus } from '../../src/cli/commands/status.ts';
import { runningStory } from './running-story.ts';

it('stops everything, says so in the status, and lets go again in the same name', async () => {
  const { run } = runningStory(addHold, addRelease, addStatus);
  expect(await run('hold', '--because', 'feil frist')).toMatchObject({ code: 0 });
  expect((await run('hold')).told).toContain('stoppet fra før');
  expect((await run('status')).told).toContain('INGEN BREV GÅR: Sendingen er stoppet av Eva L. Indreby: feil frist.');
  expect(JSON.parse((await run('status', '--json')).out).holds).toMatchObject([{ reason: 'person' }]);
  expect(await run('status', '--check')).toMatchObject({ code: 3 });
  expect((await run('release')).told).toContain('Sluppet løs');
  expect((await run('release')).told).toContain('Ingenting stopper');
});

it('asks how she knows before a letter in doubt is settled', async () => {
  const { run } = runningStory(addSettleLetter);
  expect((await run('settle-letter')).told).toContain('Ingen brev er usikre');
  expect(await run('settle-letter', '1', '--as', 'sendt')).toMatchObject({ code: 2 });
  const unknown = await run('settle-letter', '1', '--as', 'sendt', '--because', 'de har det');
  expect(unknown).toMatchObject({ code: 2, told: expect.stringContaining('Fant ikke noe brev 1') });
});
