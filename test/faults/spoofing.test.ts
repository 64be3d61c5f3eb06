import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCli } from '../../src/cli/cli.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { senderProofOf } from '../../src/register/sender-proofs.ts';
import type { Standing } from '../../src/rules/standing/standing.ts';
import type { TrustRules } from '../../src/rules/trust/sender-proof.ts';
import { quietDoor } from '../worlds/door.ts';
import { guardedStory, MUNICIPALITIES } from '../worlds/guarded-story.ts';
import { at } from '../worlds/journal.ts';
import { BORDER, rawMail, report } from '../worlds/raw-mail.ts';

// The first mail waits for the thread that decodes it, on a busy machine for long.
vi.setConfig({ testTimeout: 60_000 });

const YES = 'Hitra kommune slutter seg til ordningen.';
const HITRA = 'postmottak@hitra.kommune.example';
const BORDER_SERVER: TrustRules = { servers: ['mx.ks.example'], strict: false };
const NOBODY: TrustRules = { servers: [], strict: false };
const STRICT: TrustRules = { servers: ['mx.ks.example'], strict: true };
const MICROSOFT: TrustRules = { servers: ['exchange-online'], strict: false };

const PASS = 'dkim=pass header.d=hitra.kommune.example; dmarc=pass header.from=hitra.kommune.example';
const FORGED = `Authentication-Results: mx.ks.example; ${PASS}\r\n`;
const EVIL = 'dkim=pass header.d=evil.example; dmarc=pass header.from=evil.example';
const SIGNATURE = 'DKIM-Signature: v=1; a=rsa-sha256; d=hitra.kommune.example; s=s1; b=Abc=;';
const OUTLOOK_BORDER =
  'Received: from mail.evil.example (203.0.113.6) by AM0EUR02FT001.mail.protection.outlook.com (10.13.54.1) with Microsoft SMTP Server; Mon, 9 Dec 2013 09:00:00 +0000\r\n';
const INNER =
  'Received: from AM0EUR02FT001.eop.prod.outlook.com (2603:10a6:208:cafe::1) by AM0PR07CA0001.outlook.office365.com (2603:10a6:208::1) with Microsoft SMTP Server; Mon, 9 Dec 2013 09:00:01 +0000\r\n';

let story: Awaited<ReturnType<typeof guardedStory>>;
beforeAll(async () => {
  story = await guardedStory();
});
// One register for all: every attempt is undone after it.
beforeEach(() => void story.register.exec('BEGIN'));
afterEach(() => void story.register.exec('ROLLBACK'));

/** Everything that letters and reminders are decided by, but for the ball, which an open review holds. */
function moved({ delivery, answer, source, details, closed, theirReferences, isOurTurn }: Standing) {
  return { delivery, answer, source, details, closed, theirReferences, isOurTurn };
}

type Attempt = [what: string, mail: () => string, rules?: TrustRules];

