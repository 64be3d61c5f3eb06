// The register's municipalities: the names that jobs and doors use, whichever file they stand in.
export {
  allMunicipalityNames,
  findMunicipality,
  municipalitiesWithDomain,
  municipalityByDomain,
} from './find-municipality.ts';
export {
  addMunicipalityDomain,
  countMunicipalities,
  loadMunicipalities,
  loadMunicipalitiesOfNorway,
} from './load-municipalities.ts';
export { endOfMunicipality, municipalityOnDate, populationOn } from './municipality-on-date.ts';
