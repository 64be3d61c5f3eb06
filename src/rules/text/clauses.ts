import { governorOf } from './governors.ts';
import { ALL_FINITE } from './verb-forms.ts';
import { words } from './words.ts';

/** What a clause does in its sentence. Only `main` and `reported` clauses can say what a municipality does. */
export type ClauseKind = 'main' | 'reported' | 'condition' | 'question' | 'time' | 'relative' | 'cause';

export interface Clause {
  kind: ClauseKind;
  /** Folded, without the word that introduces it. */
  text: string;
  /** For reported clauses («… vedtok at X»): what stands before «at». */
  governor: string;
}

/** Verbs and subjects that show that «og» begins a new clause: «… og ønsker å delta», «… og vi kommer tilbake». */
const AFTER_AND =
  `${ALL_FINITE}|` +
  'er|blir|ble|har|hadde|vil|ville|kan|kunne|skal|skulle|må|bør|slutter|sluttet|deltar|bidrar|godkjenner|godkjente|vedtar|vedtok|ønsker|takker|svarer|ber|kommer|gir|går|gikk|tar|tok|ser|støtter|stiller|fant|finner|fattet|besluttet|legger|sender|melder|avslår|avslo|sier|sa|inngår|vi|jeg|kommunen|det|dette|saken|dere|den|denne|rådmannen|kommunedirektøren|formannskapet|kommunestyret|ikke|derfor|dermed|mener|anbefaler|tilrår|foreslår|innstiller|trekker|utsatte|utsetter|behandler|behandlet|signerer|returnerer|betaler|avventer|ba|bestemte';

const SUBJECT =
  'vi|kommunen|kommunene|det|dette|bidraget|grunnbeløpet|beløpet|den|denne|saken|hun|han|de|dere|rådmannen|kommunedirektøren|formannskapet|kommunestyret|fylkestinget|ordningen|avtalen|man|alle|flere|andre|helseforetaket|\\p{L}+ kommune|ks';

/** Where a new clause begins: the sign or the word, and what kind of clause it opens. */
const BREAK = words(
  new RegExp(
    [
      '(?<stop>[;:!?]+\\s*|\\s-\\s|,\\s+)',
      '(?<condition>\\b(?:bare |kun |men bare )?(?:dersom|hvis|såfremt|så fremt|såframt|så lenge|så framt|så sant|med mindre|gitt at|på betingelse av|forutsatt(?: at)?|under (?:den |følgende |klar |klare )?forutsetning(?: av)?(?: at)?|med (?:det |følgende |et )?forbehold(?: om)?(?: at)?|på (?:det |følgende )?vilkår(?: av| om)?(?: at)?)\\s)',
      '(?<time>\\b(?:før (?=(?:' +
        SUBJECT +
        '|kommunestyre\\p{L}*|formannskap\\p{L}*)\\s)|når |inntil |så snart |straks |etter at |idet |i det øyeblikk(?:et)? |mens (?!\\p{L}+ (?:kommune )?(?:takker|slutter|deltar|sier|blir|er|har|ikke)|vi\\b|kommunen\\b)))',
      '(?<cause>\\b(?:fordi |ettersom |siden |selv om |slik at |enda |da (?=(?:' + SUBJECT + ')\\s)))',
      '(?<question>\\b(?:om|hvorvidt) (?=(?:' +
        SUBJECT +
        ')\\s(?!og\\b|for\\b|så\\b|men\\b|i\\b|som\\b)|\\p{L}+ (?:kommune )?(?:skal|vil|kan|blir|er|bør|må|deltar|settes|senkes|reduseres|halveres|får|går|halveres)\\b))',
      '(?<reported>\\bat\\s)',
      '(?<relative>\\b(?:som|der) (?!(?:før|vanlig|tidligere|kjent|i dag|avtalepart|part|deltaker|deltager|deltakar|medlem|bidragsyter|partner|trengs|trengst|kreves)\\b)(?=\\p{L}))',
      '(?<main>\\b(?:men |mens |og (?=(?:' + AFTER_AND + ')\\b)|så (?=(?:vi|kommunen|det|derfor)\\s)))',
    ].join('|'),
    'gu',
  ),
);

