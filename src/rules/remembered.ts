/**
 * The same pure function, with its last answer at hand for arguments that say the same and are not the same object.
 * @param isSame whether two arguments have the same answer
 */
export function rememberedLast<Argument, Value>(
  work: (argument: Argument) => Value,
  isSame: (one: Argument, other: Argument) => boolean,
): (argument: Argument) => Value {
  let last: { argument: Argument; answer: Value } | null = null;
  return argument => {
    if (last === null || !isSame(last.argument, argument)) last = { argument, answer: work(argument) };
    return last.answer;
  };
}

/** The characters of all keys together that are kept: a thread of the longest mails, or some thousand sentences. */
const MOST_CHARACTERS = 2_000_000;

/**
 * The same pure function, with its last answers at hand: asked for the same with every mail, it works once. It forgets
 * everything when it is full, so that a hostile mailbox cannot make it grow.
 * @param most answers that are kept
 */
export function remembered<Value>(work: (key: string) => Value, most: number): (key: string) => Value {
  const answers = new Map<string, Value>();
  let characters = 0;
  return key => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const own = copied(key);
    const answer = work(own);
    if (answers.size >= most || characters + own.length > MOST_CHARACTERS) {
      answers.clear();
      characters = 0;
    }
    answers.set(own, answer);
    characters += own.length;
    return answer;
  };
}

/** V8 keeps the whole of a text for the sake of a piece that was cut out of it: two thousand names would keep as many mails. */
function copied(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
