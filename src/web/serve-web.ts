import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { isLoopback } from '../settings.ts';
import { webApp } from './web-app.ts';
import type { WebWorld } from './web-world.ts';

export interface WebServer {
  /** No new request; those under way may end, for a few seconds. */
  stop(): Promise<void>;
}

/**
 * Milliseconds. Whoever sends a request a byte at a time (slowloris) is cut off, and so is whoever does not read the answer;
 * the longest form is a file of five megabytes, the longest answer a replayed demo.
 */
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 60_000;
const SILENT_AT_MOST = 180_000;
const LAST_ANSWERS_WITHIN = 3_000;
/** Advisers are few; a proxy in front holds some more. */
const MOST_CONNECTIONS = 500;

/** @returns the running server, or in `refused` why it cannot listen and what to do, in Norwegian */
export async function serveWeb(
  world: WebWorld,
  { host, port }: { host: string; port: number },
): Promise<WebServer | { refused: string }> {
  const app = webApp(world);
  const server = createAdaptorServer({
    fetch: (request, env) => otherName(request, world.baseUrl) ?? app.fetch(request, env as HttpBindings),
    // The library would put its own Request in place of Node's, for everything in this process.
    overrideGlobalObjects: false,
    serverOptions: {
      headersTimeout: HEADERS_WITHIN,
      requestTimeout: REQUEST_WITHIN,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 5_000,
    },
  });
  if (!('closeIdleConnections' in server)) throw new Error('expected a plain HTTP server');
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = SILENT_AT_MOST;
  const { promise, resolve } = Promise.withResolvers<string | null>();
  server.once('error', (error: NodeJS.ErrnoException) => resolve(whyNotListening(error, host, port)));
  server.listen(port, host, () => resolve(null));
  const refused = await promise;
  if (refused !== null) return { refused };
  server.on('error', error => world.tellFault(error, 'tjeneren'));
  return {
    async stop() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_WITHIN);
      await closed.promise;
      clearTimeout(late);
    },
  };
}

/**
 * Pages for this machine alone have one name: another one is a person who wrote `localhost` (her forms would be refused as
 * foreign), or a web page elsewhere whose name was made to point here (DNS rebinding).
 */
function otherName(request: Request, baseUrl: string): Response | null {
  const base = new URL(baseUrl);
  if (!isLoopback(base.hostname)) return null;
  const asked = new URL(request.url);
  if (asked.host === base.host) return null;
  if (request.method !== 'GET' || !isLoopback(asked.hostname))
    return new Response(`Purrebot har adressen ${baseUrl}.`, { status: 421 });
  return new Response(null, { status: 302, headers: { location: `${baseUrl}${asked.pathname}${asked.search}` } });
}

function whyNotListening(error: NodeJS.ErrnoException, host: string, port: number): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Nettsidene kan ikke startes: port ${port} på ${host} er i bruk av et annet program. Stopp det, eller velg en annen port.`;
    case 'EACCES':
      return `Nettsidene kan ikke startes: Purrebot får ikke bruke port ${port}. Velg en port fra 1024 og oppover.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `Nettsidene kan ikke startes: ${host} er ingen adresse på denne maskinen. Rett WEB_HOST.`;
    default:
      return `Nettsidene kan ikke startes på ${host}, port ${port} (${error.code ?? error.message}).`;
  }
}
