import type { MiddlewareHandler } from 'hono';

/**
 * Refuses whatever changes something and was not sent from one of our own pages (CSRF): every browser names the origin of a
 * form it posts. The base URL is ours, never the Host header's.
 */
export function sameOrigin(baseUrl: string): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isOurs = origin === undefined ? site === 'same-origin' : origin === baseUrl;
    if (!isOurs || (site !== undefined && site !== 'same-origin'))
      return c.text(
        'Skjemaet kom ikke fra en side i Purrebot, og er ikke brukt. Åpne siden på nytt og prøv igjen.',
        403,
      );
    return next();
  };
}
