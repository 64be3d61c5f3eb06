import { expect, test } from 'vitest';
import { readDocumentMail, readMail, shortly } from './read-mail.ts';

const OURS = 'Felles digitaliseringsrådgiver';
const HEAD = 'FJORDVIK KOMMUNE\nMøteprotokoll formannskapet 10.09.2026\n';
const YES = 'Fjordvik kommune slutter seg til ordningen.';
const NO = 'Fjordvik kommune deltar ikke i ordningen.';
const matter = (heading: string, resolution: string) => `\n${heading}\nVedtak:\n${resolution}\n`;
const minutes = (...matters: string[]) => readDocumentMail('Vedlagt følger protokoll.', [HEAD, ...matters].join(''));

test('takes the resolution of our matter, wherever the others stand', () => {
  const licences = matter('PS 84/26 Skjenkebevilling', 'Søknaden avslås.');
  const fund = matter('PS 86/26 Regionalt næringsfond', 'Fjordvik kommune deltar ikke i fondet.');
  const reading = minutes(licences, matter(`PS 85/26 ${OURS}`, YES), fund);
  expect(shortly(reading)).toBe('joined/decided');
  expect(reading).toMatchObject({ decidedOn: '2026-09-10', body: 'formannskapet', caseRefs: ['85/26'] });
  expect(shortly(minutes(matter(`PS 85/26 ${OURS}`, NO), matter('PS 86/26 Interkommunalt arkiv', YES)))).toBe(
    'declined/decided',
  );
});

test.each([
  ['PS 85/26', 'PS 86/26'],
  ['Sak 85/26 –', 'Sak 86/26 –'],
  ['Sak nr. 85/26:', 'Sak nr. 86/26:'],
  ['FS-85/26', 'FS-86/26'],
  ['K-sak 85/26', 'K-sak 86/26'],
  ['085/26', '086/26'],
  ['PS 85/2026', 'PS 86/2026'],
  ['PS 85/26 26/2207-3', 'PS 86/26 26/1901-1'],
])('knows «%s» for the heading of a matter', (one, other) => {
  expect(shortly(minutes(matter(`${one} ${OURS}`, NO), matter(`${other} Interkommunalt arkiv`, YES)))).toBe(
    'declined/decided',
  );
});

test('takes the title from the line below the number', () => {
  expect(shortly(minutes(matter(`PS 85/26\n${OURS}`, NO), matter('PS 86/26\nInterkommunalt arkiv', YES)))).toBe(
    'declined/decided',
  );
});

test('reads no matter without a title as part of ours', () => {
  expect(shortly(minutes(matter(`PS 85/26 ${OURS}`, NO), matter('PS 86/26', YES)))).toBe('declined/decided');
});

test('sees our matter put off though the next was adopted', () => {
  const archive = matter('PS 86/26 Interkommunalt arkiv', 'Fjordvik kommune godkjenner avtalen.');
  expect(shortly(minutes(matter(`PS 85/26 ${OURS}`, 'Saken utsettes.'), archive))).toBe('deferred');
});

test('looks past the list of matters at the top', () => {
  const list = `\nSaker til behandling:\nPS 85/26 ${OURS}\nPS 86/26 Legevaktordning\n`;
  expect(shortly(minutes(list, matter(`PS 85/26 ${OURS}`, NO), matter('PS 86/26 Legevaktordning', YES)))).toBe(
    'declined/decided',
  );
});

test('parts headings too long for their line', () => {
  const long = `${OURS} for kommunene i regionen og finansieringen av stillingen`;
  expect(shortly(minutes(matter(`PS 85/26 ${long}`, NO), matter('PS 86/26 Interkommunalt arkiv', YES)))).toBe(
    'declined/decided',
  );
});

test('reads minutes written into the mail itself', () => {
  const reading = readMail(
    `Protokoll fra kommunestyret:\n\nSak 101/26 ${OURS}\nVedtak: ${YES}\n\nSak 102/26 Innkjøpsordning\nVedtak: Fjordvik kommune slutter seg ikke til ordningen.`,
  );
  expect(shortly(reading)).toBe('joined/decided');
  expect(reading.caseRefs).toEqual(['101/26']);
});

test('lets a resolution announced above the matters hold for each of them', () => {
  const reading = readDocumentMail(
    'Se vedlegg.',
    `${HEAD}\nFormannskapet fattet følgende vedtak:\n\nSak 85/26 ${OURS}\n${NO}\n\nSak 86/26 Interkommunalt arkiv\n${YES}`,
  );
  expect(shortly(reading)).toBe('declined/decided');
});

test('takes no standpoint from minutes in which none of the matters is ours', () => {
  const reading = minutes(matter('PS 84/26 Skjenkebevilling', 'Søknaden avslås.'), matter('PS 86/26 Arkiv', YES));
  expect(shortly(reading)).toBe('unclear ?');
  expect(reading.caseRefs).toEqual([]);
});

test('takes no standpoint from the one matter of minutes when it is about something else', () => {
  expect(shortly(minutes(matter('PS 86/26 Interkommunalt arkiv', YES)))).toBe('unclear ?');
  expect(shortly(minutes(matter('PS 86/26 Henvendelse fra KS', YES)))).toBe('joined/decided');
  expect(shortly(minutes(matter(`PS 86/26 ${OURS}`, YES)))).toBe('joined/decided');
});

test('lets no letter carry a yes past minutes of other matters', () => {
  const other = [HEAD, matter('PS 84/26 Skjenkebevilling', 'Søknaden avslås.'), matter('PS 86/26 Arkiv', NO)].join('');
  expect(readDocumentMail('Vi slutter oss til ordningen, se protokollen.', other).review).toBe(true);
});

test('asks a person when two matters of ours disagree, and not when they agree', () => {
  const costs = (resolution: string) => matter('PS 86/26 Digitaliseringsrådgiver – fordeling av utgifter', resolution);
  expect(shortly(minutes(matter(`PS 85/26 ${OURS}`, YES), costs(NO)))).toBe('unclear ?');
  expect(shortly(minutes(matter(`PS 85/26 ${OURS}`, YES), costs(YES)))).toBe('joined/decided');
});

test('holds a matter that goes through two bodies for one', () => {
  const reading = minutes(matter(`PS 44/26 ${OURS}`, NO), matter(`PS 61/26 ${OURS}`, NO));
  expect(shortly(reading)).toBe('declined/decided');
});

test('takes a row of the meeting table and a sentence for no heading', () => {
  const reading = readDocumentMail(
    'Se vedlegg.',
    `Særutskrift\n\n44/26  Formannskapet  10.09.2026\n\n43/26  Eldrerådet  09.09.2026\n\nVedtak\n\n${NO}`,
  );
  expect(shortly(reading)).toBe('declined/decided');
  expect(shortly(readMail(`Sak 44/26: ${YES}`))).toBe('joined/stated');
});

test('reads a megabyte of numbers in under a second', () => {
  for (const line of ['PS 85/26 ', 'PS 85/26\n', '85/26 A\n', 'PS 85/26 Arkiv\nVedtak:\nNei.\n', 'PS\n', '0', 'A/']) {
    const text = line.repeat(1_000_000 / line.length);
    const start = performance.now();
    readDocumentMail('Se vedlegg.', text);
    expect(performance.now() - start, line).toBeLessThan(1000);
  }
});
