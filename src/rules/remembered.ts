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
