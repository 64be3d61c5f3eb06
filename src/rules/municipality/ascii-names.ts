import { formsOf, type NamedRow } from './name-book.ts';

/** How «å», «ø», «æ» and the Sami letters are written where only a–z may stand. */
const WAYS: readonly [RegExp, string][][] = [
  [
    [/å/g, 'a'],
    [/ø/g, 'o'],
    [/æ/g, 'a'],
  ],
  [
    [/å/g, 'aa'],
    [/ø/g, 'oe'],
    [/æ/g, 'ae'],
  ],
  [
    [/å/g, 'a'],
    [/ø/g, 'o'],
    [/æ/g, 'e'],
  ],
  [
    [/å/g, 'a'],
    [/ø/g, 'o'],
    [/æ/g, 'ae'],
  ],
];

/** The names as domains write them, without hyphens: «midtregauldal», «naroysund», «aafjord». */
export function asciiNames(row: NamedRow): string[] {
  const names = formsOf(row).map(form => form.replace(/ fylkeskommune$/, ' fylke'));
  return [...new Set(names.flatMap(name => WAYS.map(way => plain(name, way))))];
}

function plain(name: string, way: readonly [RegExp, string][]): string {
  const spelled = way.reduce((word, [letter, written]) => word.replace(letter, written), name);
  return spelled
    .normalize('NFD')
    .replace(/đ/g, 'd')
    .replace(/ŋ/g, 'n')
    .replace(/ŧ/g, 't')
    .replace(/[^a-z]/g, '');
}
