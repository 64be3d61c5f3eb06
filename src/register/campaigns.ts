import type { Instant, IsoDate } from '../rules/calendar/iso-date.ts';
import type { Campaign, Round } from '../rules/campaign/campaign.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

export type CampaignState = 'draft' | 'running' | 'closed';

/** A campaign as the register holds it: its file's values, less the recipients (they are cases). */
export interface RegisteredCampaign extends Omit<Campaign, 'recipients' | 'deadlines' | 'rounds' | 'attachments'> {
  state: CampaignState;
  deadlines: { date: IsoDate; setAt: Instant }[];
  rounds: RegisteredRound[];
}

export interface RegisteredRound extends Round {
  id: number;
  orderedBy: string | null;
}

export interface CampaignFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

interface Row {
  id: string;
  title: string;
  reference: string;
  type: Campaign['type'];
  base_nok: number;
  per_inhabitant_nok: number;
  population_date: string | null;
  year: number | null;
  ladder: string;
  sender: string;
  ask: string;
  text: string;
  state: CampaignState;
}

/** Stores a campaign with its deadlines, foreseen rounds and attachments. The caller opens the transaction. */
export function addCampaign(
  register: Register,
  campaign: Campaign,
  files: CampaignFile[],
  state: CampaignState,
  at: Instant,
): void {
  const { terms } = campaign;
  kept(
    register,
    `INSERT INTO campaign (id, title, reference, type, base_nok, per_inhabitant_nok, population_date, year, ladder, sender, ask, text, state, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    campaign.id,
    campaign.title,
    campaign.reference,
    campaign.type,
    terms.baseNok,
    terms.perInhabitantNok,
    terms.populationDate,
    terms.year,
    JSON.stringify(campaign.ladder),
    JSON.stringify(campaign.sender),
    JSON.stringify(campaign.ask),
    JSON.stringify(campaign.text),
    state,
    at,
  );
  for (const date of campaign.deadlines) setDeadline(register, campaign.id, date, at);
  for (const round of campaign.rounds) addRound(register, campaign.id, round, null, null);
  const add = kept(
    register,
    'INSERT INTO campaign_attachment (campaign_id, position, name, content_type, bytes) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [position, file] of files.entries())
    add.run(campaign.id, position, file.name, file.contentType, file.bytes);
}

/** @returns null when there is no campaign of that id */
export function campaignById(register: Register, id: string): RegisteredCampaign | null {
  const row = kept(register, 'SELECT * FROM campaign WHERE id = ?').get(id) as Row | undefined;
  return row === undefined ? null : toCampaign(register, row);
}

/** All campaigns, oldest first. */
export function allCampaigns(register: Register): RegisteredCampaign[] {
  const rows = kept(register, 'SELECT * FROM campaign ORDER BY created_at, id').all() as Row[];
  return rows.map(row => toCampaign(register, row));
}

export function setCampaignState(register: Register, id: string, state: CampaignState): void {
  kept(register, 'UPDATE campaign SET state = ? WHERE id = ?').run(state, id);
}

/** Adds a deadline in force from that moment; one that is there already keeps its moment. */
export function setDeadline(register: Register, campaignId: string, date: IsoDate, setAt: Instant): void {
  kept(
    register,
    'INSERT INTO campaign_deadline (campaign_id, date, set_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(campaignId, date, setAt);
}

/** Orders a round (or foresees it: orderedBy null). A round foreseen for the same moment becomes the ordered one. */
export function addRound(
  register: Register,
  campaignId: string,
  round: Round,
  orderedBy: string | null,
  orderedAt: Instant | null,
): number {
  const row = kept(
    register,
    `INSERT INTO campaign_round (campaign_id, at, letter, collective, roles, new_deadline, ordered_by, ordered_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (campaign_id, at) DO UPDATE SET ordered_by = coalesce(ordered_by, excluded.ordered_by),
         ordered_at = coalesce(ordered_at, excluded.ordered_at)
       RETURNING id`,
  ).get(
    campaignId,
    round.at,
    round.letter,
    round.collective ? 1 : 0,
    JSON.stringify(round.roles),
    round.newDeadline,
    orderedBy,
    orderedAt,
  ) as { id: number };
  return row.id;
}

export function campaignFiles(register: Register, campaignId: string): CampaignFile[] {
  const rows = kept(
    register,
    'SELECT name, content_type AS contentType, bytes FROM campaign_attachment WHERE campaign_id = ? ORDER BY position',
  ).all(campaignId);
  return rows as CampaignFile[];
}

function toCampaign(register: Register, row: Row): RegisteredCampaign {
  const deadlines = kept(
    register,
    'SELECT date, set_at AS setAt FROM campaign_deadline WHERE campaign_id = ? ORDER BY set_at, date',
  ).all(row.id) as { date: string; setAt: string }[];
  const rounds = kept(register, 'SELECT * FROM campaign_round WHERE campaign_id = ? ORDER BY at').all(row.id) as {
    id: number;
    at: string;
    letter: Round['letter'];
    collective: number;
    roles: string;
    new_deadline: string | null;
    ordered_by: string | null;
  }[];
  return {
    id: row.id,
    title: row.title,
    reference: row.reference,
    type: row.type,
    terms: {
      baseNok: row.base_nok,
      perInhabitantNok: row.per_inhabitant_nok,
      populationDate: row.population_date,
      year: row.year,
    },
    ladder: JSON.parse(row.ladder) as Campaign['ladder'],
    sender: JSON.parse(row.sender) as Campaign['sender'],
    ask: JSON.parse(row.ask) as Campaign['ask'],
    text: JSON.parse(row.text) as Campaign['text'],
    state: row.state,
    deadlines,
    rounds: rounds.map(round => ({
      id: round.id,
      at: round.at,
      letter: round.letter,
      collective: round.collective === 1,
      roles: JSON.parse(round.roles) as Round['roles'],
      newDeadline: round.new_deadline,
      orderedBy: round.ordered_by,
    })),
  };
}
