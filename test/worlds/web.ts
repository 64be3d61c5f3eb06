import type { Register } from '../../src/register/open-register.ts';
import type { Person } from '../../src/rules/people/person.ts';
import { type WebApp, webApp } from '../../src/web/web-app.ts';
import type { WebWorld } from '../../src/web/web-world.ts';
import { LETTER_SETTINGS } from './letter-settings.ts';

export const EVA: Person = { name: 'Eva L. Indreby', address: 'eva@ks.example', role: 'administer' };
export const KARI: Person = { name: 'Kari Moen', address: 'kari@ks.example', role: 'decide' };
export const OLA: Person = { name: 'Ola Nes', address: 'ola@ks.example', role: 'see' };
const ORIGIN = 'http://purrebot.example';

export interface TestPages {
  app: WebApp;
  world: WebWorld;
  /** Links that would have gone by e-mail. */
  links: string[];
  faults: unknown[];
  /** Turns the clock. */
  at(moment: string): void;
  /** A browser with a cookie of its own, signed in as the person (or as nobody). */
  browser(person?: Person): Promise<TestBrowser>;
}

export interface TestBrowser {
  get(path: string): Promise<Response>;
  /** The page's text as HTML; throws when it is not found. */
  html(path: string): Promise<string>;
  post(path: string, fields?: Record<string, string | string[]>, headers?: Record<string, string>): Promise<Response>;
  /** A form with files: `files` by field, each a name and its text. */
  upload(
    path: string,
    fields: Record<string, string | string[]>,
    files: Record<string, { name: string; text: string | Uint8Array<ArrayBuffer> }[]>,
  ): Promise<Response>;
  cookie(): string;
}

/** The pages on a register, with a clock that stands still. */
export function testPages(register: Register, now: string, change: Partial<WebWorld> = {}): TestPages {
  let clock = now;
  let secrets = 0;
  const links: string[] = [];
  const faults: unknown[] = [];
  const world: WebWorld = {
    register,
    now: () => clock,
    newSecret: () => `secret-${++secrets}`,
    newToken: () => `W${String(++secrets).padStart(5, '0')}`,
    people: [EVA, KARI, OLA],
    baseUrl: ORIGIN,
    unit: 'KS Sør-Trøndelag',
    letters: LETTER_SETTINGS,
    sendSignInLink: async (_, link) => {
      links.push(link);
      return true;
    },
    openId: null,
    demo: null,
    nudge: () => undefined,
    tellFault: error => faults.push(error),
    ...change,
  };
  const app = webApp(world);
  return {
    app,
    world,
    links,
    faults,
    at(moment) {
      clock = moment;
    },
    async browser(person) {
      const one = testBrowser(app);
      if (person === undefined) return one;
      await one.post('/logg-inn', { epost: person.address });
      await one.post(new URL(links.at(-1)!).pathname);
      return one;
    },
  };
}

function testBrowser(app: WebApp): TestBrowser {
  let cookie = '';
  const ask = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) => {
    const headers = { ...(cookie === '' ? {} : { cookie }), ...init.headers };
    const response = await app.request(`${ORIGIN}${path}`, { ...init, headers });
    const set = response.headers.get('set-cookie');
    if (set !== null) cookie = set.split(';')[0]!.endsWith('=') ? '' : set.split(';')[0]!;
    return response;
  };
  return {
    get: path => ask(path),
    async html(path) {
      const response = await ask(path);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.text();
    },
    post(path, fields = {}, headers = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      const type = {
        'content-type': 'application/x-www-form-urlencoded',
        origin: ORIGIN,
        'sec-fetch-site': 'same-origin',
      };
      return ask(path, { method: 'POST', body: body.toString(), headers: { ...type, ...headers } });
    },
    upload(path, fields, files) {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
      for (const [field, all] of Object.entries(files))
        for (const { name, text } of all) body.append(field, new File([text], name));
      return ask(path, { method: 'POST', body, headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin' } });
    },
    cookie: () => cookie,
  };
}
