/** A campaign's id of words: «Ny rådgiver 2027» → ny-radgiver-2027. It goes into file names, addresses and Message-IDs. */
export function campaignIdFrom(words: string): string {
  const id = words
    .normalize('NFC')
    .toLowerCase()
    .replace(/æ/g, 'e')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return id === '' ? 'henvendelse' : id;
}
