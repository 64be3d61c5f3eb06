import type { LetterSettings } from '../../src/jobs/deliver-outbox.ts';

/** How letters are written in a test; `sending: 'dry'` unless it says otherwise. */
export const LETTER_SETTINGS: LetterSettings = {
  sending: 'dry',
  redirectAllTo: null,
  allowDomains: [],
  replyAddress: 'svar@purrebot.ks.example',
  returnPath: 'svar@purrebot.ks.example',
  fromAddress: null,
  loopId: 'test',
  witness: null,
};

/** Letters really leave: to a server of the test. */
export const LIVE_SETTINGS: LetterSettings = { ...LETTER_SETTINGS, sending: 'live' };
