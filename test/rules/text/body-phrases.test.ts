import { expect, test } from 'vitest';
import { bodiesIn, officersIn } from '../../../src/rules/text/bodies.ts';
import { fold } from '../../../src/rules/text/fold.ts';

test.each([
  ['kommunestyret', 'kommunestyret'],
  ['Kommunestyrets møte', 'kommunestyret'],
  ['kommunestyremøtet 27. mars', 'kommunestyret'],
  ['kommunestyresak 14/23', 'kommunestyret'],
  ['Bjugn kommunestyre', 'kommunestyret'],
  ['i kommunestyrets junimøte', 'kommunestyret'],
  ['bystyret', 'kommunestyret'],
  ['Trondheim bystyre', 'kommunestyret'],
  ['bystyremøtet', 'kommunestyret'],
  ['heradsstyret', 'kommunestyret'],
  ['herredsstyret', 'kommunestyret'],
  ['herredstyret', 'kommunestyret'],
  ['Ulvik heradsstyre', 'kommunestyret'],
  ['KST-sak 14/23', 'kommunestyret'],
  ['K-sak 14/23', 'kommunestyret'],
  ['komm.styret', 'kommunestyret'],
  ['K.styret', 'kommunestyret'],
  ['the municipal council', 'kommunestyret'],
  ['formannskapet', 'formannskapet'],
  ['formannskapets vedtak', 'formannskapet'],
  ['formannskapsmøtet', 'formannskapet'],
  ['formannskapssak 14/14', 'formannskapet'],
  ['Røros formannskap', 'formannskapet'],
  ['formannsskapet', 'formannskapet'],
  ['F-sak 14/14', 'formannskapet'],
  ['FSK-sak 14/14', 'formannskapet'],
  ['fylkestinget', 'fylkestinget'],
  ['fylkestingets samling', 'fylkestinget'],
  ['fylkestingsmøtet', 'fylkestinget'],
  ['fylkestingssak 92/26', 'fylkestinget'],
  ['FT-sak 92/26', 'fylkestinget'],
  ['rådmannen', 'rådmannen'],
  ['fungerende rådmann', 'rådmannen'],
  ['assisterende rådmann', 'rådmannen'],
  ['kommunedirektøren', 'kommunedirektøren'],
  ['konstituert kommunedirektør', 'kommunedirektøren'],
  ['fylkesutvalget', 'other'],
  ['fylkesrådet', 'other'],
  ['hovedutvalget for helse', 'other'],
  ['hovudutval for helse', 'other'],
  ['levekårsutvalget', 'other'],
  ['helse- og omsorgsutvalet', 'other'],
  ['utvalg for oppvekst og velferd', 'other'],
  ['driftsstyret', 'other'],
  ['komité for helse', 'other'],
  ['byrådet', 'other'],
  ['regionrådet', 'other'],
])('%s', (text, body) => {
  expect([...new Set(bodiesIn(fold(text)).map(found => found.body))]).toEqual([body]);
});

test.each([
  ['styrke samarbeidet'],
  ['vi styrer mot et svar'],
  ['rådmannsutvalget i KS'],
  ['fylkesstyret i KS'],
  ['råd og veiledning'],
  ['et utvalg av kommuner'],
  ['rådet fra KS'],
  ['samarbeidsutvalget med St. Olavs'],
  ['de faglige samarbeidsutvalgene'],
  ['administrasjonen'],
  ['styret for helseforetaket'],
])('no body of theirs: %s', text => {
  expect(bodiesIn(fold(text))).toEqual([]);
});

test.each([
  ['kommunalsjefen'],
  ['Helse- og omsorgssjefen'],
  ['administrasjonssjefen'],
  ['kommuneoverlegen'],
  ['ordføreren'],
  ['enhetslederen'],
])('an officer, who decides only by delegation: %s', text => {
  expect(bodiesIn(fold(text))).toEqual([]);
  expect(officersIn(fold(text))).toHaveLength(1);
});

test.each([['kommunedirektøren'], ['rådmannen'], ['selskapet']])('no such officer: %s', text => {
  expect(officersIn(fold(text))).toEqual([]);
});
