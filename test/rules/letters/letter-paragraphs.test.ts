import { describe, expect, test } from 'vitest';
import type { LetterFacts } from '../../../src/rules/letters/letter-facts.ts';
import { letterParagraphs } from '../../../src/rules/letters/letter-paragraphs.ts';
import { plainSpaces } from '../../../src/rules/letters/norwegian-number.ts';
import { aLetter, hitra, theTwelve } from './a-letter.ts';

/** Lead and paragraphs of a letter, with plain spaces. */
function said(changes: Partial<LetterFacts>): string[] {
  const lines = letterParagraphs(aLetter(changes)).flatMap(block => {
    if (block.block === 'lead') return block.lines;
    return block.block === 'paragraph' && !block.soft ? [block.text] : [];
  });
  return lines.map(plainSpaces);
}

const before = { datedAt: '2013-12-09T08:00:00Z', deadline: '2013-12-12' };
const twoWeeks = { datedAt: '2013-11-28T08:37:00Z', deadline: '2013-12-12' };
const last = {
  kind: 'last',
  datedAt: '2014-03-17T08:33:50Z',
  newDeadline: '2014-03-19',
  joinedCount: 12,
  addressees: [hitra({ roles: ['postmottak', 'director'] })],
} satisfies Partial<LetterFacts>;
const met = [hitra({ name: 'Rissa', meeting: { on: '2014-01-23', body: 'formannskapet' } })];

describe('an individual letter says in bokmål', () => {
  test.each<[string, Partial<LetterFacts>, string[]]>([
    [
      'request',
      { kind: 'request', ...twoWeeks },
      [
        'Vi ber Hitra kommune om å slutte seg til en felles ressurs for samhandlingen med St. Olav.',
        'Svar innen torsdag 12. desember 2013, uansett konklusjon.',
      ],
    ],
    [
      'friendly',
      { kind: 'friendly', ...twoWeeks },
      [
        'En vennlig påminnelse til Hitra kommune: Vil kommunen slutte seg til en felles ressurs for samhandlingen med St. Olav?',
        'Svar innen torsdag 12. desember 2013, uansett konklusjon. Det er to uker til.',
        'Skal saken opp politisk, send oss gjerne møtedatoen nå. Da hører dere ikke mer fra oss før møtet.',
        'Har dere alt svart, kan dere se bort fra denne e-posten.',
      ],
    ],
    [
      'near',
      { kind: 'near', ...before },
      [
        'Hitra kommune har frist til torsdag 12. desember 2013 med å svare oss.',
        'Rekker dere det ikke, si når saken behandles. Da venter vi.',
        'Det gjelder om kommunen vil slutte seg til en felles ressurs for samhandlingen med St. Olav. Vi ønsker svar uansett konklusjon.',
        'Har dere alt svart, kan dere se bort fra denne e-posten.',
      ],
    ],
    [
      'missing',
      { kind: 'missing' },
      [
        'Vi mangler svar fra Hitra kommune. Fristen var fredag 7. mars 2014.',
        'Gi oss en tilbakemelding så raskt som mulig, uansett konklusjon.',
        'Det gjelder om kommunen vil slutte seg til en felles ressurs for samhandlingen med St. Olav. 11 kommuner har så langt sluttet seg til.',
        'Har dere alt svart, beklager vi. Send gjerne svaret en gang til, så retter vi det hos oss.',
      ],
    ],
    [
      'last',
      last,
      [
        'Vi mangler fortsatt svar fra Hitra kommune. Fristen var fredag 7. mars 2014.',
        'Svar gjerne innen onsdag 19. mars, uansett konklusjon.',
        'Det gjelder om kommunen vil slutte seg til en felles ressurs for samhandlingen med St. Olav. 12 kommuner har så langt sluttet seg til. Et nei er også et svar.',
        'Dette er den siste skriftlige påminnelsen fra oss. Rådmannen får kopi. Har vi ikke hørt fra dere da, ringer jeg.',
        'Har dere alt svart, beklager vi. Send gjerne svaret en gang til, så retter vi det hos oss.',
      ],
    ],
    [
      'after-meeting',
      { kind: 'after-meeting', addressees: met },
      [
        'Formannskapet i Rissa skulle behandle saken torsdag 23. januar 2014.',
        'Hva ble resultatet? Send oss gjerne vedtaket, helst denne uka.',
        'Det gjelder om kommunen vil slutte seg til en felles ressurs for samhandlingen med St. Olav. Ble saken utsatt, holder det å skrive ny møtedato.',
        'Har dere alt sendt vedtaket, har vi ikke funnet det igjen. Send det gjerne en gang til.',
      ],
    ],
  ])('%s', (_kind, changes, expected) => {
    expect(said(changes)).toEqual(expected);
  });
});

