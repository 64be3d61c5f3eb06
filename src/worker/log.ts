import pino from 'pino';

/** One line an event, with numbers and words of ours; never a mail's content, an address, a token or a secret. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Lines of JSON on standard output, for whatever collects logs there. */
export function jsonLog(level: 'debug' | 'info' | 'warn' | 'error'): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: label => ({ level: label }) },
    // Should a field of this name ever come along with an error of a library, its value stays here.
    redact: { paths: ['*.pass', '*.password', '*.auth', 'err.response', 'err.responseText'], censor: '…' },
  });
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
