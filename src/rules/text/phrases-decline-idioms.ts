import { some } from './gap.ts';
import type { DeclinePhrase } from './phrases-decline.ts';
import { anyFormOf, finiteOf } from './verb-forms.ts';
import { words } from './words.ts';

/** What they refrain from. Danger: «lar være å svare», «ute av stand til å behandle» are about time, not about taking part. */
const TAKING_PART =
  '(?:delta|slutte|gå inn|gå med|bli (?:med|medlem|part)|være med|inngå|signere|skrive under|bidra|betale|imøtekomme|etterkomme|prioritere|finansiere|bevilge|ta del|tre inn|tiltre|godkjenne|støtte|stille med)';

/** A no without «ikke», and idioms of it. */
export const DECLINE_IDIOMS: readonly DeclinePhrase[] = [
  {
    // «lar være å undertegne», «lar det være med takk for tilbudet», «velger å la det ligge»
    name: 'lar være',
    pattern: words(
      new RegExp(
        `\\b(?:lar|lot|la|latt) (?:(?:vi|kommunen|dette|det|derfor|dermed|heller|denne gangen|nok|altså|\\p{L}+ kommune) )*(?:være å (?:[^\\s]+ ){0,2}?${TAKING_PART}|være(?=$|[,.]| med takk| med det| for vår del| denne gang)|ligge(?=$|[,.]| denne gang| for vår))|\\b(?:toget|sjansen|muligheten) lar (?:vi|kommunen) (?:gå|passere|seile)\\b|\\bunnlater å ${TAKING_PART}`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «ser seg ute av stand til å etterkomme», «ikke i stand til å bidra»
    name: 'ute av stand',
    pattern: words(new RegExp(`\\b(?:ute av|ikke (?:[^\\s]+ )?i) stand til å (?:[^\\s]+ ){0,2}?${TAKING_PART}`, 'u')),
    strength: 'strong',
  },
  {
    // «fraråder deltakelse», «rår fra å gå inn i avtalen»; «med negativ innstilling»: proposals of a no
    name: 'fraråder',
    pattern: words(
      new RegExp(
        `\\b(?:${anyFormOf('fraråde')}|frarår|frarådde|frarå|(?:rår|rå|rådde) (?:[^\\s]+ ){0,2}?i?fr[aå]) (?:[^\\s]+ ){0,3}?(?:deltakelse|tilslutning|medlemskap|signering|å (?:[^\\s]+ ){0,2}?${TAKING_PART})|\\bnegativ (?:innstilling|anbefaling|tilråding)\\b|\\binnstilling(?:en)?(?: [^\\s]+){0,4}? (?:er|var|blir|ble) negativ\\b`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «noen interesse for dette har vi ikke», «noe behov ser vi ikke»: the object stands first
    name: 'interesse har vi ikke',
    pattern: words(
      /^(?:noen |noe |stor |særlig )?(?:interesse|behov|bruk|nytte|mulighet|anledning|grunnlag|tilslutning|deltakelse|medlemskap|underskrift|signatur|signering)\p{L}*(?: (?!til|vi|å)[^\s]+){0,5}? (?:har|ser|finner|kan|blir|får) (?:vi|kommunen|det|dere|\p{L}+ kommune)(?: dessverre| altså| derfor| heller| nå)* ikke\b(?! å (?:svare|behandle))/u,
    ),
    strength: 'strong',
  },
  {
    // «penger har vi ikke», «penger blir det ikke», «ingen avtale med KS», «uten oss»: a reason or half a sentence
    name: 'penger blir det ikke',
    pattern: words(
      /^(?:noen |noe )?(?:penger|midler|kroner|økonomi|budsjettdekning|deltakelse|avtale|bidrag|rom|plass)(?: (?!til|vi|å)[^\s]+){0,5}? (?:har|ser|finner|blir|finnes|er|får) (?:vi|kommunen|det|dere)(?: dessverre| altså| derfor| heller| nå)* ikke\b|^(?:altså |dermed |det blir )?ingen (?:avtale|deltakelse|tilslutning|penger|midler|bidrag)(?: (?:med|fra|for|til|i|hos|på) [^\s]+){0,3}$/u,
    ),
    strength: 'medium',
  },
  {
    // «dere får klare dere uten oss», «dette må gå uten oss», «står på sidelinja»
    name: 'uten oss',
    pattern: words(
      /\b(?:får|må) (?:[^\s]+ )?klare (?:dere|seg|det|dette) (?:[^\s]+ )?uten (?:oss|(?:penger|midler|bidrag|støtte)(?: fra (?:oss|kommunen|vår side))?|\p{L}+ kommune)\b|\b(?:må|får|kan|vil) (?:[^\s]+ ){0,3}?(?:gå|skje|klares|gjennomføres|etableres|bli|bygges|greie seg) uten (?:oss|\p{L}+ kommune|vår deltakelse|bidrag fra oss)\b|\b(?:står|blir (?:stående|sittende)|stiller (?:seg|oss)|holder (?:seg|oss)) (?:[^\s]+ ){0,2}?på sidelinj\p{L}*|\bfra sidelinj\p{L}*/u,
    ),
    strength: 'strong',
  },
  {
    // «vi er dermed ute», «kommunen skal ut», «takker derfor for seg», «betakker seg», «gir avkall»
    name: 'er ute',
    pattern: words(
      new RegExp(
        `\\b(?:noter|notere|noterer|skriv|skrive|før|føre|registrer|registrere) (?:[^\\s]+ ){0,2}?(?:et )?nei fra (?:oss|kommunen|\\p{L}+ kommune)|\\b(?:oss|kommunen|\\p{L}{3,} kommune) kan (?:du|dere|ks) (?:[^\\s]+ ){0,2}?stryke\\b|\\b(?:vi|kommunen) er (?:dermed|altså|da|derfor|nå)? ?ute$|\\b(?:vi|kommunen|\\p{L}+ kommune) (?:skal|vil) ut(?=$| av)|\\btakker (?:[^\\s]+ ){1,2}?for (?:seg|oss)\\b|\\b(?:takker|takke) ${some(1)}for (?:seg|oss)$|\\bbetakker (?:[^\\s]+ )?(?:seg|oss)\\b|\\b(?:gir|gi) avkall på (?:plass|deltakelse|ordning)|\\b(?:frafaller|frafalle|trekke[r]? tilbake|trakk tilbake|trukket tilbake) (?:[^\\s]+ ){0,2}?(?:ja|ja-et|ja-svaret|jaet|tilslutning(?:en)?|tilsagn(?:et)?|deltakelse(?:n)?|påmelding(?:en)?)(?!\\p{L})|\\b(?:fraber|frabe|fraba) (?:vi )?(?:seg|oss) (?:dette(?=$|[.,])|ordningen|tilbudet|deltakelse|avtalen|samarbeidet)(?!\\p{L})|\\b(?:opprettholder|gjentar|${finiteOf('stå')} (?:fast )?ved|holder fast (?:ved|på)) (?:[^\\s]+ ){0,2}?(?:nei|avslag)(?:et)?\\b|\\b(?:avslaget|nei-et|neiet)(?: [^\\s]+){0,4}? (?:opprettholdes|opprettholdt|står(?! seg)|ligger fast)\\b`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «det ikke er aktuelt», «ikke anser det som hensiktsmessig»: «ikke» before its verb, as subordinate clauses have it
    name: 'ikke er aktuelt',
    pattern: words(
      /\bikke (?:er|anses|ansees|anser|blir|synes|ser|har|finner|vurderes) (?:[^\s]+ ){0,3}?(?:aktuelt|aktuell|hensiktsmessig|ønskelig|formålstjenlig|interessant|interessert|interesse for|behov for (?:å (?:delta|slutte|bidra|være)|ordning|en slik|dette)|grunnlag for å|rom for å|råd til|noe for oss)\b(?! å (?:svare|behandle|ta stilling|møte))|\b(?:kommer|kom) (?:[^\s]+ )?ikke på tale\b|\b(?:er|blir) (?:[^\s]+ ){0,2}?(?:utelukket|ikke aktuelt|uaktuelt)(?=$|[,.]| for| å (?:delta|bidra|bli|være|gå inn))/u,
    ),
    strength: 'strong',
  },
  {
    // «dette finansieres ikke», «at dette ikke finansieres», «beløpet bevilges ikke», «går ikke inn med egne midler»
    name: 'finansieres ikke',
    pattern: words(
      /\b(?:dette|det|ordningen|tiltaket|beløpet|midlene|midler|penger|pengene|bidraget|andelen) (?:[^\s]+ ){0,2}?(?:ikke (?:finansieres|bevilges|innvilges|dekkes)|(?:finansieres|bevilges|innvilges) (?:[^\s]+ ){0,1}?ikke)\b(?! av (?!oss|kommunen))|\bikke (?:[^\s]+ )?inn med (?:egne |kommunale )?(?:midler|penger)\b/u,
    ),
    strength: 'strong',
  },
  {
    // «viderefører ikke deltakelsen», «vil ikke forlenge medlemskapet», «fortsetter ikke i ordningen»; an old agreement may be another
    name: 'fortsetter ikke',
    pattern: words(
      /\b(?:viderefører|fortsetter|forlenger|fornyer|viderefører vi) (?:(?:vi|kommunen|da|derfor|dermed|dessverre|\p{L}+ kommune) ){0,3}ikke (?:med )?(?:(?:vår|sin|vårt|sitt|kommunens|denne|dette|med|i) ){0,2}(?:(?:deltakelse|deltagelse|tilslutning|medlemskap)\p{L}*|(?:avtalen|ordningen|samarbeidet)(?=$|[,.]| (?:fra|etter|i 20|ut over)))|\bikke (?:[^\s]+ ){0,2}?(?:viderefør(?:e|er|es|t)|fortsett(?:e|er)|forleng(?:e|er|es|et)|forny(?:e|er|es|et)) (?:med |i )?(?:(?:vår|sin|vårt|sitt|kommunens|denne|dette|med|i) ){0,2}(?:(?:deltakelse|deltagelse|tilslutning|medlemskap)\p{L}*|(?:avtalen|ordningen|samarbeidet)(?=$|[,.]| (?:fra|etter|i 20|ut over)))|\b(?:deltakelse|deltakelsen|deltagelsen|tilslutningen|medlemskapet)(?: vår| vårt| fra vår side)? (?:videreføres|forlenges|fornyes|blir) (?:(?:derfor|dermed|dessverre|altså|da) )*ikke(?: (?:videreført|forlenget|fornyet))?(?! før)(?=$|[,. ])/u,
    ),
    strength: 'strong',
  },
  {
    // «ikke ønsker å forplikte seg», «vil ikke binde oss»
    name: 'binder seg ikke',
    pattern: words(
      /\bikke (?:[^\s]+ ){0,3}?(?:forplikte|binde) (?:seg|oss|kommunen)\b(?! (?:før|nå|ennå|enda|utover|ut over|lenger|for (?:mer|flere|lengre)|til (?:mer|flere|noe mer)|mer|i (?:mer|flere))\b)|\b(?:forplikter|binder) (?:seg|oss) (?:[^\s]+ )?ikke(?! (?:utover|ut over|lenger|for mer|til mer))\b/u,
    ),
    strength: 'medium',
  },
  {
    // «ikke en krone å avse», «ikke en krone til dette»
    name: 'ikke en krone',
    pattern: words(
      /\b(?:ikke (?:en|ei)(?:este)? (?:krone|kroner|øre) (?:å (?:avse|bidra|gi|bruke|sette av)|til|på)|tom(?:me)? (?:kasse|kommunekasse)|kassa er tom|kommunekassa er tom)\b/u,
    ),
    strength: 'medium',
  },
  {
    // «stryk oss fra lista», «ta oss av oversikten over bidragsytere»: could be a list of addresses
    name: 'ta oss av lista',
    pattern: words(
      /\bregn(?:e)? ikke med (?!(?:svar|tilbakemelding|vedtak|avklaring|beslutning|behandling|noe|et)\b)\p{L}+(?: kommune)?$|\b(?:stryk|stryke|strykes|fjern|fjerne|slett|slette|ta|tas) (?:oss|kommunen|\p{L}+(?: kommune)?) (?:fra|av|ut av) (?:[^\s]+ )?(?:lista|listen|oversikten|oversikta|deltakerlist\p{L}*)\b|\breturner\p{L}* (?:[^\s]+ ){0,4}?(?:uten (?:underskrift|signatur)|usignert)\b/u,
    ),
    strength: 'medium',
  },
  {
    // «vi bruker heller pengene på egen kommuneoverlege», «pengene går til skolen i stedet»
    name: 'bruker heller pengene',
    pattern: words(
      /\b(?:bruker|prioriterer|setter|legger|vil bruke|velger å bruke) (?:(?:vi|kommunen|da) )?(?:heller|hellest|i stedet) (?:pengene|midlene|ressursene|kreftene|beløpet) (?:på|i|til)\b|\b(?:pengene|midlene|ressursene) (?:bruker|trenger|prioriterer|legger) (?:vi|kommunen) (?:heller|i stedet|selv|andre steder)\b/u,
    ),
    strength: 'strong',
  },
  {
    // «regner med at saken er avsluttet for vår del»
    name: 'avsluttet for vår del',
    pattern: words(
      /\b(?:saken|dette|det) (?:er|anses|ses på som|regnes som) (?:[^\s]+ )?(?:avsluttet|ferdig|ute av verden|uaktuel\p{L}*) for (?:vår|kommunens) del\b/u,
    ),
    strength: 'medium',
  },
  {
    // «lar andre finansiere dette», «overlater regningen til staten»: half a no
    name: 'overlater til andre',
    pattern: words(
      /\b(?:lar|får) (?:andre|de andre|staten|helseforetaket|sykehuset) (?:[^\s]+ ){0,2}?(?:finansiere|betale|ta regningen|dekke)\b|\boverlater (?:[^\s]+ ){0,3}?til (?:andre|de andre|staten|helseforetaket|sykehuset)\b/u,
    ),
    strength: 'medium',
  },
];

/** Of these a denial makes no refusal («kan ikke la være å delta», «overlater ikke»). */
export const DENIABLE_IDIOMS: readonly string[] = ['lar være', 'fraråder', 'er ute', 'overlater til andre', 'uten oss'];
