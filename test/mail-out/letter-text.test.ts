import { expect, test } from 'vitest';
import { wrapText } from '../../src/mail-out/wrap-text.ts';
import { writeLetter } from '../../src/mail-out/write-letter.ts';
import { plainSpaces } from '../../src/rules/letters/norwegian-number.ts';
import { aLetter, hitra, theTwelve } from '../rules/letters/a-letter.ts';

test('the last letter to Hitra', () => {
  const letter = aLetter({
    kind: 'last',
    datedAt: '2014-03-17T08:33:50Z',
    newDeadline: '2014-03-19',
    joinedCount: 12,
    addressees: [hitra({ roles: ['postmottak', 'director'] })],
  });
  expect(plainSpaces(writeLetter(letter).text)).toBe(`Til:           Hitra kommune, postmottak og rådmann
Deres ref.:    Oppgi gjerne saksnummeret deres i svaret
Vår ref.:      13/01746-9 H7K2QF
Dato:          17.03.2014
Saksbehandler: Eva L. Indreby, KS Sør-Trøndelag
Gjelder:       Felles kommunal ressurs, samhandling med St. Olav

Vi mangler fortsatt svar fra Hitra kommune. Fristen var fredag 7. mars 2014.
Svar gjerne innen onsdag 19. mars, uansett konklusjon.

Det gjelder om kommunen vil slutte seg til en felles ressurs for
samhandlingen med St. Olav. 12 kommuner har så langt sluttet seg til. Et nei
er også et svar.

Andel for Hitra: kr 13 431 (kr 3 × 4 477 innbyggere, SSB 1. januar 2013)

Svar med én linje. Kopier den som passer:

( ) Hitra kommune slutter seg til ordningen med kr 13 431.
( ) Hitra kommune slutter seg ikke til ordningen.
( ) Hitra kommune behandler saken i [kommunestyret/formannskapet] den
    [dato].
( ) Hitra kommune har spørsmål før vi kan svare:

Dere kan også bare svare på denne e-posten med egne ord. Saken trenger ikke
være vedtatt for at dere kan svare. Si bare når den behandles.

Dette er den siste skriftlige påminnelsen fra oss. Rådmannen får kopi. Har
vi ikke hørt fra dere da, ringer jeg.

Har dere alt svart, beklager vi. Send gjerne svaret en gang til, så retter
vi det hos oss.

Med vennlig hilsen
Eva L. Indreby
rådgiver, KS Sør-Trøndelag
tlf. 00 00 26 00 · eva.indreby@ks.example

________________________________________
Fra: KS Sør-Trøndelag, Eva L. Indreby
Sendt: 27. februar 2014 09:46
Emne: Påminnelse: Felles kommunal ressurs - svarfrist 07.03.2014 - vår ref.
  13/01746-9 H7K2QF

Vi ber om tilbakemelding så raskt som mulig.
`);
});

test('the collective letter keeps its names in the second column', () => {
  const { text } = writeLetter(aLetter({ collective: true, addressees: theTwelve() }));
  expect(plainSpaces(text).split('\n').slice(0, 3)).toEqual([
    'Til:           Kommunene Bjugn, Frøya, Hitra, Orkdal, Rennebu, Rissa, Roan,',
    '               Røros, Selbu, Skaun, Ørland og Åfjord, v/ rådmann',
    'Vår ref.:      13/01746-9',
  ]);
});

test('a word that is too long is cut, a web address is not', () => {
  expect(wrapText('x'.repeat(100)).map(line => line.length)).toEqual([76, 24]);
  const address = `https://ks.example/${'x'.repeat(90)}`;
  expect(wrapText(`Se ${address} her`)).toEqual(['Se', address, 'her']);
});

test('continued lines have their own beginning', () => {
  const lines = wrapText('ord '.repeat(30), '- ', '  ');
  expect(lines.map(line => line.slice(0, 3))).toEqual(['- o', '  o']);
  expect(wrapText('')).toEqual([]);
});
