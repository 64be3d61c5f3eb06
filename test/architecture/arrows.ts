/**
 * The rooms of src and the arrows between them, as data. A new room or a new library with a room of its own is one line.
 */

/** Which rooms a room may import, besides itself. `main` is the files that stand directly in src. */
export const ARROWS: Record<string, string[]> = {
  rules: [],
  register: ['rules'],
  'mail-in': ['rules'],
  'mail-out': ['rules'],
  jobs: ['rules', 'register', 'mail-in', 'mail-out'],
  worker: ['rules', 'jobs'],
  web: ['rules', 'jobs', 'register'],
  cli: ['rules', 'jobs', 'register'],
  main: ['rules', 'register', 'mail-in', 'mail-out', 'jobs', 'worker', 'web', 'cli'],
};

/** Where the program meets the world: these alone may ask for the time, the environment and chance, and hand them in. */
export const DOORS = new Set(['main', 'worker', 'web', 'cli']);

/** Files directly in src, and the rooms that may import each of them. */
export const MAIN_FILES: Record<string, string[]> = {
  'main.ts': [],
  'settings.ts': ['main', 'worker', 'web', 'cli'],
  'project-folder.ts': Object.keys(ARROWS).filter(room => room !== 'rules'),
};

/** Everything that rules may import from outside. */
export const RULES_LIBRARIES = ['temporal-polyfill'];

/** Libraries that belong to one room (null: to none). The others may be used anywhere but in rules. */
export const LIBRARY_ROOM: Record<string, string | null> = {
  'better-sqlite3': 'register',
  'node:sqlite': null,
  imapflow: 'mail-in',
  'postal-mime': 'mail-in',
  'html-to-text': 'mail-in',
  mammoth: 'mail-in',
  unpdf: 'mail-in',
  '@hyzyla/pdfium': 'mail-in',
  'tesseract.js': 'mail-in',
  nodemailer: 'mail-out',
  mjml: null,
  'date-holidays': null,
};

/** What is only known from outside: name of the object → members that read the clock, the environment or chance. */
export const OUTSIDE: Record<string, string[]> = {
  Date: ['now'],
  Temporal: ['Now'],
  performance: ['now', 'timeOrigin'],
  process: ['env', 'hrtime', 'uptime'],
  Math: ['random'],
};

/** Random sources of node:crypto, by whatever name the module is imported. Hashing is not chance. */
export const CHANCE = new Set([
  'randomUUID',
  'randomBytes',
  'randomInt',
  'randomFill',
  'randomFillSync',
  'getRandomValues',
]);

/** SQL that reads the clock or chance of the database. */
export const SQL_OUTSIDE = /\bcurrent_(timestamp|date|time)\b|'now'|\bunixepoch\s*\(\s*\)|(?<!\.)\brandom(blob)?\s*\(/i;

/** A text that begins like a statement. */
export const SQL_STATEMENT =
  /^\s*(select\s[\s\S]+\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s)/i;

/** Names under which anything may be put, so that nothing can be found. */
export const DRAWERS = /^(utils?|helpers?|misc|common|shared|lib|types|index)$/;

/** A file longer than this holds more than one thing; lists of words excepted. */
export const MAX_LINES = 350;
export const WORD_LIST = /(^|[/-])(words|lexicon)\.ts$/;
