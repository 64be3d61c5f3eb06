import { describe, expect, test } from 'vitest';
import type { LetterFacts } from '../../../src/rules/letters/letter-facts.ts';
import { letterSubject } from '../../../src/rules/letters/subject.ts';
import { aLetter, hitra, theTwelve } from './a-letter.ts';

const STEM = 'Felles kommunal ressurs, samhandling med St. Olav';
const meeting = [hitra({ meeting: { on: '2014-01-23', body: null }, theirReference: '2013/4417' })];

describe('a subject', () => {
  test.each<[Partial<LetterFacts>, string]>([
    [{ kind: 'request' }, `${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF`],
    [{ kind: 'friendly' }, `Påminnelse: ${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF`],
    [{ kind: 'near' }, `Påminnelse: ${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF`],
    [{ kind: 'missing' }, `Vi mangler svar: ${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF`],
    [{ kind: 'last' }, `Vi mangler svar: ${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF`],
    [
      { kind: 'after-meeting', addressees: meeting },
      `Etter møtet 23.01.2014: ${STEM} - vår ref. 13/01746-9 H7K2QF - deres ref. 2013/4417`,
    ],
    [{ kind: 'receipt' }, `Svar registrert: ${STEM} - vår ref. 13/01746-9 H7K2QF`],
    [
      { collective: true, addressees: theTwelve() },
      `Vi mangler svar: ${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9`,
    ],
    [{ kind: 'request', deadline: null }, `${STEM} - vår ref. 13/01746-9 H7K2QF`],
  ])('%o in bokmål', (changes, subject) => {
    expect(letterSubject(aLetter(changes))).toBe(subject);
  });

  test.each<[Partial<LetterFacts>, string]>([
    [{ kind: 'friendly' }, `Påminning: ${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF`],
    [{ kind: 'last' }, `Vi manglar svar: ${STEM} - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF`],
    [
      { kind: 'after-meeting', addressees: meeting },
      `Etter møtet 23.01.2014: ${STEM} - vår ref. 13/01746-9 H7K2QF - dykkar ref. 2013/4417`,
    ],
  ])('%o in nynorsk', (changes, subject) => {
    expect(letterSubject(aLetter({ ...changes, writtenForm: 'nynorsk' }))).toBe(subject);
  });

  test('names a new deadline when it asks by it, and the passed one when it says that an answer is missing', () => {
    expect(letterSubject(aLetter({ kind: 'friendly', newDeadline: '2014-03-21' }))).toContain('svarfrist 21.03.2014');
    expect(letterSubject(aLetter({ kind: 'last', newDeadline: '2014-03-19' }))).toContain('svarfrist 07.03.2014');
  });

  test('is one line whatever the values hold', () => {
    const letter = aLetter({ addressees: [hitra({ theirReference: '1\r\nBcc: x@evil.example' })] });
    const subject = letterSubject({ ...letter, campaign: { ...letter.campaign, title: 'A\nB\u202e\0C' } });
    expect(subject).toBe(
      'Vi mangler svar: A B C - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF - deres ref. 1 Bcc: x@evil.example',
    );
  });
});
