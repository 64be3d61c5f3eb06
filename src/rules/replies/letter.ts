import { fold } from '../text/fold.ts';
import type { History } from '../text/history.ts';
import { newTextOf, newWordsOf } from '../text/new-text.ts';
import { type OwnTexts, ownTexts } from '../text/own-text.ts';
import { words } from '../text/words.ts';
import type { Known } from './known.ts';
import type { Message } from './message.ts';

/** What the sender wrote now, in both forms of the mail. */
export interface Letter {
  newText: string;
  withSignature: string;
  /** Words of the municipality that it passes on («VS:»), '' when there are none. */
  forwarded: string;
  readonly quoted: History;
  /** The whole body, with quotes. */
  body: string;
  /** The new text of the HTML form when it says something else than the plain one, else null. */
  htmlText: string | null;
  own: OwnTexts;
}

/** «se under», «svaret fra rådmannen», «videresender svar»: the words below are the answer. */
const PASSES_ON = words(
  /\b(?:se (?:under|nedenfor|nedanfor|e-post under)|svar(?:et)? fra|videresender|videresendes|vidaresender|oversender svar\p{L}*|nedenfor|vedlagt svar|her er svar\p{L}*)\b/u,
);
const FORWARD_SUBJECT = /^\s*(?:vs|fw|fwd|vidaresendt|videresendt)\s*:/i;

/** «Svar under», «se våre kommentarer i teksten», «mine svar i rødt»: the answers stand between our own lines. */
const ANSWERS_BELOW = words(
  /\b(?:svar\p{L}*|kommentar\p{L}*|merknad\p{L}*|innspill|utfylt|krysset av|avkrysset|svart)\b.{0,40}\b(?:under|nedenfor|nedanfor|nede|i teksten|i e-post|i din e-post|i rødt|i raudt|i blått|i grønt|med rødt|med raudt|med blått|innfelt|mellom linjene|inline|fortløpende)\b|\b(?:se|utfylt)\b.{0,20}\b(?:under|nedenfor|nedanfor|i teksten|i rødt|i raudt)\b/u,
);

/** A greeting and nothing else: what is said stands below. */
const ONLY_GREETING = /^(?:hei|hallo|god (?:dag|morgen)|heisann|hi|hello)?(?:[\s,]+\p{L}+){0,3}[\s,.!]*$/iu;

/** Most words shared: the two forms of a mail differ in spaces and links even when they say the same. */
const SAME_WORDS = 0.85;

/** Takes a message's body apart. */
export function letterOf(message: Message, known: Known): Letter {
  const own = ownTexts(known.campaigns.flatMap(({ sent }) => sent.map(({ text }) => text)));
  const name = message.from?.name ?? '';
  const body = message.text ?? message.htmlText ?? '';
  const first = newTextOf(body, name, own);
  const folded = fold(first.text);
  const inserted = ONLY_GREETING.test(first.text) || ANSWERS_BELOW.test(folded) ? first.inserted : null;
  const passes =
    first.text === '' || PASSES_ON.test(folded) || (FORWARD_SUBJECT.test(message.subject) && first.text.length < 200);
  return {
    newText: [first.text, inserted ?? ''].filter(text => text !== '').join('\n\n'),
    withSignature: first.withSignature,
    forwarded: passes ? (first.forwarded ?? '') : '',
    get quoted() {
      return first.quoted;
    },
    body,
    htmlText:
      message.text === null || message.htmlText === null
        ? null
        : otherHtmlText(first.text, newWordsOf(message.htmlText, name, own)),
    own,
  };
}

/** Danger: a mail whose plain text says «nei» and whose HTML says «ja» shows each reader another answer. */
function otherHtmlText(plain: string, html: string): string | null {
  if (plain === html) return null;
  const a = new Set(fold(plain).match(/[\p{L}\p{N}]+/gu) ?? []);
  const b = new Set(fold(html).match(/[\p{L}\p{N}]+/gu) ?? []);
  const shared = [...b].filter(word => a.has(word)).length;
  return shared >= SAME_WORDS * Math.max(a.size, b.size) &&
    a.has('ikke') === b.has('ikke') &&
    a.has('ja') === b.has('ja') &&
    a.has('nei') === b.has('nei')
    ? null
    : html;
}
