/** Names under which each label is an organisation of its own: `hitra.kommune.no` and `skaun.kommune.no` are strangers. */
const OF_MANY = new Set(['kommune', 'fylkeskommune', 'herad', 'suohkan', 'gielda', 'tjielte', 'stat', 'dep', 'priv']);

/** Second-level names of other countries (`co.uk`, `com.au`); enough of them for mail that answers a municipality. */
const SECOND_LEVEL = /^(?:ac|co|com|edu|gov|net|org)$/;

/** Hosts where anybody gets a name of her own. Whose domain it is says its first label, not the host. */
const HOSTS = new Set([
  'onmicrosoft.com',
  'azurewebsites.net',
  'cloudapp.net',
  'github.io',
  'herokuapp.com',
  'web.app',
  'netlify.app',
  'amazonaws.com',
]);

/**
 * The part of a domain that one organisation answers for: `hitra.kommune.no` of `post.hitra.kommune.no`. A small rule
 * of our own for what writes to us, not the Public Suffix List; where it is wrong, it is wrong about domains that no
 * municipality has.
 * @returns null for a name that belongs to nobody alone (`no`, `kommune.no`)
 */
export function organisationalDomain(domain: string): string | null {
  const labels = domain.toLowerCase().replace(/\.$/, '').split('.');
  const [top = '', second = '', ...rest] = labels.toReversed();
  if (top === '' || second === '') return null;
  const isShared =
    OF_MANY.has(second) || HOSTS.has(`${second}.${top}`) || (top.length === 2 && SECOND_LEVEL.test(second));
  if (!isShared) return `${second}.${top}`;
  const [own = ''] = rest;
  return own === '' ? null : `${own}.${second}.${top}`;
}

/** Relaxed alignment (RFC 7489 § 3.1): the same organisation stands behind both domains. */
export function aligned(a: string, b: string): boolean {
  const [one, other] = [a, b].map(domain => domain.toLowerCase().replace(/\.$/, ''));
  if (one === '' || other === '') return false;
  return (
    one === other ||
    (organisationalDomain(one!) !== null && organisationalDomain(one!) === organisationalDomain(other!))
  );
}
