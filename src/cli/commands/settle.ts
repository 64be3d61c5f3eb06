import type { Command } from 'commander';
import { type Settlement, settleReview } from '../../jobs/settle-review.ts';
import { caseById } from '../../register/cases.ts';
import { openReviews } from '../../register/journal.ts';
import { municipalityOnDate } from '../../register/municipalities.ts';
import type { Register } from '../../register/open-register.ts';
import { osloDate } from '../../rules/calendar/oslo-time.ts';
import { givenWords } from '../../rules/standing/given-words.ts';
import type { Answer } from '../../rules/standing/journal-entry.ts';
import { ANSWER_WORDS, STAGE_WORDS, settlementFrom, stageFrom } from '../answer-words.ts';
import { type Door, Explained } from '../door.ts';
import { findCase } from '../find-case.ts';
import { dayFrom, kronerFrom, unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';

interface Options {
  as?: string;
  stage?: string;
  municipality?: string[];
  campaign?: string;
  date?: string;
  amount?: string;
  by?: string;
  person?: string;
  json?: boolean;
}

const EXAMPLES = `
Eksempler:
  purrebot settle 27 --by "Eva L. Indreby"                      (godta robotens forslag)
  purrebot settle 27 --as slutter-seg-til --stage vedtatt --date 8.4.2014
  purrebot settle 31 --as utsatt --date 24.4.2014 --municipality Skaun
  purrebot settle 33 --as ingenting`;

/** `purrebot settle MESSAGE`: a person says what a message means, and the robot's question is answered. */
export function addSettle(program: Command, door: Door): void {
  program
    .command('settle')
    .description('avklarer en melding: godtar robotens forslag, eller sier hva den betyr')
    .argument('<melding>', 'nummeret, som «purrebot review» viser det')
    .option('--as <svar>', `${ANSWER_WORDS} | kvittering | ingenting`)
    .option('--stage <trinn>', STAGE_WORDS)
    .option('--municipality <kommune...>', 'hvem svaret gjelder, når roboten tok feil eller ikke visste det')
    .option('--campaign <id>', 'henvendelsen (når roboten ikke visste det, og flere er i gang)')
    .option('--date <dato>', 'dagen det ble vedtatt; ved «utsatt» dagen saken behandles')
    .option('--amount <kroner>', 'beløpet kommunen oppgir')
    .option('--by <navn>', 'hvem som avklarer (ellers PURREBOT_USER)')
    .option('--person <navn>', 'det samme som --by')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', EXAMPLES)
    .action(async (written: string, options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const message = messageNumber(written);
        const by = personOf(door, options.by ?? options.person);
        const settled = unlessRefused(
          settleReview(register, message, { by, at: door.now(), ...settlementIn(register, message, options) }),
        );
        const rows = settled.cases.map(({ caseId, answer }) => ({ municipality: nameOf(register, caseId), answer }));
        if (options.json) door.out(JSON.stringify({ message, as: settled.as, cases: rows }));
        for (const row of rows) door.tell(`${row.municipality}: ${wordsFor(row.answer)}.`);
        if (settled.as === 'nothing') door.tell(`Melding ${message} er lagt til side; ingen status er endret.`);
        door.tell(`Melding ${message} er avklart av ${by}. Angre med «purrebot undo --message ${message}».`);
      });
    });
}

export function messageNumber(written: string): number {
  const number = /^#?(\d+)$/.exec(written.trim())?.[1];
  if (number !== undefined) return Number(number);
  throw new Explained(`Melding: ventet et nummer, som «purrebot review» viser det, fant «${written}».`, 2);
}

function settlementIn(register: Register, message: number, options: Options): Omit<Settlement, 'by' | 'at'> {
  const as = options.as === undefined ? undefined : settlementFrom(options.as);
  const review = openReviews(register).find(one => one.messageId === message);
  const suggested = (review?.data.suggestion as Answer | null | undefined)?.conclusion;
  const date = options.date === undefined ? null : dayFrom(options.date, '--date');
  const later = (as ?? suggested) === 'deferred';
  const names = options.municipality ?? [];
  const campaign =
    names.length === 0 ? null : theCampaign(register, options.campaign ?? review?.campaignId ?? undefined);
  return {
    ...(as === undefined ? {} : { as }),
    ...(campaign === null ? {} : { cases: names.map(name => findCase(register, campaign, name).id) }),
    known: {
      ...(options.stage === undefined ? {} : { stage: stageFrom(options.stage) }),
      ...(options.amount === undefined ? {} : { amountNok: kronerFrom(options.amount) }),
      ...(date === null ? {} : later ? { expectedBy: date } : { decidedOn: date }),
    },
  };
}

function nameOf(register: Register, caseId: number): string {
  const { municipalityId, openedAt } = caseById(register, caseId)!;
  return municipalityOnDate(register, municipalityId, osloDate(openedAt)).name;
}

function wordsFor(answer: Answer | null): string {
  return answer === null ? 'mottak bekreftet' : givenWords(answer);
}
