import type { Campaign } from './campaign.ts';

/** What a request says of its own matter, in both written forms: by these words a reply's topic is known. */
export function requestWords({ ask, text }: Pick<Campaign, 'ask' | 'text'>): string {
  return [ask, text].flatMap(words => [words.bokmål, words.nynorsk ?? '']).join('\n');
}
