import { expect, test } from 'vitest';
import { placedSentences } from '../../../src/rules/replies/sections.ts';
import type { Speakers } from '../../../src/rules/replies/speakers.ts';
import { leavesRequestAside } from '../../../src/rules/replies/speaks-of-request.ts';
import { ownTexts } from '../../../src/rules/text/own-text.ts';

const SPEAKERS: Speakers = {
  own: ownTexts([]),
  ours: ['fjordvik'],
  others: [],
  forSeveral: false,
  topic: new Set(['digitali', 'rådgiver']),
};
const leavesAside = (text: string) => leavesRequestAside(placedSentences(text, 'body'), SPEAKERS);

test.each([
  'Er møterommet hos dere ledig onsdag formiddag for en gruppe på fire?',
  'Vi minner om at nøklene til hytta skulle vært levert tilbake.',
  'Gratulerer så mye med femtiårsdagen, kjære Ingrid, hilsen fra alle oss på kontoret!',
])('leaves the request aside: %s', text => {
  expect(leavesAside(text)).toBe(true);
});

test.each([
  'Hva er det?',
  'Hvem skal betale lønna?',
  'Når begynner digitaliseringsrådgiveren?',
  'Vi vurderer dette.',
  'Er møterommet ledig onsdag? Vi sender svaret på henvendelsen i morgen.',
])('may speak of it: %s', text => {
  expect(leavesAside(text)).toBe(false);
});
