/** Something wrong or doubtful in a campaign file or its recipients: where, what was expected and found, what to do. Norwegian. */
export interface CampaignFault {
  /** From 1; null when it is about the whole file. */
  line: number | null;
  /** The key, «avsender: e-post», or the file and column, «mottakere.csv: navn». */
  place: string;
  expected: string;
  found: string;
  whatToDo: string;
}

/** Faults stop the file, warnings do not. Checks add to both and go on, so that all are told at once. */
export interface Findings {
  faults: CampaignFault[];
  warnings: CampaignFault[];
}

/** «Linje 4, frister: ventet en dag som finnes, fant «30.02.2014». Rett datoen.» */
export function writtenFault(fault: CampaignFault): string {
  const where = fault.line === null ? fault.place : `linje ${fault.line}, ${fault.place}`;
  // «mottakere.csv» is a file's name and keeps its letter.
  const start = /^\S+\.\w+/.test(where) ? where : `${where.charAt(0).toUpperCase()}${where.slice(1)}`;
  return `${start}: ventet ${fault.expected}, fant ${fault.found.replace(/\.$/, '')}. ${fault.whatToDo}`;
}
