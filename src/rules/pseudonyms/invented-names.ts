const GIVEN =
  'Agnar Alvilde Bergny Dagfrid Eivor Embla Fartein Gjertrud Hallbjørg Herbjørn Idun Jofrid Kjersta Leidulv Målfrid Norvald Oddleif Runhild Sigvor Steinvor Torgunn Ullbjørg Vemund Ysteine Ådne Åslaug'.split(
    ' ',
  );
const FIRST = 'Saks Bud Hop Lang Ner Ytter Kvern Rogn Hest Tind Skar Elve Furu Lyng Orre Sild'.split(' ');
const LAST = 'vikmo dalsmo stadås moenga nesbakk haugli tveitvoll sundmyr lihaug bergsmo'.split(' ');

/** The n-th invented first name, of a list that begins at `start`; no two of the first two dozen are alike. */
export function inventedGivenName(start: number, n = 0): string {
  const name = GIVEN[(start + n) % GIVEN.length]!;
  const round = Math.floor(n / GIVEN.length);
  return round === 0 ? name : `${name}-${GIVEN[(start + n + round) % GIVEN.length]}`;
}

/** The n-th invented surname, of a kind that nobody bears; all of the first 160 are different. */
export function inventedSurname(n: number): string {
  const at = (n * 37) % (FIRST.length * LAST.length);
  return `${FIRST[at % FIRST.length]}${LAST[Math.floor(at / FIRST.length)]}`;
}
