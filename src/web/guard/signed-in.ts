import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { deputiesFrom } from '../../register/deputies.ts';
import type { Register } from '../../register/open-register.ts';
import { beginSession, endSession, noteSeen, sessionOf } from '../../register/web-sessions.ts';
import type { Instant } from '../../rules/calendar/iso-date.ts';
import { addSeconds, osloDate } from '../../rules/calendar/oslo-time.ts';
import { mayDo, type Person } from '../../rules/people/person.ts';
import type { WebWorld } from '../web-world.ts';

/** Somebody who is signed in: `actsAs` is her name in the journal, with the one she stands in for. */
export interface SignedIn extends Person {
  actsAs: string;
  /** The SHA-256 of her session's secret; null in the demo, where there is none. */
  sessionHash: string | null;
}

const HOUR = 3600;
/** Seconds: a session ends half an hour after its last page, and twelve hours after its first. */
export const IDLE = HOUR / 2;
export const LONGEST = 12 * HOUR;

export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** `__Host-` binds the cookie to this very host and to TLS; a server on this machine alone has no TLS. */
export function cookieName(world: WebWorld): string {
  return isSecure(world) ? '__Host-purrebot' : 'purrebot';
}

function isSecure(world: WebWorld): boolean {
  return world.baseUrl.startsWith('https://');
}

/** A new secret for a new session: whatever cookie the browser came with is worth nothing afterwards. */
export function signIn(c: Context, world: WebWorld, address: string): void {
  const before = getCookie(c, cookieName(world));
  if (before !== undefined) endSession(world.register, sha256(before));
  const secret = world.newSecret();
  const at = world.now();
  beginSession(world.register, { hash: sha256(secret), address, beganAt: at, seenAt: at });
  setCookie(c, cookieName(world), secret, {
    path: '/',
    httpOnly: true,
    secure: isSecure(world),
    sameSite: 'Lax',
    maxAge: LONGEST,
  });
}

/** Ends the session on our side: a copy of the cookie is worth nothing. */
export function signOut(c: Context, world: WebWorld): void {
  const secret = getCookie(c, cookieName(world));
  if (secret !== undefined) endSession(world.register, sha256(secret));
  setCookie(c, cookieName(world), '', {
    path: '/',
    httpOnly: true,
    secure: isSecure(world),
    sameSite: 'Lax',
    maxAge: 0,
  });
}

/** Who asks; null when nobody is signed in, the session is over, or the person is no longer in the settings. */
export function whoAsks(c: Context, world: WebWorld): SignedIn | null {
  if (world.demo !== null) return { ...world.demo.person, actsAs: world.demo.person.name, sessionHash: null };
  const secret = getCookie(c, cookieName(world));
  if (secret === undefined) return null;
  const hash = sha256(secret);
  const session = sessionOf(world.register, hash);
  const now = world.now();
  if (session === null) return null;
  if (session.seenAt < addSeconds(now, -IDLE) || session.beganAt < addSeconds(now, -LONGEST)) {
    endSession(world.register, hash);
    return null;
  }
  const person = world.people.find(one => one.address === session.address);
  if (person === undefined) return null;
  // One write a minute at most: pages are looked at in bursts.
  if (session.seenAt < addSeconds(now, -60)) noteSeen(world.register, hash, now);
  return { ...withDeputy(world.register, world.people, person, now), sessionHash: hash };
}

/** A deputy may do what the one who is away may, and the journal says for whom. */
function withDeputy(
  register: Register,
  people: readonly Person[],
  person: Person,
  now: Instant,
): Person & { actsAs: string } {
  const today = osloDate(now);
  const away = deputiesFrom(register, today)
    .filter(one => one.deputyAddress === person.address && one.fromDay <= today)
    .flatMap(one => people.find(other => other.address === one.address) ?? []);
  const higher = away.filter(one => !mayDo(person.role, one.role));
  const [first] = higher;
  if (first === undefined) return { ...person, actsAs: person.name };
  const role = higher.some(one => one.role === 'administer') ? 'administer' : first.role;
  return { ...person, role, actsAs: `${person.name} for ${higher.map(one => one.name).join(' og ')}` };
}
