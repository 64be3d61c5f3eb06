import { type Alert, alert } from './alert.ts';
import type { Down, KnownState } from './known-state.ts';

const MINUTE = 60;
const HOUR = 3600;

const HOLD_TITLES: Record<string, string> = {
  person: 'Sendingen er stoppet av en person',
  'login-refused': 'E-posttjeneren godtar ikke innloggingen',
  restored: 'Registeret er hentet tilbake fra en sikkerhetskopi',
  'unknown-letter': 'Et brev har gått som registeret ikke kjenner',
};

const HOLD_CURES: Record<string, string> = {
  'login-refused':
    'Rett SMTP_USER og SMTP_PASSWORD (se «purrebot doctor»), og start Purrebot på nytt eller bruk «purrebot release».',
  restored: 'Vent: det løser seg når postkassen er lest. Står det i mer enn en time, se «purrebot status».',
};

/** Any reason that is added later is told too, in its own words. */
export function holdAlert({ reason, since, because }: KnownState['holds'][number]): Alert {
  return alert(
    `hold-${reason}`,
    'stopped',
    {
      title: HOLD_TITLES[reason] ?? 'Sendingen er stoppet',
      happened: `Ingen brev går. ${because}`,
      todo: HOLD_CURES[reason] ?? 'Finn ut hvorfor, og slipp brevene løs med «purrebot release».',
    },
    since,
    // It ends by itself a quarter of an hour after the mailbox has been read.
    { patience: reason === 'restored' ? HOUR : 0 },
  );
}

export function registerAlert(down: KnownState['troubles']['register']): Alert[] {
  if (down === null) return [];
  const words = down.isDamaged
    ? {
        title: 'Registeret er skadet',
        happened: `${down.why} Ingenting leses eller sendes.`,
        todo: 'Stopp Purrebot, og hent tilbake siste sikkerhetskopi med «purrebot restore».',
      }
    : {
        title: 'Registeret kan ikke skrives i',
        happened: `${down.why} Ingenting leses eller sendes så lenge; Purrebot prøver igjen hvert minutt.`,
        todo: 'Se om disken er full eller skrivebeskyttet («purrebot doctor»), og frigjør plass.',
      };
  return [alert(down.isDamaged ? 'register-damaged' : 'register-unwritable', 'stopped', words, down.since)];
}

export function mailboxAlert(down: KnownState['troubles']['mailbox']): Alert[] {
  if (down === null) return [];
  const happened = `${down.why} Svar leses ikke, og ingen brev går før postkassen er lest til slutten.`;
  return down.refused
    ? [
        alert(
          'mailbox-login',
          'stopped',
          {
            title: 'Postkassen slipper oss ikke inn',
            happened,
            todo: 'Rett det innstillingene sier om postkassen (se «purrebot doctor»), og start Purrebot på nytt.',
          },
          down.since,
          { patience: 10 * MINUTE },
        ),
      ]
    : [
        alert(
          'mailbox-unread',
          'stopped',
          {
            title: 'Postkassen kan ikke leses',
            happened,
            todo: 'Se «purrebot doctor», og spør dem som drifter e-posttjeneren. Purrebot prøver av seg selv hele tiden.',
          },
          down.since,
          { patience: HOUR },
        ),
      ];
}

export function serverAlert(down: Down | null): Alert[] {
  if (down === null) return [];
  const words = {
    title: 'E-posttjeneren tar ikke imot brev',
    happened: `${down.why} Brevene venter og går av seg selv når tjeneren er tilbake.`,
    todo: 'Se «purrebot doctor», og spør dem som drifter e-posttjeneren.',
  };
  return [alert('server-down', 'stopped', words, down.since, { patience: 2 * HOUR })];
}
