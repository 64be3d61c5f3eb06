/** see: looks at everything · decide: settles, orders, approves, stops · administer: also people, deputies and settings. */
export type PersonRole = 'see' | 'decide' | 'administer';

/** Somebody of ours, as the settings name her. */
export interface Person {
  name: string;
  /** Lower case. */
  address: string;
  role: PersonRole;
}

const ORDER: readonly PersonRole[] = ['see', 'decide', 'administer'];

/** Whether a role holds what another one asks for. */
export function mayDo(role: PersonRole, needed: PersonRole): boolean {
  return ORDER.indexOf(role) >= ORDER.indexOf(needed);
}

export const ROLE_WORDS: Record<PersonRole, string> = { see: 'ser', decide: 'avgjør', administer: 'styrer' };
