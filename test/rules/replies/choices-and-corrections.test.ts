import { describe, expect, test } from 'vitest';
import { readDocumentMail, readMail, shortly } from './read-mail.ts';

describe('of ready answers only the ticked one is said', () => {
  test.each([
    ['[x] Vi slutter oss til\n[ ] Vi slutter oss ikke til', 'joined/stated'],
    ['[ ] Vi slutter oss til\n[x] Vi slutter oss ikke til', 'declined/stated'],
    ['( ) Vi er med\n(x) Vi er ikke med\n( ) Vi behandler saken senere', 'declined/stated'],
    ['☒ Fjordvik deltar\n☐ Fjordvik deltar ikke', 'joined/stated'],
    ['Fjordvik deltar ✔\nFjordvik deltar ikke ☐', 'joined/stated'],
    ['[ ] Vi er med\n[ ] Vi er ikke med', 'unclear ?'],
    ['[x] Vi er med\n[x] Vi er ikke med', 'unclear ?'],
    ['~~Fjordvik deltar~~\nFjordvik deltar ikke', 'declined/stated'],
  ])('%j → %s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });
});

describe('a line of a form is answered by what stands behind its label', () => {
  test.each([
    ['Kommune: Fjordvik\nSlutter seg til ordningen: Nei', 'declined/stated'],
    ['Deltar kommunen? Ja', 'joined/stated'],
    ['Svar: Ja takk', 'joined/stated'],
    ['Er saken behandlet politisk: ja', 'unclear ?'],
  ])('%j → %s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });
});

describe('what is taken back, or told of another time, does not count', () => {
  test.each([
    ['Fjordvik slutter seg til. Beklager, her falt det ut et ord: Fjordvik slutter seg ikke til.', 'declined/stated'],
    ['I forrige e-post skrev jeg at vi er med. Riktig svar er nei.', 'declined/stated'],
    ['Vi takket nei i fjor, men i år blir vi med.', 'joined/stated'],
    ['Vi sa først ja, men har ombestemt oss og deltar ikke.', 'declined/stated'],
    ['Vi har tidligere sagt ja.', 'unclear ?'],
    ['Vi skrev sist at vi var med hvis Lidal ble med. Det er de. Fjordvik slutter seg dermed til.', 'joined/stated'],
  ])('%s → %s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });
});

describe('a vote says which proposal holds', () => {
  const minutes = (rest: string) =>
    readDocumentMail('Se vedlegg.', `Saksprotokoll\n\nFormannskapet 10.09.2026, sak 44/26\n\n${rest}`);
  test.each([
    [
      '1. Fjordvik kommune slutter seg til ordningen.\n2. Fjordvik kommune slutter seg ikke til ordningen.\n\nVotering:\nAlternativ 2 ble vedtatt mot 1 stemme.',
      'declined/decided',
    ],
    [
      'Alternativ A: Fjordvik kommune avventer.\nAlternativ B: Fjordvik kommune slutter seg til ordningen.\n\nVotering:\nAlternativ B vedtatt med 6 mot 5 stemmer.',
      'joined/decided',
    ],
    [
      'Rådmannens innstilling:\nFjordvik kommune slutter seg til ordningen.\n\nVedtak: Vedtatt i tråd med innstillingen.',
      'joined/decided',
    ],
    [
      'Rådmannens innstilling:\nFjordvik kommune slutter seg til ordningen.\n\nBehandling:\nHøyre foreslo saken utsatt. Utsettelsesforslaget ble enstemmig vedtatt.',
      'deferred',
    ],
  ])('%j → %s', (rest, expected) => {
    expect(shortly(minutes(rest))).toBe(expected);
  });

  test.each([
    ['Kommunestyret avviste i går forslaget om å delta.', 'declined/decided'],
    ['Forslaget om å delta falt med 4 mot 17 stemmer i kommunestyret.', 'declined/decided'],
    ['Et flertall i formannskapet stemte mot at kommunen slutter seg til ordningen.', 'declined/decided'],
    ['Etter innstilling fra formannskapet vedtok kommunestyret i går å slutte seg til.', 'joined/decided'],
    [
      'Formannskapet vedtok i går å tilrå kommunestyret å si nei. Endelig vedtak 24. september.',
      'declined/recommended',
    ],
  ])('%s → %s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });
});

test('an agreement about something else is not the one that was asked for', () => {
  expect(readMail('Vedlagt følger signert databehandleravtale.').conclusion).not.toBe('joined');
});

test('a supposed no is shown to a person as such', () => {
  const reading = readMail('Fjordvik har ikke folk til å bli med på noe slikt samarbeid.');
  expect(reading.review).toBe(true);
});