const AUTHENTICATION: Attempt[] = [
  [
    '1: no signature, and a server that may not send for them',
    () => rawMail(YES, { says: 'spf=fail smtp.mailfrom=hitra.kommune.example; dkim=none; dmarc=none' }),
  ],
  [
    'a server that hardly may (softfail)',
    () => rawMail(YES, { says: `spf=softfail smtp.mailfrom=${HITRA}; dkim=none` }),
  ],
  ['DMARC fails', () => rawMail(YES, { says: 'dkim=none; dmarc=fail (p=reject) header.from=hitra.kommune.example' })],
  [
    'a signature that does not fit the text',
    () => rawMail(YES, { says: 'dkim=fail (bad body hash) header.d=hitra.kommune.example' }),
  ],
  [
    'DMARC fails, written over several lines, with comments and capitals',
    () =>
      rawMail(YES, {
        says: 'dkim=none\r\n (no (real) signature; dmarc=pass);\r\n\tDMARC = FAIL (p=none)\r\n header.from=hitra.kommune.example',
      }),
  ],
  [
    '2: a forged line that says pass, below the true one that says fail',
    () => rawMail(YES, { says: 'dmarc=fail header.from=hitra.kommune.example', more: FORGED }),
  ],
  [
    '2: a forged line with a forged Received line of our server below it',
    () => rawMail(YES, { says: 'dmarc=fail header.from=hitra.kommune.example', more: `${FORGED}${BORDER}` }),
  ],
  [
    '2: a forged line where our server wrote none, and only confirmed senders may change a case',
    () => rawMail(YES, { more: FORGED }),
    STRICT,
  ],
  [
    '2: the same, with a Received line that pretends to come from our own server',
    () =>
      rawMail(YES, {
        top: `Received: from mx.ks.example (evil.example [203.0.113.6]) by mx.ks.example with ESMTP id 1; Mon, 9 Dec 2013 10:00:00 +0100\r\n`,
        more: `${FORGED}${BORDER}`,
      }),
    STRICT,
  ],
  [
    'a line of another server that says pass',
    () => rawMail(YES, { more: `Authentication-Results: mx.evil.example; ${PASS}\r\n` }),
    STRICT,
  ],
  [
    'a line of a server whose name only begins like ours',
    () => rawMail(YES, { top: `Authentication-Results: mx.ks.example.evil.example; ${PASS}\r\n${BORDER}` }),
    STRICT,
  ],
  [
    'a line of ours of a version that nobody knows',
    () => rawMail(YES, { top: `Authentication-Results: mx.ks.example 9; ${PASS}\r\n${BORDER}` }),
    STRICT,
  ],
  [
    'a pass that stands inside a quoted envelope sender',
    () =>
      rawMail(YES, {
        says: 'spf=pass smtp.mailfrom="x; dmarc=pass header.from=hitra.kommune.example "@evil.example; dkim=none',
      }),
  ],
  [
    'a pass that stands inside an encoded word of the envelope sender',
    () =>
      rawMail(YES, {
        says: 'spf=pass smtp.mailfrom="=?utf-8?q?x=22;_dmarc=pass_header.from=3Dhitra.kommune.example?="@evil.example; dkim=none',
      }),
  ],
  [
    'a pass that stands inside a comment',
    () => rawMail(YES, { says: `dmarc=fail (was; ${PASS}) header.from=hitra.kommune.example` }),
  ],
  [
    '4: signed by a mail service, from the municipality',
    () =>
      rawMail(YES, {
        says: 'dkim=pass header.d=mailservice.example; spf=pass smtp.mailfrom=bounce@mailservice.example; dmarc=none',
      }),
  ],
  [
    'signed by a neighbour under the same kommune domain',
    () => rawMail(YES, { says: 'dkim=pass header.d=evil.kommune.example' }),
  ],
  [
    'signed by the common suffix of all municipalities',
    () => rawMail(YES, { says: 'dkim=pass header.d=kommune.example' }),
  ],
  [
    'sent by a server of somebody else',
    () => rawMail(YES, { says: 'spf=pass smtp.mailfrom=x@evil.example; dkim=none; dmarc=none' }),
  ],
  ['DMARC passes for another From than the one that we read', () => rawMail(YES, { says: EVIL })],
  [
    '5: a signature over the beginning of the text only',
    () => rawMail(YES, { says: PASS, more: `${SIGNATURE} h=from:to; l=10\r\n` }),
  ],
  [
    '5: the same, as the server says it',
    () => rawMail(YES, { says: 'dkim=pass (signature over partial body, l=10) header.d=hitra.kommune.example' }),
  ],
  ['6: a signature that leaves out From', () => rawMail(YES, { says: PASS, more: `${SIGNATURE} h=to:subject\r\n` })],
  [
    '3: Microsoft says fail, without a server name',
    () =>
      rawMail(YES, {
        top: `Authentication-Results: spf=fail (sender IP is 203.0.113.6) smtp.mailfrom=hitra.kommune.example; dkim=none (message not signed) header.d=none;dmarc=fail action=oreject header.from=hitra.kommune.example;compauth=fail reason=000\r\n${OUTLOOK_BORDER}`,
      }),
    MICROSOFT,
  ],
  [
    '3: a form without a server name is nobody’s when another server is trusted',
    () => rawMail(YES, { top: `Authentication-Results: ${PASS};compauth=pass reason=100\r\n${BORDER}` }),
    STRICT,
  ],
  [
    '3: a forged one below Microsoft’s own',
    () =>
      rawMail(YES, {
        top: `${INNER}Authentication-Results: spf=none smtp.mailfrom=evil.example; dkim=none;dmarc=fail header.from=hitra.kommune.example;compauth=fail reason=001\r\n${OUTLOOK_BORDER}`,
        more: `Authentication-Results: spf=pass; ${PASS};compauth=pass reason=100\r\n`,
      }),
    MICROSOFT,
  ],
  [
    '3: a forged one, and Microsoft’s own is not there',
    () =>
      rawMail(YES, {
        top: OUTLOOK_BORDER,
        more: `Authentication-Results: spf=pass; ${PASS};compauth=pass reason=100\r\n`,
      }),
    { ...MICROSOFT, strict: true },
  ],
  ['nobody said anything, and only confirmed senders may change a case', () => rawMail(YES), STRICT],
  [
    'no server is trusted, and only confirmed senders may change a case',
    () => rawMail(YES, { says: PASS }),
    { ...NOBODY, strict: true },
  ],
];

