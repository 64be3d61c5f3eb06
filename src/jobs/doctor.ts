import type { ImapAccount } from '../mail-in/imap-account.ts';
import type { EnvelopeSettings } from '../mail-out/envelope-for.ts';
import type { SmtpAccount } from '../mail-out/smtp-account.ts';
import { checkRegister } from '../register/check-register.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import { type Check, fail, ok, warn } from './check-finding.ts';
import { MAIL_SERVER_CHECKS, mailServerChecks } from './check-mail-server.ts';
import { MAILBOX_CHECKS, mailboxChecks, type Network } from './check-mailbox.ts';
import {
  canOpenRegister,
  clockCheck,
  type NodeVersions,
  nodeCheck,
  programFilesCheck,
  timeZoneCheck,
} from './check-program.ts';
import { registerChecks } from './check-register-file.ts';
import {
  alertCheck,
  type PagesSettings,
  pagesCheck,
  sendingCheck,
  settingsCheck,
  trustedServerCheck,
  witnessCheck,
} from './check-settings.ts';
import { diskCheck, folderChecks, mailFolderCheck } from './check-storage.ts';

/** What the door knows: its settings, its clock and where things lie. */
export interface Patient {
  now: Instant;
  node: NodeVersions;
  dataFolder: string;
  registerFile: string;
  outbox: string;
  /** null when they have faults. */
  settings:
    | (EnvelopeSettings &
        PagesSettings & {
          mailFolder: string | null;
          imap: ImapAccount | null;
          smtp: SmtpAccount | null;
          alertTo: readonly string[];
        })
    | null;
  faults: readonly string[];
  /** What is written in the settings, whether or not they have faults. */
  wants: { live: boolean; imap: boolean; smtp: boolean };
  /** `TRUSTED_AUTHSERV`; null = not set. */
  trustedServer: string | null;
  /** `TRUST=strict`. */
  strictTrust: boolean;
}

const NETWORK: Network = { limit: 10_000, ca: null };

/** Looks at everything that the program needs, and changes nothing: at least ten checks, whatever is missing. */
export async function examine(patient: Patient, network: Network = NETWORK): Promise<Check[]> {
  const { now, node, settings, dataFolder, registerFile } = patient;
  const mailbox = mailboxPart(patient, network);
  const mailServer = mailServerPart(patient, network);
  const register = canOpenRegister(node) ? checkRegister(registerFile) : null;
  const newest = register?.state === 'readable' ? register.contents.newest : null;
  return [
    settingsCheck(patient.faults),
    trustedServerCheck(patient.trustedServer, patient.strictTrust),
    sendingCheck(settings, patient.wants.live),
    witnessCheck(settings),
    alertCheck(settings === null ? null : settings.alertTo),
    pagesCheck(settings),
    nodeCheck(node),
    programFilesCheck(),
    timeZoneCheck(),
    clockCheck(now, newest),
    ...(await folderChecks(dataFolder, patient.outbox)),
    await diskCheck(dataFolder),
    ...registerChecks(register, registerFile, dataFolder),
    ...(settings === null || settings.mailFolder === null ? [] : [await mailFolderCheck(settings.mailFolder)]),
    ...(await mailbox),
    ...(await mailServer),
  ];
}

async function mailboxPart({ settings, wants, now }: Patient, network: Network): Promise<Check[]> {
  if (settings !== null && settings.imap !== null) return mailboxChecks(settings.imap, now, network);
  if (settings !== null && settings.mailFolder !== null)
    return MAILBOX_CHECKS.map(name => ok(name, 'IMAP_HOST er ikke satt: svarene leses fra MAIL_FOLDER.'));
  if (wants.imap) return faulty(MAILBOX_CHECKS, wants.live);
  return unset(
    MAILBOX_CHECKS,
    wants.live,
    'IMAP_HOST er ikke satt, så ingen postkasse blir lest.',
    'Sett IMAP_HOST, IMAP_USER og IMAP_PASSWORD_FILE (og IMAP_SECURITY, om det ikke er tls) i .env.',
  );
}

async function mailServerPart({ settings, wants, now }: Patient, network: Network): Promise<Check[]> {
  if (settings !== null && settings.smtp !== null) return mailServerChecks(settings.smtp, now, network);
  if (wants.smtp) return faulty(MAIL_SERVER_CHECKS, wants.live);
  return unset(
    MAIL_SERVER_CHECKS,
    wants.live,
    'SMTP_HOST er ikke satt, så ingen brev kan sendes.',
    'Sett SMTP_HOST, SMTP_USER og SMTP_PASSWORD_FILE (og SMTP_SECURITY, om det ikke er starttls) i .env.',
  );
}

function faulty(names: readonly string[], live: boolean): Check[] {
  return unset(names, live, 'Ikke sjekket, siden innstillingene har feil.', 'Rett innstillingene først.');
}

/** In dry mode one may do without for a while; live, nothing works. */
function unset(names: readonly string[], live: boolean, found: string, cure: string): Check[] {
  return names.map(name => (live ? fail : warn)(name, found, cure));
}
