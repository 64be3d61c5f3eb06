import type { LetterSettings } from '../jobs/freeze-letter.ts';
import type { SignInPost } from '../jobs/send-sign-in-link.ts';
import type { Register } from '../register/open-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Person } from '../rules/people/person.ts';
import type { WebSettings } from '../settings.ts';
import { serveWeb, type WebServer } from './serve-web.ts';
import { linkSender } from './sign-in/link-sender.ts';
import { openIdDoor } from './sign-in/open-id.ts';
import type { DemoDoor, WebWorld } from './web-world.ts';

/** One line an event; never a query, a token, an address or a secret. */
export interface WebLog {
  debug(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface WebStart {
  /** Asked for at each use: the demo begins anew with another one. */
  register: () => Register;
  now: () => Instant;
  web: WebSettings;
  people: readonly Person[];
  unit: string;
  letters: LetterSettings;
  transport: SignInPost['transport'];
  nudge: () => void;
  demo: DemoDoor | null;
  newSecret: () => string;
  newToken: () => string;
  log: WebLog;
  /** A line for whoever sits at the terminal. */
  tell: (words: string) => void;
}

/** The pages with everything that they need of the real world. */
export function startWeb(start: WebStart): Promise<WebServer | { refused: string }> {
  const { web, log, register } = start;
  const world: WebWorld = {
    get register() {
      return register();
    },
    now: start.now,
    newSecret: start.newSecret,
    newToken: start.newToken,
    people: start.people,
    baseUrl: web.url,
    unit: start.unit,
    letters: start.letters,
    sendSignInLink: linkSender(start),
    openId: web.openId === null ? null : openIdDoor(web.openId, log),
    demo: start.demo,
    nudge: start.nudge,
    tellFault: (err, page) => log.error({ err, page }, 'Feil på en side.'),
    noteRequest: line => log.debug(line, 'Side.'),
  };
  return serveWeb(world, web);
}
