import { type SignInPost, sendSignInLink } from '../../jobs/send-sign-in-link.ts';
import type { Instant } from '../../rules/calendar/iso-date.ts';
import type { WebLog } from '../start-web.ts';
import type { WebWorld } from '../web-world.ts';

export interface LinkPost {
  letters: SignInPost['settings'];
  transport: SignInPost['transport'];
  now: () => Instant;
  log: WebLog;
  tell: (words: string) => void;
}

/** Sends the link and says what became of it. It is not waited for by the page, so nothing may be thrown past it. */
export function linkSender({ letters, transport, now, log, tell }: LinkPost): WebWorld['sendSignInLink'] {
  return async (person, link, worksUntil) => {
    try {
      const result = await sendSignInLink({ transport, settings: letters }, person, { link, worksUntil }, now());
      if (!result.sent) log.warn({}, `En innloggingslenke ble ikke sendt. ${result.why}`);
      else if (result.file !== null) tell(`Innloggingslenken ligger i ${result.file}`);
      return result.sent;
    } catch (err) {
      log.error({ err }, 'En innloggingslenke kunne ikke sendes på grunn av en feil i Purrebot.');
      return false;
    }
  };
}
