import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMessage } from '../../src/mail-in/read-message.ts';
import { type MailClass, mailClass } from '../../src/rules/replies/mail-class.ts';

/** One question of the table in reference/peer-suites.md, with the mails that were answered wrongly. */
export interface BounceFigure {
  question: string;
  right: number;
  of: number;
  /** The same question put to EmailEngine over both halves of the suite; null where it was not asked. */
  bestKnown: { right: number; of: number };
  wrong: string[];
}

interface Row {
  file: string;
  expect: { kind: string; recipients: { status: string; address?: string }[] };
}

/** A folder with `gold.jsonl` and the mails that it names. */
const SISIMAI = fileURLToPath(new URL('sisimai/', import.meta.url));

/** Reads every mail of sisimai's half and counts by the rules of reference/peer-suites.md, §How to score. */
export async function scoreBounces(folder: string = SISIMAI): Promise<BounceFigure[]> {
  const rows = readFileSync(`${folder}gold.jsonl`, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Row);
  const read = await Promise.all(
    rows.map(async row => {
      const raw = readFileSync(folder + row.file);
      return { ...row, raw: raw.toString('latin1'), said: mailClass(await readMessage(raw)) };
    }),
  );
  const of = (kind: string) => read.filter(({ expect }) => expect.kind === kind);
  const isBounce = ({ kind }: MailClass) => kind === 'bounce' || kind === 'delay';
  const bounces = of('bounce');
  // Many expected codes are sisimai's own names for a reason; only one that stands in the mail can be read from it.
  const withStatus = bounces.filter(
    ({ expect, raw }) => expect.recipients.length > 0 && expect.recipients.every(one => stands(one.status, raw)),
  );
  return [
    figure('feedback seen as feedback', [13, 18], of('feedback'), ({ said }) => said.kind === 'feedback'),
    figure('bounce seen as bounce', [599, 613], bounces, ({ said }) => isBounce(said)),
    figure(
      'number of recipients right',
      [438, 613],
      bounces,
      ({ said, expect }) => said.recipients.length === expect.recipients.length,
    ),
    figure(
      'status codes right, where the code stands in the mail',
      [331, 476],
      withStatus,
      ({ said, expect }) =>
        codes(said.recipients.map(({ status }) => status)) === codes(expect.recipients.map(({ status }) => status)),
    ),
    figure('delivered seen as not a bounce', [2, 3], of('delivered'), ({ said }) => !isBounce(said)),
    figure('auto_reply seen as auto_reply', [5, 5], of('auto_reply'), ({ said }) => said.kind === 'auto_reply'),
    figure('none seen as none', [2, 2], of('none'), ({ said }) => said.kind === 'none'),
  ];
}

function figure<T extends { file: string }>(
  question: string,
  [right, of]: [number, number],
  rows: readonly T[],
  isRight: (row: T) => boolean,
): BounceFigure {
  const wrong = rows.filter(row => !isRight(row)).map(({ file }) => file);
  return { question, right: rows.length - wrong.length, of: rows.length, bestKnown: { right, of }, wrong };
}

function stands(status: string, raw: string): boolean {
  return status !== '' && raw.includes(status);
}

function codes(statuses: readonly (string | null)[]): string {
  return statuses
    .map(status => status ?? '')
    .sort()
    .join(' ');
}
