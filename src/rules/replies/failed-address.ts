const PART = `[^\\s<>()"',;:[\\]@|\\u00ab\\u00bb]`;

/** An address in running text; bounded, since a line of a million letters has none. */
const ADDRESS = new RegExp(`${PART}{1,64}@${PART}{1,200}`);

/** The first mail address in a text, lower case; null when there is none. */
export function addressIn(text: string): string | null {
  return cleaned(ADDRESS.exec(text)?.[0] ?? '');
}

/** Hundreds of addresses; longer is no list of recipients. */
const MAX_LIST = 20_000;

/** All mail addresses in a line or list, lower case, in order, without repetition. */
export function addressesIn(text: string): string[] {
  const found = text.slice(0, MAX_LIST).match(new RegExp(ADDRESS, 'g')) ?? [];
  return [...new Set(found.map(cleaned).filter(address => address !== null))];
}

function cleaned(found: string): string | null {
  const address = found
    .toLowerCase()
    .replace(/^(?:mailto:|(?:smtp)?=)/, '')
    .replace(/[.!?=*]{1,10}$/, '');
  return /^[^@]+@[^@]*[\p{L}\p{N}]$/u.test(address) ? address : null;
}
