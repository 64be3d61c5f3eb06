/**
 * Words that carry an answer, long enough that a slip in one is still that word: «sluter», «budsjetet», «kommunestryet»,
 * «radmannen» from a keyboard without «å». Slips are made here by rule, and read as the word.
 */
const CARRYING: readonly string[] =
  'ordningen slutter sluttet deltakelse delta deltar vedtatt vedtak behandles behandlet behandling godkjenner godkjent godkjennes budsjettet budsjettbehandlingen koordinator innstilling innstillingen tilslutning henvendelsen anmodningen forbehold forutsetning dessverre foreløpig kommunen kommune kommunestyret formannskapet fylkestinget hovedutvalget anbefaler utsettes enstemmig beløpet rådmannen kommunedirektøren ordføreren avtalen signert finansiering finansieringen spleiselaget bidrar innbygger innbyggere prioritere prioritert mulighet mulig ønsker deltagelse saken svarer positiv tilbakemelding spørsmål utsettelse administrasjonen'.split(
    ' ',
  );

/** Small words as they look from a keyboard without «æ», «ø», «å». */
const WITHOUT_LETTERS: readonly string[] =
  'på får må også så når gå går før år vår våre vårt være møte ønsker ønske å nå då få står tilrår foreslår rådmannen kommunedirektøren beløpet økonomi høsten spørsmål foreløpig'.split(
    ' ',
  );

/** Shorter words have neighbours that are words themselves. */
const MIN_LENGTH = 7;
const MIN_FOR_LOSS = 9;

/** Every slip of these words with the word that is meant. */
export function slips(): Map<string, string> {
  const found = new Map<string, string>();
  const real = new Set([...CARRYING, ...REAL]);
  const add = (slip: string, word: string) => {
    if (slip !== word && !real.has(slip) && !found.has(slip)) found.set(slip, word);
  };
  for (const word of [...CARRYING, ...WITHOUT_LETTERS]) for (const plain of withoutLetters(word)) add(plain, word);
  for (const word of CARRYING) {
    if (word.length < MIN_LENGTH) continue;
    for (let at = 1; at < word.length - 1; at++) {
      const [a = '', b = ''] = [word[at], word[at + 1]];
      if (a === b) add(word.slice(0, at) + word.slice(at + 1), word);
      add(`${word.slice(0, at)}${a}${word.slice(at)}`, word);
      if (at + 1 < word.length - 1) add(word.slice(0, at) + b + a + word.slice(at + 2), word);
      if (word.length >= MIN_FOR_LOSS) add(word.slice(0, at) + word.slice(at + 1), word);
    }
  }
  return found;
}

/** Words of their own, one slip away from those above. */
const REAL: readonly string[] =
  'slutte sluttes kommuner kommunene avtaler avtale deltaker vedtar vedtas behandle godkjente godkjenne budsjett signere bidra mulige svare saker far ma sa nar ga gar aa na da fa star for ar var vare vart moet'.split(
    ' ',
  );

/** «rådmannen» → «radmannen», «raadmannen»; «beløpet» → «belopet», «beloepet» */
function withoutLetters(word: string): string[] {
  if (!/[æøå]/.test(word)) return [];
  const spelt = word.replaceAll('å', 'aa').replaceAll('ø', 'oe').replaceAll('æ', 'ae');
  const bare = word.replaceAll('å', 'a').replaceAll('ø', 'o').replaceAll('æ', 'e');
  return word.length >= MIN_LENGTH ? [spelt, bare] : [spelt];
}