const FOREIGN: Attempt[] = [
  [
    '14: the token of the case from a foreign domain',
    () =>
      rawMail(YES, {
        from: 'x@evil.example',
        says: EVIL,
        subject: `SV: [${story.tokenOf('Hitra')}]`,
        more: `In-Reply-To: ${story.letterOf('Hitra')}\r\n`,
      }),
  ],
  [
    'a foreign domain that is proved, and speaks for the municipality',
    () =>
      rawMail(YES, {
        from: 'Hitra kommune <hitra@gratis.example>',
        says: 'dkim=pass header.d=gratis.example; dmarc=pass header.from=gratis.example',
      }),
  ],
  ['8: an address as the name', () => rawMail(YES, { from: `"${HITRA}" <x@evil.example>`, says: EVIL })],
  ['8: an address as the name, not quoted', () => rawMail(YES, { from: `${HITRA} <x@evil.example>`, says: EVIL })],
  [
    '8: an encoded address as the name',
    () => rawMail(YES, { from: `=?utf-8?q?postmottak=40hitra=2Ekommune=2Eexample?= <x@evil.example>`, says: EVIL }),
  ],
  [
    'a municipality’s domain in the name',
    () => rawMail(YES, { from: '"Postmottak hitra.kommune.example" <x@evil.example>', says: EVIL }),
  ],
  [
    'a true address whose name shows another’s',
    () => rawMail(YES, { from: `"rådmannen@evil.example" <${HITRA}>` }),
    NOBODY,
  ],
  [
    '9: an address inside a quoted local part',
    () => rawMail(YES, { from: '"Someone <a@junk.example>"@hitra.kommune.example' }),
    NOBODY,
  ],
  [
    '10: the municipality’s domain as the beginning of another',
    () => rawMail(YES, { from: 'postmottak@hitra.kommune.example.evil.example', says: EVIL }),
  ],
  ['10: a Cyrillic letter', () => rawMail(YES, { from: 'postmottak@hitrа.kommune.example' }), NOBODY],
  ['10: a Greek letter', () => rawMail(YES, { from: 'postmottak@hitrα.kommune.example' }), NOBODY],
  [
    '10: the coded form of such a name',
    () => rawMail(YES, { from: 'postmottak@xn--hitr-83d.kommune.example' }),
    NOBODY,
  ],
  ['a digit for a letter', () => rawMail(YES, { from: 'postmottak@h1tra.kommune.example' }), NOBODY],
  ['a hyphen for a dot', () => rawMail(YES, { from: 'postmottak@hitra-kommune.example' }), NOBODY],
  ['another top-level domain', () => rawMail(YES, { from: 'postmottak@hitra.kommune.evil.example' }), NOBODY],
  ['7: two From lines, theirs first', () => rawMail(YES, { more: 'From: x@evil.example\r\n' }), NOBODY],
  [
    '7: two From lines, theirs last, and DMARC passes for the first',
    () => rawMail(YES, { from: 'x@evil.example', more: `From: ${HITRA}\r\n`, says: EVIL }),
  ],
  ['two addresses in one From', () => rawMail(YES, { from: `${HITRA}, x@evil.example` }), NOBODY],
  ['two addresses in angle brackets', () => rawMail(YES, { from: `<${HITRA}> <x@evil.example>` }), NOBODY],
  [
    '11: an address inside an encoded word',
    () => rawMail(YES, { from: '=?utf-8?q?postmottak=40hitra=2Ekommune=2Eexample?=' }),
    NOBODY,
  ],
  [
    '11: an encoded word that ends the name and begins an address',
    () => rawMail(YES, { from: '=?utf-8?q?Hitra_=3Cpostmottak=40hitra=2Ekommune=2Eexample=3E?=' }),
    NOBODY,
  ],
  ['12: a group', () => rawMail(YES, { from: `kommune:${HITRA},b@hitra.kommune.example;` }), NOBODY],
  ['12: a group of one', () => rawMail(YES, { from: `kommune:${HITRA};` }), NOBODY],
  [
    '12: five thousand groups in one another',
    () => rawMail(YES, { from: `${'a:'.repeat(5000)}${HITRA}${';'.repeat(5000)}` }),
    NOBODY,
  ],
  ['a source route', () => rawMail(YES, { from: `@evil.example:${HITRA}` }), NOBODY],
  ['a comment in the middle of the domain', () => rawMail(YES, { from: `${HITRA}(x).evil.example` }), NOBODY],
  [
    '13: the answer would go to somebody else',
    () => rawMail(YES, { more: 'Reply-To: x@evil.example\r\n', says: PASS }),
  ],
  ['invisible letters in the name', () => rawMail(YES, { from: `"Hitra\u202e kommune" <${HITRA}>` }), NOBODY],
];

