import { describe, expect, test } from 'vitest';
import { mailClass } from '../../../src/rules/replies/mail-class.ts';
import { serverMail } from './server-mail.ts';

const person = { name: 'Tore Nesset', address: 'tore.nesset@fjordvik.kommune.example' };
const kindOf = (changes: Parameters<typeof serverMail>[0]) =>
  mailClass(serverMail({ from: person, subject: 'SV: Felles', text: 'Takk for e-posten.', ...changes })).kind;

describe('a program wrote it', () => {
  test.each([
    ['auto-submitted', 'auto-replied'],
    ['auto-submitted', 'auto-generated'],
    ['auto-submitted', 'auto-replied; owner-email="tore@fjordvik.kommune.example"'],
    ['precedence', 'auto_reply'],
    ['x-autoreply', 'yes'],
    ['x-autorespond', 'SV: Felles'],
    ['x-auto-response-suppress', 'All'],
    ['x-post-messageclass', '9; Autoresponder'],
    ['content-type', 'multipart/report; report-type=disposition-notification; boundary=x'],
  ])('by its header %s: %s', (name, value) => {
    expect(kindOf({ headers: [{ name, value }] })).toBe('auto_reply');
  });

  test.each([
    'Automatisk svar: Felles digitaliseringsrådgiver',
    'Autosvar: Felles',
    'Fraværsmelding',
    'Fråvær: Felles',
    'Ute av kontoret: Felles',
    'Ikkje på kontoret',
    'Tore Nesset is out of the office',
    'Out of Office: Felles',
    'Automatic reply: Felles',
    'Automatische Antwort: Felles',
    'Lest: Felles',
    'Mottakskvittering',
    'Bekreftelse på mottatt henvendelse',
    'Vi har mottatt din henvendelse',
    'Takk for din henvendelse til Fjordvik kommune',
  ])('by its subject: %s', subject => {
    expect(kindOf({ subject })).toBe('auto_reply');
  });

  test.each([
    'Dette er et automatisk svar fra Fjordvik kommune.',
    'Denne meldinga er sendt automatisk og kan ikkje svarast på.',
    'Dette er en automatisk generert e-post.',
    'Vennligst ikke svar på denne e-posten.',
  ])('by its words: %s', text => {
    expect(kindOf({ text })).toBe('auto_reply');
  });
});

describe('a person wrote it', () => {
  test.each([
    ['auto-submitted', 'no'],
    ['x-autoreply', 'no'],
    ['precedence', 'bulk'],
    ['return-path', '<>'],
    ['x-auto-response-suppress', 'OOF'],
  ])('in spite of its header %s: %s', (name, value) => {
    expect(kindOf({ headers: [{ name, value }] })).toBe('none');
  });

  test.each([
    'SV: Automatisk svar: Felles',
    'SV: Kvittering',
    'Bekreftelse på deltakelse',
    'Ferieavvikling i helsetjenesten',
  ])('in spite of its subject: %s', subject => {
    expect(kindOf({ subject })).toBe('none');
  });

  test('who tells of a program is none', () => {
    expect(kindOf({ text: 'Vi fikk bare et automatisk svar fra dere i sommer, og svarer derfor på nytt.' })).toBe(
      'none',
    );
  });
});
