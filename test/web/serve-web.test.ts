import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { serveWeb, type WebServer } from '../../src/web/serve-web.ts';
import { freePort } from '../worlds/free-port.ts';
import { emptyRegister } from '../worlds/register.ts';
import { testPages } from '../worlds/web.ts';

const HOST = '127.0.0.1';
let server: WebServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

async function served() {
  const port = await freePort();
  const baseUrl = `http://${HOST}:${port}`;
  const pages = testPages(emptyRegister(), '2014-03-17T07:15:00Z', { baseUrl });
  const started = await serveWeb(pages.world, { host: HOST, port });
  if ('refused' in started) throw new Error(started.refused);
  server = started;
  return { port, baseUrl, pages };
}

/** What the server answers to these very bytes. */
async function asked(port: number, bytes: string): Promise<string> {
  const socket = connect(port, HOST);
  let answer = '';
  socket.setEncoding('utf8').on('data', text => {
    answer += text;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
const get = (port: number, host: string, path = '/logg-inn?x=1') =>
  asked(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

test('another name of this machine leads to the one of the settings, and no foreign name is answered', async () => {
  const { port, baseUrl } = await served();
  expect(await get(port, `${HOST}:${port}`)).toMatch(/^HTTP\/1\.1 200 /);
  const moved = await get(port, `localhost:${port}`);
  expect(moved).toMatch(/^HTTP\/1\.1 302 /);
  expect(moved.toLowerCase()).toContain(`location: ${baseUrl}/logg-inn?x=1`);
  for (const host of ['ond.example', `ond.example:${port}`, 'ond.example/']) {
    const answer = await get(port, host);
    expect(answer).toMatch(/^HTTP\/1\.1 4(21|00) /);
    expect(answer).not.toContain('location');
  }
  // Two slashes would be another host to a browser that is sent there.
  expect((await get(port, `localhost:${port}`, '//ond.example/')).toLowerCase()).toContain(`location: ${baseUrl}//ond`);
});

test('a port that is taken is told in words', async () => {
  const other = createServer().listen(0, HOST);
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const { world } = testPages(emptyRegister(), '2014-03-17T07:15:00Z');
  const refusal = await serveWeb(world, { host: HOST, port });
  expect(refusal).toEqual({
    refused: expect.stringContaining(`port ${port} på ${HOST} er i bruk av et annet program`),
  });
  other.close();
});

test('what is no request at all is refused, and the pages go on', async () => {
  const { port, pages } = await served();
  expect(await asked(port, 'hei\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await asked(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
  expect(await get(port, `${HOST}:${port}`)).toMatch(/^HTTP\/1\.1 200 /);
  expect(pages.faults).toEqual([]);
});

test('a fault of a page is told without what fills in its address, and is that page alone', async () => {
  const told: string[] = [];
  const pages = testPages(emptyRegister(), '2014-03-17T07:15:00Z', {
    now: () => {
      throw new Error('the clock is broken');
    },
    tellFault: (_, page) => told.push(page),
  });
  const browser = await pages.browser();
  expect((await browser.get('/logg-inn/lenke/en-hemmelighet')).status).toBe(500);
  expect(told).toEqual(['/logg-inn/lenke/:secret']);
  expect((await browser.get('/logg-inn')).status).toBe(200);
});

test('the log of requests has the pattern of an address, never a token or a query', async () => {
  const lines: object[] = [];
  const pages = testPages(emptyRegister(), '2014-03-17T07:15:00Z', { noteRequest: line => lines.push(line) });
  const browser = await pages.browser();
  await browser.get('/logg-inn/lenke/en-hemmelighet?epost=eva');
  await browser.get('/finnes-ikke/hemmelig');
  expect(lines).toMatchObject([
    { method: 'GET', page: '/logg-inn/lenke/:secret', status: 404 },
    { method: 'GET', page: '/*', status: 303 },
  ]);
});

test('a request that never ends does not hold back the end', async () => {
  const { port } = await served();
  const slow = connect(port, HOST).on('error', () => undefined);
  await once(slow, 'connect');
  slow.write('GET /logg-inn HTTP/1.1\r\nHost: ');
  const closed = once(slow, 'close');
  await server!.stop();
  await closed;
  server = null;
});
