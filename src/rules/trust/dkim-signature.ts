import type { Message } from '../replies/message.ts';
import type { MethodResult } from './authentication-results.ts';

const LONGEST = 20_000;

/**
 * Why a DKIM signature that the trusted server found good still proves nothing of what we read, in Norwegian: it covers only the
 * beginning of the text (`l=`: anything may be added below), or not the From line. Null when nothing of the kind is stated.
 */
export function weakness({ properties, comments }: MethodResult, headers: Message['headers']): string | null {
  const said = comments.join(' ');
  if (/(?:^|[\s;])l\s?=\s?\d|body length|partial(?:ly)? (?:body|signed)/.test(said) || 'header.l' in properties)
    return PARTIAL;
  if (/from\b.{0,20}\bnot signed|not sign(?:ed|ing)? .{0,10}from|unsigned from/.test(said)) return WITHOUT_FROM;
  const signatures = headers
    .filter(({ name, value }) => name === 'dkim-signature' && value.length <= LONGEST)
    .map(({ value }) => tagsOf(value))
    .filter(tags => belongs(tags, properties));
  // Several signatures of one domain: nobody knows which of them was good, unless the server names it.
  const weak = signatures.find(tags => weaknessOf(tags) !== null);
  return weak === undefined ? null : weaknessOf(weak);
}

const PARTIAL = 'Signaturen dekker bare begynnelsen av meldingen (l=), så det kan være lagt til tekst etterpå.';
const WITHOUT_FROM = 'Signaturen dekker ikke avsenderfeltet.';

type Tags = ReadonlyMap<string, string>;

function weaknessOf(tags: Tags): string | null {
  if (tags.has('l')) return PARTIAL;
  const signed = tags.get('h');
  return signed !== undefined && !signed.split(':').includes('from') ? WITHOUT_FROM : null;
}

function belongs(tags: Tags, properties: MethodResult['properties']): boolean {
  const { 'header.d': domain, 'header.i': identity, 'header.s': selector, 'header.b': beginning } = properties;
  const signer = domain ?? identity?.split('@').at(1);
  if (tags.get('d') !== signer) return false;
  if (selector !== undefined && tags.get('s') !== selector) return false;
  return beginning === undefined || (tags.get('b') ?? '').startsWith(beginning);
}

/** `tag=value` between semicolons (RFC 6376 § 3.2), white space taken out, in lower case. */
function tagsOf(value: string): Tags {
  const pairs = value
    .toLowerCase()
    .replace(/\s+/g, '')
    .split(';')
    .map(pair => [pair.slice(0, Math.max(0, pair.indexOf('='))), pair.slice(pair.indexOf('=') + 1)] as const);
  return new Map(pairs.filter(([tag]) => tag !== ''));
}