const DELIVERY: Attempt[] = [
  [
    '26: a report of an address that we never wrote to',
    () => report('finnesikke@hitra.kommune.example', `Message-ID: ${story.letterOf('Hitra')}`),
  ],
  ['26: a report that names no letter of ours', () => report(HITRA, 'Message-ID: <annet@evil.example>')],
  [
    '26: a report in plain words',
    () =>
      rawMail(`Your message to ${HITRA} could not be delivered: 550 5.1.1 user unknown`, {
        from: 'MAILER-DAEMON@evil.example',
        subject: 'Undelivered Mail Returned to Sender',
      }),
  ],
  ['a report with the letter of another case', () => report(HITRA, `Message-ID: ${story.letterOf('Malvik')}`)],
  [
    'a report with our letter, from a sender that our server refuses',
    () =>
      report(HITRA, `Message-ID: ${story.letterOf('Hitra')}`, {
        says: 'dmarc=fail header.from=mx.hitra.kommune.example',
      }),
  ],
  [
    'a receipt with a case number, refused by our server',
    () =>
      rawMail(
        'Dette er en automatisk bekreftelse på at Hitra kommune har mottatt din henvendelse. Saksnummer 13/6666.',
        { says: 'dmarc=fail header.from=hitra.kommune.example', more: 'Auto-Submitted: auto-replied\r\n' },
      ),
  ],
  [
    'a receipt from a foreign domain',
    () =>
      rawMail(
        'Dette er en automatisk bekreftelse på at Hitra kommune har mottatt din henvendelse. Saksnummer 13/6666.',
        { from: 'Hitra kommune <arkiv@evil.example>', says: EVIL, more: 'Auto-Submitted: auto-replied\r\n' },
      ),
  ],
  [
    'an absence, refused by our server',
    () =>
      rawMail('Jeg er på ferie til 1. mars 2014. Kontakt sentralbordet.', {
        subject: 'Automatisk svar: Felles kommunal ressurs',
        says: 'spf=fail smtp.mailfrom=hitra.kommune.example; dkim=none',
        more: 'Auto-Submitted: auto-replied\r\n',
      }),
  ],
];

