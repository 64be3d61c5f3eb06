import { caseById } from '../register/cases.ts';
import { municipalityOnDate } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import { casesOfLetter, type Letter } from '../register/outbox.ts';
import { osloDate } from '../rules/calendar/oslo-time.ts';
import { letterWords } from '../rules/letters/letter-kind-words.ts';

/** To whom a letter goes that has not left: the names of the cases it owes. */
export function letterNames(register: Register, letterId: number): string[] {
  return casesOfLetter(register, letterId)
    .filter(row => row.state === 'owed')
    .map(row => caseById(register, row.caseId)!)
    .map(one => municipalityOnDate(register, one.municipalityId, osloDate(one.openedAt)).name);
}

/** «Brev #41  vi mangler svar til Hitra  (2013-samhandling)» */
export function letterLine(register: Register, letter: Letter): string {
  const names = letterNames(register, letter.id);
  const to = letter.collective ? `fellesbrev til ${names.length} kommuner` : `til ${names.join(', ')}`;
  return `Brev #${letter.id}  ${letterWords(letter.kind)} ${to}  (${letter.campaignId})`;
}
