export type SendingMode = 'dry' | 'redirected' | 'live';

/** SENDING, REDIRECT_ALL_TO and ALLOW_DOMAINS as the settings give them. */
export interface SendingSettings {
  sending: 'live' | 'dry';
  redirectAllTo: string | null;
  /** Empty = every domain. */
  allowDomains: string[];
}

/**
 * What a journal or outbox row is marked with: only live rows count for a live letter's gap and uniqueness. Dry comes
 * first, since nothing leaves then, redirected or not.
 */
export function sendingMode(settings: SendingSettings): SendingMode {
  if (settings.sending !== 'live') return 'dry';
  return settings.redirectAllTo === null ? 'live' : 'redirected';
}
