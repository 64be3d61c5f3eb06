import type { Command } from 'commander';
import { type OurReply, replyToThem } from '../../jobs/answer-question.ts';
import type { CaseNow } from '../../jobs/gather-cases.ts';
import { type GivenAnswer, recordAnswer } from '../../jobs/record-answer.ts';
import { givenWords } from '../../rules/standing/given-words.ts';
import { ANSWER_WORDS, conclusionFrom, STAGE_WORDS, stageFrom } from '../answer-words.ts';
import { type Door, Explained } from '../door.ts';
import { findCaseNow } from '../find-case.ts';
import { dayFrom, kronerFrom, unlessRefused } from '../given-values.ts';
import { personOf, theCampaign, withRegister } from '../open-data.ts';

interface Options {
  campaign?: string;
  by?: string;
  person?: string;
  stage?: string;
  date?: string;
  amount?: string;
  note?: string;
  questionAnswered?: boolean;
  acceptCondition?: boolean;
  refuseCondition?: boolean;
  json?: boolean;
}

const EXAMPLES = `
Eksempler:
  purrebot answer Hitra nei --by telefon --person "Eva L. Indreby"
  purrebot answer Bjugn slutter-seg-til --stage vedtatt --date 8.4.2014 --amount 14133 --by brev
  purrebot answer Skaun utsatt --date 24.4.2014 --by telefon --note "kommunestyret 24.4"
  purrebot answer Frøya --question-answered
  purrebot answer Malvik --accept-condition`;

const CHANNELS = ['telefon', 'møte', 'brev', 'e-post'];

/** `purrebot answer MUNICIPALITY …`: what reached us outside the mailbox, and what we have answered them. */
export function addAnswer(program: Command, door: Door): void {
  program
    .command('answer')
    .description('registrerer et svar som kom på telefon, i møte eller per brev, eller at vi har svart kommunen')
    .argument('<kommune>', 'navn eller nummer')
    .argument('[svar]', ANSWER_WORDS)
    .option('--by <kanal>', 'hvordan svaret kom: telefon, møte, brev', 'telefon')
    .option('--person <navn>', 'hvem som registrerer (ellers PURREBOT_USER)')
    .option('--campaign <id>', 'henvendelsen (trengs når flere er i gang)')
    .option('--stage <trinn>', STAGE_WORDS)
    .option('--date <dato>', 'dagen det ble vedtatt; ved «utsatt» dagen saken behandles')
    .option('--amount <kroner>', 'beløpet kommunen oppgir')
    .option('--note <tekst>', 'hvem du snakket med, hva som ble sagt')
    .option('--question-answered', 'vi har svart på spørsmålet deres')
    .option('--accept-condition', 'vi godtar forbeholdet: kommunen slutter seg til')
    .option('--refuse-condition', 'vi godtar ikke forbeholdet')
    .option('--json', 'skriv resultatet som ett JSON-dokument')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, written: string | undefined, options: Options) => {
      await withRegister(program.opts<{ data: string }>().data, register => {
        const campaign = theCampaign(register, options.campaign);
        const found = findCaseNow(register, campaign, name);
        const reply = replyIn(options);
        if ((written === undefined) === (reply === null)) {
          throw new Explained(
            'Oppgi enten svaret (f.eks. «nei») eller ett av --question-answered, --accept-condition, --refuse-condition.',
            2,
          );
        }
        const act = { by: personOf(door, options.person, '--person'), at: door.now() };
        if (reply !== null) {
          unlessRefused(replyToThem(register, found.one.id, reply, act));
          tellOf(door, options, found, campaign.id, REPLIES[reply], { reply });
          return;
        }
        const channel = (options.by ?? 'telefon').toLowerCase();
        if (!CHANNELS.includes(channel)) {
          throw new Explained(
            `--by: ventet ${CHANNELS.join(', ')}, fant «${options.by}». Navnet ditt oppgir du med --person.`,
            2,
          );
        }
        const heard = { channel, note: options.note ?? null };
        const { answer, openReviews } = unlessRefused(
          recordAnswer(register, found.one.id, givenIn(written!, options), heard, act),
        );
        tellOf(door, options, found, campaign.id, `${givenWords(answer)}, svar per ${channel}`, { answer, ...heard });
        for (const message of openReviews) {
          door.tell(`Melding ${message} fra kommunen venter fortsatt på avklaring: «purrebot settle ${message}».`);
        }
      });
    });
}

const REPLIES: Record<OurReply, string> = {
  'question-answered': 'spørsmålet er besvart, kommunen skylder svar igjen',
  'condition-accepted': 'forbeholdet er godtatt, kommunen slutter seg til',
  'condition-refused': 'forbeholdet er ikke godtatt, kommunen skylder svar igjen',
};

function replyIn(options: Options): OurReply | null {
  const chosen: OurReply[] = [];
  if (options.questionAnswered) chosen.push('question-answered');
  if (options.acceptCondition) chosen.push('condition-accepted');
  if (options.refuseCondition) chosen.push('condition-refused');
  if (chosen.length > 1) throw new Explained('Velg bare ett av valgene om spørsmål og forbehold.', 2);
  return chosen[0] ?? null;
}

/** One --date: the meeting for what is put off, the day of the decision for the rest. */
function givenIn(written: string, options: Options): GivenAnswer {
  const conclusion = conclusionFrom(written);
  const date = options.date === undefined ? null : dayFrom(options.date, '--date');
  return {
    conclusion,
    stage: options.stage === undefined ? null : stageFrom(options.stage),
    amountNok: options.amount === undefined ? null : kronerFrom(options.amount),
    expectedBy: conclusion === 'deferred' ? date : null,
    decidedOn: conclusion === 'deferred' ? null : date,
  };
}

function tellOf(
  door: Door,
  options: Options,
  found: CaseNow,
  campaign: string,
  words: string,
  data: Record<string, unknown>,
): void {
  const { name } = found.municipality;
  if (options.json) door.out(JSON.stringify({ campaign, municipality: name, ...data }));
  door.tell(`${name}: ${words}. Angre med «purrebot undo "${name}"».`);
}
