import pino, { type DestinationStream } from 'pino';

/** Bytes of lines that could not be written yet; beyond them lines are dropped. */
const MOST_UNWRITTEN = 1024 * 1024;

/** One line an event, with numbers and words of ours; never a mail's content, an address, a token or a secret. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Lines of JSON, for whatever collects logs there. @param to standard output when left out */
export function jsonLog(level: 'debug' | 'info' | 'warn' | 'error', to: DestinationStream = standardOutput()): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: bareError },
      // Should a field of this name ever come along, its value stays here.
      redact: { paths: ['*.pass', '*.password', '*.auth'], censor: '…' },
    },
    to,
  );
}

/** A full disk under the log, or a reader of it that is gone: the letters and the answers are worth more than the lines. */
function standardOutput(): DestinationStream {
  const out = pino.destination({ fd: 1, sync: true, maxLength: MOST_UNWRITTEN });
  out.on('error', () => undefined);
  return out;
}

/** Deeper is never needed to find the place. */
const MOST_FRAMES = 12;

/**
 * Where it happened and of what kind it is. Danger: the words of an error, and the fields that a library hangs on it, hold what
 * it was about: the mail that could not be read (`JSON.parse`), the recipients that a server refused, what the server said.
 * Only the operating system's and SQLite's own words hold none of it.
 */
function bareError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, syscall } = error as NodeJS.ErrnoException;
  const stack = (error.stack ?? '').split('\n').filter(line => /^ {4}at /.test(line));
  const isSystems = syscall !== undefined || /^SQLITE_/.test(code ?? '');
  const cause = error.cause === undefined ? {} : { cause: bareError(error.cause) };
  const words = isSystems ? { message: error.message } : {};
  return { type: error.name, code, ...words, at: stack.slice(0, MOST_FRAMES).map(line => line.trim()), ...cause };
}

/** Says that something is wrong once, and once that it is over: a server that is down all night is two lines. */
export interface Outage {
  began(fields: object, message: string): void;
  isOver(message: string): void;
}

export function outage(log: Log): Outage {
  let said: string | null = null;
  return {
    began(fields, message) {
      if (said !== message) log.warn(fields, message);
      said = message;
    },
    isOver(message) {
      if (said !== null) log.info({}, message);
      said = null;
    },
  };
}
