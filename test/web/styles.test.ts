import { expect, test } from 'vitest';
import { emptyRegister } from '../worlds/register.ts';
import { testPages } from '../worlds/web.ts';

test.each(['tema.css', 'designsystemet.css', 'purrebot.css', 'inter-latin.woff2'])(
  '%s is served to anybody',
  async name => {
    const response = await (await testPages(emptyRegister(), '2014-03-17T07:15:00Z').browser()).get(`/stil/${name}`);
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  },
);

test.each(['..%2f..%2fpackage.json', '__proto__', 'constructor', 'annet.css'])('%s is not', async name => {
  expect((await (await testPages(emptyRegister(), '2014-03-17T07:15:00Z').browser()).get(`/stil/${name}`)).status).toBe(
    404,
  );
});
