import { describe, expect, test } from 'vitest';
import { aligned, organisationalDomain } from '../../../src/rules/trust/alignment.ts';
import { authenticationResults } from '../../../src/rules/trust/authentication-results.ts';
import { hopOf } from '../../../src/rules/trust/received-hop.ts';

describe('a line of a server about a sender (RFC 8601)', () => {
  const results = (value: string) =>
    authenticationResults(value)?.results.map(({ method, result }) => `${method}=${result}`);

  test.each([
    ['mx.ks.example; spf=pass smtp.mailfrom=a.example; dkim=fail', ['spf=pass', 'dkim=fail']],
    ['mx.ks.example 1; none', []],
    ['mx.ks.example (its name) 1 ; DKIM/1 = Pass (good (very)) header.d = a.example', ['dkim=pass']],
    ['mx.ks.example; spf=pass smtp.mailfrom="a; dmarc=pass"@b.example', ['spf=pass']],
    ['mx.ks.example; spf=pass (a; dmarc=pass (b))', ['spf=pass']],
    ['"mx.ks.example"; spf=pass reason="said \\"yes; dkim=pass\\""', ['spf=pass']],
    [
      'spf=pass (sender IP is 1.2.3.4) smtp.mailfrom=a.example; dkim=none;dmarc=none action=none;compauth=pass reason=109',
      ['spf=pass', 'dkim=none', 'dmarc=none', 'compauth=pass'],
    ],
  ])('is taken apart: %s', (value, found) => expect(results(value)).toEqual(found));

  test('names its server, or nobody in the form of Microsoft', () => {
    expect(authenticationResults('MX.ks.example; none')?.server).toBe('mx.ks.example');
    expect(authenticationResults('spf=pass smtp.mailfrom=a.example')?.server).toBeNull();
  });

  test('keeps values with an equals sign and in quotation marks whole', () => {
    expect(authenticationResults('mx; dkim=pass header.b=Ab= header.i="@a.example"')?.results[0]?.properties).toEqual({
      'header.b': 'ab=',
      'header.i': '@a.example',
    });
  });

  test.each([
    ['of another version', 'mx.ks.example 2; dkim=pass'],
    ['with a comment that never ends', 'mx.ks.example; dkim=pass (header.d=a.example'],
    ['with a quotation that never ends', 'mx.ks.example; spf=pass smtp.mailfrom="a'],
    ['longer than any server writes', `mx.ks.example; ${'dkim=pass; '.repeat(5000)}`],
  ])('is nobody’s word: %s', (_what, value) => expect(authenticationResults(value)).toBeNull());

  test('takes a hostile one of any length in no time', () => {
    const start = performance.now();
    for (const piece of ['(', '"', ';', '= ', 'a=b ', '\\('])
      authenticationResults(`mx; ${piece.repeat(9000 / piece.length)}`);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('the organisation behind a domain', () => {
  test.each([
    ['post.hitra.kommune.no', 'hitra.kommune.no'],
    ['hitra.kommune.example', 'hitra.kommune.example'],
    ['mail.ks.example', 'ks.example'],
    ['a.b.co.uk', 'b.co.uk'],
    ['hitra.onmicrosoft.com', 'hitra.onmicrosoft.com'],
    ['kommune.no', null],
    ['no', null],
    ['', null],
  ])('of %s is %s', (domain, organisation) => expect(organisationalDomain(domain)).toBe(organisation));

  test.each([
    [true, 'hitra.kommune.no', 'post.hitra.kommune.no'],
    [true, 'a.hitra.no', 'b.hitra.no'],
    [false, 'hitra.kommune.no', 'skaun.kommune.no'],
    [false, 'hitra.kommune.no', 'kommune.no'],
    [false, 'hitra.kommune.no', 'hitra.kommune.no.evil.no'],
    [false, 'hitra.onmicrosoft.com', 'evil.onmicrosoft.com'],
    [false, '', ''],
  ])('is the same (%s): %s, %s', (same, a, b) => expect(aligned(a, b)).toBe(same));
});

describe('a Received line', () => {
  test.each([
    [
      'by the name that the receiver looked up',
      'from mx.ks.example (evil.example [203.0.113.6]) by store.ks.example',
      { from: 'evil.example', isLocal: false },
    ],
    [
      'unknown when the sender only calls itself that',
      'from mx.ks.example (unknown [203.0.113.6]) by store.ks.example',
      { from: null, isLocal: false },
    ],
    [
      'unknown when nothing but the name it gives itself is there',
      'from mx.ks.example by store.ks.example with ESMTP',
      { from: null, isLocal: false },
    ],
    [
      'unknown when the receiver has its doubts',
      'from mx.ks.example (mx.ks.example [203.0.113.6] (may be forged)) by a',
      { from: null, isLocal: false },
    ],
    [
      'of the house when it comes by LMTP',
      'from mx.ks.example by store.ks.example (Dovecot) with LMTP id 1',
      { from: null, isLocal: true },
    ],
    [
      'of the house when it comes from the machine itself',
      'from localhost (localhost [127.0.0.1]) by mx.ks.example',
      { from: null, isLocal: true },
    ],
    [
      'not of the house for a name in the address’s place',
      'from 127.0.0.1 (evil.example [203.0.113.6]) by mx.ks.example',
      { from: 'evil.example', isLocal: false },
    ],
  ])('comes from whom: %s', (_what, line, hop) => expect(hopOf(line)).toEqual(hop));
});
