import { findMunicipality, populationOn } from '../register/municipalities.ts';
import type { Register } from '../register/open-register.ts';
import type { IsoDate } from '../rules/calendar/iso-date.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import type { Campaign } from '../rules/campaign/campaign.ts';
import type { CampaignFault } from '../rules/campaign/campaign-fault.ts';
import { fieldsIn, MONEY_FIELDS } from '../rules/campaign/letter-fields.ts';

/**
 * What only the register can tell of a campaign before it is sent: sums that cannot be worked out, populations of another
 * day than the file says, nynorsk municipalities without a nynorsk letter. All of them at once, in Norwegian.
 */
export function campaignRemarks(
  register: Register,
  campaign: Campaign,
  date: IsoDate,
): { faults: CampaignFault[]; warnings: CampaignFault[] } {
  const municipalities = campaign.recipients.flatMap(one => {
    const answer = findMunicipality(register, one.municipality, date);
    return 'found' in answer ? [answer.found] : [];
  });
  const { terms, text } = campaign;
  const wanted = terms.populationDate;
  const figures = municipalities.map(one => ({
    name: one.name,
    population: wanted === null ? null : populationOn(register, one.id, wanted),
  }));
  const remarks = { faults: [] as CampaignFault[], warnings: [] as CampaignFault[] };
  const without = figures.filter(one => one.population === null).map(one => one.name);
  const asksForSum = [text.bokmål, text.nynorsk ?? ''].some(words =>
    fieldsIn(words).some(one => one.field !== null && MONEY_FIELDS.includes(one.field)),
  );
  if (terms.perInhabitantNok > 0 && without.length > 0) {
    (asksForSum ? remarks.faults : remarks.warnings).push({
      line: null,
      place: 'vilkår: folketall',
      expected: 'et folketall for hver mottaker',
      found: `ingen for ${without.join(', ')}`,
      whatToDo: asksForSum
        ? 'Ta feltene {andel} og {innbyggere} ut av teksten, eller ta mottakeren ut.'
        : 'Brevet til dem viser ingen andel.',
    });
  }
  const others = figures.filter(one => one.population !== null && one.population.date !== wanted);
  const [first] = others;
  if (wanted !== null && terms.perInhabitantNok > 0 && first?.population != null) {
    remarks.warnings.push({
      line: null,
      place: 'vilkår: folketall',
      expected: `SSBs folketall per ${shortDate(wanted)}`,
      found: `${shortDate(first.population.date)} som det nærmeste for ${others.length} av ${municipalities.length} mottakere`,
      whatToDo: 'Beløpene regnes av det, og brevene sier hvilken dato som gjelder.',
    });
  }
  const nynorsk = municipalities.filter(one => one.writtenForm === 'nynorsk').map(one => one.name);
  if (nynorsk.length > 0 && (text.nynorsk === null || campaign.ask.nynorsk === null)) {
    remarks.warnings.push({
      line: null,
      place: 'tekst',
      expected: `nynorsk til ${nynorsk.join(', ')}`,
      found: 'bare bokmål',
      whatToDo: 'Legg til «## Nynorsk» under teksten og «oppfordring nynorsk» i hodet.',
    });
  }
  return remarks;
}
