import type { EnvelopeSettings } from '../mail-out/envelope-for.ts';
import { mayDo, type Person } from '../rules/people/person.ts';
import { type SendingSettings, sendingMode } from '../rules/sending/sending-mode.ts';
import { isServerName } from '../rules/trust/server-name.ts';
import { EXCHANGE_ONLINE } from '../rules/trust/trusted-results.ts';
import { type Check, fail, ok, warn } from './check-finding.ts';

/** All faults of the settings, in one check. */
export function settingsCheck(faults: readonly string[]): Check {
  if (faults.length === 0) return ok('innstillinger', 'Innstillingene er lest uten feil.');
  const count = faults.length === 1 ? 'Én feil' : `${faults.length} feil`;
  return fail(
    'innstillinger',
    [`${count} i innstillingene:`, ...faults].join('\n'),
    'Rett dem i .env (eller i miljøet), og kjør «purrebot doctor» igjen.',
  );
}

/** @param given `TRUSTED_AUTHSERV`, null = not set
 * @param strict `TRUST=strict` */
export function trustedServerCheck(given: string | null, strict: boolean): Check {
  const name = 'avsenderkontroll';
  if (given === null)
    return warn(
      name,
      `TRUSTED_AUTHSERV er ikke satt, så Purrebot vet ikke hvilken tjener som har kontrollert avsenderne.${strict ? ' Med TRUST=strict går alle svar til avklaring.' : ''}`,
      'Sett TRUSTED_AUTHSERV til navnet som deres egen tjener skriver først i «Authentication-Results» i mottatt e-post, når driften har bekreftet at den fjerner slike linjer som kommer utenfra.',
    );
  const servers = given.split(/[\s,]+/).filter(one => one !== '');
  const wrong = servers.find(one => !isServerName(one));
  if (wrong !== undefined)
    return fail(
      name,
      `TRUSTED_AUTHSERV: ventet tjenernavn, fant «${wrong}».`,
      'Skriv navnet slik det står først i «Authentication-Results», f.eks. mx.ks.example. Flere skilles med komma.',
    );
  const ofMicrosoft = servers.some(one => one.toLowerCase() === EXCHANGE_ONLINE);
  const words = ofMicrosoft ? ' (exchange-online: Microsofts linje, som ikke har noe tjenernavn)' : '';
  const rest = strict
    ? 'Bare bekreftede avsendere kan endre en sak (TRUST=strict).'
    : 'Avsendere som den avviser, går til avklaring.';
  return ok(name, `TRUSTED_AUTHSERV er ${servers.join(', ')}${words}. ${rest}`);
}

/** Without its copy in our own mailbox a letter that was cut off in the middle stays in doubt until a person asks. */
export function witnessCheck(settings: EnvelopeSettings | null): Check {
  const name = 'kopi av brev';
  if (settings === null) return warn(name, 'Ikke sett på: innstillingene har feil.', 'Rett innstillingene først.');
  if (sendingMode(settings) === 'dry') return ok(name, 'Prøve: brev skrives som filer og trenger ingen kopi.');
  return settings.witness === null
    ? warn(
        name,
        'WITNESS_ADDRESS=none: et brev som brytes av midt i overleveringen, forblir usikkert.',
        'La WITNESS_ADDRESS stå tom, eller oppgi en adresse som ender i postkassen som leses.',
      )
    : ok(name, `En kopi av hvert brev går til ${settings.witness}. Den må ende i postkassen som leses.`);
}

/** @param settings null when the settings have faults */
export function sendingCheck(settings: SendingSettings | null, wantsLive: boolean): Check {
  const name = 'sending';
  if (settings === null)
    return warn(
      name,
      `SENDING=${wantsLive ? 'live' : 'dry'}, men innstillingene har feil, så ingenting blir sendt.`,
      'Rett innstillingene først.',
    );
  const { redirectAllTo, allowDomains } = settings;
  const only = allowDomains.length === 0 ? '' : ` Bare disse domenene får brev: ${allowDomains.join(', ')}.`;
  const words = {
    dry: 'Prøve (SENDING=dry): brev skrives som filer i utboksen, ingenting sendes.',
    redirected: `Prøve med ekte sending (SENDING=live): alle brev går til ${redirectAllTo}, ingen til kommunene.`,
    live: 'Ekte sending (SENDING=live): godkjente brev går til kommunene.',
  };
  return ok(name, `${words[sendingMode(settings)]}${only}`);
}

/** @param alertTo `ALERT_TO`; null when the settings have faults */
export function alertCheck(alertTo: readonly string[] | null): Check {
  const name = 'varsler';
  if (alertTo === null) return warn(name, 'Ikke sett på: innstillingene har feil.', 'Rett innstillingene først.');
  return alertTo.length === 0
    ? warn(
        name,
        'ALERT_TO er ikke satt: bare rådgiverne får vite det når noe stopper, og noe får ingen vite på e-post.',
        'Sett ALERT_TO til adressen(e) til dem som drifter Purrebot.',
      )
    : ok(name, `Varsler går til ${alertTo.join(', ')}.`);
}

/** What the pages need of the settings. */
export interface PagesSettings {
  people: readonly Person[];
  web: { host: string; port: number; url: string; openId: object | null } | null;
}

/** @param settings null when the settings have faults */
export function pagesCheck(settings: PagesSettings | null): Check {
  const name = 'nettsider';
  if (settings === null) return warn(name, 'Ikke sett på: innstillingene har feil.', 'Rett innstillingene først.');
  const { web, people } = settings;
  if (web === null) return ok(name, 'WEB_PORT er ikke satt: ingen nettsider.');
  if (people.length === 0)
    return fail(
      name,
      `Sidene ligger på ${web.url}, men PEOPLE er ikke satt, så ingen kan logge inn.`,
      'Sett PEOPLE i .env, f.eks. «Eva L. Indreby <eva@ks.example> styrer».',
    );
  const url = new URL(web.url);
  if (url.protocol === 'http:' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname))
    return warn(
      name,
      `WEB_URL er ${web.url}: innlogging og svar går i klartekst over nettet.`,
      'Sett en tjener med https foran, og WEB_URL til adressen som begynner med https.',
    );
  const rulers = people.filter(one => mayDo(one.role, 'administer')).length;
  const how = web.openId === null ? 'lenke på e-post' : 'lenke på e-post eller egen konto';
  if (rulers === 0)
    return warn(
      name,
      `${people.length} kan logge inn på ${web.url}, men ingen av dem styrer.`,
      'Gi minst én i PEOPLE rollen «styrer».',
    );
  return ok(name, `${people.length} kan logge inn på ${web.url} (${how}).`);
}
