import { describe, expect, test } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { campaignRemarks } from '../../src/jobs/campaign-remarks.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { orderRound } from '../../src/jobs/order-round.ts';
import { recordAnswer } from '../../src/jobs/record-answer.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import type { Campaign, Round } from '../../src/rules/campaign/campaign.ts';
import { storyCampaign } from '../worlds/campaign.ts';
import { quietDoor } from '../worlds/door.ts';
import { at } from '../worlds/journal.ts';
import { emptyRegister } from '../worlds/register.ts';

const SENT_AT = at('2013-11-28', '09:37');
const round = (now: string, letter: Round['letter'] = 'missing'): Round => ({
  at: now,
  letter,
  collective: false,
  roles: ['postmottak'],
  newDeadline: '2014-03-07',
});

describe('a round', () => {
  test('never goes to one that was not asked, whoever orders it, and then moves no deadline', () => {
    const { register, campaign } = storyCampaign(SENT_AT, { only: ['Hitra'] });
    const ordered = orderRound(register, campaign, round(at('2014-02-27')), {
      by: 'Eva',
      mode: 'dry',
      now: at('2014-02-27'),
      except: [],
    });
    expect(ordered).toMatchObject({
      letters: [],
      plan: { spared: [{ because: 'henvendelsen er ikke sendt til kommunen' }] },
    });
    expect(campaignById(register, campaign.id)!.deadlines.map(one => one.date)).toEqual(['2013-12-12']);
  });

  test('does not say that the deadline was, before it has been', () => {
    const { register, campaign } = storyCampaign(SENT_AT, { only: ['Hitra'] });
    const order = (letter: Round['letter']) =>
      orderRound(
        register,
        campaign,
        { ...round(at('2013-12-05'), letter), newDeadline: null },
        { by: 'Eva', mode: 'dry', now: at('2013-12-05'), except: [] },
      );
    expect(order('missing')).toMatchObject({
      refused: expect.stringContaining('fristen er ute, men den er 12.12.2013'),
    });
    expect(order('near')).not.toHaveProperty('refused');
  });
});

test('nothing was decided tomorrow', () => {
  const { register } = storyCampaign(SENT_AT, { only: ['Hitra'] });
  const [hitra] = casesWithStanding(register, '2013-samhandling');
  const given = {
    conclusion: 'joined',
    stage: 'decided',
    amountNok: null,
    expectedBy: null,
    decidedOn: '2014-01-10',
  } as const;
  const act = { by: 'Eva', at: at('2013-12-10') };
  expect(recordAnswer(register, hitra!.one.id, given, { channel: 'telefon', note: null }, act)).toMatchObject({
    refused: expect.stringContaining('utsatt'),
  });
  expect(casesWithStanding(register, '2013-samhandling')[0]!.standing.answer).toBe('none');
});

describe('before a campaign is sent', () => {
  const register = emptyRegister({ norway: true });
  const campaign = (recipients: string[], text: string): Campaign => ({
    id: 'prøve',
    title: 'Prøve',
    reference: '26/1',
    type: 'accession',
    terms: { baseNok: 0, perInhabitantNok: 3, populationDate: '2026-01-01', year: 2027 },
    deadlines: ['2026-12-10'],
    ladder: [],
    rounds: [],
    recipients: recipients.map((municipality, i) => ({ municipality, contacts: [], line: i + 1 })),
    sender: { name: 'Kari', address: 'kari@ks.example', title: '', unit: 'KS', phone: '' },
    attachments: [],
    ask: { bokmål: 'slutte seg til', nynorsk: null },
    text: { bokmål: text, nynorsk: null },
  });

  test('a sum that cannot be worked out is a fault, since the letter could never leave', () => {
    const { faults } = campaignRemarks(
      register,
      campaign(['Trøndelag fylkeskommune'], 'Dere betaler {andel}.'),
      '2026-11-23',
    );
    expect(faults).toMatchObject([
      { found: 'ingen for Trøndelag fylkeskommune', whatToDo: expect.stringContaining('{andel}') },
    ]);
    expect(campaignRemarks(register, campaign(['Trøndelag fylkeskommune'], 'Hei.'), '2026-11-23').faults).toEqual([]);
  });

  test('another population than the file says, and a nynorsk municipality without nynorsk, are told', () => {
    const { warnings } = campaignRemarks(register, campaign(['Surnadal'], 'Hei.'), '2026-11-23');
    expect(warnings.map(one => one.found)).toEqual([expect.stringContaining('01.01.2024'), 'bare bokmål']);
  });
});

describe('at the command line', () => {
  test('a missing register is explained, and the program tells its version', async () => {
    const { door, said } = quietDoor({}, at('2014-04-20'));
    const folder = '/nonexistent-purrebot';
    expect(await runCli(['--data', folder, 'answer', 'Hitra', 'ja', '--by', 'Kari Nordmann'], door, COMMANDS)).toBe(1);
    expect(said.told.join()).toContain('Fant ikke noe register');
    expect(await runCli(['--version'], door, COMMANDS)).toBe(0);
    expect(said.out.join()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
