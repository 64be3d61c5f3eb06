import { some } from './gap.ts';
import type { JoinPhrase } from './phrases-join.ts';
import { formsOf } from './verb-forms.ts';
import { words } from './words.ts';

/** «betaler», and what else may be done with a bill. */
const PAY = 'betale dekke finansiere';

/** «gjerne», «selvsagt», «vi»: what V2 and goodwill put between verb and object. */
const ADVERBS =
  '(?:(?:vi|kommunen|gjerne|derfor|dermed|altså|selvsagt|selvfølgelig|da|også|nå|herved|fullt ut|for oss|\\p{L}+ kommune) )*';

/** The share that the request asks for. Danger: «betaler allerede for en koordinator» is another bill, so the object is named. */
const SHARE =
  '(?:(?:sin|vår|kommunens|vårt|sitt|sine|våre|den) (?:\\p{L}+ )?(?:andel|del|part|bidrag|innbyggerandel|utgift\\p{L}*|kostnad\\p{L}*|regning)|full (?:sats|pris|andel)|fullt ut|hele (?:beløpet|summen|satsen)|halvparten|halve? \\p{L}+|deler av (?:beløpet|satsen|kostnaden|summen)|grunnbeløp(?:et)?|innbyggerandelen|det (?:dere ber om|vi er bedt om|det koster|som trengs|som kreves)|for (?:fellesressursen|ordningen|oss|samhandlingsfunksjonen|20\\d\\d|andre halvår|første halvår))';

/** Yes by taking the bill: a practical step, so medium until a body or a plain word confirms it. */
export const JOIN_BY_PAYMENT: readonly JoinPhrase[] = [
  {
    // «vi betaler full sats», «dekker vår del», «innbyggerandelen betaler vi»; «kan betale halvparten» (limited by what follows)
    name: 'betaler sin del',
    finite: words(
      new RegExp(
        `\\b${formsOf(PAY, 'present')} ${ADVERBS}${SHARE}(?!\\p{L})|\\b(?:innbyggerandelen|grunnbeløpet|beløpet|andelen|summen|dette|det|vår del) (?:betaler|dekker|tar|finansierer) (?:vi|kommunen)\\b(?! (?:[^\\s]+ )?(?:i|opp|på|med|til|inn|stilling)\\b)|\\b(?:bruker|brukte) (?:(?:vi|gjerne|selvsagt|også) )*(?:penger|midler) på (?:dette|det|ordningen|avtalen|spleiselaget|samarbeidet)\\b|\\b(?:vi|kommunen) (?:betaler|spleiser)(?: gjerne| selvsagt| dessverre)?(?: ikke)?$`,
        'u',
      ),
    ),
    infinitive: words(
      new RegExp(
        `\\b${formsOf(PAY, 'infinitive')} ${ADVERBS}${SHARE}(?!\\p{L})|\\bbruke (?:[^\\s]+ )?(?:penger|midler|kroner|ressurser) på (?:dette|det|ordningen|avtalen|en slik|spleiselaget|formålet|tiltaket|samarbeidet)\\b|\\b(?:være|bli) med (?:på |og |på å )?(?:å )?(?:betale|bidra|finansiere|dekke|spleise|bære)\\b`,
        'u',
      ),
    ),
    strength: 'medium',
    hasObject: true,
  },
  {
    // «tar sin del av spleisen», «tar på oss vår del av kostnaden», «tar utgiften over helsebudsjettet», «tar vi vår» after a condition
    name: 'tar sin del',
    finite: words(
      /\b(?:tar|tok|påtar|bærer) (?:(?:vi|kommunen|gjerne|derfor|også|selvsagt|\p{L}+ kommune) ){0,3}(?:(?:på )?(?:seg|oss) )?(?:gjerne )?(?:sin|vår|kommunens) (?:rettmessige |forholdsmessige )?(?:andel|del|part)(?! av (?:ansvaret|skylda|skylden|arbeidet|jobben))\b|\btar (?:vi|kommunen) (?:vår|sin)$|\btar (?:vi )?(?:utgiften|kostnaden|regningen|beløpet|utlegget) (?:[^\s]+ )?(?:over|fra|på) |\b(?:utgiften|kostnaden|beløpet|summen) (?:tas|dekkes|føres) (?:[^\s]+ ){0,3}?(?:over|innenfor|av) (?:[^\s]+ ){0,3}?(?:budsjett|ramme|fond|disposisjon)\p{L}*/u,
    ),
    infinitive: words(
      /\bta (?:(?:på )?(?:seg|oss) )?(?:sin|vår|kommunens) (?:andel|del|part)(?! av (?:ansvaret|skylda|skylden|arbeidet|jobben))\b|\bta (?:utgiften|kostnaden|regningen|beløpet) (?:over|fra|på) /u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «bare å fakturere», «det er bare å sende regning», «regningen kan sendes», «fakturer oss»
    name: 'bare å fakturere',
    finite: words(
      /\b(?:bare|fritt fram) (?:til )?å (?:fakturere|sende (?:oss )?(?:faktura|regning)\p{L}*|sette (?:oss|kommunen) opp|føre (?:oss|kommunen) opp)\b|\b(?:kan|må) (?:dere )?(?:gjerne )?(?:fakturere|sende (?:oss )?regning)\p{L}*|^(?:fakturer|send regning)\p{L}*/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «vårt bidrag blir kr 15 327», «har løyvd pengene», «bevilger det som trengs»
    name: 'bidraget blir',
    finite: words(
      new RegExp(
        `\\b(?:gir|yter) (?:gjerne )?(?:kr|\\d)|\\b(?:vårt|kommunens) bidrag (?:blir|er|utgjør) (?:på )?(?:kr|\\d)|\\b${formsOf('bevilge innvilge avsette', 'present', 'past', 'perfect')} (?:(?:da|også|herved) )*(?:pengene|summen|det som (?:trengs|trengst|kreves)|${some(1)}(?:andel|del|bidrag)\\b|[^\\s]+ kroner)`,
        'u',
      ),
    ),
    infinitive: words(/\b(?:bevilge|innvilge|avsette) (?:pengene|summen|det som (?:trengs|kreves)|[^\s]+ kroner)/u),
    strength: 'medium',
    hasObject: false,
  },
];