describe('an individual letter says in nynorsk', () => {
  test.each<[string, Partial<LetterFacts>, string[]]>([
    [
      'request',
      { kind: 'request', ...twoWeeks },
      [
        'Vi ber Hitra kommune om å slutte seg til ein felles ressurs for samhandlinga med St. Olav.',
        'Svar innan torsdag 12. desember 2013, uansett konklusjon.',
      ],
    ],
    [
      'friendly',
      { kind: 'friendly', ...twoWeeks },
      [
        'Ei vennleg påminning til Hitra kommune: Vil kommunen slutte seg til ein felles ressurs for samhandlinga med St. Olav?',
        'Svar innan torsdag 12. desember 2013, uansett konklusjon. Det er to veker til.',
        'Skal saka opp politisk, send oss gjerne møtedatoen no. Då høyrer de ikkje meir frå oss før møtet.',
        'Har de alt svart, kan de sjå bort frå denne e-posten.',
      ],
    ],
    [
      'near',
      { kind: 'near', ...before },
      [
        'Hitra kommune har frist til torsdag 12. desember 2013 med å svare oss.',
        'Rekk de det ikkje, sei når saka blir handsama. Då ventar vi.',
        'Det gjeld om kommunen vil slutte seg til ein felles ressurs for samhandlinga med St. Olav. Vi ønskjer svar uansett konklusjon.',
        'Har de alt svart, kan de sjå bort frå denne e-posten.',
      ],
    ],
    [
      'missing',
      { kind: 'missing' },
      [
        'Vi manglar svar frå Hitra kommune. Fristen var fredag 7. mars 2014.',
        'Gje oss ei tilbakemelding så raskt som råd, uansett konklusjon.',
        'Det gjeld om kommunen vil slutte seg til ein felles ressurs for samhandlinga med St. Olav. 11 kommunar har så langt slutta seg til.',
        'Har de alt svart, ber vi om orsaking. Send gjerne svaret ein gong til, så rettar vi det hos oss.',
      ],
    ],
    [
      'last',
      last,
      [
        'Vi manglar framleis svar frå Hitra kommune. Fristen var fredag 7. mars 2014.',
        'Svar gjerne innan onsdag 19. mars, uansett konklusjon.',
        'Det gjeld om kommunen vil slutte seg til ein felles ressurs for samhandlinga med St. Olav. 12 kommunar har så langt slutta seg til. Eit nei er òg eit svar.',
        'Dette er den siste skriftlege påminninga frå oss. Rådmannen får kopi. Har vi ikkje høyrt frå dykk då, ringjer eg.',
        'Har de alt svart, ber vi om orsaking. Send gjerne svaret ein gong til, så rettar vi det hos oss.',
      ],
    ],
    [
      'after-meeting',
      { kind: 'after-meeting', addressees: met },
      [
        'Formannskapet i Rissa skulle handsame saka torsdag 23. januar 2014.',
        'Kva vart resultatet? Send oss gjerne vedtaket, helst denne veka.',
        'Det gjeld om kommunen vil slutte seg til ein felles ressurs for samhandlinga med St. Olav. Vart saka utsett, held det å skrive ny møtedato.',
        'Har de alt sendt vedtaket, har vi ikkje funne det att. Send det gjerne ein gong til.',
      ],
    ],
  ])('%s', (_kind, changes, expected) => {
    expect(said({ ...changes, writtenForm: 'nynorsk' })).toEqual(expected);
  });
});

describe('a collective letter', () => {
  const twelve = { collective: true, addressees: theTwelve(), joinedCount: 12 } as const;

  test('says in bokmål what KS said on 17.03.2014', () => {
    expect(said(twelve)).toEqual([
      'Vi mangler svar fra dere. Fristen var fredag 7. mars 2014.',
      'Gi oss en tilbakemelding så raskt som mulig, uansett konklusjon.',
      '12 kommuner har så langt sluttet seg til ordningen. Utgiften er kr 3 per innbygger (SSB 1. januar 2013).',
      'Har dere sagt fra om en møtedato, gjelder den. Da trenger dere ikke svare nå. Venter dere på svar fra oss, kommer det for seg.',
      'Har dere alt svart, beklager vi. Send gjerne svaret en gang til, så retter vi det hos oss.',
    ]);
  });

  test('says it in nynorsk, and as a last one that the directors get a copy', () => {
    expect(said({ ...twelve, kind: 'last', newDeadline: '2014-03-19', writtenForm: 'nynorsk' })).toEqual([
      'Vi manglar framleis svar frå dykk. Fristen var fredag 7. mars 2014.',
      'Svar gjerne innan onsdag 19. mars, uansett konklusjon.',
      '12 kommunar har så langt slutta seg til ordninga. Utgifta er kr 3 per innbyggjar (SSB 1. januar 2013).',
      'Har de sagt frå om ein møtedato, gjeld han. Då treng de ikkje svare no. Ventar de på svar frå oss, kjem det for seg.',
      'Dette er den siste skriftlege påminninga frå oss. Rådmennene får kopi. Har vi ikkje høyrt frå dykk då, ringjer eg.',
      'Har de alt svart, ber vi om orsaking. Send gjerne svaret ein gong til, så rettar vi det hos oss.',
    ]);
  });

  test('names its addressees, and no one’s case', () => {
    const [head] = letterParagraphs(aLetter(twelve));
    expect(head).toMatchObject({
      rows: [
        {
          label: 'Til',
          value:
            'Kommunene Bjugn, Frøya, Hitra, Orkdal, Rennebu, Rissa, Roan, Røros, Selbu, Skaun, Ørland og Åfjord, v/\u00a0rådmann',
        },
        { label: 'Vår ref.', value: '13/01746-9' },
        { label: 'Dato' },
        { label: 'Saksbehandler' },
        { label: 'Gjelder' },
      ],
    });
  });

  test('is not for a meeting or a receipt', () => {
    expect(() => said({ ...twelve, kind: 'after-meeting' })).toThrow('expected an individual letter');
  });
});
