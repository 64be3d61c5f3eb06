/** What a column of a recipients file may hold. */
export type RecipientColumn =
  | 'number'
  | 'name'
  | 'address'
  | 'officer'
  | 'officerAddress'
  | 'director'
  | 'directorAddress'
  | 'ignored';

const HEADINGS: Record<RecipientColumn, string[]> = {
  number: ['kommunenr', 'kommunenummer', 'knr', 'nr', 'nummer', 'number', 'municipalitynumber'],
  name: ['kommune', 'navn', 'kommunenavn', 'name', 'municipality'],
  address: ['epost', 'epostadresse', 'postmottak', 'adresse', 'email', 'mail', 'address'],
  officer: ['kontakt', 'kontaktperson', 'kontaktnavn', 'saksbehandler', 'contact', 'contactname'],
  officerAddress: ['kontaktepost', 'epostkontakt', 'saksbehandlerepost', 'contactemail'],
  director: ['rådmann', 'kommunedirektør', 'director', 'directorname'],
  directorAddress: ['rådmannepost', 'kommunedirektørepost', 'directoremail'],
  // Known from other lists; nothing of ours depends on them.
  ignored: ['domene', 'domain', 'fylke', 'county', 'merknad', 'note'],
};

/** What the heading means; null when it is none of ours. «Kontakt e-post», «kontakt_epost» and «Kontakt-epost» are the same. */
export function columnOf(heading: string): RecipientColumn | null {
  const folded = heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_.:-]+/gu, '');
  for (const [column, ways] of Object.entries(HEADINGS)) {
    if (ways.includes(folded)) return column as RecipientColumn;
  }
  return null;
}
