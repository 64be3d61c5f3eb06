import { describe, expect, it } from 'vitest';
import { addCaseTo } from '../../src/jobs/add-case.ts';
import { closeCampaign, reopenCampaign } from '../../src/jobs/close-campaign.ts';
import { planRequest } from '../../src/jobs/plan-reminders.ts';
import { withdrawCase } from '../../src/jobs/withdraw-case.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import { findMunicipality } from '../../src/register/municipalities.ts';
import type { Register } from '../../src/register/open-register.ts';
import { counted } from '../worlds/campaign.ts';
import { ID, runningStory } from './running-story.ts';

function addition(register: Register, name: string, address: string | null = null) {
  const answer = findMunicipality(register, name, '2013-11-28');
  if (!('found' in answer)) throw new Error(name);
  const tokens = counted();
  const newToken = () => tokens().replace('T', 'U');
  return { municipality: answer.found, date: '2013-11-28', address, newToken };
}

describe('recipients that come and go', () => {
  it('takes one out: it owes nothing more', () => {
    const { register, act, caseOf, standing } = runningStory('Trondheim', 'Hitra');
    withdrawCase(register, caseOf('Trondheim'), 'egne vilkår', act);
    expect(standing('Trondheim')).toMatchObject({ withdrawn: 'egne vilkår', outstanding: false });
    expect(withdrawCase(register, caseOf('Trondheim'), 'igjen', act)).toHaveProperty('refused');
  });

  it('takes it in again with what was registered', () => {
    const { register, act, caseOf, standing, campaign, robotSays } = runningStory('Trondheim');
    robotSays('Trondheim', 'question');
    withdrawCase(register, caseOf('Trondheim'), 'egne vilkår', act);
    const result = addCaseTo(register, campaign, { ...act, ...addition(register, 'Trondheim') });
    expect(result).toMatchObject({ cameBack: true });
    expect(standing('Trondheim')).toMatchObject({ withdrawn: null, answer: 'question' });
  });

  it('opens a case for a new one, which is owed the request', () => {
    const { register, act, campaign } = runningStory('Trondheim');
    const added = addCaseTo(register, campaign, {
      ...act,
      ...addition(register, 'Rindal', 'postmottak@rindal.kommune.example'),
    });
    expect(added).toMatchObject({ cameBack: false });
    const plan = planRequest(register, campaign, 'dry', act.at);
    expect(plan.letters.flatMap(letter => letter.cases.map(one => one.name))).toContain('Rindal');
  });

  it('refuses one that is there, and one without an address', () => {
    const { register, act, campaign } = runningStory('Trondheim');
    expect(addCaseTo(register, campaign, { ...act, ...addition(register, 'Trondheim') })).toHaveProperty('refused');
    expect(addCaseTo(register, campaign, { ...act, ...addition(register, 'Rindal') })).toMatchObject({
      refused: expect.stringContaining('--address'),
    });
  });
});

describe('closing a campaign', () => {
  it('stops the letters that wait, and can be taken back', () => {
    const { register, act, campaign } = runningStory('Trondheim', 'Hitra');
    expect(closeCampaign(register, campaign, act)).toEqual({ lettersStopped: 2 });
    const closed = campaignById(register, ID)!;
    expect(closed.state).toBe('closed');
    expect(closeCampaign(register, closed, act)).toHaveProperty('refused');
    reopenCampaign(register, closed, act);
    expect(campaignById(register, ID)!.state).toBe('running');
  });

  it('takes no new recipients while it is closed', () => {
    const { register, act, campaign } = runningStory('Hitra');
    closeCampaign(register, campaign, act);
    const closed = campaignById(register, ID)!;
    expect(addCaseTo(register, closed, { ...act, ...addition(register, 'Rindal', 'a@b.example') })).toHaveProperty(
      'refused',
    );
  });
});
