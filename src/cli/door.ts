import type { LetterSettings, Transport } from '../jobs/deliver-outbox.ts';
import type { Mailbox } from '../jobs/fetch-new-mail.ts';
import type { OpenedMail } from '../jobs/take-in-mail.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Person } from '../rules/people/person.ts';
import type { TrustRules } from '../rules/trust/sender-proof.ts';
import type { Settings, WebSettings } from '../settings.ts';
import type { ServedStory } from './demo/served-story.ts';

/** What `start` hands to the worker, beside what main.ts knows. */
export interface WorkerParts {
  register: Register;
  settings: LetterSettings;
  openMail: () => Promise<OpenedMail>;
  transport: Transport;
  lease: number;
  /** Seconds from one letter to the next. */
  pause: number;
  dailyCap: number;
  trust: TrustRules;
  noteSent: () => void;
  alertTo: readonly string[];
  /** Bytes that are free where the register lies; null = nobody knows. */
  free: () => number | null;
  logLevel: Settings['logLevel'];
}

/** What is handed to the pages, beside what main.ts knows. */
export interface WebParts {
  /** Asked for at each use: the demo begins anew with another one. */
  register: () => Register;
  web: WebSettings;
  people: readonly Person[];
  unit: string;
  letters: LetterSettings;
  /** The road of sign-in links. */
  transport: Transport;
  /** Something was approved or stopped: whoever sends looks at once. */
  nudge: () => void;
  demo: ServedStory | null;
  now: () => Instant;
  logLevel: Settings['logLevel'];
}

/** What a command gets from outside: the clock, chance, the screen. main.ts makes the real one, tests another. */
export interface Door {
  now: () => Instant;
  /** Six letters and digits that cannot be mistaken for one another. */
  newToken: () => string;
  /** 32 random bytes. */
  newKey: () => Uint8Array;
  /** Data, on standard output. */
  out: (text: string) => void;
  /** Messages, on standard error. */
  tell: (text: string) => void;
  /** Asks a yes/no question; null when nobody can answer (no terminal). */
  ask: ((question: string) => Promise<boolean>) | null;
  /** True when standard error is a terminal: only then progress is shown. */
  showsProgress: boolean;
  color: boolean;
  environment: Record<string, string | undefined>;
  settings: () => Settings;
  /** A folder of .eml files or a Maildir; `isVisible` hides mails of later days from the demo. */
  mailFolder: (folder: string, now: () => Instant, isVisible?: (arrivedAt: Instant) => boolean) => Mailbox;
  /** Letters as files. */
  fileTransport: (folder: string) => Transport;
  /** Letters through the mail server of the settings. */
  smtpTransport: (account: NonNullable<Settings['smtp']>) => Transport;
  /** How the mailbox of the settings is opened; null when they name none. */
  mailOpener: (settings: Settings) => (() => Promise<OpenedMail>) | null;
  /** The worker of `start`: watches, reads, plans and delivers until it is stopped. */
  startWorker: (world: WorkerParts) => { tick: () => Promise<void>; stop: () => Promise<void> };
  /** The adviser's pages; `refused` says in Norwegian why they cannot be served. */
  startWeb: (parts: WebParts) => Promise<{ stop: () => Promise<void> } | { refused: string }>;
  /** Settles when somebody asks the process to stop. */
  untilStopped: () => Promise<void>;
  processId: number;
  /** The command did its work and found something that needs a person: exit code 3. */
  finding: () => void;
}

/** A failure that is already in words for the adviser: printed as it is, without a trace. */
export class Explained extends Error {
  exitCode: number;
  /** @param exitCode 1 failure · 2 usage or cancelled · 3 findings · 78 settings */
  constructor(words: string, exitCode = 1) {
    super(words);
    this.exitCode = exitCode;
  }
}
