import type { BackupContents } from '../register/backup.ts';
import { osloIso } from '../rules/calendar/oslo-time.ts';

/** «2 henvendelser, 25 saker, 112 meldinger, 31 brev, sist skrevet i 2014-04-11 kl. 14:45» */
export function contentsLine({ campaigns, cases, messages, letters, lastEntryAt }: BackupContents): string {
  const last = lastEntryAt === null ? 'aldri skrevet i' : `sist skrevet i ${moment(lastEntryAt)}`;
  return `${campaigns} henvendelser, ${cases} saker, ${messages} meldinger, ${letters} brev, ${last}`;
}

function moment(at: string): string {
  return osloIso(at).slice(0, 16).replace('T', ' kl. ');
}
