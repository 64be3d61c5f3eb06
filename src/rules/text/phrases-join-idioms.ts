import { some } from './gap.ts';
import type { JoinPhrase } from './phrases-join.ts';
import { anyFormOf, finiteOf } from './verb-forms.ts';
import { words } from './words.ts';

/** Where «med» closes the predicate: «går med fra nyttår», never «går med planer om». */
const WITH_US =
  'med(?=$|[,.]| (?:fra|i (?:ordning|spleis|avtale|dette|20\\d\\d)|også|her|nå|likevel|på (?:dette|det|den|ordning|avtale|spleis|laget|opplegg)))';

/** Yes in idioms whose verb alone says nothing: a verb with its particle, or a light verb with its noun. */
export const JOIN_IDIOMS: readonly JoinPhrase[] = [
  {
    // «går med fra nyttår», «kommer med», «går med på dette», «slenger oss på»
    name: 'går med',
    finite: words(
      new RegExp(
        `\\b(?:${finiteOf('gå')}|kommer) (?:(?:vi|kommunen|da|derfor|også|gjerne|dermed|dessverre|ikke|\\p{L}+ kommune) )*${WITH_US}|\\b(?:slenger|hiver|kaster) (?:vi )?(?:seg|oss) på\\b`,
        'u',
      ),
    ),
    infinitive: words(new RegExp(`\\b(?:gå|komme) ${WITH_US}`, 'u')),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «anbefaler deltakelse», «foreslår tilslutning», «kommer til å tilrå signering»: always a proposal
    name: 'anbefaler deltakelse',
    finite: words(
      new RegExp(
        `\\b${anyFormOf('anbefale tilrå foreslå innstille')} ${some(5)}(?:på )?(?:deltakelse|tilslutning|signering|medlemskap|\\p{L}*inngåelse|inntreden|medvirkning|underskrift|underskriving|oppslutning|ja(?=$|[,.]| til (?!møte|kurs)))(?!\\p{L})`,
        'u',
      ),
    ),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «har satt navnet sitt på avtalen», «setter underskriften på begge eksemplarer», «kommer tilbake med underskrift»
    name: 'setter navnet under',
    finite: words(
      new RegExp(
        `\\b${finiteOf('sette')} (?:(?:ikke|nå|da|gjerne) )*(?:(?:sitt|vårt|sin|vår) )?(?:navn(?:et)?|underskrift(?:en)?|signatur(?:en)?)(?: sitt| sin| vårt)? (?:(?:på|under) (?:begge|avtalen|en slik|den|dette|eksemplar)|under(?=$|[,.!]))|\\b(?:kommer|følger|sendes|returneres) (?:[^\\s]+ ){0,3}?med (?:underskrift|signatur)\\b`,
        'u',
      ),
    ),
    infinitive: words(
      /\bsette (?:(?:sitt|vårt|sin|vår) )?(?:navn(?:et)?|underskrift(?:en)?|signatur(?:en)?)(?: sitt| sin| vårt)? (?:på|under) (?:[^\s]+ )?(?:begge|avtale|den|dette|eksemplar)\p{L}*/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «dere kan notere et ja», «skriv opp et ja fra oss», «vi holder fast ved vårt ja», «opprettholder tilslutningen»
    name: 'et ja fra oss',
    finite: words(
      /\b(?:noter|notere|noterer|skriv|skrive|før|føre|registrer|registrere) (?:[^\s]+ ){0,2}?(?:et )?ja(?: fra (?:oss|kommunen|\p{L}+ kommune))?(?=$|[,.]| fra| for)|\b(?:opprettholder|står (?:fast )?ved|holder fast (?:ved|på)|gjentar) (?:[^\s]+ )?(?:ja|tilslutning|deltakelse|tilsagn)(?!\p{L})|\b(?:avgir|avga) (?:[^\s]+ )?ja\b/u,
    ),
    strength: 'strong',
    hasObject: false,
  },
  {
    // «Rissa har sagt ja, og det gjør vi også»: the verb stands with the others, the yes is theirs (join-claim.ts looks for it)
    name: 'det gjør vi også',
    finite: words(
      /\b(?:det|dette) gjør (?:vi|kommunen)\b(?: her)?(?: i \p{L}+)?(?: (?:også|òg))$|^(?:så )?(?:det )?gjør (?:også )?(?:vi|kommunen) (?:det )?(?:også|òg)$|^det gjør også (?:vi|kommunen)$/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «Orkdal fortsetter som avtalepart», «forblir medlem», «går inn som deltaker»
    name: 'fortsetter som deltaker',
    finite: words(
      /\b(?:fortsetter|forblir|hold(?:er)? fram|held fram|går inn|gikk inn|kommer inn|står) (?:(?:vi|kommunen|nå|da|derfor|gjerne|dermed|ikke|også|\p{L}+ kommune) )*(?:som )?(?:avtalepart|part|deltaker|deltager|deltakar|medlem|bidragsyter|deltakerkommune|partner)(?!\p{L})/u,
    ),
    infinitive: words(
      /\b(?:fortsette|forbli|gå inn|komme inn|stå) (?:som )?(?:avtalepart|part|deltaker|deltager|medlem|bidragsyter|deltakerkommune|partner)(?!\p{L})/u,
    ),
    strength: 'strong',
    hasObject: true,
  },
  {
    // «kommunen går inn for to år», «vi går inn fra nyttår»: no object; «går inn for å» is a governor
    name: 'går inn',
    finite: words(
      /\b(?:vi|kommunen|\p{L}+ kommune) (?:går|gikk) (?:(?:da|nå|derfor|dermed|gjerne|også|ikke) )*inn(?=$|[,.]| fra (?:og med|nyttår|årsskiftet|20|1\.)| for (?:to|tre|ett|et|fire|\d) (?:år|måneder))/u,
    ),
    infinitive: words(/\bgå inn(?=$|[,.]| fra (?:og med|nyttår|årsskiftet|20|1\.)| for (?:to|tre|ett|fire|\d) år)/u),
    strength: 'medium',
    hasObject: true,
  },
  {
    // «avtalen signeres», «avtalen blir undertegnet»: a signature to come
    name: 'skriver under',
    finite: words(
      /\bavtalen?(?: med ks| mellom [^\s]+ og [^\s]+)? (?:(?:da|derfor|dermed|nå) )?(?:signeres|undertegnes|underskrives)\b/u,
    ),
    strength: 'medium',
    hasObject: false,
  },
  {
    // «det spanderer vi», «vi stiller opp», «vi spytter i vår del», «legger vår del i potten», «dere skal få pengene»
    name: 'spytter i',
    finite: words(
      /\b(?:spanderer|spytter|stiller opp|punger ut)(?: (?:vi|kommunen|gjerne|selvsagt|ikke|i|på|dette|opp))*(?=$|[,.!]| (?:vår|sin|kommunens|det|dette|med)\b)|\blegger (?:vi |gjerne )*(?:vår|sin|kommunens) (?:del|andel|skjerv) i (?:potten|kassa|spleisen|kurven)|\bdere (?:skal få|får|kan få) (?:[^\s]+ )?(?:pengene|kronene|bidraget|summen)(?: deres| dykkar)?(?=$|[,.!]| (?:fra|over|til))/u,
    ),
    infinitive: words(
      /\b(?:spytte i|stille opp|spandere|punge ut)(?=$|[,.!]| (?:vår|sin|kommunens|det|dette|på dette|med)\b)/u,
    ),
    strength: 'medium',
    hasObject: true,
  },
  {
    // «slår oss sammen med de andre om dette», «gjør felles sak», «stiller oss på lag», «slår følge»
    name: 'slår følge',
    finite: words(
      /\bslår (?:vi )?(?:seg|oss) sammen med (?:de andre|nabo|resten|dere)|\b(?:gjør|gjorde) (?:vi |gjerne )*felles sak\b|\b(?:slår|slo) (?:vi |gjerne )*følge\b/u,
    ),
    strength: 'medium',
    hasObject: true,
  },
];
