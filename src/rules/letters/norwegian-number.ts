/** Keeps «kr 14 133» and «7. mars» on one line; readers and archives treat it as a space. */
export const HARD_SPACE = '\u00a0';

/** «14 133», grouped with hard spaces. Whole numbers only. */
export function grouped(value: number): string {
  return String(Math.trunc(value)).replace(/\B(?=(\d{3})+$)/g, HARD_SPACE);
}

/** «kr 14 133», whole kroner. */
export function kroner(nok: number): string {
  return `kr${HARD_SPACE}${grouped(nok)}`;
}

/** A sum that an author wrote with plain spaces, «kr 10 000», kept on one line as ours are. */
export function keptTogether(text: string): string {
  return text.replace(/\bkr \d+(?: \d{3})*(?!\d)/g, sum => sum.replaceAll(' ', HARD_SPACE));
}

/** For headers and mailto bodies, where a hard space turns into `=C2=A0` in somebody's archive. */
export function plainSpaces(text: string): string {
  return text.replaceAll(HARD_SPACE, ' ');
}
