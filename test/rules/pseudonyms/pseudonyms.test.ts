import { describe, expect, test } from 'vitest';
import { asciiForms } from '../../../src/rules/pseudonyms/people-names.ts';
import { type PseudonymSources, pseudonymsFor } from '../../../src/rules/pseudonyms/pseudonyms.ts';

const PLACES = ['Hitra', 'Nes', 'Midtre Gauldal', 'Bø'];

function pseudonyms(text: string, more: Partial<PseudonymSources> = {}) {
  return pseudonymsFor({
    texts: [text],
    people: [],
    places: PLACES,
    caseRefs: [],
    messageIds: new Map(),
    start: 0,
    ...more,
  });
}

/** The text with other people in it. */
const rewritten = (text: string, more: Partial<PseudonymSources> = {}) => pseudonyms(text, more).text(text);

describe('invented people', () => {
  test('a name is the same invented one in header, greeting, signature and address', () => {
    const now = rewritten(
      'Fra: Kåre Ness <kare.ness@hitra.kommune.no>\n\nHei Kåre, vi sees.\n\nMvh\nKåre B. Ness',
    ).split('\n');
    const [, given = '', last = '', address = ''] = /^Fra: (\S+) (\S+) <(.*)>/.exec(now[0]!) ?? [];
    expect(now.slice(2)).toEqual([`Hei ${given}, vi sees.`, '', 'Mvh', `${given} B. ${last}`]);
    expect(address).toBe(`${asciiForms(given)[0]}.${asciiForms(last)[0]}@hitra.kommune.example`);
    expect(now.join()).not.toMatch(/Kåre|Ness|kare/);
  });

  test.each([
    ['an officer', 'Saksbehandler: Brynhildur Sæter', /Brynhildur|Sæter/],
    ['a member of a party', 'Torstein Lauvås (Sp) fremmet forslag. Lauvås trakk det.', /Torstein|Lauvås/],
    ['the one who is written to', 'Att: Gudny Hjelle', /Gudny|Hjelle/],
    ['a quoted writer', 'Den 3. mars 2014 skrev Oddvar Reppe <or@hitra.kommune.no>:', /Oddvar|Reppe/],
    ['a turned name', '"Reppe, Oddvar" <oddvar.reppe@hitra.kommune.no>', /Reppe|Oddvar|reppe/],
    ['two first names in one', 'Mvh\nJan-Ivar Reppe', /Jan-Ivar|Reppe/],
    ['capitals', 'Mvh\nODDVAR REPPE\nOddvar Reppe', /ODDVAR|REPPE/],
    ['a telephone’s signature', 'Ja.\nmvh oddvar\n\nFra: Oddvar Reppe', /oddvar/],
    ['a possessive', 'Oddvar Reppes svar. Reppes syn.', /Reppe/],
  ])('replaces %s', (_, text, real) => {
    const now = rewritten(text);
    expect(now).not.toMatch(real);
  });

  test.each([
    [
      'a local part alone in a bounce',
      "To: tor.skogmo@hitra.kommune.no\ntor.skogmo wasn't found at hitra.kommune.no.",
      /skogmo/i,
    ],
    ['a local part that no address has', "tor.skogmo wasn't found at hitra.kommune.no.", /skogmo/i],
    ['a telephone number in a row', 'Ring 91234567 i dag.', /91234567/],
    ['one in groups', 'Ring 912 34 567 i dag, eller +47 91234567.', /912/],
    ['an organisation’s number', 'Org.nr. 974754118, 974 754 118', /974/],
    ['a first name alone', 'Snakk med Annette om det.', /Annette/],
    ['a first name that is a word', 'Fra: Tor Skogmo\nVi snakket med Tor om det.', /Tor /],
    ['a case number that the reader did not take up', 'Se sak 2014/1234-3 og saksnr. 2014/45.', /1234|14\/45/],
  ])('replaces %s', (_, text, real) => {
    expect(rewritten(text)).not.toMatch(real);
  });

  test('a genitive is the same person', () => {
    const now = rewritten('Fra: Kari Skogmo\nKari Skogmos svar. Karis syn og Skogmos ord.');
    const [, given, last] = /^Fra: (\S+) (\S+)/.exec(now)!;
    expect(now).toBe(`Fra: ${given} ${last}\n${given} ${last}s svar. ${given}s syn og ${last}s ord.`);
  });

  test('keeps days, years, sums, a saint, and our own case number', () => {
    const text = 'St. Olav, 20140303, kr 45000000, 2013/2014, PS 12/14, 2013/555.';
    expect(rewritten(text, { ownRefs: ['2013/555'] })).toBe(text);
  });

  test('keeps municipalities, offices, and words that are also names', () => {
    const text =
      'Hitra kommune betaler 3 kr per innbygger. Per 1.1.2013 var det 4200. Midtre Gauldal kommune er med.\nServicetorget\nMvh\nPer Reppe';
    const now = rewritten(text);
    expect(now).toContain(
      'Hitra kommune betaler 3 kr per innbygger. Per 1.1.2013 var det 4200. Midtre Gauldal kommune er med.\nServicetorget',
    );
    expect(now).not.toContain('Per Reppe');
  });

  test('keeps a municipality that somebody is called after, but not her name', () => {
    const now = rewritten('Kari Nes i Nes kommune svarer.');
    expect(now).toMatch(/ i Nes kommune svarer\.$/);
    expect(now).not.toContain('Kari Nes');
  });

  test('replaces addresses of people, and keeps what an office’s address says', () => {
    const now = rewritten(
      'postmottak@hitra.kommune.no, jh59@online.no, https://www.hitra.kommune.no/sak?bruker=kari.nes, 10.1.2.3',
    );
    expect(now).toMatch(
      /^postmottak@hitra\.kommune\.example, \S+@online\.example, https:\/\/www\.hitra\.kommune\.example\/sak, 192\.0\.2\.1$/,
    );
    expect(now).not.toContain('jh59');
  });

  test.each([
    ['Tlf.: 72 44 17 00', /^Tlf\.: 00 00 \d\d \d\d$/],
    ['mobil 934 56 789', /^mobil 000 0\d \d{3}$/],
    ['+47 72441700', /^\+47 0000\d{4}$/],
    ['Ring 72 44 17 00 i dag', /^Ring 00 00 \d\d \d\d i dag$/],
    ['Født 010190 12345', /^Født 000000 00000$/],
    ['Konto 8601.12.34567', /^Konto 0000\.00\.00000$/],
    ['Fjellveien 12 B, Hitra', /^Eksempelveien \d+, Hitra$/],
  ])('replaces the number in «%s» in its own form', (text, now) => {
    expect(rewritten(text)).toMatch(now);
  });

  test.each(['kr 14 133,-', 'kr 12 34 56 78', '24.04.2014', '4711 innbyggere', 'PS 14/23', '1.1.2013'])(
    'leaves «%s» alone',
    text => expect(rewritten(text)).toBe(text),
  );

  test('replaces the case number that the reader found, with the year and the document as they were', () => {
    const text = 'Vår ref.: 2014/1234-3. Se 2014/1234-5, og 14/23.';
    const made = pseudonyms(text, { caseRefs: ['2014/1234-3', '14/23'] });
    const number = /2014\/(\d{4})-3/.exec(made.text(text))?.[1];
    expect(number).not.toBe('1234');
    expect(made.text(text)).toBe(`Vår ref.: 2014/${number}-3. Se 2014/${number}-5, og 14/23.`);
    expect(made.caseRef('2014/1234-3')).toBe(`2014/${number}-3`);
  });

  test('has the same new Message-ID for the same old one in every mail', () => {
    const id = '<ABC123@EXCH02.ks.no>';
    const [one, other] = [pseudonyms('', { start: 3 }), pseudonyms('', { start: 90 })].map(made => made.messageId(id));
    expect(one).toBe(other);
    expect(one).toMatch(/^<[0-9a-f]{24}@exch02\.ks\.example>$/);
    expect(pseudonyms('', { messageIds: new Map([[id, '<1@ks.example>']]) }).messageId(id)).toBe('<1@ks.example>');
  });

  test('tells what was replaced, and what may be a name and was not', () => {
    const made = pseudonyms('Mvh Oddvar Reppe og Xylara Brundt');
    const now = made.text('Mvh Oddvar Reppe og Xylara Brundt');
    expect(made.replaced()).toMatchObject([{ what: 'name', was: 'Oddvar Reppe' }]);
    expect(made.doubtful(now)).toEqual(['Xylara Brundt']);
  });

  test('reads a line as long as a mail may be in under a second', () => {
    for (const sign of ['a', 'A', ' ', '1', '@', '.', '<', 'A ', '0 ', 'a@', 'a.']) {
      const text = sign.repeat(400_000 / sign.length);
      const start = performance.now();
      rewritten(text);
      expect(performance.now() - start, sign).toBeLessThan(1000);
    }
  });
});
