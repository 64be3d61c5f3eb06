import type { Clause } from '../text/clauses.ts';
import { PAST_ACT, WAS_TREATED } from '../text/phrases-decision.ts';
import {
  BEFORE_A_BODY,
  FOR_INFORMATION,
  IN_BUDGET,
  IS_PENDING,
  NEEDS_NO_TIME,
  NO_ANSWER_YET,
  PUT_OFF,
  WANTS_TIME,
  WILL_BE_TREATED,
  WILL_COME_BACK,
} from '../text/phrases-later.ts';
import { DEPENDS_ON_ANSWER, WAITS_FOR_US } from '../text/phrases-question.ts';
import { words } from '../text/words.ts';
import { type Add, POSTPONED, WAITING } from './claim.ts';
import { type Speakers, speaksForOthers } from './speakers.ts';

/** «dere får svar»: you as the one who receives. */
const WE_PROMISE_YOU = words(/^(?:da |så )?(?:dere|du|ks) (?:får|vil|hører|skal)\b/u);

/** «lagt inn i budsjettforslaget, som behandles i desember»: the budget is treated, not the answer. */
const OF_THE_BUDGET = words(/\b(?:budsjett|økonomiplan|handlingsprogram)\p{L}*(?: (?:for )?20\d\d)?$/u);

/** «Etter forvaltningsloven § 11 a sendes foreløpig svar dersom …»: what the law says of any case. */
const CITES_LAW = words(/\b(?:forvaltningslov|offentleglov|offentlighetslov)\p{L}*/u);

/** «trenger ikke politisk behandling», «etter en rask runde i ledergruppa kan jeg»: no treatment to come. */
const NEEDLESS = words(
  /\b(?:(?:trenger|behøver|krever) (?:[^\s]+ )?ikke|slipper) (?:[^\s]+ ){0,2}?(?:politisk )?behandling\b|\buten (?:noen )?politisk behandling\b(?!.*\bikke\b)|^etter (?:en|ei) (?:[^\s]+ )?runde (?:[^\s]+ ){0,2}?i [^\s]+/gu,
);

/** «Det er fint om dere svarer før vi tar saken opp» */
const ANSWER_US_FIRST = words(
  /\b(?:om|at|hvis) (?:dere|du|ks) (?:[^\s]+ ){0,2}?(?:svarer|svarte|svare|avklarer|forklarer)(?: [^\s]+){0,3}? før (?:vi|kommunen|saken)\b/u,
);

/** «Vi svarte ikke før fristen, beklager»: told of a time that is over; an answer beside it is one. */
const MISSED = words(
  /\b(?:svarte|rakk|nådde|fikk|sendte|besvarte|kom|overholdt|klarte|husket|glemte)(?: (?!å )[^\s]+){0,4}? (?:ikke )?(?:(?!å )[^\s]+ ){0,3}?(?:frist\p{L}*|i tide)(?! (?:[^\s]+ ){0,2}?å )/u,
);

/** Adds that the answer is still to come. */
export function addLater(said: string, clauses: Clause[], answered: boolean, speakers: Speakers, add: Add): void {
  if (FOR_INFORMATION.test(said) || CITES_LAW.test(said)) return;
  const mine = clauses
    .filter(
      (clause, at) =>
        clause.kind !== 'condition' &&
        !(clause.kind === 'relative' && OF_THE_BUDGET.test(clauses[at - 1]?.text ?? '')) &&
        (WE_PROMISE_YOU.test(clause.text) || !speaksForOthers(clause.text, speakers)),
    )
    .map(clause => clause.text);
  const text = (mine.length === clauses.length ? said : mine.join(' , ')).replace(NEEDLESS, ' ');
  if (DEPENDS_ON_ANSWER.test(text) || ANSWER_US_FIRST.test(said)) add('blocks', 'svaret avgjør');
  if (WAITS_FOR_US.test(text)) {
    add('later', WAITING);
    return;
  }
  if (PUT_OFF.test(text)) add('later', POSTPONED);
  if (WILL_BE_TREATED.test(text)) add('later', 'skal behandles');
  else if (BEFORE_A_BODY.test(text) && !PAST_ACT.test(text) && !WAS_TREATED.test(text))
    add('later', 'skal til behandling');
  else if (NO_ANSWER_YET.test(text)) add('later', 'ikke svar ennå');
  if (WANTS_TIME.test(text) && !NEEDS_NO_TIME.test(text))
    add('later', 'ber om tid', MISSED.test(text) ? 'medium' : 'strong');
  if (IS_PENDING.test(text) || (!answered && IN_BUDGET.test(text))) add('later', 'ikke avgjort');
  if (WILL_COME_BACK.test(text)) add('later', 'kommer tilbake', 'medium');
}
