import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { OpenIdAccount } from '../../src/settings.ts';

export interface OpenIdProvider {
  account: OpenIdAccount;
  /** What it says of whoever signs in next; bends the id token. */
  claims: Record<string, unknown>;
  /** Claims that only the userinfo endpoint gives; null = it has none. */
  userinfo: Record<string, unknown> | null;
  isDown: boolean;
  /** Somebody signs in at the address that the browser was sent to. @returns where the browser is sent back to */
  signIn(url: string): string;
  stop(): Promise<void>;
}

/** A provider of OpenID Connect on this machine: authorization code with PKCE, id tokens signed by RS256. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked = new Map<string, { challenge: string; nonce: string }>();
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
  const issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const account = { issuer, clientId: 'purrebot', clientSecret: 'hemmelig' };
  const provider: OpenIdProvider = {
    account,
    claims: {},
    userinfo: null,
    isDown: false,
    signIn(url) {
      const query = new URL(url).searchParams;
      const code = `code-${asked.size + 1}`;
      asked.set(code, { challenge: query.get('code_challenge')!, nonce: query.get('nonce')! });
      const back = new URL(query.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: query.get('state')! }).toString();
      return back.href;
    },
    stop: () => new Promise(resolve => server.close(() => resolve())),
  };

  app.use((c, next) => (provider.isDown ? Promise.resolve(c.text('nede', 503)) : next()));
  app.get('/.well-known/openid-configuration', c =>
    c.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      ...(provider.userinfo === null ? {} : { userinfo_endpoint: `${issuer}/userinfo` }),
      id_token_signing_alg_values_supported: ['RS256'],
    }),
  );
  app.get('/jwks', c => c.json({ keys: [{ ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] }));
  app.get('/userinfo', c => c.json({ sub: 'en', ...provider.userinfo }));
  app.post('/token', async c => {
    const form = await c.req.parseBody();
    const grant = asked.get(String(form.code));
    asked.delete(String(form.code));
    const challenge = createHash('sha256').update(String(form.code_verifier)).digest('base64url');
    const isOurs = form.client_secret === account.clientSecret || c.req.header('authorization') !== undefined;
    if (grant === undefined || grant.challenge !== challenge || !isOurs) return c.json({ error: 'invalid_grant' }, 400);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: 'en', aud: account.clientId, iat: now, exp: now + 60, nonce: grant.nonce };
    return c.json({
      access_token: 'tilgang',
      token_type: 'Bearer',
      id_token: signed({ ...claims, ...provider.claims }),
    });
  });

  function signed(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const body = `${part({ alg: 'RS256' })}.${part(claims)}`;
    return `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey, 'base64url')}`;
  }
  return provider;
}
