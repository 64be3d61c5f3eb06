import { composeNotice } from '../mail-out/compose-notice.ts';
import { envelopeFor } from '../mail-out/envelope-for.ts';
import { signInLetter } from '../mail-out/sign-in-letter.ts';
import type { Transport } from '../mail-out/transport.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { Person } from '../rules/people/person.ts';
import type { LetterSettings } from './freeze-letter.ts';

export interface SignInPost {
  transport: Transport;
  settings: LetterSettings;
}

/** `file`: where it lies, when mails are files. `why` names neither the person nor the link: it may stand in a log. */
export type SignInSent = { sent: true; file: string | null } | { sent: false; why: string };

/**
 * A sign-in link as a mail to its person, by the same road and under the same settings as letters (redirection, allowed
 * domains, files unless live). No hold, cap or hour of the day stops it: whoever must stop a fault has to get in.
 */
export async function sendSignInLink(
  { transport, settings }: SignInPost,
  person: Person,
  { link, worksUntil }: { link: string; worksUntil: Instant },
  now: Instant,
): Promise<SignInSent> {
  const { name, address } = person;
  const envelope = envelopeFor({ to: [{ name, address }], cc: [] }, { ...settings, witness: null });
  if (envelope.recipients.length === 0)
    return { sent: false, why: 'Innstillingene lar ingen e-post gå til adressen (ALLOW_DOMAINS).' };
  const mail = await composeNotice({
    ...signInLetter(link, worksUntil),
    kind: 'sign-in',
    label: name,
    envelope,
    from: settings.fromAddress ?? settings.replyAddress,
    returnPath: settings.returnPath,
    loopId: settings.loopId,
    datedAt: now,
  });
  const result = await transport.send(mail, () => undefined);
  if (result.sent) return { sent: true, file: result.file };
  // The server's own words may repeat the address.
  return { sent: false, why: `E-posten gikk ikke (${result.failed}).` };
}
