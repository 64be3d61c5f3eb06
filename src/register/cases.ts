import type { Instant } from '../rules/calendar/iso-date.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** One municipality's side of one campaign; where it stands is derived from its journal. */
export interface Case {
  id: number;
  campaignId: string;
  municipalityId: number;
  /** Six letters and digits that cannot be mistaken for one another, upper case. */
  token: string;
  openedAt: Instant;
}

const COLUMNS = 'id, campaign_id AS campaignId, municipality_id AS municipalityId, token, opened_at AS openedAt';

/** @returns the new case's id; throws on a second case for the same municipality (the caller has checked) */
export function addCase(register: Register, one: Omit<Case, 'id'>): number {
  const result = kept(
    register,
    'INSERT INTO cases (campaign_id, municipality_id, token, opened_at) VALUES (?, ?, ?, ?)',
  ).run(one.campaignId, one.municipalityId, one.token, one.openedAt);
  return Number(result.lastInsertRowid);
}

export function casesOf(register: Register, campaignId: string): Case[] {
  return kept(register, `SELECT ${COLUMNS} FROM cases WHERE campaign_id = ? ORDER BY id`).all(campaignId) as Case[];
}

export function caseById(register: Register, id: number): Case | null {
  return (kept(register, `SELECT ${COLUMNS} FROM cases WHERE id = ?`).get(id) as Case | undefined) ?? null;
}

export function caseOf(register: Register, campaignId: string, municipalityId: number): Case | null {
  const found = kept(register, `SELECT ${COLUMNS} FROM cases WHERE campaign_id = ? AND municipality_id = ?`).get(
    campaignId,
    municipalityId,
  );
  return (found as Case | undefined) ?? null;
}

export function tokenIsTaken(register: Register, token: string): boolean {
  return kept(register, 'SELECT 1 FROM cases WHERE token = ?').get(token) !== undefined;
}
