import { describe, expect, test } from 'vitest';
import { refusedAddress, smtpOutcome } from '../../src/mail-out/smtp-outcome.ts';

describe('what a failed delivery means', () => {
  // code, command, answer of the server, final dot written → of what it speaks, worth another attempt
  test.each([
    ['ECONNECTION', 'CONN', undefined, false, 'server', true],
    ['ECONNECTION', 'CONN', undefined, true, 'unknown', false],
    ['ESOCKET', 'CONN', undefined, false, 'server', true],
    ['ESOCKET', 'CONN', undefined, true, 'unknown', false],
    ['ETIMEDOUT', 'CONN', undefined, false, 'server', true],
    ['ETIMEDOUT', 'CONN', undefined, true, 'unknown', false],
    [undefined, undefined, undefined, false, 'server', true],
    ['EDNS', 'CONN', undefined, false, 'server', true],
    ['ETLS', 'STARTTLS', undefined, false, 'server', true],
    ['EAUTH', 'AUTH PLAIN', 535, false, 'server', true],
    ['EENVELOPE', 'MAIL FROM', 530, false, 'server', true],
    ['EPROTOCOL', 'CONN', 554, false, 'server', true],
    ['EENVELOPE', 'MAIL FROM', 451, false, 'server', true],
    ['EENVELOPE', 'MAIL FROM', 550, false, 'server', true],
    ['EENVELOPE', 'MAIL FROM', 552, false, 'letter', false],
    ['EENVELOPE', 'RCPT TO', 421, false, 'server', true],
    ['EENVELOPE', 'RCPT TO', 450, false, 'letter', true],
    ['EENVELOPE', 'RCPT TO', 550, false, 'letter', false],
    ['EENVELOPE', 'DATA', 421, false, 'server', true],
    ['EENVELOPE', 'DATA', 451, false, 'letter', true],
    ['EMESSAGE', 'DATA', 421, true, 'server', true],
    ['EMESSAGE', 'DATA', 451, true, 'letter', true],
    ['EMESSAGE', 'DATA', 452, true, 'letter', true],
    ['EMESSAGE', 'DATA', 552, true, 'letter', false],
    ['EMESSAGE', 'DATA', 554, true, 'letter', false],
    ['EMESSAGE', 'MAIL FROM', undefined, false, 'letter', false],
  ] as const)(
    '%s at %s, answer %s, dot written %s: %s, again %s',
    (code, command, responseCode, dot, of, temporary) => {
      expect(smtpOutcome({ code, command, responseCode }, dot)).toMatchObject({ sent: false, of, temporary });
    },
  );

  test('the words name the fault and never the server’s text, which may hold addresses', () => {
    expect(smtpOutcome({ code: 'EAUTH', command: 'AUTH', responseCode: 535 }, false)).toMatchObject({
      failed: '535',
      why: 'E-posttjeneren godtar ikke innloggingen (535). Sjekk SMTP_USER og SMTP_PASSWORD.',
    });
    expect(smtpOutcome({ code: 'ECONNREFUSED' }, false).why).toContain('ingen svarer på porten');
  });

  test('an address that is refused for now may be written to again', () => {
    expect(refusedAddress({ recipient: 'a@b.example', responseCode: 450 }).permanent).toBe(false);
    expect(refusedAddress({ recipient: 'a@b.example', responseCode: 550 }).permanent).toBe(true);
  });

  test('a login that is refused for good is told as that by whatever number; one that is put off is not (F9)', () => {
    const login = (responseCode: number) => smtpOutcome({ code: 'EAUTH', command: 'AUTH', responseCode }, false);
    // Exchange without basic authentication: 550 5.7.30.
    expect(login(550)).toMatchObject({ of: 'server', failed: 'EAUTH' });
    expect(login(454)).toMatchObject({ of: 'server', failed: '454' });
  });
});
