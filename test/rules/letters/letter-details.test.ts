import { describe, expect, test } from 'vitest';
import { addressedTo } from '../../../src/rules/letters/addressees.ts';
import type { LetterAddressee, LetterFacts } from '../../../src/rules/letters/letter-facts.ts';
import { letterParagraphs } from '../../../src/rules/letters/letter-paragraphs.ts';
import { wordsOf } from '../../../src/rules/letters/letter-words.ts';
import { plainSpaces } from '../../../src/rules/letters/norwegian-number.ts';
import { aLetter, hitra } from './a-letter.ts';

const county: LetterAddressee = hitra({
  name: 'Trøndelag fylkeskommune',
  kind: 'county',
  roles: ['postmottak', 'director'],
});

function all(changes: Partial<LetterFacts>): string {
  return plainSpaces(JSON.stringify(letterParagraphs(aLetter(changes))));
}

function answers(changes: Partial<LetterFacts>): string[] {
  return letterParagraphs(aLetter(changes)).flatMap(block =>
    block.block === 'answers' ? block.answers.map(({ line }) => plainSpaces(line)) : [],
  );
}

describe('ready answers', () => {
  test('are full sentences with the municipality’s own sum, and the year when the campaign says it', () => {
    const letter = aLetter();
    const terms = { ...letter.campaign.terms, year: 2027 };
    expect(answers({ campaign: { ...letter.campaign, terms } })).toEqual([
      'Hitra kommune slutter seg til ordningen med kr 13 431 for 2027.',
      'Hitra kommune slutter seg ikke til ordningen.',
      'Hitra kommune behandler saken i [kommunestyret/formannskapet] den [dato].',
      'Hitra kommune har spørsmål før vi kan svare:',
    ]);
  });

  test('name the bodies of a county', () => {
    expect(answers({ addressees: [county], writtenForm: 'nynorsk' })[2]).toBe(
      'Trøndelag fylkeskommune handsamar saka i [fylkestinget/fylkesutvalet] den [dato].',
    );
  });

  test('say after a meeting where and when it was decided', () => {
    const addressees = [hitra({ meeting: { on: '2014-01-23', body: 'formannskapet' } })];
    expect(answers({ kind: 'after-meeting', addressees })).toEqual([
      'Hitra kommune slutter seg til ordningen med kr 13 431. Vedtatt i formannskapet 23.01.2014.',
      'Hitra kommune slutter seg ikke til ordningen. Vedtatt i formannskapet 23.01.2014.',
      'Saken ble utsatt i Hitra kommune. Den behandles i [organ] den [dato].',
    ]);
  });

  test('return an agreement when that is what is asked for', () => {
    const { campaign } = aLetter();
    const changes: Partial<LetterFacts> = { campaign: { ...campaign, type: 'signature' } };
    expect(answers(changes).slice(0, 2)).toEqual([
      'Hitra kommune inngår avtalen og betaler kr 13 431. Vedlagt følger signert avtale.',
      'Hitra kommune inngår ikke avtalen.',
    ]);
    expect(all(changes)).toContain('Legg den signerte avtalen ved svaret');
    expect(all(changes)).toContain('11 kommuner har så langt inngått avtalen.');
  });
});

describe('the share', () => {
  test('is said with how it comes about and the day of the population', () => {
    expect(all({})).toContain('"value":"kr 13 431","detail":"kr 3 × 4 477 innbyggere, SSB 1. januar 2013"');
  });

  test('is left out when it is unknown, and the answers are still whole', () => {
    const addressees = [hitra({ share: null })];
    expect(all({ addressees })).not.toContain('Andel');
    expect(answers({ addressees })[0]).toBe('Hitra kommune slutter seg til ordningen.');
  });
});

describe('the head', () => {
  const to = (addressees: LetterAddressee[], changes: Partial<LetterFacts> = {}) =>
    plainSpaces(addressedTo(aLetter({ addressees, ...changes }), wordsOf('bokmål')));

  test('names the roles, the director as the title was that year', () => {
    const both = [hitra({ roles: ['director', 'postmottak', 'officer'] })];
    expect(to(both)).toBe('Hitra kommune, postmottak, rådmann og saksbehandler');
    expect(to(both, { datedAt: '2026-09-17T08:00:00Z' })).toBe(
      'Hitra kommune, postmottak, kommunedirektør og saksbehandler',
    );
  });

  test('never calls a county a municipality', () => {
    expect(to([county])).toBe('Trøndelag fylkeskommune, postmottak og fylkesrådmann');
    expect(to([hitra(), hitra({ name: 'Frøya' }), { ...county, roles: ['postmottak'] }], { collective: true })).toBe(
      'Kommunene Hitra og Frøya, og Trøndelag fylkeskommune',
    );
  });

  test('asks for their case number when it is unknown', () => {
    expect(all({})).toContain('"Oppgi gjerne saksnummeret deres i svaret"');
    expect(all({ addressees: [hitra({ theirReference: '14/00231-1' })] })).toContain('"14/00231-1"');
  });
});

describe('without a value', () => {
  test('nothing is said about those that joined while nobody has', () => {
    expect(all({ joinedCount: 0 })).not.toContain('så langt');
    expect(all({ joinedCount: 1 })).toContain('Én kommune har så langt sluttet seg til.');
  });

  test('a letter without deadline asks for an answer soon', () => {
    expect(all({ deadline: null })).toContain('Vi mangler svar fra Hitra kommune."');
    expect(all({ kind: 'near', deadline: null })).toContain('Vi venter på svar fra Hitra kommune.');
    expect(all({ kind: 'last' })).toContain('Hører vi ikke fra dere, ringer jeg.');
  });

  test('a meeting without a body is the municipality’s', () => {
    const addressees = [hitra({ meeting: { on: '2014-01-23', body: null } })];
    expect(all({ kind: 'after-meeting', addressees })).toContain(
      'Hitra kommune skulle behandle saken torsdag 23. januar 2014.',
    );
    expect(all({ kind: 'after-meeting' })).toContain('Vi spør hvordan det gikk med saken i Hitra kommune.');
  });
});

test('a friendly letter counts weeks, days or none', () => {
  const on = (datedAt: string) => all({ kind: 'friendly', datedAt, deadline: '2014-03-07' });
  expect(on('2014-02-28T08:00:00Z')).toContain('Det er en uke til.');
  expect(on('2014-02-26T08:00:00Z')).toContain('Det er ni dager til.');
  expect(on('2014-03-06T08:00:00Z')).toContain('Det er i morgen.');
  expect(on('2014-03-07T08:00:00Z')).not.toContain('Det er');
});

test('a receipt says what was registered, on which sentence, and that it is made by itself', () => {
  const receipt = {
    conclusion: 'declined',
    decided: { body: 'kommunestyret', on: '2014-03-11', caseReference: '21/14' },
    statedBy: null,
    sentence: 'Vi finner ikke grunnlag for å delta.',
  } as const;
  const said = all({ kind: 'receipt', receipt });
  expect(said).toContain('Vi har registrert at Hitra kommune ikke slutter seg til ordningen.');
  expect(said).toContain('Kommunestyret 11.03.2014, sak 21/14');
  expect(said).toContain('«Vi finner ikke grunnlag for å delta.»');
  expect(said).toContain('laget automatisk');
  expect(said).not.toContain('Andel');
});