describe.each([
  ['the server’s word', AUTHENTICATION],
  ['a foreign or disguised sender', FOREIGN],
  ['what tells of a delivery', DELIVERY],
])('%s', (_group, attempts) => {
  test.each(attempts)('changes no case, and is seen: %s', async (_what, mail, rules = BORDER_SERVER) => {
    const before = MUNICIPALITIES.map(name => moved(story.standing(name)));
    const { read } = await story.receive(rules, mail());
    expect(read).toHaveLength(1);
    expect(MUNICIPALITIES.map(name => moved(story.standing(name)))).toEqual(before);
    const noted = story.lines().filter(({ event }) => event === 'doubted' || event.endsWith('-unmatched'));
    expect(story.reviews().length + noted.length).toBeGreaterThan(0);
  });
});

test('are more than the forty that were asked for', () => {
  expect(AUTHENTICATION.length + FOREIGN.length + DELIVERY.length).toBeGreaterThanOrEqual(40);
});

describe('one municipality for another', () => {
  test.each<Attempt>([
    [
      '16: with its token',
      () =>
        rawMail('Vi slutter oss til ordningen.', {
          subject: `SV: [${story.tokenOf('Malvik')}] Felles kommunal ressurs`,
          says: PASS,
        }),
    ],
    [
      '16: with its token in a mail that it passes on',
      () =>
        rawMail(`Vi slutter oss til ordningen.\r\n\r\n> Vår ref.: ${story.tokenOf('Malvik')}`, {
          more: `In-Reply-To: ${story.letterOf('Malvik')}\r\n`,
          subject: `VS: [${story.tokenOf('Malvik')}]`,
          says: PASS,
        }),
    ],
    [
      '17: in its thread, and for it',
      () =>
        rawMail('Malvik kommune slutter seg til ordningen.', {
          more: `In-Reply-To: ${story.letterOf('Malvik')}\r\n`,
          says: PASS,
        }),
    ],
  ])('registers nothing there, and is seen: %s', async (_what, mail) => {
    const before = moved(story.standing('Malvik'));
    await story.receive(BORDER_SERVER, mail());
    expect(moved(story.standing('Malvik'))).toEqual(before);
    // It is the sender's own message: until a person has looked, its own answer is unclear.
    expect(story.standing('Hitra')).toMatchObject({ closed: false, ball: 'review' });
    expect(story.reviews().length).toBeGreaterThan(0);
  });
});

