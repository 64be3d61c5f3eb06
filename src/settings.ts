import { z } from 'zod';

/** Everything the program may be told from outside; read and checked once, at the start. */
export interface Settings {
  /** live: letters really leave. Everything else is dry: they are written as files. */
  sending: 'live' | 'dry';
  redirectAllTo: string | null;
  allowDomains: string[];
  /** A folder of .eml files or a Maildir; null = none is set. */
  mailFolder: string | null;
  /** Answers go here, with the case's token as a plus-address. */
  replyAddress: string;
  /** The adviser's name in the journal when a command does not say --by. */
  user: string | null;
}

const address = z.string().regex(/^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:"()]+$/);
const shape = z.object({
  SENDING: z.enum(['live', 'dry']).default('dry'),
  REDIRECT_ALL_TO: address.optional(),
  ALLOW_DOMAINS: z.string().optional(),
  MAIL_FOLDER: z.string().optional(),
  REPLY_ADDRESS: address.default('svar@purrebot.ks.example'),
  PURREBOT_USER: z.string().optional(),
});

const EXPECTED: Record<string, string> = {
  SENDING: '«live» eller «dry»',
  REDIRECT_ALL_TO: 'én e-postadresse',
  REPLY_ADDRESS: 'én e-postadresse, f.eks. svar@purrebot.ks.example',
};

/**
 * @param environment names and values, as in .env.example; an empty value counts as not set
 * @returns the settings, or all faults at once, in Norwegian
 */
export function readSettings(
  environment: Record<string, string | undefined>,
): { settings: Settings } | { faults: string[] } {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const checked = shape.safeParse(given);
  if (!checked.success) {
    const names = [...new Set(checked.error.issues.map(issue => String(issue.path[0])))];
    return {
      faults: names.map(name => `${name}: ventet ${EXPECTED[name] ?? 'en verdi'}, fant «${given[name] ?? ''}»`),
    };
  }
  const values = checked.data;
  return {
    settings: {
      sending: values.SENDING,
      redirectAllTo: values.REDIRECT_ALL_TO ?? null,
      allowDomains: (values.ALLOW_DOMAINS ?? '').split(/[\s,;]+/).filter(domain => domain !== ''),
      mailFolder: values.MAIL_FOLDER ?? null,
      replyAddress: values.REPLY_ADDRESS.toLowerCase(),
      user: values.PURREBOT_USER ?? null,
    },
  };
}
