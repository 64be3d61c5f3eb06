import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { htmlText } from '../../src/mail-in/html-text.ts';
import { newText } from '../../src/rules/text/new-text.ts';

/** How many rows of a peer's own tests come out as that peer expects (rules: reference/peer-suites.md, «How to score»). */
export interface ReplyFigure {
  set: string;
  /** Rows whose `text` is what the peer expects. */
  byText: number;
  /** Rows for which that is true of `text`, or of `text` and `signature` as they stand together in the mail. */
  byTextAndSignature: number;
  of: number;
  /** The best of crisp, node-email-reply-parser and planer over both halves of the set; null where none was asked. */
  bestKnown: { right: number; of: number } | null;
  /** Rows wrong in both ways. */
  wrong: string[];
}

export interface ReplyFigures {
  sets: ReplyFigure[];
  /** All sets but the forwards, the signatures alone and HTML, as in the table of peers. */
  all: ReplyFigure;
  /** Norwegian, Danish and Swedish rows of all of them, the text above a forward included. */
  nordic: ReplyFigure;
  /** Mails of email_reply_trimmer of whose reply a line is missing: worse than one too many. */
  losesALine: string[];
  leaksALine: string[];
}

/** What is asked of a mail; a row that asks nothing of these is none. */
interface Expected {
  reply?: string;
  reply_is_whole_text?: boolean;
  first_re?: string[];
  starts_with?: string;
  contains?: string[];
  not_contains?: string[];
  without_signature?: string;
  signature?: string;
  signature_contains?: string[];
  html_reply_nows?: string;
  message?: string | null;
}

interface Row {
  id: string;
  file: string;
  origin?: string;
  test?: string;
  lang?: string;
  expect: Expected;
  mail: string;
}

type Said = Pick<ReturnType<typeof newText>, 'text' | 'signature'>;

const SETS: { set: string; folder: string; asks: (row: Row) => boolean; best: [number, number] | null }[] = [
  { set: 'email_reply_trimmer', folder: 'email_reply_trimmer', asks: asksReply, best: [37, 64] },
  { set: 'crisp', folder: 'crisp', asks: asksReply, best: [72, 72] },
  { set: 'willdurand', folder: 'willdurand', asks: asksReply, best: [30, 36] },
  { set: 'talon: quotes', folder: 'talon', asks: asksReply, best: [56, 64] },
  { set: 'talon: signature', folder: 'talon', asks: row => row.expect.without_signature !== undefined, best: [16, 21] },
  { set: 'mail-parser-reply', folder: 'mail-parser-reply', asks: asksReply, best: [16, 27] },
];

const BESIDE: typeof SETS = [
  { set: 'talon: signature alone', folder: 'talon', asks: asksOnlySignature, best: null },
  { set: 'talon: HTML', folder: 'talon', asks: row => row.expect.html_reply_nows !== undefined, best: [5, 9] },
  {
    set: 'forward-parser: text above the forward',
    folder: 'forward-parser',
    asks: row => row.expect.message !== undefined,
    best: [66, 175],
  },
];

/** Norwegian, Danish or Swedish by the name that the peer gave the mail, or by its language. */
const NORDIC = /norwegian|danish|swedish|_gmail_no|_(?:no|da|sv)_body/i;

/** Reads every mail of the halves that are here. `read` is another reader, to compare with. */
export function scoreReplies(read: (text: string) => Said = newText, folder = import.meta.url): ReplyFigures {
  const figure = ({ set, folder: name, asks, best }: (typeof SETS)[number]) => {
    const rows = rowsOf(folder, name).filter(asks);
    return {
      ...figureOf(set, rows, read),
      bestKnown: best === null ? null : { right: best[0], of: best[1] },
    };
  };
  const sets = SETS.map(figure);
  const everyRow = [...SETS, ...BESIDE].flatMap(({ folder: name, asks }) => rowsOf(folder, name).filter(asks));
  const nordic = everyRow.filter(
    row => NORDIC.test(`${row.origin} ${row.test}`) || /^(?:da|no|sv)$/.test(row.lang ?? ''),
  );
  const trimmer = rowsOf(folder, 'email_reply_trimmer');
  return {
    sets: [...sets, ...BESIDE.map(figure)],
    all: sum('all reply rows', sets, [225, 326]),
    nordic: figureOf('Norwegian, Danish and Swedish rows', nordic, read),
    losesALine: trimmer.filter(row => !holdsLines(lines(row.expect.reply), whole(read(row.mail)))).map(({ id }) => id),
    leaksALine: trimmer.filter(row => !holdsLines(lines(read(row.mail).text), row.expect.reply)).map(({ id }) => id),
  };
}

