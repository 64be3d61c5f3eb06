/** A number from 0 up to (not including) `below`: always the same row for one seed (mulberry32). */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A part or mail with CRLF; text beyond ASCII must already be in its charset, one character a byte. */
export const lines = (...all: string[]) => all.join('\r\n');

/** One character a byte. */
export const bytes = (latin1: string) => new Uint8Array(Buffer.from(latin1, 'latin1'));

export const HEAD = lines(
  'Received: from mx.example (mx.example [192.0.2.1])',
  '\tby mail.example; Tue, 15 Sep 2026 10:00:00 +0200',
  'From: =?iso-8859-1?Q?K=E5re_N=F8st?= <kare@fjordvik.kommune.example>',
  'To: "Testdal, Guri" <guri@ks.example>, ks@ks.example',
  'Cc: Gruppe: a@a.example, b@b.example;',
  'Subject: =?utf-8?B?U3ZhcjogT3Jkbmluz?= =?utf-8?B?Z2Vu?=',
  'Date: Tue, 15 Sep 2026 10:00:00 +0200',
  'Message-ID: <a@fjordvik.kommune.example>',
  'In-Reply-To: <request@ks.example>',
  'References: <first@ks.example>',
  ' <request@ks.example>',
);

/** `body` is in UTF-8 here. */
export function part(headers: readonly string[], body: string, encoding = '8bit'): string {
  const raw = Buffer.from(body.replace(/\n/g, '\r\n'));
  const written =
    encoding === 'base64'
      ? raw.toString('base64').replace(/.{76}/g, '$&\r\n')
      : encoding === 'quoted-printable'
        ? raw
            .toString('latin1')
            .replace(/[=\x80-\xff]/g, sign => `=${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
            .replace(/[^\r\n]{60}(?=[^\r\n=]{6})/g, '$&=\r\n')
        : raw.toString('latin1');
  return lines(...headers, `Content-Transfer-Encoding: ${encoding}`, '', written);
}

export function multipart(type: string, boundary: string, ...parts: string[]): string {
  return lines(
    `Content-Type: multipart/${type}; boundary="${boundary}"`,
    '',
    'This is a mail in MIME format.',
    ...parts.flatMap(one => [`--${boundary}`, one]),
    `--${boundary}--`,
    '',
  );
}