/** «Blir det færre, faller tilslutningen bort»: a verb first and a comma before the next verb means «hvis». */
const VERB_FIRST_CONDITION = words(
  /^(?:blir|sier|skulle|faller|får|går|kommer|vedtar|vedtas|godkjenner|godkjennes|trekker|velger|er|har|stiller|ønsker|deltar|slutter|gjelder|hastar|haster|hører|trenger|viser) (?:[^,?]){3,80}, (?:så )?(?:er|vil|kan|må|skal|faller|trekker|blir|slutter|deltar|bidrar|går|står|ring|ber|tar|kommer|bortfaller|får|gjelder|slipper|betaler|da)\b/u,
);

/** «Vi kan ikke, slik situasjonen er, slutte oss til»: a main clause that stops at its auxiliary goes on later. */
const DANGLING = words(
  /\b(?:kan|vil|skal|må|ønsker|kommer til å|har|kunne|ville)(?: (?:vi|kommunen|dessverre|derfor|likevel|heller|ikke|nå|da|å)){0,4}$/u,
);

/** Cuts a folded sentence into clauses. Commas inside an enumeration cut too much, which loses claims but invents none. */
export function clausesOf(folded: string): Clause[] {
  const sentence = folded
    .replace(/\([^()]{0,200}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/, (?=(?:signert|undertegna) )/g, ' ');
  const clauses: Clause[] = [];
  let kind: ClauseKind = VERB_FIRST_CONDITION.test(sentence) ? 'condition' : 'main';
  let governor = '';
  let start = 0;
  const close = (end: number) => {
    const text = sentence
      .slice(start, end)
      .replace(/[\s,.;:!?]+$/, '')
      .trim();
    if (text === '') return;
    // «vedtok i går, mot 3 stemmer, å slutte seg til»: an infinitive belongs to the verb before the comma.
    const head = text.startsWith('å ') ? clauses.findLast(clause => takesInfinitive(clause)) : undefined;
    if (head !== undefined) {
      head.text += ` ${text}`;
      return;
    }
    // What follows the clause at once is no resumption of it, so one clause has nothing to resume.
    const dangling =
      kind === 'main' && clauses.length > 1
        ? clauses.findLast(clause => clause.kind === 'main' && DANGLING.test(clause.text))
        : undefined;
    if (dangling !== undefined && dangling !== clauses.at(-1)) dangling.text += ` ${text}`;
    else clauses.push({ kind, text, governor });
  };
  for (const found of sentence.matchAll(BREAK)) {
    const at = found.index;
    const groups = found.groups ?? {};
    const before = sentence.slice(start, at);
    close(at);
    const end = at + found[0].length;
    if (groups.stop !== undefined) {
      const afterCondition: boolean = kind !== 'main' && groups.stop.startsWith(',');
      governor = '';
      kind = afterCondition || !groups.stop.startsWith(',') ? 'main' : kind;
    } else {
      governor = groups.reported === undefined ? '' : `${governor} ${before}`.trim();
      // «Som nevnt deltar vi ikke»: at the start of a sentence «som» opens no relative clause.
      kind = groups.relative !== undefined && at === 0 ? 'main' : kindOf(groups, kind, before);
    }
    start = end;
  }
  close(sentence.length);
  return clauses;
}

function takesInfinitive({ kind, text }: Clause): boolean {
  if (kind !== 'main' && kind !== 'reported') return false;
  const governor = governorOf(`${text} å`);
  return governor !== 'unknown' && governor !== 'named';
}

function kindOf(groups: Record<string, string | undefined>, current: ClauseKind, before: string): ClauseKind {
  if (groups.condition !== undefined) return 'condition';
  if (groups.time !== undefined) return 'time';
  if (groups.cause !== undefined) return 'cause';
  if (groups.question !== undefined) return 'question';
  if (groups.relative !== undefined) return 'relative';
  if (groups.reported !== undefined)
    return current === 'main' || current === 'reported' ? reportedKind(before) : current;
  return current === 'reported' ? 'reported' : 'main';
}

const BEFORE_CONDITION = words(
  /\b(?:forutsetter|krever|vilkår(?: om)?|forbehold om|betinget av|avhengig av|krav om|forutsetning(?: er)?(?: av)?)\s*$/u,
);

/** «forutsetter at», «krever at», «forbehold om at» open a condition, not a report. */
function reportedKind(before: string): ClauseKind {
  return BEFORE_CONDITION.test(before) ? 'condition' : 'reported';
}
