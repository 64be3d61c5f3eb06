import { words } from '../text/words.ts';
import type { PlacedSentence } from './sections.ts';
import { ownWordsOf, type Speakers } from './speakers.ts';

/** What every request to take part and pay is about: taking part, the agreement, the bill, who is employed, the letter, the answer. */
const MATTER = words(
  /\b(?:delta(?:r|s|kelse\p{L}*)?|deltok|slutte\p{L}*|tilslut\p{L}*|medlemskap\p{L}*|deltaker(?:kommune\p{L}*|ne)|(?:er|bli|blir|være|gå|går|alle|også) med|med på|utenfor|ordning(?:en|a)?|\p{L}*avtalen?|avtale\p{L}*|samarbeidet|spleis\p{L}*|signer\p{L}*|signatur\p{L}*|undertegn\p{L}*|underskr\p{L}*|bind(?:er|ende)|oppsig\p{L}*|klausul\p{L}*|punkt|vilkår\p{L}*|betingelse\p{L}*|hjemmel\p{L}*|(?:inn|ut)melding\p{L}*|kr|kroner|\p{L}*beløp\p{L}*|\p{L}*betal\p{L}*|kost\p{L}*|pris(?:en|er)?|sats\p{L}*|bidra\p{L}*|andel\p{L}*|\p{L}*finansier\p{L}*|budsjett\p{L}*|moms|mva|penge\p{L}*|midler|midlene|fakturere\p{L}*|råd til|innbygger\p{L}*|folketall\p{L}*|fordeling\p{L}*|stillingen|(?:ta|tar|tatt) (?:[^\s]+ )?stilling|stillingsbeskrivelse|ressursen?|funksjonen|koordinatoren|rådgiveren|ansettes|ansatt|økonomi\p{L}*|\p{L}*sum(?:men)?|utgift\p{L}*|påmeldt|påmelding(?=:)|melde (?:seg|oss) på(?! (?:kurs|samling))|(?:vårt|tidligere|oversendt\p{L}*|vedlagt\p{L}*) (?:[^\s]+ )?vedtak(?:et)?|(?:\d|ett|to|tre|fire|fem) år|forsendelse\p{L}*|arbeidsgiver(?:en|ansvar\p{L}*)?|bevilg\p{L}*|innvilg\p{L}*|dekk(?:er|e|es|ning)|dette|denne(?! (?:uk|gang|måned|e-post|mail|dag))|oppgaven|brev(?:et)?|vedlegg\p{L}*|henvendelse\p{L}*|purring\p{L}*|anmodning\p{L}*|oppfordring\p{L}*|forespørsel\p{L}*|invitasjon\p{L}*|tilbudet|forslaget|opplegg\p{L}*|modellen|tiltaket|prosjektet|frist(?:en)?|svar(?:e|er|et|te|t)?|besvar\p{L}*|standpunkt\p{L}*|beslutning\p{L}*|bestemme\p{L}*|konklu\p{L}*|avgjør\p{L}*|\p{L}*behandl\p{L}*|saken|sak|regneark\p{L}*|utkast\p{L}*|ja|nei|enige?|støtte\p{L}*|imot|positiv\p{L}*|negativ\p{L}*|vurder\p{L}*|prioriter\p{L}*)\b/u,
);

/** «Hva er det?», «Gjelder det oss?»: so short that it asks about what was sent (a long word counts as two). */
const NO_NOUN = /^(?:[\p{L}']{1,7}[ ,.?!]*){1,7}$/u;

/** Words that a request uses as any letter does: they link nothing to it. */
const IN_ANY_LETTER =
  /^(?:møte|informasj|orienter|kommune|innspill|leder|rådmann|kontakt|ansvar|arbeid|oversikt|trønde|regional)/;

/** Does a sentence use a word of the request, or of what such requests are about? */
export function speaksOfRequest(said: string, speakers: Speakers): boolean {
  if (MATTER.test(said)) return true;
  return (said.match(/\p{L}{4,}/gu) ?? []).some(
    word => speakers.topic.has(word.slice(0, 8)) && !IN_ANY_LETTER.test(word),
  );
}

/** Nothing that is said has to do with the request: an answer to something else, in the same thread. */
export function leavesRequestAside(sentences: readonly PlacedSentence[], speakers: Speakers): boolean {
  const said = sentences.filter(({ section }) => section === 'text').map(ownWordsOf);
  return said.length > 0 && !said.some(one => speaksOfRequest(one, speakers)) && !said.every(one => NO_NOUN.test(one));
}
