/** Why a file could not be read: a sentence in Norwegian for the adviser, who sees it behind the file's name. */
export class FileFault extends Error {}

export const DAMAGED = 'Filen er skadet og kunne ikke leses.';
export const LOCKED = 'Filen er beskyttet med passord og kunne ikke leses.';
export const TOO_LARGE = 'Filen er for stor til å leses.';
export const TOO_SLOW = 'Filen tok for lang tid å lese.';
export const NO_TEXT = 'Filen har ikke tekst som kan leses.';
