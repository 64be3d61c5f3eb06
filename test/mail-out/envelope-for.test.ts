import { describe, expect, test } from 'vitest';
import { type EnvelopeSettings, envelopeFor } from '../../src/mail-out/envelope-for.ts';
import { sendingMode } from '../../src/rules/sending/sending-mode.ts';

const hitra = { name: 'Hitra kommune', address: 'postmottak@Hitra.kommune.example' };
const director = { name: 'Laila Eikvik', address: 'laila.eikvik@hitra.kommune.example' };
const oslo = { name: 'Oslo kommune', address: 'post@oslo.example' };

const settings = (changes: Partial<EnvelopeSettings> = {}): EnvelopeSettings => ({
  sending: 'live',
  redirectAllTo: null,
  allowDomains: [],
  witness: null,
  ...changes,
});

describe('the mode', () => {
  test.each<[Partial<EnvelopeSettings>, string]>([
    [{}, 'live'],
    [{ redirectAllTo: 'meg@ks.example' }, 'redirected'],
    [{ sending: 'dry' }, 'dry'],
    [{ sending: 'dry', redirectAllTo: 'meg@ks.example' }, 'dry'],
  ])('of %o is %s', (changes, mode) => {
    expect(sendingMode(settings(changes))).toBe(mode);
  });
});

describe('a letter goes to', () => {
  test('its own recipients, each address once', () => {
    expect(envelopeFor({ to: [hitra], cc: [director, { ...hitra, name: 'Igjen' }] }, settings())).toEqual({
      mode: 'live',
      to: [{ name: 'Hitra kommune', address: 'postmottak@hitra.kommune.example' }],
      cc: [director, { name: 'Igjen', address: 'postmottak@hitra.kommune.example' }],
      recipients: ['postmottak@hitra.kommune.example', 'laila.eikvik@hitra.kommune.example'],
      witness: null,
      originalTo: null,
      refused: [],
    });
  });

  test.each(['dry', 'live'] as const)('one address instead of all when redirected, %s or not', sending => {
    const envelope = envelopeFor(
      { to: [hitra], cc: [director] },
      settings({ sending, redirectAllTo: 'meg@ks.example' }),
    );
    expect(envelope).toEqual({
      mode: sending === 'dry' ? 'dry' : 'redirected',
      to: [{ name: '', address: 'meg@ks.example' }],
      cc: [],
      recipients: ['meg@ks.example'],
      witness: null,
      originalTo: 'postmottak@hitra.kommune.example, laila.eikvik@hitra.kommune.example',
      refused: [],
    });
  });
});

describe('a letter does not go to', () => {
  test('an address that is not strict; the others still get it', () => {
    const { recipients, refused } = envelopeFor(
      { to: [hitra, { name: '', address: 'a@b.no,c@d.no' }], cc: [] },
      settings(),
    );
    expect(recipients).toEqual(['postmottak@hitra.kommune.example']);
    expect(refused).toEqual([{ address: 'a@b.no,c@d.no', why: 'Flere enn én adresse, eller to krøllalfaer.' }]);
  });

  test('a domain that is not allowed, in a file either', () => {
    const only = settings({ sending: 'dry', allowDomains: ['@Hitra.kommune.example', ' '] });
    const { to, recipients, refused } = envelopeFor({ to: [hitra, oslo], cc: [] }, only);
    expect(to).toHaveLength(1);
    expect(recipients).toEqual(['postmottak@hitra.kommune.example']);
    expect(refused[0]).toMatchObject({ address: 'post@oslo.example', why: expect.stringContaining('ALLOW_DOMAINS') });
  });

  test('a domain that only ends alike', () => {
    const only = settings({ allowDomains: ['ks.example'] });
    const to = ['a@ks.example', 'b@post.ks.example', 'c@falske-ks.example', 'd@ks.example.evil.example'];
    const envelope = envelopeFor({ to: to.map(address => ({ name: '', address })), cc: [] }, only);
    expect(envelope.recipients).toEqual(['a@ks.example', 'b@post.ks.example']);
  });

  test('anyone when the redirection itself is not allowed or not an address', () => {
    for (const redirectAllTo of ['meg@evil.example', 'meg']) {
      const envelope = envelopeFor({ to: [hitra], cc: [] }, settings({ redirectAllTo, allowDomains: ['ks.example'] }));
      expect(envelope).toMatchObject({ to: [], recipients: [], refused: [{ address: redirectAllTo }] });
    }
  });

  test('the redirection when nobody was to get it', () => {
    const envelope = envelopeFor(
      { to: [{ name: '', address: 'tull' }], cc: [] },
      settings({ redirectAllTo: 'meg@ks.example' }),
    );
    expect(envelope).toMatchObject({ to: [], recipients: [], refused: [{ address: 'tull' }] });
  });
});

describe('the copy to our own mailbox', () => {
  const ours = 'svar+kvittering@purrebot.ks.example';
  test.each<[string, Partial<EnvelopeSettings>, string | null]>([
    ['goes along when a letter really leaves', { witness: ours }, ours],
    ['goes along when letters are redirected', { witness: ours, redirectAllTo: 'meg@ks.example' }, ours],
    ['is not made of files', { witness: ours, sending: 'dry' }, null],
    ['obeys the list of domains', { witness: ours, allowDomains: ['hitra.kommune.example'] }, null],
    [
      'is not sent to whom the letter goes anyway',
      { witness: 'meg@ks.example', redirectAllTo: 'meg@ks.example' },
      null,
    ],
  ])('%s', (_, changes, expected) => {
    expect(envelopeFor({ to: [hitra], cc: [] }, settings(changes)).witness).toBe(expected);
  });
});
