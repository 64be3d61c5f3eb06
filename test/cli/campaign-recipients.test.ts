import { describe, expect, it } from 'vitest';
import { addCampaignAdd } from '../../src/cli/commands/campaign-add.ts';
import { addCampaignClose } from '../../src/cli/commands/campaign-close.ts';
import { addCampaignWithdraw } from '../../src/cli/commands/campaign-withdraw.ts';
import { addUndo } from '../../src/cli/commands/undo.ts';
import { runningStory } from './running-story.ts';

describe('purrebot campaign withdraw and add', () => {
  it('takes a municipality out with a reason, and in again', async () => {
    const { run, standing } = runningStory(addCampaignWithdraw, addCampaignAdd);
    const out = await run('campaign', 'withdraw', 'Trondheim', '--because', 'egne vilkår');
    expect(out).toMatchObject({ code: 0, told: expect.stringContaining('Angre med «purrebot undo "Trondheim"»') });
    expect(standing('Trondheim').withdrawn).toBe('egne vilkår');
    expect(await run('campaign', 'add', 'Trondheim')).toMatchObject({ code: 0 });
    expect(standing('Trondheim').withdrawn).toBeNull();
  });

  it('undoes it too', async () => {
    const { run, standing } = runningStory(addCampaignWithdraw, addUndo);
    await run('campaign', 'withdraw', 'Trondheim', '--because', 'egne vilkår');
    const { out } = await run('undo', 'Trondheim', '--json');
    expect(JSON.parse(out).undone).toMatchObject([{ municipality: 'Trondheim', event: 'withdrawn' }]);
    expect(standing('Trondheim').withdrawn).toBeNull();
  });

  it('adds a new one with its address, and says how the request is sent', async () => {
    const { run, standing } = runningStory(addCampaignAdd);
    expect(await run('campaign', 'add', 'Rindal')).toMatchObject({
      code: 1,
      told: expect.stringContaining('--address'),
    });
    const added = await run('campaign', 'add', 'Rindal', '--address', 'post@rindal.example');
    expect(added).toMatchObject({ code: 0, told: expect.stringContaining('campaign send 2013-samhandling') });
    expect(standing('Rindal').delivery).toBe('queued');
  });

  it('needs a reason to take one out', async () => {
    const { run } = runningStory(addCampaignWithdraw);
    expect(await run('campaign', 'withdraw', 'Trondheim')).toMatchObject({ code: 2 });
  });
});

describe('purrebot campaign close', () => {
  it('closes and opens again', async () => {
    const { run } = runningStory(addCampaignClose, addCampaignAdd);
    expect(await run('campaign', 'close', '2013-samhandling')).toMatchObject({ code: 0 });
    expect(await run('campaign', 'add', 'Rindal')).toMatchObject({
      told: expect.stringContaining('Ingen henvendelse er i gang'),
    });
    expect(await run('campaign', 'close', '2013-samhandling', '--reopen')).toMatchObject({ code: 0 });
    expect(await run('campaign', 'close', 'ukjent')).toMatchObject({ code: 2 });
  });
});