describe('a genuine sender', () => {
  const INNER_HOP =
    'Received: from mx.ks.example (mx.ks.example [10.0.0.5]) by store.ks.example with LMTP id 2; Mon, 9 Dec 2013 10:00:01 +0100\r\n';
  const OUTLOOK = `${INNER}Authentication-Results: spf=pass (sender IP is 198.51.100.7) smtp.mailfrom=hitra.kommune.example; dkim=pass (signature was verified) header.d=hitra.kommune.example;dmarc=pass action=none header.from=hitra.kommune.example;compauth=pass reason=100\r\nReceived-SPF: Pass\r\n${OUTLOOK_BORDER.replace('mail.evil.example', 'mail.hitra.kommune.example')}`;
  test.each<[what: string, trust: 'pass' | 'unknown', mail: () => string, rules?: TrustRules]>([
    ['signed and checked', 'pass', () => rawMail(YES, { says: PASS }), STRICT],
    [
      'signed, without a DMARC record',
      'pass',
      () => rawMail(YES, { says: 'spf=none; dkim=pass header.i=@hitra.kommune.example; dmarc=none' }),
      STRICT,
    ],
    [
      'signed by a sub-domain of its own',
      'pass',
      () => rawMail(YES, { says: 'dkim=pass header.d=post.hitra.kommune.example header.s=s1' }),
      STRICT,
    ],
    [
      'checked by DMARC over SPF',
      'pass',
      () =>
        rawMail(YES, {
          says: 'dkim=none; spf=pass smtp.mailfrom=post@hitra.kommune.example; dmarc=pass (p=none) header.from=hitra.kommune.example',
        }),
      STRICT,
    ],
    [
      'signed whole, From included',
      'pass',
      () => rawMail(YES, { says: PASS, more: `${SIGNATURE} h=from:to:subject\r\n` }),
      STRICT,
    ],
    [
      'partly signed, but sent by its own server',
      'pass',
      () =>
        rawMail(YES, {
          says: `spf=pass smtp.mailfrom=hitra.kommune.example; ${PASS}`,
          more: `${SIGNATURE} h=from; l=9\r\n`,
        }),
      STRICT,
    ],
    [
      'with two lines of our server, one a filter',
      'pass',
      () =>
        rawMail(YES, {
          top: `Authentication-Results: mx.ks.example; spf=pass smtp.mailfrom=hitra.kommune.example\r\nAuthentication-Results: mx.ks.example 1; ${PASS}\r\n${BORDER}`,
        }),
      STRICT,
    ],
    [
      'with a hop inside our house above the line',
      'pass',
      () => rawMail(YES, { top: `${INNER_HOP}Authentication-Results: mx.ks.example; ${PASS}\r\n${BORDER}` }),
      STRICT,
    ],
    [
      'beside a broken second signature of a list',
      'pass',
      () => rawMail(YES, { says: `dkim=fail header.d=liste.example; ${PASS}` }),
      STRICT,
    ],
    [
      'above a forged line that says fail',
      'pass',
      () => rawMail(YES, { says: PASS, more: 'Authentication-Results: mx.ks.example; dmarc=fail\r\n' }),
      STRICT,
    ],
    [
      'by Microsoft’s line, which names no server',
      'pass',
      () => rawMail(YES, { top: OUTLOOK }),
      { ...MICROSOFT, strict: true },
    ],
    ['of whom our server says nothing', 'unknown', () => rawMail(YES)],
    [
      'whom it could not check',
      'unknown',
      () => rawMail(YES, { says: 'spf=temperror smtp.mailfrom=hitra.kommune.example; dkim=none; dmarc=temperror' }),
    ],
    ['with neither signature nor record', 'unknown', () => rawMail(YES, { says: 'spf=none; dkim=none; dmarc=none' })],
    ['whose line stands below the Received line of our server', 'unknown', () => rawMail(YES, { more: FORGED })],
    ['when no server is trusted', 'unknown', () => rawMail(YES, { says: 'dmarc=fail' }), NOBODY],
    ['whose name is its own address', 'pass', () => rawMail(YES, { from: `"${HITRA}" <${HITRA}>`, says: PASS })],
    [
      'with an encoded name and an answer to its own house',
      'pass',
      () =>
        rawMail(YES, {
          from: `=?utf-8?q?R=C3=A5dmannen_i_Hitra?= <${HITRA}>`,
          more: 'Reply-To: ola@hitra.kommune.example\r\n',
          says: PASS,
        }),
    ],
    [
      '15: without token, thread or subject, in its only open case',
      'pass',
      () => rawMail('Hitra kommune slutter seg til samhandlingskoordinatoren.', { subject: 'Svar', says: PASS }),
    ],
  ])('may answer: %s', async (_what, trust, mail, rules = BORDER_SERVER) => {
    const { read } = await story.receive(rules, mail());
    expect(story.standing('Hitra')).toMatchObject({ answer: 'joined', closed: true, ball: 'theirs', source: 'robot' });
    expect(story.reviews()).toEqual([]);
    expect(senderProofOf(story.register, read[0]!.messageId)).toMatchObject({ trust, doubts: [] });
  });

  test('tells of a letter that did not arrive: a case whose addresses all fail is not reminded', async () => {
    const [letter] = story.journal('Hitra').filter(one => one.event === 'letter-sent');
    const addresses = letter?.event === 'letter-sent' ? letter.addresses : [];
    const returned = `Message-ID: ${story.letterOf('Hitra')}`;
    await story.receive(
      BORDER_SERVER,
      ...addresses.map((one, i) => report(one, returned, { id: `<r${i}@mx.example>` })),
    );
    expect(story.standing('Hitra').delivery).toBe('bounced hard');
  });

  test('tells of a receipt with its case number, and of an absence', async () => {
    const more = 'Auto-Submitted: auto-replied\r\n';
    const receipt =
      'Dette er en automatisk bekreftelse på at Hitra kommune har mottatt din henvendelse. Saksnummer 13/1234.';
    await story.receive(
      STRICT,
      rawMail(receipt, { says: PASS, more }),
      rawMail('Jeg er på ferie til 1. mars 2014.', {
        id: '<2@hitra.kommune.example>',
        subject: 'Automatisk svar: Felles kommunal ressurs, samhandling med St. Olav',
        says: PASS,
        more,
      }),
    );
    expect(story.standing('Hitra')).toMatchObject({ delivery: 'receipt seen', theirReferences: ['13/1234'] });
    expect(story.journal('Hitra').map(one => one.event)).toContain('absence-seen');
  });
});

