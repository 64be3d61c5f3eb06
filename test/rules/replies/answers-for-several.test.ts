import { expect, test } from 'vitest';
import { readFrom } from './sender-world.ts';

const from = 'jan.hopstad@roan.kommune.example';

const SEVERAL: [string, string][] = [
  ['Roan og Osen kommuner har i felles møte vedtatt å delta i ordningen.', 'Osen, Roan'],
  ['Formannskapene i Roan og Osen har begge vedtatt å slutte seg til ordningen.', 'Osen, Roan'],
  ['Dette er også svar for Osen kommune. Vi slutter oss til ordningen.', 'Osen, Roan'],
  ['Vi svarer samtidig for Osen. Begge slutter seg til ordningen.', 'Osen, Roan'],
  [
    'Vi slutter oss til ordningen. Osen kommune har bedt oss svare for seg også, og de slutter seg til på samme vilkår.',
    'Osen, Roan',
  ],
  ['Både Roan og Osen slutter seg til ordningen.', 'Osen, Roan'],
  ['Roan kommune, også på vegne av Osen kommune, slutter seg til ordningen.', 'Osen, Roan'],
  ['Roan kommune slutter seg, på vegne av seg selv og Osen, til ordningen.', 'Osen, Roan'],
  ['Felles tilbakemelding fra Roan og Osen kommuner: Vi slutter oss til ordningen.', 'Osen, Roan'],
  ['Fellessvar fra Roan, Osen og Åfjord. Vi slutter oss til ordningen.', 'Osen, Roan, Åfjord'],
  [
    'Roan, Osen og Åfjord har drøftet saken og svarer i fellesskap at vi slutter oss til ordningen.',
    'Osen, Roan, Åfjord',
  ],
  ['Kommunene Roan og Osen ønsker å delta i ordningen.', 'Osen, Roan'],
  ['Rådmennene i Roan, Osen og Åfjord er enige om at kommunene slutter seg til ordningen.', 'Osen, Roan, Åfjord'],
  ['Vi tre kommuner – Roan, Osen og Åfjord – slutter oss til ordningen.', 'Osen, Roan, Åfjord'],
  ['Jeg skriver på vegne av rådmennene i Roan og Osen. Kommunene slutter seg til ordningen.', 'Osen, Roan'],
  ['Eg svarar på vegner av både Roan og Osen: Vi sluttar oss til ordninga.', 'Osen, Roan'],
  ['Svaret gjeld både Roan og Osen. Vi sluttar oss til ordninga.', 'Osen, Roan'],
  ['Tilbakemeldingen gjelder Roan og Osen kommuner. Vi slutter oss til ordningen.', 'Osen, Roan'],
  ['Roan kommune slutter seg til ordningen. Det samme gjør Osen, som jeg svarer for.', 'Osen, Roan'],
  ['Roan og Osen takker begge nei til tilbudet.', 'Osen, Roan'],
  ['Roan og Osen deltar ikke i ordningen.', 'Osen, Roan'],
  ['Roan/Osen slutter seg til ordningen.', 'Osen, Roan'],
  ['For Roan og Osen kommuner vil jeg melde at vi slutter oss til ordningen.', 'Osen, Roan'],
  ['Vi slutter oss til ordningen.\n\nMvh\nJan Hopstad\nfor Roan og Osen kommuner', 'Osen, Roan'],
];

test.each(SEVERAL)('«%s» answers for %s', (text, expected) => {
  const { municipalities, reviewReasons } = readFrom({ from, text });
  expect(municipalities.join(', ')).toBe(expected);
  // What it says may be hard to read; whom it answers for is not.
  expect(reviewReasons.filter(reason => /kommun/.test(reason))).toEqual([]);
});

test.each([
  'På vegne av regionrådet takker jeg for invitasjonen. Roan slutter seg til ordningen.',
  'Osen og Åfjord slutter seg til ordningen. Det gjør ikke vi.',
  'Svar fra Roan: ja. Svar fra Osen: nei.',
])('a person sees whom «%s» answers for', text => {
  expect(readFrom({ from, text }).review).toBe(true);
});
