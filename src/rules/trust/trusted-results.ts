import type { Message } from '../replies/message.ts';
import { type AuthenticationResults, authenticationResults, type MethodResult } from './authentication-results.ts';
import { type Hop, hopOf } from './received-hop.ts';

/** What the setting says for Exchange Online, whose lines name no server. */
export const EXCHANGE_ONLINE = 'exchange-online';

export interface TrustedResults {
  results: MethodResult[];
  /** It stands where the sender could have put it: what speaks against the sender counts, what speaks for it does not. */
  isCertain: boolean;
}

/**
 * What the trusted servers say of a mail. Anybody may write a line with their name (RFC 8601 § 7.1), so only what stands
 * among the lines that our own side added counts: above the Received line by which the mail came in from outside. The
 * topmost block holds; what an outer one of ours said before it does not.
 * @param servers authserv-ids in lower case, or EXCHANGE_ONLINE
 * @returns null when none of them says anything there
 */
export function trustedResults(headers: Message['headers'], servers: readonly string[]): TrustedResults | null {
  const inside: AuthenticationResults[] = [];
  const below: AuthenticationResults[] = [];
  let region: 'inside' | 'below' = 'inside';
  for (const { name, value } of headers) {
    if (name === 'received') {
      if (region === 'below') break;
      if (!isInner(hopOf(value), servers)) region = 'below';
    }
    if (name !== 'authentication-results') continue;
    const said = authenticationResults(value);
    const list = region === 'inside' ? inside : below;
    // One that cannot be read, or names no server, is some server's all the same: what stands below it is older.
    list.push(said ?? { server: '', results: [] });
  }
  const certain = topmost(inside, servers);
  if (certain !== null) return { results: certain, isCertain: true };
  const doubtful = topmost(below, servers);
  return doubtful === null ? null : { results: doubtful, isCertain: false };
}

/** The first of ours, with the other lines of the same server: its filters write one each. */
function topmost(said: readonly AuthenticationResults[], servers: readonly string[]): MethodResult[] | null {
  // Danger: a form that names nobody is Microsoft's only when nothing stands above it.
  const [first] = said;
  if (first?.server === null && servers.includes(EXCHANGE_ONLINE)) return first.results;
  const own = said.find(({ server }) => server !== null && servers.includes(server));
  if (own === undefined) return null;
  return said.filter(({ server }) => server === own.server).flatMap(({ results }) => results);
}

/** From one of our own machines to another: the lines below it are still ours. */
function isInner({ from, isLocal }: Hop, servers: readonly string[]): boolean {
  return isLocal || (from !== null && servers.some(server => isOf(from, server)));
}

function isOf(host: string, server: string): boolean {
  if (server === EXCHANGE_ONLINE) return host.endsWith('.prod.outlook.com');
  return host === server || host.endsWith(`.${server}`);
}
