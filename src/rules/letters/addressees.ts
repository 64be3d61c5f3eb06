import { osloDate } from '../calendar/oslo-time.ts';
import type { Role } from '../campaign/campaign.ts';
import type { LetterAddressee, LetterFacts } from './letter-facts.ts';
import type { LetterWords } from './letter-words.ts';

import { listOf } from './norwegian-list.ts';
import { HARD_SPACE } from './norwegian-number.ts';
import { oneLine } from './plain-value.ts';

/** «Hitra kommune», «Trøndelag fylkeskommune», «Fosen regionråd». */
export function fullName(addressee: LetterAddressee): string {
  const name = oneLine(addressee.name);
  return addressee.kind === 'municipality' ? `${name} kommune` : name;
}

/** The one addressee of an individual letter. */
export function onlyAddressee(facts: LetterFacts): LetterAddressee {
  const addressee = facts.addressees[0];
  if (addressee === undefined)
    throw new Error(`letter ${facts.messageId}: expected at least one addressee, found none`);
  return addressee;
}

/** The head's first row: «Hitra kommune, postmottak og rådmann», «Kommunene Bjugn, … og Åfjord, v/ rådmann». */
export function addressedTo(facts: LetterFacts, words: LetterWords): string {
  return facts.collective ? allOf(facts, words) : oneOf(facts, words);
}

/** rådmann until 2019, kommunedirektør from 2020: the new local government act took effect in the autumn of 2019. */
export function titleOfTheDay(titles: { before2020: string; now: string }, facts: LetterFacts): string {
  return osloDate(facts.datedAt) < '2020-01-01' ? titles.before2020 : titles.now;
}

/** Every role that the letter is written to, in the order in which it is shown. */
export function rolesOf(facts: LetterFacts): Role[] {
  const written = new Set(facts.addressees.flatMap(addressee => addressee.roles));
  return (['postmottak', 'director', 'officer'] as const).filter(role => written.has(role));
}

function oneOf(facts: LetterFacts, words: LetterWords): string {
  const addressee = onlyAddressee(facts);
  const roles = rolesOf(facts).map(role =>
    role === 'director' ? titleOfTheDay(words.director[addressee.kind], facts) : words.roles[role],
  );
  return roles.length === 0 ? fullName(addressee) : `${fullName(addressee)}, ${listOf(roles)}`;
}

function allOf(facts: LetterFacts, words: LetterWords): string {
  const municipalities = facts.addressees.filter(addressee => addressee.kind === 'municipality');
  const others = facts.addressees.filter(addressee => addressee.kind !== 'municipality').map(fullName);
  const named =
    municipalities.length > 1
      ? [`${words.head.municipalities} ${listOf(municipalities.map(({ name }) => oneLine(name)))}`]
      : municipalities.map(fullName);
  const all =
    named.length === 1 && others.length > 0 ? `${named[0]!}, og ${listOf(others)}` : listOf([...named, ...others]);
  // A postmottak needs no «v/»; a director asked for by title does.
  if (!rolesOf(facts).includes('director')) return all;
  return `${all}, ${words.head.attention}${HARD_SPACE}${titleOfTheDay(words.director.municipality, facts)}`;
}
