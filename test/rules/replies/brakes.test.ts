import { expect, test } from 'vitest';
import { readMail } from './read-mail.ts';

const OTHER_VOICE = 'Det går ikke fram at det er kommunen selv som svarer.';
const OTHER_QUESTION = 'Et «ja» eller «nei» kan gjelde noe annet enn henvendelsen.';
const STILL_OPEN = 'Noen skal fortsatt ta stilling til saken.';

/** Each brake with a mail that it must stop. */
test.each([
  // whose-answer.ts
  [OTHER_VOICE, 'Fastlegene våre slutter seg til ordningen.'],
  [OTHER_VOICE, 'Styret i Fagforbundet i Fjordvik slutter seg til ordningen.'],
  [OTHER_VOICE, 'Snakket med naboen min i dag, og han mener at det blir ja. Brukerrådet slutter seg til ordningen.'],
  // other-question.ts
  [OTHER_QUESTION, 'Svaret på spørsmålet ditt er ja.'],
  [OTHER_QUESTION, 'Ja, det passer fint på torsdag.'],
  [OTHER_QUESTION, 'Nei, fristen gikk oss hus forbi.'],
  [OTHER_QUESTION, 'Fikk dere tak i rådmannen? Ja.'],
  // still-open.ts
  [STILL_OPEN, 'Fjordvik slutter seg til ordningen. Politisk godkjenning kommer i januar.'],
  [STILL_OPEN, 'Vi er med. Rådmannen må bekrefte dette.'],
  [STILL_OPEN, 'Fjordvik slutter seg til ordningen. Vedtaket ble anket.'],
  [STILL_OPEN, 'Fjordvik slutter seg til ordningen. Det må formelt vedtas.'],
  // borrowed-words.ts
  ['Meldingen gjengir hvordan henvendelsen er forstått.', 'Slik vi forstår brevet slutter kommunen seg til ordningen.'],
  ['Meldingen inneholder et utkast.', 'Her er utkast til svar: Fjordvik slutter seg til ordningen.'],
  ['Svarskjemaet ser ikke ut til å være fylt ut.', 'Fjordvik slutter seg til ordningen: JA / NEI. Vi deltar.'],
  ['Noe er trukket tilbake, og det går ikke fram hva som gjelder.', 'Vi trekker tilbake svaret vårt. Vi er med.'],
  ['Teksten står i anførselstegn og kan være et sitat.', '«Fjordvik slutter seg til ordningen.»'],
  // verdict-doubts.ts
  ['Tilslutningen er bare gitt i prinsippet.', 'Fjordvik slutter seg i prinsippet til ordningen.'],
  ['Avslaget har et forbehold som ikke er lest.', 'Fjordvik deltar ikke uten at Lidal også deltar.'],
  [
    'Innstillingen ser ikke ut til å være fulgt.',
    'Rådmannen anbefaler at Fjordvik slutter seg til. Formannskapet fulgte ikke rådmannen.',
  ],
  // unfilled-template.ts
  ['Teksten er en mal som ikke er fylt ut.', 'XX kommune slutter seg til ordningen.'],
  ['Teksten er en mal som ikke er fylt ut.', '[kommunenavn] kommune slutter seg til ordningen.'],
  ['Teksten er en mal som ikke er fylt ut.', '_____ kommune slutter seg til ordningen.'],
])('«%s» stops: %s', (reason, text) => {
  const reading = readMail(text);
  expect(reading.review).toBe(true);
  expect(reading.reviewReasons).toContain(reason);
});

/** And the nearest mail that none of them may stop. */
test.each([
  ['Rådmannen i Fjordvik slutter seg til ordningen.', 'joined'],
  ['Svaret vårt er at Fjordvik slutter seg til.', 'joined'],
  ['Svaret er ja.', 'joined'],
  ['Ja takk, vi er med på ordningen.', 'joined'],
  ['Nei, vi deltar ikke, det blir for dyrt.', 'declined'],
  ['Slutter kommunen seg til? Ja.', 'joined'],
  ['Fjordvik slutter seg til ordningen. Saken trenger ikke politisk behandling.', 'joined'],
  ['Slik rådmannen har bestemt, slutter kommunen seg til ordningen.', 'joined'],
  ['Fjordvik slutter seg til ordningen. Vårt tidligere utkast trenger dere ikke tenke på.', 'joined'],
  ['Vi blir ikke med. Lidal får klare seg selv.', 'declined'],
  ['Rådmannen anbefaler at Fjordvik slutter seg til.', 'joined'],
  ['Fjordvik kommune slutter seg til ordningen.', 'joined'],
])('no brake stops: %s', (text, conclusion) => {
  const reading = readMail(text);
  expect(reading.conclusion).toBe(conclusion);
  expect(reading.reviewReasons).toEqual([]);
});
