import { addDeputy, type Deputy, deputiesFrom, endDeputy } from '../register/deputies.ts';
import { writeCampaignJournal } from '../register/journal.ts';
import type { Register } from '../register/open-register.ts';
import { addDays, isIsoDate } from '../rules/calendar/add-days.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import type { Person } from '../rules/people/person.ts';
import { type Act, byPerson, inOneAct, type Refused } from './act.ts';

/** Longer than a year away is no deputy but another role: that is the settings' to say. */
const MOST_DAYS = 366;

/** Lets one of our people stand in for another from a day to a day, both included. */
export function appointDeputy(
  register: Register,
  people: readonly Person[],
  wanted: Omit<Deputy, 'id'>,
  act: Act,
): { words: string } | Refused {
  const away = people.find(one => one.address === wanted.address);
  const deputy = people.find(one => one.address === wanted.deputyAddress);
  const { fromDay, toDay } = wanted;
  const today = osloDate(act.at);
  const refused = (words: string) => ({ refused: `${words} Ingenting er lagret.` });
  if (away === undefined || deputy === undefined) return refused('Velg to personer fra listen.');
  if (away === deputy) return refused('Ingen er stedfortreder for seg selv.');
  if (!isIsoDate(fromDay) || !isIsoDate(toDay)) return refused('Velg både første og siste dag.');
  if (toDay < fromDay) return refused(`Siste dag ${shortDate(toDay)} er før første dag ${shortDate(fromDay)}.`);
  if (toDay < today) return refused(`Siste dag ${shortDate(toDay)} er over.`);
  if (toDay > addDays(fromDay, MOST_DAYS)) return refused('Høyst ett år om gangen.');
  return inOneAct(register, () => {
    const same = deputiesFrom(register, today).some(
      one =>
        one.address === wanted.address &&
        one.deputyAddress === wanted.deputyAddress &&
        one.fromDay === fromDay &&
        one.toDay === toDay,
    );
    if (same) return refused('Det er registrert fra før.');
    addDeputy(register, wanted, act.by, act.at);
    writeCampaignJournal(
      register,
      null,
      { event: 'deputy-appointed', away: away.name, deputy: deputy.name, fromDay, toDay },
      byPerson(act),
    );
    return {
      words: `${deputy.name} er stedfortreder for ${away.name} fra ${shortDate(fromDay)} til ${shortDate(toDay)}.`,
    };
  });
}

/** Ends it at once. @param people for the names in the journal; somebody who has left is named by the address */
export function dismissDeputy(
  register: Register,
  people: readonly Person[],
  deputy: Deputy,
  act: Act,
): { words: string } {
  const nameOf = (address: string) => people.find(one => one.address === address)?.name ?? address;
  const names = { away: nameOf(deputy.address), deputy: nameOf(deputy.deputyAddress) };
  return inOneAct(register, () => {
    endDeputy(register, deputy.id, act.at);
    writeCampaignJournal(register, null, { event: 'deputy-dismissed', ...names }, byPerson(act));
    return { words: `${names.deputy} er ikke lenger stedfortreder for ${names.away}.` };
  });
}
