import type { Combined } from './combine-parts.ts';
import type { Letter } from './letter.ts';
import type { CampaignMatch } from './match-campaign.ts';
import type { Answering } from './match-sender.ts';
import type { ReadPart } from './weigh-parts.ts';

/** What a message was understood to be on the way to its reading. */
export interface ReadingTrace {
  letter: Letter;
  answering: Answering;
  match: CampaignMatch;
  /** The letter first, then what hangs on it. */
  parts: ReadPart[];
  combined: Combined;
}
