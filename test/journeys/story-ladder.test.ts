import { beforeAll, describe, expect, test } from 'vitest';
import type { PlayedStory } from '../../src/cli/demo/play-story.ts';
import { osloDate } from '../../src/rules/calendar/oslo-time.ts';
import { DEFAULT_LADDER } from '../../src/rules/campaign/ladder-default.ts';
import { theStory } from '../worlds/story.ts';

let played: PlayedStory;
beforeAll(async () => {
  ({ played } = await theStory(DEFAULT_LADDER));
}, 60_000);

/** What left on each day: kind → municipalities. */
function daily(): Record<string, Record<string, string[]>> {
  const days: Record<string, Record<string, string[]>> = {};
  for (const { at, mail } of played.letters) {
    const day = days[osloDate(at)] ?? {};
    days[osloDate(at)] = day;
    day[mail.kind] = [...(day[mail.kind] ?? []), mail.label];
  }
  for (const day of Object.values(days))
    for (const names of Object.values(day)) names.sort(new Intl.Collator('nb').compare);
  return days;
}

describe('the default ladder on the same story', () => {
  test('its letters, day by day', () => {
    expect(daily()).toMatchInlineSnapshot(`
      {
        "2013-11-28": {
          "request": [
            "Agdenes",
            "Bjugn",
            "Frøya",
            "Hemne",
            "Hitra",
            "Holtålen",
            "Klæbu",
            "Malvik",
            "Meldal",
            "Melhus",
            "Midtre Gauldal",
            "Oppdal",
            "Orkdal",
            "Osen",
            "Rennebu",
            "Rissa",
            "Roan",
            "Røros",
            "Selbu",
            "Skaun",
            "Snillfjord",
            "Trondheim",
            "Tydal",
            "Ørland",
            "Åfjord",
          ],
        },
        "2013-12-09": {
          "near": [
            "Agdenes",
            "Bjugn",
            "Hemne",
            "Hitra",
            "Meldal",
            "Melhus",
            "Midtre Gauldal",
            "Orkdal",
            "Osen",
            "Rennebu",
            "Rissa",
            "Roan",
            "Røros",
            "Selbu",
            "Skaun",
            "Snillfjord",
            "Trondheim",
            "Tydal",
            "Ørland",
            "Åfjord",
          ],
        },
        "2013-12-13": {
          "missing": [
            "Bjugn",
            "Hemne",
            "Hitra",
            "Meldal",
            "Midtre Gauldal",
            "Orkdal",
            "Osen",
            "Rennebu",
            "Roan",
            "Røros",
            "Selbu",
            "Skaun",
            "Ørland",
            "Åfjord",
          ],
        },
        "2013-12-20": {
          "last": [
            "Bjugn",
            "Hemne",
            "Hitra",
            "Meldal",
            "Midtre Gauldal",
            "Orkdal",
            "Osen",
            "Rennebu",
            "Roan",
            "Røros",
            "Selbu",
            "Skaun",
            "Ørland",
            "Åfjord",
          ],
        },
        "2014-01-28": {
          "after-meeting": [
            "Rissa",
          ],
        },
        "2014-04-08": {
          "after-meeting": [
            "Rennebu",
          ],
        },
      }
    `);
  });

  test('its reasons, day by day: who gets a letter and why, who does not and why', () => {
    const reasons = played.ladder.map(plan => ({
      day: plan.today,
      letters: plan.letters.map(
        letter => `${letter.kind}: ${letter.cases.map(one => `${one.name} (${one.because})`).join(', ')}`,
      ),
      phone: plan.phone.map(one => `${one.name} (${one.because})`),
      spared: plan.spared.filter(one => one.occasion !== null).map(one => `${one.name}: ${one.because}`),
    }));
    expect(reasons).toMatchInlineSnapshot(`
      [
        {
          "day": "2013-12-09",
          "letters": [
            "near: Agdenes (har ikke svart; fristen er 12.12.2013)",
            "near: Bjugn (har ikke svart; fristen er 12.12.2013)",
            "near: Hemne (har ikke svart; fristen er 12.12.2013)",
            "near: Hitra (har ikke svart; fristen er 12.12.2013)",
            "near: Meldal (har ikke svart; fristen er 12.12.2013)",
            "near: Melhus (har ikke svart; fristen er 12.12.2013)",
            "near: Midtre Gauldal (har ikke svart; fristen er 12.12.2013)",
            "near: Orkdal (har ikke svart; fristen er 12.12.2013)",
            "near: Osen (har ikke svart; fristen er 12.12.2013)",
            "near: Rennebu (har ikke svart; fristen er 12.12.2013)",
            "near: Rissa (har ikke svart; fristen er 12.12.2013)",
            "near: Roan (har ikke svart; fristen er 12.12.2013)",
            "near: Røros (har ikke svart; fristen er 12.12.2013)",
            "near: Selbu (har ikke svart; fristen er 12.12.2013)",
            "near: Skaun (har ikke svart; fristen er 12.12.2013)",
            "near: Snillfjord (har ikke svart; fristen er 12.12.2013)",
            "near: Trondheim (har ikke svart; fristen er 12.12.2013)",
            "near: Tydal (har ikke svart; fristen er 12.12.2013)",
            "near: Ørland (har ikke svart; fristen er 12.12.2013)",
            "near: Åfjord (har ikke svart; fristen er 12.12.2013)",
          ],
          "phone": [],
          "spared": [
            "Frøya: har spurt om noe som vi ikke har svart på",
            "Klæbu: saken behandles i kommunestyret 12.12.2013",
          ],
        },
        {
          "day": "2013-12-13",
          "letters": [
            "missing: Bjugn (har ikke svart; fristen var 12.12.2013)",
            "missing: Hemne (har ikke svart; fristen var 12.12.2013)",
            "missing: Hitra (har ikke svart; fristen var 12.12.2013)",
            "missing: Meldal (har ikke svart; fristen var 12.12.2013)",
            "missing: Midtre Gauldal (har ikke svart; fristen var 12.12.2013)",
            "missing: Orkdal (har ikke svart; fristen var 12.12.2013)",
            "missing: Osen (har ikke svart; fristen var 12.12.2013)",
            "missing: Rennebu (har ikke svart; fristen var 12.12.2013)",
            "missing: Roan (har ikke svart; fristen var 12.12.2013)",
            "missing: Røros (har ikke svart; fristen var 12.12.2013)",
            "missing: Selbu (har ikke svart; fristen var 12.12.2013)",
            "missing: Skaun (har ikke svart; fristen var 12.12.2013)",
            "missing: Ørland (har ikke svart; fristen var 12.12.2013)",
            "missing: Åfjord (har ikke svart; fristen var 12.12.2013)",
          ],
          "phone": [],
          "spared": [
            "Frøya: har spurt om noe som vi ikke har svart på",
            "Klæbu: saken skulle behandles i kommunestyret 12.12.2013; vi venter tre virkedager på utfallet",
            "Rissa: saken behandles i formannskapet 23.01.2014",
          ],
        },
        {
          "day": "2013-12-20",
          "letters": [
            "last: Bjugn (har ikke svart; fristen var 12.12.2013)",
            "last: Hemne (har ikke svart; fristen var 12.12.2013)",
            "last: Hitra (har ikke svart; fristen var 12.12.2013)",
            "last: Meldal (har ikke svart; fristen var 12.12.2013)",
            "last: Midtre Gauldal (har ikke svart; fristen var 12.12.2013)",
            "last: Orkdal (har ikke svart; fristen var 12.12.2013)",
            "last: Osen (har ikke svart; fristen var 12.12.2013)",
            "last: Rennebu (har ikke svart; fristen var 12.12.2013)",
            "last: Roan (har ikke svart; fristen var 12.12.2013)",
            "last: Røros (har ikke svart; fristen var 12.12.2013)",
            "last: Selbu (har ikke svart; fristen var 12.12.2013)",
            "last: Skaun (har ikke svart; fristen var 12.12.2013)",
            "last: Ørland (har ikke svart; fristen var 12.12.2013)",
            "last: Åfjord (har ikke svart; fristen var 12.12.2013)",
          ],
          "phone": [],
          "spared": [
            "Frøya: har spurt om noe som vi ikke har svart på",
            "Rissa: saken behandles i formannskapet 23.01.2014",
          ],
        },
        {
          "day": "2014-01-02",
          "letters": [],
          "phone": [
            "Bjugn (har ikke svart; fristen var 12.12.2013)",
            "Hemne (har ikke svart; fristen var 12.12.2013)",
            "Hitra (har ikke svart; fristen var 12.12.2013)",
            "Meldal (har ikke svart; fristen var 12.12.2013)",
            "Midtre Gauldal (har ikke svart; fristen var 12.12.2013)",
            "Orkdal (har ikke svart; fristen var 12.12.2013)",
            "Osen (har ikke svart; fristen var 12.12.2013)",
            "Rennebu (har ikke svart; fristen var 12.12.2013)",
            "Roan (har ikke svart; fristen var 12.12.2013)",
            "Røros (har ikke svart; fristen var 12.12.2013)",
            "Selbu (har ikke svart; fristen var 12.12.2013)",
            "Skaun (har ikke svart; fristen var 12.12.2013)",
            "Ørland (har ikke svart; fristen var 12.12.2013)",
            "Åfjord (har ikke svart; fristen var 12.12.2013)",
          ],
          "spared": [
            "Frøya: har spurt om noe som vi ikke har svart på",
            "Rissa: saken behandles i formannskapet 23.01.2014",
          ],
        },
        {
          "day": "2014-01-28",
          "letters": [
            "after-meeting: Rissa (saken skulle behandles i formannskapet 23.01.2014, og utfallet er ikke kjent)",
          ],
          "phone": [],
          "spared": [],
        },
        {
          "day": "2014-04-08",
          "letters": [
            "after-meeting: Rennebu (saken skulle behandles i formannskapet 03.04.2014, og utfallet er ikke kjent)",
          ],
          "phone": [],
          "spared": [],
        },
      ]
    `);
  });
});
