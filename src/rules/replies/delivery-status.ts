/** `5.1.1`: class, subject and detail of RFC 3463, never a part of an IP address or a version; 2.1.5 is no failure. */
const CODE = '[45]\\.[0-7]\\.\\d{1,3}(?!\\.?\\d)';

/** «550 5.1.1», «550-5.7.26», «(#4.4.1)»: said as a code, not merely three numbers in a text. */
const SAID = new RegExp(`(?:(?<!\\d)[45]\\d\\d[ -]|#)#?(${CODE})`, 'g');

const ANY = new RegExp(`(?<![\\d.])(${CODE})`, 'g');

/** «Delivery time expired»: the server that gave up says so, whatever it was that went wrong each time. */
export const TIME_EXPIRED = '4.4.7';

/** What servers without codes write, in the words of RFC 3463 §3; the first row that fits counts. */
const MEANINGS: readonly [RegExp, string][] = [
  [
    /\b(?:mailbox|mail box|inbox|account|postboks\w*) (?:\w+ ){0,3}(?:full|over quota|exceeded)|\bover ?quota\b|\bquota (?:has been )?exceeded|\bdisk quota\b|\bpostboks(?:en)? er full|\bexceed\w* (?:\w+ ){0,3}(?:quota|allowed size|storage)/i,
    '5.2.2',
  ],
  [
    /\b(?:account|mailbox|user|recipient) (?:\w+ ){0,4}(?:disabled|inactive|suspended|deactivated|discontinued)|\bdisabled (?:account|mailbox)/i,
    '5.2.1',
  ],
  [/\bmessage (?:\w+ ){0,3}(?:too (?:big|large)|exceeds)|\bfor stor melding|\bmeldingen er for stor/i, '5.3.4'],
  [
    /\b(?:host|domain) (?:\S+ ){0,3}(?:unknown|not found)|\bunknown (?:host|domain)|\b(?:no such|unrouteable) domain|\bno mx\b|\bname (?:service|server) error|\bdns lookup fail|\bdomenet (?:finnes ikke|ble ikke funnet)/i,
    '5.1.2',
  ],
  [
    /\b(?:user|recipient|mailbox|account|address|addressee) (?:\S+ ){0,5}(?:unknown|not found|doesn't exist|does not exist|not listed|unavailable|couldn't be found)|\b(?:unknown|no such|invalid) (?:local )?(?:user|recipient|mailbox|address|account)|\bno mailbox\b|\bunrouteable address|\b(?:adressen|mottakeren|brukeren|postboksen) (?:finnes ikke|finst ikkje|ble ikke funnet|er ukjent)|\bukjent (?:til-)?(?:mottaker|bruker|adresse)|\bunknown to address|\b(?:ble ikke funnet|vart ikkje funnen|wasn't found|was not found) (?:på|i|hos|at)\b/i,
    '5.1.1',
  ],
  [
    /\brelay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed))|\bspam\b|\bunsolicited|\bblock(?:ed|list)|\bblacklist|\bpolicy|\baccess denied|\bnot (?:authorized|allowed|permitted)/i,
    '5.7.1',
  ],
  [
    /\bin the queue too long|\bretry (?:time(?:out)?|period) (?:\w+ )?exceeded|\bdelivery time expired|\bmessage expired|\bcould not be delivered for \d/i,
    TIME_EXPIRED,
  ],
  [
    /\bconnection (?:timed out|refused|reset)|\bnot responding|\bunable to connect|\bcould not connect|\bno route to host/i,
    '4.4.1',
  ],
];

/** The code that a server says in this text, null when it says none. A precise one counts before «5.0.0». */
export function statusIn(text: string): string | null {
  const codes = [...text.matchAll(SAID), ...text.matchAll(ANY)].map(match => match[1] ?? '');
  return codes.find(code => !isGeneral(code) && code !== TIME_EXPIRED) ?? codes[0] ?? null;
}

/** What a text without a code means; null when it says nothing that RFC 3463 has a code for. */
export function statusMeant(text: string): string | null {
  return MEANINGS.find(([words]) => words.test(text))?.[1] ?? null;
}

/**
 * The status of a recipient: the code of the server that refused (in the diagnostic text) tells more than the one of the
 * server that reports, which often writes 5.0.0 or «delivery time expired».
 */
export function statusOf(reported: string | null, diagnostic: string): string | null {
  const said = statusIn(diagnostic);
  if (said !== null && !isGeneral(said)) return said;
  return reported ?? said;
}

/** «5.0.0» says no more than that it failed. */
export function isGeneral(code: string): boolean {
  return code.endsWith('.0.0');
}
