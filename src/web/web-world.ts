import type { LetterSettings } from '../jobs/freeze-letter.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Person } from '../rules/people/person.ts';

/** What the pages get from outside: the register, the clock, chance, the people. main.ts makes the real one. */
export interface WebWorld {
  register: Register;
  now: () => Instant;
  /** 32 random bytes as base64url: session, sign-in link, form. */
  newSecret: () => string;
  /** A case's token. */
  newToken: () => string;
  people: readonly Person[];
  /** Scheme and host that the browser shows, without a path: links and the origin of forms. Never taken from a request. */
  baseUrl: string;
  /** Who it runs for, in the foot of every page. */
  unit: string;
  letters: LetterSettings;
  /** Puts a sign-in link on its way to its person; false when it could not. */
  sendSignInLink: (person: Person, link: string, worksUntil: Instant) => Promise<boolean>;
  /** Sign-in with the organisation's own account, when that is configured. */
  openId: OpenIdDoor | null;
  /** The demo: signed in as its adviser, with a clock that turns. */
  demo: DemoDoor | null;
  /** Something was approved, released or stopped: the worker looks at once. */
  nudge: () => void;
  /** A fault of ours on a page; never content of a mail. `page` is the pattern of its address, without what is filled in. */
  tellFault: (error: unknown, page: string) => void;
  /** One line a request, for the log. */
  noteRequest?: (line: { method: string; page: string; status: number; ms: number }) => void;
}

export interface OpenIdDoor {
  /** Where the browser is sent, and what we must remember until it comes back; null when the provider is not there. */
  begin: (redirectUri: string) => Promise<{ url: string; state: string; verifier: string; nonce: string } | null>;
  /** @returns the address that the organisation vouches for, lower case; null when it refuses */
  finish: (callback: URL, remembered: { state: string; verifier: string; nonce: string }) => Promise<string | null>;
}

export interface DemoDoor {
  person: Person;
  first: string;
  last: string;
  /** What comes next in the story, in Norwegian; null at its end. */
  next: () => { day: string; words: string } | null;
  /** Plays until the morning of a day; an earlier one plays all from the beginning. */
  turnTo: (day: string) => Promise<void>;
  /** Plays what comes next. */
  stepOn: () => Promise<void>;
}
