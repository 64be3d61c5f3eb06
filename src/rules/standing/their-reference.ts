/**
 * An archive case: a year of two or four digits and a running number of three or more («2013/7213-2», «14/00231-1»).
 * «14/19» and «PS 31/14» are numbers of one meeting's agenda: nobody finds the case by them.
 */
const ARCHIVE_CASE = /^(?:\d{4}\/\d{2,}|\d{2}\/\d{3,}|\d{8,})(?:-\d+)?$/;

/** The number under which the municipality's archive finds the case, for «Deres ref.»; null when none was seen. */
export function theirReference(references: readonly string[]): string | null {
  return references.find(reference => ARCHIVE_CASE.test(reference)) ?? null;
}
