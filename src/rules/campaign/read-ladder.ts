import type { Approval, Role, Rung } from './campaign.ts';
import type { Findings } from './campaign-fault.ts';
import { DEFAULT_LADDER } from './ladder-default.ts';
import { foldKey, readKeys, type Spellings } from './read-keys.ts';
import { readRoles, readWord } from './read-values.ts';
import { shown, type Written } from './written-value.ts';

export const LETTERS: Spellings<'friendly' | 'near' | 'missing' | 'last'> = {
  friendly: ['vennlig', 'vennlig påminnelse', 'friendly'],
  near: ['nær frist', 'nær', 'near'],
  missing: ['mangler svar', 'mangler', 'missing'],
  last: ['siste', 'siste påminnelse', 'last'],
};

export const FORMS: Spellings<'individual' | 'collective'> = {
  individual: ['enkeltvis', 'individuelt', 'individual'],
  collective: ['felles', 'collective'],
};

const RUNG_KEYS: Spellings<'offset' | 'letter' | 'roles' | 'form' | 'approval'> = {
  offset: ['dager', 'arbeidsdager', 'offset', 'days'],
  letter: ['brev', 'letter'],
  roles: ['til', 'to', 'roles'],
  form: ['form'],
  approval: ['godkjenning', 'approval'],
};

/** The furthest that a rung may lie from the deadline, in working days: beyond it is a slip of the pen. */
const FURTHEST = 60;

/** `standard`, `ingen`, or rungs of one's own. Nothing said means standard. */
export function readLadder(value: Written | undefined, place: string, findings: Findings): Rung[] {
  if (value === undefined) return [...DEFAULT_LADDER];
  if (value.kind !== 'list') {
    const named = readWord(value, { standard: ['standard', 'default'], none: ['ingen', 'none'] }, place, findings);
    return named === 'none' ? [] : [...DEFAULT_LADDER];
  }
  const rungs = value.items.flatMap(item => readRung(item, place, findings) ?? []);
  for (const [index, rung] of rungs.entries()) {
    const before = rungs[index - 1];
    if (before === undefined || before.offset < rung.offset) continue;
    findings.faults.push({
      line: value.items[index]?.line ?? value.line,
      place,
      expected: 'trinn i rekkefølge, hvert på sin dag',
      found: `${rung.offset} etter ${before.offset}`,
      whatToDo: 'Sett trinnene i tidsrekkefølge.',
    });
  }
  return rungs;
}

/** Whom a letter goes to when the file does not say. */
export function usualRoles(letter: Rung['letter']): Role[] {
  if (letter === 'phone') return [];
  return letter === 'last' ? ['postmottak', 'director'] : ['postmottak'];
}

function readRung(value: Written, place: string, findings: Findings): Rung | null {
  const keys = readKeys(value, RUNG_KEYS, place, findings);
  if (keys === null) return null;
  const line = value.line;
  const offset = readOffset(keys.offset ?? { kind: 'nothing', line }, `${place}: dager`, findings);
  const letter = readWord(
    keys.letter ?? { kind: 'nothing', line },
    { ...LETTERS, phone: ['telefon', 'phone'] },
    `${place}: brev`,
    findings,
  );
  if (offset === null || letter === null) return null;
  const form = keys.form ? readWord(keys.form, FORMS, `${place}: form`, findings) : null;
  return {
    offset,
    letter,
    roles: readRoles(keys.roles, usualRoles(letter), `${place}: til`, findings),
    collective: form === 'collective',
    ...readApproval(keys.approval, `${place}: godkjenning`, findings),
  };
}

function readOffset(value: Written, place: string, findings: Findings): number | null {
  const text = value.kind === 'text' ? value.text.replace('−', '-').trim() : '';
  if (/^[+-]?\d{1,3}$/.test(text) && Math.abs(Number(text)) <= FURTHEST && Number(text) !== 0) return Number(text);
  findings.faults.push({
    line: value.line,
    place,
    expected: `arbeidsdager fra fristen, fra -${FURTHEST} til ${FURTHEST} og ikke 0`,
    found: shown(value),
    whatToDo: 'Skriv -3 for tre arbeidsdager før fristen, 1 for den første etter.',
  });
  return null;
}

/** `spør`, `hold 4 timer`, `automatisk`. */
function readApproval(
  value: Written | undefined,
  place: string,
  findings: Findings,
): { approval: Approval; holdHours: number } {
  if (value === undefined) return { approval: 'ask', holdHours: 0 };
  const written = value.kind === 'text' ? foldKey(value.text) : '';
  if (written === 'spør' || written === 'ask') return { approval: 'ask', holdHours: 0 };
  if (written === 'automatisk' || written === 'auto') return { approval: 'auto', holdHours: 0 };
  const hours = Number(/^hold (\d{1,3})(?: (?:t|timer?|hours?))?$/.exec(written)?.[1] ?? 0);
  if (hours > 0) return { approval: 'hold', holdHours: hours };
  findings.faults.push({
    line: value.line,
    place,
    expected: 'spør, hold N timer eller automatisk',
    found: shown(value),
    whatToDo: 'Skriv for eksempel «hold 4 timer»: brevet går da etter fire timer om ingen stopper det.',
  });
  return { approval: 'ask', holdHours: 0 };
}
