/** How a mail program may dress the same words; everything that a reader must see through. */
export interface Dress {
  charset: 'utf-8' | 'iso-8859-1' | 'windows-1252';
  encoding: '8bit' | 'quoted-printable' | 'base64';
  /** Columns at which lines are broken; null = a paragraph is one line. */
  wrapAt: number | null;
  isFlowed: boolean;
  form: 'text' | 'html' | 'both';
  signature: string;
  /** Where our letter stands in the mail, if it does. */
  history: 'none' | 'outlook' | 'angles' | 'apple';
}

export interface Written {
  from: string;
  sentOn: string;
  subject: string;
  text: string;
  answers?: string;
  /** What is quoted as history, with its sender and date as a program writes them. */
  quoted: { from: string; date: string; subject: string; text: string };
}

/** A mail with these words in that dress. */
export function dressedMail({ from, sentOn, subject, text, answers, quoted }: Written, dress: Dress): Buffer {
  const own = [text, dress.signature].filter(part => part !== '').join('\n\n');
  const plain = [wrapped(own, dress), historyText(quoted, dress)].filter(part => part !== '').join('\n\n');
  const parts: [string, string][] = [];
  if (dress.form !== 'html') parts.push([`text/plain; charset=${dress.charset}${flowed(dress)}`, plain]);
  if (dress.form !== 'text')
    parts.push([`text/html; charset=${dress.charset}`, html(own) + historyHtml(quoted, dress)]);
  const head = [
    `From: ${from}`,
    'To: Eva L. Indreby <eva.indreby@ks.example>',
    `Date: ${new Date(sentOn).toUTCString().replace('GMT', '+0000')}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Message-ID: <dressed@client.example>',
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    'MIME-Version: 1.0',
  ];
  const bodies = parts.map(([type, body]) => entity(type, body, dress));
  if (bodies.length === 1) return joined(head, bodies[0]!);
  const between = Buffer.from('\r\n--grense\r\n');
  return Buffer.concat([
    Buffer.from(`${head.join('\r\n')}\r\nContent-Type: multipart/alternative; boundary=grense\r\n`),
    ...bodies.flatMap(body => [between, body]),
    Buffer.from('\r\n--grense--\r\n'),
  ]);
}

function joined(head: string[], body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n`), body]);
}

function entity(type: string, body: string, { charset, encoding }: Dress): Buffer {
  const head = Buffer.from(`Content-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`);
  return Buffer.concat([
    head,
    transferred(bytesIn(body.replace(/\n/g, '\r\n'), charset), encoding),
    Buffer.from('\r\n'),
  ]);
}

/** In windows-1252 the dashes and quotes of Word are single bytes; ISO 8859-1 has none, so that programs write plain ones. */
function bytesIn(text: string, charset: Dress['charset']): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  const plain = text.replace(/[–—]/g, charset === 'windows-1252' ? '\u0096' : '-').replace(/[’‘]/g, "'");
  return Buffer.from(plain, 'latin1');
}

function transferred(bytes: Buffer, encoding: Dress['encoding']): Buffer {
  if (encoding === '8bit') return bytes;
  if (encoding === 'base64') return Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n'));
  const lines = bytes
    .toString('latin1')
    .split('\r\n')
    .map(line =>
      line
        .replace(/[=\x80-\xff]/g, one => `=${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replace(/ $/, '=20')
        .replace(/(?:=..|[^=]){70}(?=.)/g, '$&=\r\n'),
    );
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

function flowed({ isFlowed, wrapAt }: Dress): string {
  return isFlowed && wrapAt !== null ? '; format=flowed' : '';
}

function wrapped(text: string, { wrapAt, isFlowed }: Dress): string {
  if (wrapAt === null) return text;
  const fill = (line: string) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ')) {
      if (current !== '' && current.length + word.length >= wrapAt) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current].join(isFlowed ? ' \n' : '\n');
  };
  return text.split('\n').map(fill).join('\n');
}

function historyText({ from, date, subject, text }: Written['quoted'], { history }: Dress): string {
  if (history === 'none') return '';
  if (history === 'outlook') return `Fra: ${from}\nSendt: ${date}\nTil: Postmottak\nEmne: ${subject}\n\n${text}`;
  const marked = text.replace(/^/gm, '> ');
  if (history === 'apple') return `${date} skrev ${from}:\n\n${marked}`;
  return `Den ${date} skrev ${from}:\n${marked}`;
}

function html(text: string): string {
  const safe = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return safe
    .split('\n\n')
    .map(paragraph => `<p class="MsoNormal">${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('\n');
}

function historyHtml(quoted: Written['quoted'], { history }: Dress): string {
  if (history === 'none') return '';
  if (history === 'outlook') {
    const { from, date, subject, text } = quoted;
    const head = `<b>Fra:</b> ${html(from).slice(21, -4)}<br><b>Sendt:</b> ${date}<br><b>Til:</b> Postmottak<br><b>Emne:</b> ${subject}`;
    return `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${head}</p></div>${html(text)}`;
  }
  return `<div class="gmail_quote">Den ${quoted.date} skrev ${html(quoted.from).slice(21, -4)}:<br><blockquote class="gmail_quote">${html(quoted.text)}</blockquote></div>`;
}
