import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { theStory } from '../worlds/story.ts';
import { EVA, type TestPages, testPages } from '../worlds/web.ts';

/** The story of 2013–14 to its end on pages that a browser can open, signed in as the demo's adviser. */
export async function servedPages(): Promise<{ url: string; pages: TestPages; stop: () => void }> {
  const { register } = await theStory();
  // The address is known when the server listens; forms are checked against it.
  let pages: TestPages | null = null;
  const server = serve({
    fetch: (request, env) => pages!.app.fetch(request, env),
    port: 0,
    hostname: '127.0.0.1',
    overrideGlobalObjects: false,
  });
  await new Promise(resolve => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const demo = {
    person: EVA,
    first: '2013-11-28',
    last: '2014-04-11',
    next: () => null,
    turnTo: async () => undefined,
    stepOn: async () => undefined,
  };
  pages = testPages(register, '2014-04-11T07:15:00Z', { baseUrl: url, demo });
  return { url, pages, stop: () => void server.close() };
}
