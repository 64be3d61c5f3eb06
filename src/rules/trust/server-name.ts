/** An authserv-id as servers write it: a host name, or another word without blanks; also `exchange-online`. */
export function isServerName(name: string): boolean {
  return name.length <= 255 && /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(name);
}
