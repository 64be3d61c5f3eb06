export type StrictRecipient = { address: string } | { refused: string };

/**
 * Far narrower than RFC 5322, on purpose: no quoted local part, comment, group, second address or routing by % and !,
 * and ASCII names only. What Node's mail library reads out of a cunning address has been wrong many times (bad input 82,
 * GHSA-mm7p-fcc7-pg87, GHSA-3q53-mvfw-q9v8), so it never sees one.
 */
const LOCAL_PART = /^[A-Za-z0-9_](?:[A-Za-z0-9_+&'-]|\.(?!\.))*(?<!\.)$/;
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;

/** The address to write in an envelope (domain in lower case), or why it is refused, in Norwegian. */
export function strictRecipient(text: string): StrictRecipient {
  const parts = text.split('@');
  const [local, domain] = parts;
  if (parts.length > 2) return { refused: 'Flere enn én adresse, eller to krøllalfaer.' };
  if (local === undefined || domain === undefined) return { refused: 'Adressen mangler krøllalfa.' };
  if (/[^\x21-\x7e]/.test(text)) return { refused: 'Adressen har mellomrom, linjeskift eller tegn utenfor a–z.' };
  if (local.length > 64 || text.length > 254) return { refused: 'Adressen er for lang.' };
  if (!LOCAL_PART.test(local)) return { refused: 'Tegn foran krøllalfaen som vi ikke sender til.' };
  if (!DOMAIN.test(domain)) return { refused: 'Domenet er ikke skrevet som et domene.' };
  // A domain in disguise can look like another one; no municipality's mail server needs it.
  if (/(?:^|\.)xn--/i.test(domain)) return { refused: 'Domenet er skrevet i omkodet form (xn--).' };
  return { address: `${local}@${domain.toLowerCase()}` };
}
