import type { Standing } from '../../rules/standing/standing.ts';
import type { IconName } from '../frame/icons.ts';
import type { TagColor } from '../frame/standing-tag.ts';

/** One of the counts above the table, and the link to the rows behind it. */
export interface CaseFilter {
  name: string;
  words: string;
  color: TagColor;
  icon: IconName | null;
  takes: (standing: Standing) => boolean;
}

const isIn = (standing: Standing) => standing.withdrawn === null;
const answers =
  (...all: Standing['answer'][]) =>
  (standing: Standing) =>
    isIn(standing) && standing.ball !== 'review' && all.includes(standing.answer);

/** The first takes all that are in; the rest are shown when they take something. */
export const CASE_FILTERS: readonly CaseFilter[] = [
  { name: 'alle', words: 'Alle', color: 'neutral', icon: null, takes: isIn },
  { name: 'mangler', words: 'Mangler svar', color: 'neutral', icon: null, takes: one => one.outstanding },
  { name: 'ja', words: 'Slutter seg til', color: 'success', icon: 'ja', takes: answers('joined') },
  { name: 'nei', words: 'Slutter seg ikke til', color: 'neutral', icon: 'nei', takes: answers('declined') },
  { name: 'forbehold', words: 'Med forbehold', color: 'warning', icon: 'vilkar', takes: answers('conditional') },
  { name: 'behandles', words: 'Behandles', color: 'info', icon: 'dato', takes: answers('deferred', 'recommended') },
  { name: 'sporsmal', words: 'Spørsmål til oss', color: 'warning', icon: 'sporsmal', takes: answers('question') },
  {
    name: 'avklaring',
    words: 'Til avklaring',
    color: 'warning',
    icon: 'uklart',
    takes: one => isIn(one) && one.ball === 'review',
  },
  { name: 'ikke-svart', words: 'Ikke svart', color: 'danger', icon: 'tom', takes: answers('none', 'unclear') },
  {
    name: 'ikke-levert',
    words: 'Ikke levert',
    color: 'danger',
    icon: 'feil',
    takes: one => isIn(one) && one.delivery === 'bounced hard',
  },
  { name: 'tatt-ut', words: 'Tatt ut', color: 'neutral', icon: 'nei', takes: one => one.withdrawn !== null },
];

/** The filter of that name; everything when there is none. */
export function caseFilter(name: string | undefined): CaseFilter {
  return CASE_FILTERS.find(one => one.name === name) ?? CASE_FILTERS[0]!;
}
