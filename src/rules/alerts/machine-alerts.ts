import type { Instant } from '../calendar/iso-date.ts';
import { addSeconds, osloDate } from '../calendar/oslo-time.ts';
import { shortDate } from '../calendar/written-date.ts';
import { whyNoSpace } from '../sending/space-to-send.ts';
import { type Alert, alert } from './alert.ts';
import type { Down } from './known-state.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Whoever makes backups forgets one or two; more than this many days is too old. */
export const BACKUP_DAYS = 7;
/** Bytes: below it the disk counts as nearly full, as in `doctor`. */
export const LITTLE_SPACE = 500 * 1024 * 1024;

/** @param free bytes; null = nobody knows */
export function diskAlert(free: number | null, now: Instant): Alert[] {
  if (free === null || free >= LITTLE_SPACE) return [];
  const words = {
    title: 'Disken er nesten full',
    happened: `${Math.floor(free / 1024 / 1024)} MB er ledig der registeret ligger. På en full disk stopper alt.`,
    todo: 'Frigjør plass, eller gi disken mer.',
  };
  const low = alert('disk-low', 'attention', words, now);
  const held = whyNoSpace(free);
  if (held === null) return [low];
  // Beside the other, which would else be told as over when it gets worse.
  const full = {
    title: 'Disken er full: ingen brev går',
    happened: held,
    todo: 'Brevene går av seg selv når det er plass.',
  };
  return [alert('disk-full', 'stopped', full, now), low];
}

export function witnessAlert(down: Down | null): Alert[] {
  if (down === null) return [];
  const words = {
    title: 'Kopien til vår egen postkasse blir ikke tatt imot',
    happened: `${down.why} Brevene går, men brytes et av dem midt i overleveringen, forblir det usikkert.`,
    todo: 'Se etter at WITNESS_ADDRESS ender i postkassen som leses, og at tjeneren tar imot plussadresser.',
  };
  return [alert('witness-refused', 'attention', words, down.since, { patience: HOUR })];
}

/** @param last null = backups are not in use */
export function backupAlert(last: Instant | null, now: Instant): Alert[] {
  if (last === null || addSeconds(last, BACKUP_DAYS * DAY) > now) return [];
  const words = {
    title: `Siste sikkerhetskopi er over ${BACKUP_DAYS} dager gammel`,
    happened: `Den er fra ${shortDate(osloDate(last))}.`,
    todo: 'Ta en med «purrebot backup», og se hvorfor den faste ikke går.',
  };
  return [alert('backup-old', 'attention', words, addSeconds(last, BACKUP_DAYS * DAY))];
}
