import type { Message } from '../replies/message.ts';
import { aligned } from './alignment.ts';
import type { DomainBook } from './domain-book.ts';

/** RFC 5321 § 4.5.3.1; longer ones are cut before anything is looked for in them. */
const LONGEST = 320;

/**
 * What in a mail's own headers seems to be somebody else, in Norwegian, one sentence each. Each of them is for a person to
 * see, whatever the mail says.
 * @param known the mail domains of the municipalities
 */
export function disguises(message: Message, known: DomainBook): string[] {
  const address = message.from?.address ?? '';
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return [
    ...inFrom(message, address),
    ...inDomain(domain, known),
    ...inName((message.from?.name ?? '').slice(0, LONGEST), domain, known),
    ...inReplyTo(message, domain, known),
  ];
}

function inFrom({ from, headers }: Message, address: string): string[] {
  const lines = headers.filter(({ name }) => name === 'from');
  if (lines.length > 1) return ['Meldingen har flere avsenderfelt (From).'];
  if (from === null || address !== '') return [];
  const [line] = lines;
  const isEmpty = line === undefined || /^\s*(?:<\s*>)?\s*$/.test(line.value);
  return isEmpty ? [] : ['Avsenderfeltet er ikke skrevet som én e-postadresse.'];
}

function inDomain(domain: string, known: DomainBook): string[] {
  if (domain === '' || known.holds(domain)) return [];
  const found: string[] = [];
  if (/\p{Script=Cyrillic}|\p{Script=Greek}/u.test(domain))
    found.push(`Avsenderdomenet «${domain}» er skrevet med bokstaver fra et annet alfabet.`);
  else if (/(?:^|\.)xn--/.test(domain)) found.push(`Avsenderdomenet «${domain}» er skrevet i kode (xn--).`);
  const alike = known.alike(domain.slice(0, LONGEST));
  if (alike !== null) found.push(`Avsenderdomenet «${domain}» ligner på ${alike}, men er et annet.`);
  return found;
}

/** Mail programs show the name alone: «postmottak@hitra.kommune.example» <x@evil.example>. */
function inName(name: string, domain: string, known: DomainBook): string[] {
  const found: string[] = [];
  if (/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(name))
    found.push('Avsendernavnet inneholder usynlige tegn.');
  const shown = /[^\s<>()"',;@]{1,64}@(?<host>[^\s<>()"',;@]{1,190})/u.exec(name)?.groups?.host?.toLowerCase();
  if (shown !== undefined && !aligned(shown, domain))
    return [
      ...found,
      `Avsendernavnet viser en adresse hos ${shown}, men meldingen kommer fra ${domain || 'en annen'}.`,
    ];
  const words = name.toLowerCase().split(/[^\p{L}\p{N}.-]+/u);
  const named = words.find(word => known.holds(word) && !aligned(word, domain));
  if (named !== undefined)
    found.push(`Avsendernavnet viser domenet ${named}, men meldingen kommer fra ${domain || 'en annen'}.`);
  return found;
}

/** Never used to send to, and all the same a way to lead an answer away. */
function inReplyTo({ headers }: Message, domain: string, known: DomainBook): string[] {
  const given = headers.find(({ name }) => name === 'reply-to')?.value.slice(0, 5000) ?? '';
  const hosts = given.match(/@[^\s<>()"',;@]{1,190}/g)?.map(host => host.slice(1).toLowerCase()) ?? [];
  const other = hosts.find(host => !aligned(host, domain) && !known.holds(host));
  return other === undefined
    ? []
    : [`Svar på meldingen ville gått til ${other}, et annet sted enn der den kommer fra.`];
}
