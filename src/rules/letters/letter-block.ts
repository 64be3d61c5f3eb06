/**
 * What a letter says, in reading order. Text and HTML are two renderings of the same list, so that neither can say
 * something that the other does not.
 */
export type LetterBlock =
  | { block: 'head'; rows: { label: string; value: string }[] }
  | { block: 'lead'; lines: string[] }
  | { block: 'paragraph'; text: string; soft: boolean }
  | { block: 'facts'; rows: LetterFact[] }
  | { block: 'answers'; copyIntro: string; chooseIntro: string; answers: ReadyAnswer[] }
  | { block: 'list'; intro: string; items: string[] }
  | { block: 'own-words'; heading: string; paragraphs: string[][] }
  | { block: 'signature'; greeting: string; name: string; lines: string[] }
  | { block: 'quote'; rows: { label: string; value: string }[]; paragraphs: string[][] };

/** «Andel for Hitra»: «kr 13 431», and how it comes about. */
export interface LetterFact {
  label: string;
  value: string;
  detail: string | null;
}

/** An answer that the municipality can send as it stands. */
export interface ReadyAnswer {
  /** What the button says. */
  label: string;
  /** The full sentence, copied from the text or opened in a new mail. */
  line: string;
  /** What a person may fill in below it, one label a line; empty lines kept. */
  fields: string[];
}