test('the review says in plain Norwegian why, and shows the server’s word; the journal shows a false receipt', async () => {
  const fail = 'spf=fail smtp.mailfrom=hitra.kommune.example; dkim=none; dmarc=fail header.from=hitra.kommune.example';
  await story.receive(
    BORDER_SERVER,
    rawMail(YES, { says: fail }),
    rawMail('Dette er en automatisk bekreftelse på at Malvik kommune har mottatt din henvendelse.', {
      from: 'postmottak@malvik.kommune.example',
      id: '<2@avsender.example>',
      says: fail.replaceAll('hitra', 'malvik'),
      more: 'Auto-Submitted: auto-replied\r\n',
    }),
  );
  expect(story.reviews()).toEqual([
    'Avsenderen kunne ikke bekreftes: E-posttjeneren sier at meldingen ikke kommer fra hitra.kommune.example (dmarc=fail).',
  ]);
  const data = mkdtempSync(join(tmpdir(), 'purrebot-avsender-'));
  writeFileSync(join(data, 'register.sqlite'), story.register.serialize());
  const said = async (...words: string[]) => {
    const quiet = quietDoor();
    await runCli(['--data', data, ...words], quiet.door, COMMANDS);
    return [...quiet.said.out, ...quiet.said.told].join('\n');
  };
  expect(await said('review')).toContain('Avsender avvist: E-posttjeneren sier at');
  expect(JSON.parse(await said('review', '--json'))).toMatchObject([{ sender: { trust: 'fail' } }]);
  expect(await said('show', 'Malvik')).toMatch(
    /kvittering som ikke er regnet med: Avsenderen kunne ikke bekreftes: .*avsender avvist\)/,
  );
  expect(await said('status')).toContain('2 e-poster kom fra avsendere som ikke kunne bekreftes.');
  rmSync(data, { recursive: true });
});

test('the settings reach the intake: what TRUSTED_AUTHSERV refuses changes nothing, and is registered where none is set', async () => {
  const says = 'dkim=none; dmarc=fail header.from=hitra.kommune.example';
  const answerWith = async (environment: Record<string, string>) => {
    const data = mkdtempSync(join(tmpdir(), 'purrebot-avsender-'));
    writeFileSync(join(data, 'register.sqlite'), story.register.serialize());
    writeFileSync(join(data, '1.eml'), rawMail(YES, { says }));
    const quiet = quietDoor(environment, at('2013-12-09', '12:00'));
    await runCli(['--data', data, 'receive', data], quiet.door, COMMANDS);
    await runCli(['--data', data, 'show', 'Hitra', '--json'], quiet.door, COMMANDS);
    rmSync(data, { recursive: true });
    const shown = JSON.parse(quiet.said.out.at(-1)!) as { standing: Standing; journal: { sender: unknown }[] };
    return [shown.standing.answer, shown.journal.at(-1)?.sender];
  };
  expect(await answerWith({})).toEqual(['joined', expect.objectContaining({ trust: 'unknown' })]);
  const refused = ['none', expect.objectContaining({ trust: 'fail' })];
  expect(await answerWith({ TRUSTED_AUTHSERV: 'mx.annet.example MX.KS.example' })).toEqual(refused);
  expect(await answerWith({ TRUST: 'strict' })).toEqual(['none', expect.objectContaining({ trust: 'unknown' })]);
});
