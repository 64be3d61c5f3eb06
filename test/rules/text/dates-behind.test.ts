import { describe, expect, test } from 'vitest';
import { datesIn } from '../../../src/rules/text/dates.ts';
import { fold } from '../../../src/rules/text/fold.ts';

/** Wednesday of week 12; Easter Day is 20 April. */
const SENT = '2014-03-19';
const ahead = (text: string) => datesIn(fold(text), SENT, 'future').map(({ date }) => date);
const behind = (text: string) => datesIn(fold(text), SENT, 'past').map(({ date }) => date);

describe('days behind', () => {
  test.each([
    ['i går', '2014-03-18'],
    ['i går kveld', '2014-03-18'],
    ['igår', '2014-03-18'],
    ['i gårkveld', '2014-03-18'],
    ['i forgårs', '2014-03-17'],
    ['i dag', '2014-03-19'],
    ['i formiddag', '2014-03-19'],
    ['sist torsdag', '2014-03-13'],
    ['sist fredag', '2014-03-14'],
    ['forrige torsdag', '2014-03-13'],
    ['førre torsdag', '2014-03-13'],
    ['på mandag', '2014-03-17'],
    ['mandag', '2014-03-17'],
    ['mandag kveld', '2014-03-17'],
    ['nå på mandag', '2014-03-17'],
    ['torsdag i forrige uke', '2014-03-13'],
    ['tysdag i førre veke', '2014-03-11'],
    ['forrige ukes onsdag', '2014-03-12'],
    ['torsdag 13. mars', '2014-03-13'],
    ['13.3.', '2014-03-13'],
    ['møte 13/3', '2014-03-13'],
    ['møtet den 13.', '2014-03-13'],
    ['møtet den 27.', '2014-02-27'],
    ['torsdag den 27.', '2014-02-27'],
    ['27. f.m.', '2014-02-27'],
    ['27. forrige måned', '2014-02-27'],
    ['12. desember', '2013-12-12'],
    ['12. desember i fjor', '2013-12-12'],
    ['12.12.13', '2013-12-12'],
    ['den 4. ds.', '2014-03-04'],
    ['fredag 14. ds.', '2014-03-14'],
    ['torsdag for to uker siden', '2014-03-06'],
    ['for to dager siden', '2014-03-17'],
    ['for en uke siden', '2014-03-12'],
    ['27.februar d.å.', '2014-02-27'],
    ['yesterday', '2014-03-18'],
    ['last Thursday', '2014-03-13'],
    ['on March 13', '2014-03-13'],
  ])('%s', (text, date) => {
    expect(behind(text)).toEqual([date]);
  });
});

describe('no dates', () => {
  test.each([
    ['sak 26/3'],
    ['PS 14/12'],
    ['kr 12.500'],
    ['kr 10.12 pr innbygger'],
    ['tlf. 12.34.56.78'],
    ['punkt 3.4'],
    ['kl. 10.12'],
    ['kl 09.11 til 10.12'],
    ['24/7'],
    ['50/50'],
    ['1/3 av beløpet'],
    ['deles på 1/3 av kommunene'],
    ['kap. 3.2'],
    ['versjon 2.1'],
    ['LOV-1992-09-25-107'],
    ['gnr. 12/3'],
    ['2014/1234-3'],
    ['3.5 prosent'],
    ['Deres ref. 12/4'],
    ['vi har 4.5 årsverk'],
    ['den 3. kommunen'],
    ['den 1. behandlingen'],
    ['1. gangs behandling'],
    ['§ 8.3'],
    ['Mai Britt Moe'],
    ['Juni Hansen'],
    ['2013/14'],
    ['org.nr. 971 035 854'],
    ['art. 1470.1.120'],
    ['30. februar 2015'],
    ['K1-033'],
  ])('%s', text => {
    expect(ahead(text)).toEqual([]);
  });
});

describe('more ways to say a day behind', () => {
  const each = (days: string[]) => [...new Set(days)];

  test.each([
    ['torsdag i førre veka', ['2014-03-13']],
    ['forrige uke, torsdag', ['2014-03-13']],
    ['den 13. mars i år', ['2014-03-13']],
    ['torsdag 13/3', ['2014-03-13']],
    ['sist onsdag', ['2014-03-12']],
    ['i dag tidlig', ['2014-03-19']],
    ['i dag, 19. mars', ['2014-03-19']],
    ['for 14 dager siden', ['2014-03-05']],
    ['for to veker sidan', ['2014-03-05']],
    ['i desember i fjor', ['2013-12-30']],
    ['i januar', ['2014-01-31']],
    ['torsdag 13. dennes', ['2014-03-13']],
    ['møte 13.03.2014', ['2014-03-13']],
    ['i møtet den 13.', ['2014-03-13']],
    ['i møtet 13. mars', ['2014-03-13']],
    ['tirsdag ettermiddag', ['2014-03-18']],
    ['i tirsdags', ['2014-03-18']],
    ['i forrige møte', []],
    ['i fjor høst', []],
    ['nylig', []],
  ])('behind: %s', (text, dates) => {
    expect(each(behind(text))).toEqual(dates);
  });
});
