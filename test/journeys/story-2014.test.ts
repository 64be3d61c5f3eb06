import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlayedStory } from '../../src/cli/demo/play-story.ts';
import { contributionsOf } from '../../src/jobs/contributions.ts';
import { casesWithStanding } from '../../src/jobs/gather-cases.ts';
import { campaignById } from '../../src/register/campaigns.ts';
import type { Register } from '../../src/register/open-register.ts';
import { instantFrom, osloIso } from '../../src/rules/calendar/oslo-time.ts';
import { theStory } from '../worlds/story.ts';

interface GoldStanding {
  standing: string;
  closed: boolean;
  stage: string | null;
  expectedBy: string | null;
}

const gold = JSON.parse(readFileSync(new URL('../corpus/story-2014.json', import.meta.url), 'utf8')) as {
  standing: {
    label: string;
    at: string;
    outstanding: string[];
    joined: string[];
    declined: string[];
    municipalities: Record<string, GoldStanding>;
  }[];
};

let played: PlayedStory;
let register: Register;
beforeAll(async () => {
  ({ played, register } = await theStory());
}, 60_000);

const look = (date: string) => played.looks.find(one => osloIso(one.at).startsWith(date))!;
const outstanding = (date: string) =>
  look(date)
    .status.cases.filter(one => one.standing.outstanding)
    .map(one => one.municipality.name);
const sorted = (names: readonly string[]) => [...names].sort(new Intl.Collator('nb').compare);
const bjugn = (date: string) => look(date).status.cases.find(one => one.municipality.name === 'Bjugn')!.standing;

describe('the story of 2013–14', () => {
  test('every standing agrees with the story at each of its moments', () => {
    for (const moment of gold.standing) {
      const cases = casesWithStanding(register, '2013-samhandling', instantFrom(moment.at));
      const joined = cases
        .filter(one => one.standing.closed && one.standing.answer === 'joined')
        .map(one => one.municipality.name);
      const declined = cases
        .filter(one => one.standing.closed && one.standing.answer === 'declined')
        .map(one => one.municipality.name);
      expect({ at: moment.at, joined: sorted(joined), declined: sorted(declined) }).toEqual({
        at: moment.at,
        joined: sorted(moment.joined),
        declined: sorted(moment.declined),
      });
      expect(sorted(cases.filter(one => one.standing.outstanding).map(one => one.municipality.name))).toEqual(
        sorted(moment.outstanding),
      );
    }
  });

  test('the rounds go to the 16 and the 12 of the real letters, 12 joined and 1 declined at the second', () => {
    expect(outstanding('2014-02-27')).toEqual(
      sorted(
        'Bjugn Frøya Hemne Hitra Meldal Midtre_Gauldal Orkdal Osen Rennebu Rissa Roan Røros Selbu Skaun Ørland Åfjord'
          .split(' ')
          .map(name => name.replace('_', ' ')),
      ),
    );
    expect(outstanding('2014-03-17')).toEqual(
      sorted('Bjugn Frøya Hitra Orkdal Rennebu Rissa Roan Røros Selbu Skaun Ørland Åfjord'.split(' ')),
    );
    expect(look('2014-03-17').status.counts).toMatchObject({ joined: 12, declined: 1, deferred: 4, review: 1 });
    const sent = (day: string) => played.letters.filter(letter => osloIso(letter.at).startsWith(day));
    expect(sent('2014-02-27').map(letter => letter.mail.label)).toEqual(
      expect.arrayContaining(outstanding('2014-02-27')),
    );
    expect(sent('2014-02-27')).toHaveLength(16);
    expect(sent('2014-03-17')).toHaveLength(1);
    expect(sent('2014-03-17')[0]!.mail.envelope.to.filter(address => address.startsWith('postmottak@'))).toHaveLength(
      12,
    );
    expect(played.letters).toHaveLength(25 + 16 + 1);
  });

  test('beside each round stands whom the rules would have spared', () => {
    const spared = played.rounds.map(round =>
      round.plan.letters
        .flatMap(letter => letter.cases)
        .filter(one => one.wouldSpare !== null)
        .map(one => one.name),
    );
    expect(spared).toEqual([['Frøya'], ['Bjugn', 'Frøya', 'Orkdal', 'Selbu', 'Skaun']]);
  });

  test("Bjugn's case paper is recommended, not decided; joined only after the decision of 8 April", () => {
    expect(bjugn('2014-03-19')).toMatchObject({
      answer: 'recommended',
      closed: false,
      details: { inhabitants: 4711, amountNok: 14133, expectedBy: '2014-04-08' },
    });
    expect(bjugn('2014-04-09')).toMatchObject({
      answer: 'joined',
      closed: true,
      details: { stage: 'decided', decidedOn: '2014-04-08' },
    });
  });

  test('the contributions show the stated figures beside those of SSB', () => {
    const { rows, sums } = contributionsOf(register, campaignById(register, '2013-samhandling')!);
    expect(rows).toHaveLength(25);
    expect(rows.find(row => row.municipality === 'Bjugn')).toMatchObject({
      statedInhabitants: 4711,
      statedNok: 14133,
      ssbInhabitants: 4665,
      ssbNok: 13995,
    });
    expect(sums.all).toMatchObject({ municipalities: 25, ssbNok: 908265 });
  });

  test('the same story twice is the same story: letters, bytes and standings', async () => {
    const again = await theStory();
    expect(again.played.letters.map(letter => letter.mail.messageId)).toEqual(
      played.letters.map(letter => letter.mail.messageId),
    );
    expect(
      again.played.letters.every((letter, i) =>
        Buffer.from(letter.mail.bytes).equals(Buffer.from(played.letters[i]!.mail.bytes)),
      ),
    ).toBe(true);
  }, 60_000);
});
