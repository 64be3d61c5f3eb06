import type { Context } from 'hono';

/** Who knocks, for the counting alone. Behind a proxy all come from it: then the limit is everybody's together. */
export function sender(c: Context): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