function rowsOf(folder: string, name: string): Row[] {
  const path = fileURLToPath(new URL(`${name}/`, folder));
  return readFileSync(`${path}gold.jsonl`, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const row = JSON.parse(line) as Row;
      const mail = readFileSync(path + row.file, 'utf8');
      const isHtml = row.file.endsWith('.html');
      return { ...row, id: `${name}/${row.file.slice(9)}`, mail: isHtml ? htmlText(mail) : mail };
    });
}

function asksReply({ expect }: Row): boolean {
  return [
    expect.reply,
    expect.reply_is_whole_text,
    expect.first_re,
    expect.starts_with,
    expect.contains,
    expect.not_contains,
  ].some(asked => asked !== undefined);
}

function asksOnlySignature({ expect }: Row): boolean {
  return expect.signature !== undefined && expect.without_signature === undefined && !asksReply({ expect } as Row);
}

function figureOf(set: string, rows: readonly Row[], read: (text: string) => Said): ReplyFigure {
  const said = rows.map(row => ({ row, said: read(row.mail) }));
  const byText = said.filter(({ row, said }) => isRight(row, said, false));
  const byBoth = said.filter(({ row, said }) => isRight(row, said, false) || isRight(row, said, true));
  return {
    set,
    byText: byText.length,
    byTextAndSignature: byBoth.length,
    of: rows.length,
    bestKnown: null,
    wrong: said.filter(one => !byBoth.includes(one)).map(({ row }) => row.id),
  };
}

function sum(set: string, figures: readonly ReplyFigure[], [right, of]: [number, number]): ReplyFigure {
  const total = (key: 'byText' | 'byTextAndSignature' | 'of') => figures.reduce((all, one) => all + one[key], 0);
  return {
    set,
    byText: total('byText'),
    byTextAndSignature: total('byTextAndSignature'),
    of: total('of'),
    bestKnown: { right, of },
    wrong: figures.flatMap(({ wrong }) => wrong),
  };
}

/** All that the peer asks of the mail holds. */
function isRight({ expect, mail }: Row, said: Said, withSignature: boolean): boolean {
  const isReply = (asked: string) => (withSignature ? isJoined(asked, said) : tidy(asked) === tidy(said.text));
  const text = withSignature ? whole(said) : tidy(said.text);
  const holds: (boolean | undefined)[] = [
    expect.reply === undefined || isReply(expect.reply),
    !expect.reply_is_whole_text || isReply(mail),
    expect.without_signature === undefined || isReply(expect.without_signature),
    expect.message === undefined || isReply(expect.message ?? ''),
    expect.html_reply_nows === undefined || text.replace(/\s/g, '') === expect.html_reply_nows,
    expect.first_re?.every(pattern => new RegExp(pattern).test(text)),
    expect.starts_with === undefined || text.startsWith(expect.starts_with),
    expect.contains?.every(part => text.includes(part)),
    // What belongs to the signature for the peer belongs to it for us: then only `text` is free of it.
    expect.not_contains?.every(part => !text.includes(part)),
    expect.signature_contains?.every(part => tidy(said.signature).includes(part)),
    asksOnlySignature({ expect } as Row) ? tidy(said.signature) === tidy(expect.signature ?? '') : true,
  ];
  return holds.every(held => held !== false);
}

function tidy(text: string): string {
  return text.replace(/\r\n/g, '\n').trim();
}

function whole({ text, signature }: Said): string {
  return tidy(`${tidy(text)}\n\n${tidy(signature)}`);
}

/** The text, any blank lines, the signature. */
function isJoined(asked: string, { text, signature }: Said): boolean {
  const expected = tidy(asked);
  const [start, end] = [tidy(text), tidy(signature)];
  if (start.length + end.length > expected.length || !expected.startsWith(start) || !expected.endsWith(end))
    return false;
  return expected.slice(start.length, expected.length - end.length).trim() === '';
}

function lines(text = ''): string[] {
  return text.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]));
}

function holdsLines(asked: readonly string[], text = ''): boolean {
  const held = new Set(lines(text));
  return asked.every(line => held.has(line));
}
