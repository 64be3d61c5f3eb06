/** Letters of other alphabets, and digits, that pass for ours at a glance. */
const LOOKS_LIKE: Record<string, string> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'm',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  // Latin of others
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ł: 'l',
  đ: 'd',
  // Digits
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '5': 's',
};

/**
 * A domain as the eye takes it: two that look alike have the same skeleton. `i`, `l` and `1` are one letter, `rn` is `m`, and
 * marks over letters are gone, as are the few that Norwegian has (ø, æ).
 */
export function skeleton(domain: string): string {
  const letters = [...domain.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')];
  return letters
    .map(letter => LOOKS_LIKE[letter] ?? letter)
    .join('')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('i', 'l')
    .replaceAll('-', '.');
}
