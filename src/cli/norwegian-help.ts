import type { Command, Help } from 'commander';

/** What Commander says in English of a command line that is not right. «$1» is what was written. */
const ERRORS: readonly (readonly [RegExp, string])[] = [
  [/^error: required option '(.+)' not specified/, 'Valget «$1» må være med.'],
  [/^error: unknown option '(.+)'/, 'Valget «$1» finnes ikke.'],
  [/^error: unknown command '(.+)'/, 'Kommandoen «$1» finnes ikke.'],
  [/^error: missing required argument '(.+)'/, 'Det mangler noe etter kommandoen: «$1».'],
  [/^error: option '(.+)' argument missing/, 'Det mangler en verdi etter «$1».'],
  [
    /^error: too many arguments(?: for '(.+?)')?\. Expected (\d+) arguments?(?: but got (\d+))?.*/,
    'For mange ord etter kommandoen: ventet $2.',
  ],
  [/^error: option '(.+)' cannot be used with option '(.+)'/, 'Valgene «$1» og «$2» kan ikke brukes sammen.'],
  [
    /^error: (?:option|command-argument value) '(.+?)' (?:argument|value) '(.*?)' is invalid.*/,
    'Verdien «$2» passer ikke for «$1».',
  ],
];

/** The error of a command line in Norwegian; what is not known stays as it is, without «error:». */
export function norwegianError(written: string): string {
  const [line = '', ...more] = written.trimEnd().split('\n');
  const found = ERRORS.find(([pattern]) => pattern.test(line));
  const said = found === undefined ? line.replace(/^error: /, '') : line.replace(...found);
  const hints = more.map(hint =>
    hint
      .replace(/^\(Did you mean one of (.+)\?\)$/, '(Mente du en av disse: $1?)')
      .replace(/^\(Did you mean (.+)\?\)$/, '(Mente du «$1»?)'),
  );
  return `${[said, ...hints].join('\n')}\n`;
}

const TITLES: Record<string, string> = {
  'Usage:': 'Bruk:',
  'Options:': 'Valg:',
  'Global Options:': 'Felles valg:',
  'Arguments:': 'Argumenter:',
  'Commands:': 'Kommandoer:',
};

/** Headings of the help and errors in Norwegian, for the program and all its commands. */
export function speakNorwegian(program: Command): Command {
  const help: Partial<Help> = {
    styleTitle: title => TITLES[title] ?? title,
    styleUsage: usage => usage.replace('[options]', '[valg]').replace('[command]', '[kommando]'),
    styleDescriptionText: text => text.replace(/\(default: "?([^")]*)"?\)/, '(ellers: $1)'),
    styleSubcommandText: text => text.replace('[options]', '[valg]').replace('[command]', '[kommando]'),
    styleSubcommandTerm: text => text.replace('[options]', '[valg]').replace('[command]', '[kommando]'),
  };
  return program
    .helpOption('-h, --help', 'viser denne hjelpen')
    .helpCommand('help [kommando]', 'viser hjelp for en kommando')
    .configureHelp(help)
    .configureOutput({ outputError: (text, write) => write(norwegianError(text)) });
}
