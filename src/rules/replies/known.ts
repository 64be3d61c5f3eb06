import type { Instant, IsoDate } from '../calendar/iso-date.ts';
import type { CampaignType, Terms } from '../campaign/campaign.ts';

/** What is known before a message is read: the addressees and the requests that it may answer. */
export interface Known {
  addressees: KnownAddressee[];
  campaigns: KnownCampaign[];
}

export interface KnownAddressee {
  /** Name without «kommune»; a county keeps «fylkeskommune». */
  name: string;
  number: string;
  /** Other official names («Snåase»), and those of municipalities that it has taken over. */
  otherNames?: string[];
  formerNames?: string[];
  /** Mail domains, lower case. One that several have says nothing by itself. */
  domains: string[];
  /** Domains of municipalities that it has taken over: a mail from there goes to a person. */
  formerDomains?: string[];
  /** Known addresses of the municipality and its contacts, lower case. */
  addresses: string[];
  /** The token of the case, per campaign id; empty for `analyse`. */
  tokens: Record<string, string>;
  /** The municipality's own case number, per campaign id, harvested from receipts. */
  theirReferences: Record<string, string>;
}

export interface KnownCampaign {
  id: string;
  type: CampaignType;
  subject: string;
  reference: string;
  terms: Terms;
  deadlines: IsoDate[];
  /** Names of the addressees; empty = all that are known. */
  addressees: string[];
  /** The request's own words, by which its topic is known; without the phrases that all our letters share. */
  words: string;
  /** What we ourselves sent: quoted history is removed exactly where it repeats these texts. */
  sent: { messageId: string; sentOn: Instant; subject: string; text: string }[];
}
