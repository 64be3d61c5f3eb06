import type { Rung } from './campaign.ts';

const MAIL: Pick<Rung, 'collective' | 'approval' | 'holdHours'> = { collective: false, approval: 'ask', holdHours: 0 };

/** «purreplan: standard» (design.md): working days from the deadline. */
export const DEFAULT_LADDER: readonly Rung[] = [
  { offset: -10, letter: 'friendly', roles: ['postmottak'], ...MAIL },
  { offset: -3, letter: 'near', roles: ['postmottak'], ...MAIL },
  { offset: 1, letter: 'missing', roles: ['postmottak'], ...MAIL },
  { offset: 6, letter: 'last', roles: ['postmottak', 'director'], ...MAIL },
  // A task on the adviser's list, not a mail.
  { offset: 9, letter: 'phone', roles: [], ...MAIL },
];
