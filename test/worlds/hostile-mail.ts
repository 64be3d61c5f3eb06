/** A body with its type, as it stands below the headers of a mail or of a part. */
export interface Body {
  /** Content-Type and what else is said of it, one header a line. */
  headers: readonly string[];
  bytes: Uint8Array;
}

export interface Outside {
  from?: string;
  subject?: string;
  /** The left part of the Message-ID; '' = the mail has none. */
  id?: string;
  /** Header lines in front of the others, as they are; one character a byte. */
  more?: readonly string[];
}

const THREAD = 'SV: Felles kommunal ressurs, samhandling med St. Olav';

/** A mail of Hitra's in the thread of 2013, with any body. A text is plain text in UTF-8. */
export function mail(body: string | Body, { from, subject = THREAD, id = '1', more = [] }: Outside = {}): Buffer {
  const { headers, bytes } = typeof body === 'string' ? plain(body) : body;
  const lines = [
    ...more,
    `From: ${from ?? 'postmottak@hitra.kommune.example'}`,
    'To: eva.indreby@ks.example',
    `Subject: ${subject}`,
    ...(id === '' ? [] : [`Message-ID: <${id}@hitra.kommune.example>`]),
    'MIME-Version: 1.0',
    ...headers,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'utf8'), bytes, Buffer.from('\r\n')]);
}

export function plain(text: string): Body {
  return { headers: ['Content-Type: text/plain; charset=utf-8'], bytes: Buffer.from(crlf(text)) };
}

export function html(text: string): Body {
  return { headers: ['Content-Type: text/html; charset=utf-8'], bytes: Buffer.from(crlf(text)) };
}

/** Bytes of any type, with nothing done to them. */
export function typed(type: string, content: string | Uint8Array, ...more: string[]): Body {
  return { headers: [`Content-Type: ${type}`, ...more], bytes: Buffer.from(content) };
}

/** A file that hangs on a mail. */
export function file(name: string, content: string | Uint8Array, type = 'application/octet-stream'): Body {
  const base64 = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return {
    headers: [
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
    ],
    bytes: Buffer.from(base64),
  };
}

/** `multipart/mixed` and the like. */
export function parts(kind: string, ...bodies: (string | Body)[]): Body {
  const boundary = `grense-${kind.replace(/\W.*/, '')}-${bodies.length}`;
  const written = bodies.flatMap(body => {
    const { headers, bytes } = typeof body === 'string' ? plain(body) : body;
    return [Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n')];
  });
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    bytes: Buffer.concat([...written, Buffer.from(`--${boundary}--`)]),
  };
}

function crlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
