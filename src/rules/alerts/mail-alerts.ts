import { type Alert, alert } from './alert.ts';
import type { KnownState, Waiting } from './known-state.ts';

/** Mails whose answers may not be in the register. */
export function mailAlerts({ setAside, braked, missed }: KnownState): Alert[] {
  return [
    ...mailAlert('mails-set-aside', setAside, mails => ({
      title: `${mails} er satt til side ulest`,
      happened: 'Programmet stoppet av å lese. Et svar kan ligge der uten å være registrert.',
      todo: 'Åpne e-posten i postkassen, og registrer svaret: «purrebot review».',
    })),
    ...mailAlert('sender-braked', braked, mails => ({
      title: 'En avsender har sendt uvanlig mange svar',
      happened: `${mails} venter på avklaring, med flere bak seg; ingenting av det er registrert.`,
      todo: 'Se «purrebot review».',
    })),
    ...mailAlert('mails-missed', missed, mails => ({
      title: `${mails} lå i postkassen uten å være hentet`,
      happened: 'Den nattlige sammenligningen fant det. Alt er hentet og lest nå.',
      todo: 'Se om noen har fått en påminnelse etter at de svarte. Skjer det igjen, meld feilen.',
    })),
  ];
}

function mailAlert(
  key: string,
  waiting: Waiting | null,
  words: (mails: string) => Pick<Alert, 'title' | 'happened' | 'todo'>,
): Alert[] {
  if (waiting === null) return [];
  const { count, since, campaigns } = waiting;
  return [alert(key, 'attention', words(count === 1 ? '1 e-post' : `${count} e-poster`), since, { campaigns })];
}
