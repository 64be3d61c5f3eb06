import { describe, expect, test } from 'vitest';
import { strictRecipient } from '../../src/mail-out/strict-recipient.ts';

describe('an address that may be written to', () => {
  test.each([
    ['postmottak@hitra.kommune.example', 'postmottak@hitra.kommune.example'],
    ['Post@Hitra.Kommune.EXAMPLE', 'Post@hitra.kommune.example'],
    ['svar+h7k2qf@purrebot.ks.example', 'svar+h7k2qf@purrebot.ks.example'],
    ["o'hara_2.b@ks.example", "o'hara_2.b@ks.example"],
    ['a@b.no', 'a@b.no'],
  ])('%s', (text, address) => {
    expect(strictRecipient(text)).toEqual({ address });
  });
});

describe('an address that is refused, with a reason', () => {
  test.each([
    'post@kommune.no(comment)evil.com',
    'post(comment)@kommune.example',
    '"a@evil.com x"@kommune.example',
    '"post"@kommune.example',
    'a@b.no,c@d.no',
    'a@b.no;c@d.no',
    'a@b.no c@d.no',
    'gruppe: a@b.no, c@d.no;',
    'Hitra <post@hitra.example>',
    '<post@hitra.example>',
    'post@hitra.example\r\nBcc: x@evil.example',
    'post@hitra.example\n',
    'post@hitra.example\0',
    ' post@hitra.example',
    'post@hitra .example',
    'post@ørland.example',
    'pøst@orland.example',
    'post@xn--rland-uua.example',
    'post@kommune.example\u3002evil.com',
    'post\uff20evil.example',
    'post@\u202eelpmaxe.live',
    'a%evil.example@kommune.example',
    'evil.example!post@kommune.example',
    '@relay.example:post@kommune.example',
    'post@[127.0.0.1]',
    'post@127.0.0.1',
    'post@localhost',
    'post@kommune.example.',
    'post@.kommune.example',
    'post@kommune..example',
    'post@-kommune.example',
    '.post@kommune.example',
    'post.@kommune.example',
    'po..st@kommune.example',
    '-post@kommune.example',
    `${'a'.repeat(65)}@kommune.example`,
    `post@${'a.'.repeat(130)}example`,
    'post@@kommune.example',
    'post',
    '@kommune.example',
    'post@',
    '',
  ])('%j', text => {
    expect(strictRecipient(text)).toEqual({ refused: expect.stringMatching(/^[A-ZÆØÅ].*\.$/) });
  });

  test('is found in no time, however long', () => {
    expect(strictRecipient(`${'a.'.repeat(200_000)}@${'b-'.repeat(200_000)}`)).toHaveProperty('refused');
  });
});
