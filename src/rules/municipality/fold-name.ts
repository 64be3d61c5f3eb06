/**
 * A municipality's name as names are compared: «Hitra kommune», « HITRA » and «hitra» are the same, and so are
 * «Sør-Odal» and «Sør Odal». «fylkeskommune» stays: the county Trøndelag is no municipality.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[-‐‑–/]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/ (kommune|herad)$/u, '');
}
