import { deniesSomething } from '../text/negation.ts';
import { words } from '../text/words.ts';
import type { Speakers } from './speakers.ts';

/** «Slutter seg til ordningen: Nei», «Deltar kommunen? Ja», «Svar: ja» */
const LABELLED = words(/^(?<label>[^:?]{3,100})[:?] ?(?<answer>ja|nei)(?: takk)?[.!]?$/u);
const ABOUT_JOINING = words(
  /\b(?:slutte\p{L}*|delta\p{L}*|med|bidra\p{L}*|tilslutning|deltakelse|svar\p{L}*|ordningen|kommune|konklusjon|avtalen|signert)\b/u,
);

/** A line of a form. What it answers is its label; a label about something else says nothing of ours. */
export function labelledLine(said: string, speakers: Speakers): { kind: 'join' | 'decline' | null } | null {
  const groups = LABELLED.exec(said)?.groups;
  if (groups?.label === undefined) return null;
  const label = groups.label.trim();
  if (!ABOUT_JOINING.test(label) && !speakers.ours.includes(label)) return { kind: null };
  const yes = (groups.answer === 'ja') !== deniesSomething(groups.label);
  return { kind: yes ? 'join' : 'decline' };
}
