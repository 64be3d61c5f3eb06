import { type HeldText, hold } from './held-text.ts';

/** How an address or host of the outside world is called in the corpus. */
export interface AddressNames {
  /** `kari.nes@hitra.kommune.no` → `eivor.saksvikmo@hitra.kommune.example` */
  address(address: string): string;
  /** `www.hitra.kommune.no` → `www.hitra.kommune.example` */
  host(host: string): string;
}

const URL =
  /\bhttps?:\/\/([\p{L}\d.-]{1,200})(?::\d{1,5})?((?:\/[^\s<>"'?#[\]]{0,500})?)(?:[?#][^\s<>"'[\]]{0,2000}(?<![.,;:!)]))?/giu;
export const ADDRESS = /[\p{L}\d](?:[\p{L}\d._%+'=-]{0,63})@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,6}/gu;
const HOST =
  /(?<![\p{L}\d@.-])(?:[\p{L}\d_](?:[\p{L}\d_-]{0,62})\.){1,6}(?:no|com|net|org|se|dk|eu|info|local|lan|internal|name|io|cloud|as)(?![\p{L}\d-])/giu;
const IP = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;

/** Web addresses, mail addresses, hosts and machine numbers of a text. */
export function holdAddresses(into: HeldText, names: AddressNames): void {
  // What follows a «?» is a key to somebody's page, or an address once more (safe links).
  hold(
    into,
    URL,
    ([whole, host = '', path = '']) => `${/^https/i.test(whole) ? 'https' : 'http'}://${names.host(host)}${path}`,
  );
  hold(into, ADDRESS, ([address]) => names.address(address));
  hold(into, HOST, ([host]) => names.host(host));
  hold(into, IP, ([ip]) => (ip.split('.').every(part => Number(part) <= 255) ? '192.0.2.1' : null));
}

/** `hitra.kommune.no` → `hitra.kommune.example`; what is invented already stays. */
export function exampleHost(host: string): string {
  const labels = host.toLowerCase().split('.');
  if (labels.at(-1) === 'example' || labels.length < 2) return host.toLowerCase();
  return [...labels.slice(0, -1), 'example'].join('.');
}
