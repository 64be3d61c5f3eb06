import * as client from 'openid-client';
import { isLoopback, type OpenIdAccount } from '../../settings.ts';
import type { WebLog } from '../start-web.ts';
import type { OpenIdDoor } from '../web-world.ts';

/** Seconds that one question to the provider may take. */
const PATIENCE = 10;

/**
 * Sign-in with the organisation's own account: authorization code with PKCE, state and nonce (OpenID Connect Core 3.1). The
 * provider is asked for its addresses at the first sign-in, and again after a failure: it may be down when we start.
 */
export function openIdDoor({ issuer, clientId, clientSecret }: OpenIdAccount, log: WebLog): OpenIdDoor {
  let known: Promise<client.Configuration> | null = null;
  const configuration = async () => {
    known ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: PATIENCE,
      // Settings let plain HTTP through for a provider on this machine alone.
      execute: isLoopback(new URL(issuer).hostname) ? [client.allowInsecureRequests] : [],
    });
    try {
      return await known;
    } catch (error) {
      known = null;
      throw error;
    }
  };
  /** null when the provider refuses or is not there; its own words may hold names, so only the code is told. */
  const orNull = async <T>(ask: () => Promise<T | null>): Promise<T | null> => {
    try {
      return await ask();
    } catch (error) {
      if (!isOfTheProvider(error)) throw error;
      log.warn({ code: codeOf(error) }, 'Innlogging med egen konto gikk ikke.');
      return null;
    }
  };
  return {
    begin: redirectUri =>
      orNull(async () => {
        const config = await configuration();
        const [verifier, state, nonce] = [client.randomPKCECodeVerifier(), client.randomState(), client.randomNonce()];
        const url = client.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid email',
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return { url: url.href, state, verifier, nonce };
      }),
    finish: (callback, { state, verifier, nonce }) =>
      orNull(async () => {
        const config = await configuration();
        const tokens = await client.authorizationCodeGrant(config, callback, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims()!;
        // Scope values give their claims at the userinfo endpoint (Core 5.4); many providers put them into the token as well.
        const vouched =
          claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined
            ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
            : claims;
        return addressOf(vouched);
      }),
  };
}

/** Providers that check no address say so (Core 5.1), some of them in words. */
function addressOf(claims: Record<string, unknown>): string | null {
  const { email, email_verified: verified } = claims;
  if (typeof email !== 'string' || email.trim() === '' || verified === false || verified === 'false') return null;
  return email.trim().toLowerCase();
}

function isOfTheProvider(error: unknown): boolean {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) return true;
  if (error instanceof client.WWWAuthenticateChallengeError || error instanceof client.ClientError) return true;
  // What fetch itself throws: no connection (TypeError), or no answer in time.
  return error instanceof TypeError || (error instanceof Error && error.name === 'TimeoutError');
}

function codeOf(error: unknown): string {
  const { code, error: said, cause } = error as { code?: string; error?: string; cause?: { code?: string } };
  return said ?? code ?? cause?.code ?? (error as Error).name;
}
