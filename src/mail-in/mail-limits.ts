// What a mail may ask of its reader. What goes beyond a limit is said in words and goes to a person; nothing is dropped in silence.

const MB = 1024 * 1024;

/** A larger mail would fill the memory several times over while it is decoded: only its headers are read. */
export const MAX_MAIL_BYTES = 25 * MB;

/** The headers of a mail that is too large; also the limit of all headers together. */
export const MAX_HEADER_BYTES = 512 * 1024;

/** Nobody writes more than this; a body beyond it is a pasted log or an attack on the patterns. */
export const MAX_BODY_TEXT = 400_000;

/** A mail in a mail in a mail is read; deeper ones are rubbish or an attack. */
export const MAX_ATTACHED_DEPTH = 3;

/**
 * Lines of a mail that only the slow parser takes: it needs a tenth of a millisecond for each, and of 200,000 twenty
 * seconds. Ordinary mail, also with large files, is read by another and knows no such limit.
 */
export const MAX_UNUSUAL_LINES = 15_000;

/** Lines that may begin a part, as «--» does. A long thread has a hundred; of 100,000 parts the parser fills the memory. */
export const MAX_PART_LINES = 2_000;

/** More files than this come from a mail program in a loop, or are the little pictures of a long thread. */
export const MAX_ATTACHMENTS = 40;

/** Larger files are plans and maps; reading them would stop the mailbox. */
export const MAX_FILE_BYTES = 15 * MB;

/** The end of a long text is annexes; the rules read sentence by sentence and must stay quick. */
export const MAX_FILE_TEXT = 400_000;

/** Minutes and budgets may have hundreds of pages; the case at hand stands in the first ones. */
export const MAX_PAGES = 60;

/** Scanned pages take seconds each: so many of one mail, in all its files, are read. */
export const MAX_SCANNED_PAGES = 12;

/** A page that a machine reads is drawn at most this large: A4 at 300 dots an inch. */
export const MAX_PAGE_PIXELS = 9_000_000;

/** A picture sent as a file is taken apart as it is: no phone makes larger ones, and a bomb of a few bytes is larger. */
export const MAX_IMAGE_PIXELS = 25_000_000;

/** A zip of 100 kB may unpack to gigabytes. Of the parts with text no office file has more than this. */
export const MAX_UNPACKED = 60 * MB;

/** One part of an office file; its tree takes ten times as much. */
export const MAX_XML = 16 * MB;

/** A Word file has a dozen parts and its pictures; others are a bomb of 65,000 entries. */
export const MAX_ZIP_ENTRIES = 2_000;

/** The megabytes of JavaScript that a file may fill while it is read. */
export const MAX_HEAP_MB = 256;

/** So much may the whole program grow meanwhile: pictures lie outside of the JavaScript heap, where no other limit holds. */
export const MAX_GROWTH_BYTES = 400 * MB;

/** Milliseconds for a thread to start and load its libraries; half a second on a machine with nothing else to do. */
export const MAX_START_MS = 20_000;

/** Milliseconds for a file with text; the largest that was seen took one second. */
export const MAX_READ_MS = 10_000;

/**
 * Milliseconds of the processor for one recognition of a page. A letter of twenty lines takes two to three, a full page of
 * sixty small lines nine on a machine with other work; a page of noise, as a damaged fax is drawn, twenty and more.
 */
export const MAX_RECOGNITION_CPU_MS = 15_000;

/** Milliseconds for one recognition of a page, its start included, by the clock: a busy machine takes a minute for a full page. */
export const MAX_SCANNED_PAGE_MS = 70_000;

/** Milliseconds after which no further scanned page of a file is begun. */
export const MAX_SCAN_MS = 60_000;

/** After so many files that had to be given up, the others of the mail are not tried. */
export const MAX_GIVEN_UP = 2;
