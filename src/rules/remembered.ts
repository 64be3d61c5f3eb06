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

/**
 * The same pure function, with its last answers at hand: asked for the same with every mail, it works once. It forgets
 * everything when it is full, so that a hostile mailbox cannot make it grow.
 * @param most answers that are kept
 */
export function remembered<Value>(work: (key: string) => Value, most: number): (key: string) => Value {
  const answers = new Map<string, Value>();
  return key => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(key);
    if (answers.size >= most) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
