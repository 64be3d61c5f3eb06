import type { Message } from '../replies/message.ts';
import { aligned } from './alignment.ts';
import type { MethodResult } from './authentication-results.ts';
import { weakness } from './dkim-signature.ts';
import { trustedResults } from './trusted-results.ts';

/** aligned DKIM or DMARC of the trusted server · none such is set or seen · that server says otherwise (design.md). */
export type Trust = 'pass' | 'unknown' | 'fail';

export interface SenderTrust {
  trust: Trust;
  /** What it rests on, for the adviser, in Norwegian: one sentence. */
  because: string;
}

/**
 * Whether a mail really comes from the domain in its From line, by the word of the servers that we trust.
 * @param servers authserv-ids in lower case, or EXCHANGE_ONLINE; empty = none is set
 */
export function senderTrust({ from, headers }: Message, servers: readonly string[]): SenderTrust {
  if (servers.length === 0)
    return unknown('Det er ikke angitt hvilken e-posttjener som kontrollerer avsendere (TRUSTED_AUTHSERV).');
  const said = trustedResults(headers, servers);
  if (said === null) return unknown('E-posttjeneren har ikke skrevet noe om avsenderen i meldingen.');
  const domain = from?.address.split('@').at(1) ?? '';
  if (domain === '') return fail('Meldingen har ikke én tydelig avsenderadresse.');
  const found = judged(said.results, domain, headers);
  if (found.trust !== 'pass' || said.isCertain) return found;
  return unknown(
    'Linjen som bekrefter avsenderen, står der avsenderen selv kan ha satt den inn (under «Received»-linjen til e-posttjeneren).',
  );
}

function judged(results: readonly MethodResult[], domain: string, headers: Message['headers']): SenderTrust {
  const of = (method: string) => results.filter(one => one.method === method);
  const refused = [...of('dmarc'), ...of('compauth')].find(({ result }) => result === 'fail');
  if (refused !== undefined)
    return fail(`E-posttjeneren sier at meldingen ikke kommer fra ${domain} (${refused.method}=fail).`);
  const signed = of('dkim').filter(({ result }) => result === 'pass');
  const own = signed.filter(one => aligned(signerOf(one), domain));
  const weak = own.map(one => weakness(one, headers));
  const isSigned = weak.includes(null);
  const path = of('spf').filter(({ properties }) => 'smtp.mailfrom' in properties);
  const bySpf = path.some(one => one.result === 'pass' && aligned(pathOf(one), domain));
  const checked = of('dmarc').filter(({ result }) => result === 'pass');
  const stranger = checked.find(one => !aligned(domainIn(one.properties['header.from'] ?? domain), domain));
  // Danger: the server saw another sender than the one that we read.
  if (stranger !== undefined)
    return fail(`E-posttjeneren har kontrollert en annen avsender (${stranger.properties['header.from']}).`);
  const passed = checked.some(one => 'header.from' in one.properties);
  if (isSigned) return pass(`Meldingen er signert av ${domain} (DKIM).`);
  if (passed && (bySpf || weak.length === 0)) return pass(`E-posttjeneren bekrefter avsenderen ${domain} (DMARC).`);
  const [partial] = weak;
  if (partial != null) return fail(partial);
  const [foreign] = signed;
  if (foreign !== undefined && !bySpf)
    return fail(`Meldingen er signert av ${signerOf(foreign) || 'en annen'}, ikke av ${domain}.`);
  return bySpf
    ? unknown(`Serveren får sende for ${domain} (SPF), men meldingen er ikke signert.`)
    : unsigned(results, domain);
}

/** Neither a signature nor a known server: what remains is what speaks against it. */
function unsigned(results: readonly MethodResult[], domain: string): SenderTrust {
  const broken = results.find(({ method, result }) => method === 'dkim' && result === 'fail');
  if (broken !== undefined) return fail('Signaturen på meldingen stemmer ikke (dkim=fail).');
  const refused = results.find(
    ({ method, result }) => method === 'spf' && (result === 'fail' || result === 'softfail' || result === 'hardfail'),
  );
  if (refused !== undefined)
    return fail(`Meldingen kommer fra en server som ikke får sende for avsenderen (spf=${refused.result}).`);
  const elsewhere = results.find(
    one => one.method === 'spf' && one.result === 'pass' && pathOf(one) !== '' && !aligned(pathOf(one), domain),
  );
  if (elsewhere !== undefined) return fail(`Meldingen er sendt av ${pathOf(elsewhere)}, ikke av ${domain}.`);
  return unknown(`E-posttjeneren har ikke kunnet kontrollere ${domain}.`);
}

/** Who signed: the domain, else that of the identity; '' when the server does not say. */
function signerOf({ properties }: MethodResult): string {
  return properties['header.d'] ?? domainIn(properties['header.i'] ?? '');
}

/** The domain of the envelope's sender, which some servers write alone. */
function pathOf({ properties }: MethodResult): string {
  return domainIn(properties['smtp.mailfrom'] ?? '').replace(/>$/, '');
}

function domainIn(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

const pass = (because: string): SenderTrust => ({ trust: 'pass', because });
const fail = (because: string): SenderTrust => ({ trust: 'fail', because });
const unknown = (because: string): SenderTrust => ({ trust: 'unknown', because });
