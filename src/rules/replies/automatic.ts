import { words } from '../text/words.ts';
import type { Message } from './message.ts';

const SUBJECT =
  /^\s*(?:automatisk svar|autosvar|auto(?:matic)?[ -]?reply|autoreply|fravær(?:smelding|sassistent)?|fråvær(?:smelding)?|fråver|ute av kontoret|out of (?:the )?office|ikke til stede|ikkje til stades|kvittering|bekreftelse på|stadfesting|vi har mottatt|vi har motteke|takk for (?:din|henvendelsen))\b/iu;

const NO_REPLY = /^(?:no-?reply|ikke-?svar|ikkesvar|do-?not-?reply|donotreply|noreply[.\w-]*)@/;

/** «Dette er et automatisk svar», «denne meldingen er laget automatisk», «kan ikke besvares» */
const SAYS_SO = words(
  /\b(?:automatisk (?:svar|bekreftelse|generert|kvittering|melding|utsendt)|sendt automatisk|laget automatisk|laga automatisk|generert automatisk|autosvar|kan ikke besvares|ikke svar(?:e)? på denne|kan ikke svare på denne|this is an automat)/u,
);

/** Sent by a program: by header, by subject, or by its own words. */
export function isAutomatic(message: Message, foldedText: string): boolean {
  if (isMarkedAutomatic(message)) return true;
  return SUBJECT.test(message.subject) || SAYS_SO.test(foldedText);
}

/** Its headers say that a program sent it (RFC 3834 and the older habits). */
export function isMarkedAutomatic(message: Message): boolean {
  const value = (name: string) => message.headers.find(header => header.name === name)?.value.toLowerCase() ?? '';
  const submitted = value('auto-submitted');
  if (submitted !== '' && !submitted.startsWith('no')) return true;
  if (['x-autoreply', 'x-autorespond', 'x-auto-response'].some(name => value(name) !== '' && value(name) !== 'no'))
    return true;
  return /auto_reply/.test(value('precedence'));
}

/** An address that nobody reads. */
export function isNoReply(message: Message): boolean {
  return NO_REPLY.test(message.from?.address ?? '');
}
