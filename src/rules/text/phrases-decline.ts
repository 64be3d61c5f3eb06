import { gap, some } from './gap.ts';
import { DECLINE_IDIOMS, DENIABLE_IDIOMS } from './phrases-decline-idioms.ts';
import { anyFormOf, finiteOf, formsOf } from './verb-forms.ts';
import { words } from './words.ts';

/** A no that needs no «ikke» before a joining verb. Patterns see one folded clause. */
export interface DeclinePhrase {
  name: string;
  pattern: RegExp;
  strength: 'strong' | 'medium';
}

/** «… til å behandle saken», «… til å svare innen fristen»: no time, not no. */
const NOT_ABOUT_TIME =
  '(?!(?: [^\\s]+){0,3}? (?:å )?(?:få |kunne |rekke å )?(?:behandle|behandlet|svare|svar|ta stilling|rekke|gi (?:[^\\s]+ )?(?:svar|tilbakemelding)|møte|komme|stille|vurdere|se på))';

export const DECLINE_PHRASES: readonly DeclinePhrase[] = [
  ...DECLINE_IDIOMS,
  {
    // «takker nei», «svaret er nei», «skal være nei», «si nei til»
    name: 'nei',
    pattern: words(
      new RegExp(
        `\\b${formsOf('takke svare si', 'present', 'past', 'perfect')} ${some(5)}nei\\b|\\b(?:er|blir|bli|ble|være|bli|stå|står|endte med|endte på|landet på|gjelder) ${some(3)}(?:et |til )?(?:\\p{L}+ )?nei\\b|^(?:(?:vårt |kommunens |\\p{L}+ sitt )?svar(?:et)?:? )?nei(?: takk)?(?=$|,| til\\b| fra\\b| herfra\\b| for\\b)|\\btakke ${some(2)}nei\\b|\\b(?:å|må|vil|skal|kan) ${some(4)}(?:si|takke|svare) nei\\b|\\b(?:svaret|svar|tilbakemeldingen?)${gap(6)} (?:er|blir|ble) ${some(3)}(?:negativt|avslag|avslående)\\b|\\b(?:stiller|stilte|er) ${some(3)}(?:seg |oss )?negative?\\b(?: til)?|^dette (?:sier|må) (?:vi|kommunen) (?:dessverre )?(?:si )?nei til`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «finner ikke rom for», «har ikke midler til», «ingen mulighet til å delta», «verken midler eller behov»
    name: 'ikke rom',
    pattern: words(
      new RegExp(
        `\\b(?:ikke|ingen|verken)(?! (?:[^\\s]+ ){0,3}?(?:satt av|avsatt|lagt inn|budsjettert|innarbeidet))(?: [^\\s]+){0,5}? (?:rom|plass|dekning|midler|penger|økonomi|økonomien|handlingsrom|budsjettdekning|anledning|mulighet|kapasitet|ressurser|råd|vilje|posisjon|flertall|interesse|bruk|inndekning|stemning)(?: [^\\s]+){0,3}? (?:for|til|i budsjettet|i økonomiplanen|i årets budsjett|i (?:neste års )?budsjett\\p{L}*|eller (?:behov|midler|økonomi|ressurser|kapasitet))\\b${NOT_ABOUT_TIME}`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «ikke satt av midler», «er ikke innarbeidet i budsjettet»: a reason for a no, rarely the no itself
    name: 'ikke satt av',
    pattern: words(/\bikke (?:[^\s]+ ){0,2}?(?:satt av|avsatt|innarbeidet|lagt inn|budsjettert)\b/u),
    strength: 'medium',
  },
  {
    // «ser ikke behov for», «finner ikke grunnlag for å», «ikke aktuelt», «ikke riktig å»
    name: 'ikke behov',
    pattern: words(
      new RegExp(
        `\\b(?:ser|har|finner|fant|er|anser|vurderer|synes|blir)(?: [^\\s]+){0,5}? (?:ikke|ingen|verken|lite)(?: [^\\s]+){0,4}? (?:behov for|bruk for|grunnlag for|grunn til å|aktuelt|aktuell|hensiktsmessig|nytte av|nytten av|nytten i|formålstjenlig|ønskelig|riktig å|forsvarlig å|interessant|interesserte?|interesse)${NOT_ABOUT_TIME}|^(?:dessverre )?ikke (?:aktuelt|ønskelig|interessant|noe for oss)|\\btrenger ${some(2)}ikke (?:denne|en slik|ordningen|tjenesten|tilbudet|dette tilbudet|noen slik)|\\b(?:ikke|ingen) ${some(2)}behov for (?:å (?:delta|slutte|bidra|være)|ordningen|en slik)|\\b(?:er|blir) ${some(3)}uaktuelt\\b|\\bikke (?:er |blir )?(?:noe )?for (?:oss|vår kommune|vår del|\\p{L}+ kommune)\\b|\\bikke noe (?:[^\\s]+ ){0,3}?(?:kan|skal|vil) (?:være med på|delta i)\\b|\\b(?:ser|finner) (?:vi )?(?:oss|seg) ikke tjent med|\\bklarer (?:oss|seg) (?:godt |fint |helt )?uten\\b`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «avslår», «anmodningen avslås», «vedtok å avslå», «avslag på henvendelsen», «imøtekommes ikke»
    name: 'avslår',
    pattern: words(new RegExp(`\\b${anyFormOf('avslå')}\\b|\\bavslag på\\b|\\bavkreftende svar\\b`)),
    strength: 'strong',
  },
  {
    // «står utenfor», «velger å stå utenfor», «avstår», «melder pass», «trekker oss», «sier opp avtalen»
    name: 'står utenfor',
    pattern: words(
      new RegExp(
        `\\b(?:${anyFormOf('avstå')}|(?:frasier|frasi) (?:seg|oss)|${anyFormOf('stå')} ${some(3)}(?:utenfor|utafor)|(?:står|stå|stått|sto) (?:vi |nok |dessverre |derfor |likevel )*over(?=$|[,.]| (?:denne|dette|i|til)\\b)|(?:blir|bli|holder|holde|stiller|stille|holdt|stilte) ${some(3)}utenfor|${anyFormOf('melde')} ${some(3)}(?:pass|avbud)|(?:trekker|trakk|trekke|trukket) (?:(?!sak)[^\\s]+ ){0,4}?(?:seg|oss|tilslutning|påmelding|påmeldingen|deltakelse)|${anyFormOf('tre')} ${some(2)}ut|${anyFormOf('gå')} ${some(3)}ut av|${formsOf('si', 'present', 'past')} ${some(3)}opp (?:avtale|sin|vår|ordning|deltakelse|medlemskap)|si opp (?:avtale|ordning)|passer (?:vi )?over|hopper ${some(2)}av|takker for (?:oss|seg))\\b`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «kan ikke prioritere dette», «er ikke prioritert», «må nedprioriteres», «prioritere ned»
    name: 'ikke prioritert',
    pattern: words(
      /\bikke (?:[^\s]+ ){0,4}?(?:prioritere|prioriterer|prioriterte|prioritert|prioriteres)\b|\bnedprioriter\p{L}*\b|\bprioriterer (?:[^\s]+ ){0,2}?ikke\b|\bprioriter\p{L}* (?:[^\s]+ ){0,3}?(?:ned|bort)\b|\bbortprioriter\p{L}*\b/u,
    ),
    strength: 'strong',
  },
  {
    // «signerer ikke», «kommer ikke til å underskrive», «avtalen blir ikke undertegnet» (never «ikke før»)
    name: 'signerer ikke',
    pattern: words(
      /\b(?:signerer|skriver) (?:[^\s]+ ){0,3}?ikke\b(?: under)?(?! før)|\bikke (?:[^\s]+ ){0,3}?(?:signere|underskrive|skrive under|gå inn på avtalen|bli signert|bli undertegna)\b(?! (?:før|innen|i dag|i løpet|ennå|enda|nå|i tide|uten|noe)\b)|\bavtalen? (?:blir|ble|vil) (?:[^\s]+ ){0,2}?ikke (?:bli )?(?:signert|undertegna|inngått|underskrevet)\b(?!.{0,60} før)|\bavtalen? (?:signeres|undertegnes|inngås|godkjennes) (?:[^\s]+ ){0,2}?ikke\b(?! før)|\bavtalen? ikke (?:signeres|undertegnes|inngås|underskrives)\b(?! før)/u,
    ),
    strength: 'strong',
  },
  {
    // «fant ikke å kunne imøtekomme», «det finner ikke Ørland kommune å kunne gjøre», «kan ikke forsvare»
    name: 'finner ikke å kunne',
    pattern: words(
      new RegExp(
        `\\b(?:finner|fant|funnet|ser|så)(?: [^\\s]+){0,4}? ikke${gap(4)} å (?:kunne )?(?!behandle|svare|ta stilling|møte|komme|stille)|\\bikke ${some(2)}forsvare\\b|\\b(?:ikke|ingen) ${some(4)}(?:bruke|sette av|avse|legge) (?:[^\\s]+ )?(?:penger|midler|kroner|ressurser)\\b|\\bla (?:dette|det|den|muligheten) (?:gå fra|passere|seile)\\b|\\b(?:kan|ser|så)${gap(4)} ikke (?:se )?at vi har (?:økonomi|råd|midler|penger|kapasitet|ressurser)|\\bstrekker ${some(2)}ikke til\\b|\\b(?:kan|kunne) ${some(4)}ikke ${some(2)}(?:gjøre|bidra)$|\\bfår ${some(3)}ikke (?:dette|det|denne) til\\b|\\bikke${gap(3)} (?:finner|ser)${gap(3)} å kunne (?!behandle|svare|ta stilling|møte|komme|stille)|\\b(?:blir|bli) ${some(2)}ikke noe (?:av|ut av)\\b|\\bgjentar ${some(2)}ikke\\b|\\bikke ${some(2)}gå (?:videre|inn på)\\b(?! (?:før|med (?:behandling|saken)))|\\bmå ${some(3)}(?:skuffe|melde fra om at det ikke)\\b`,
        'u',
      ),
    ),
    strength: 'strong',
  },
  {
    // «skulle gjerne vært med», «økonomien tillater det ikke», «har ikke råd», «meldt oss ut», «men ikke vi»
    name: 'skulle gjerne',
    pattern: words(
      /\b(?:skulle|ville|hadde|kunne) (?:[^\s]+ ){0,3}?(?:gjerne|ønsket å|ønsket at) (?:[^\s]+ ){0,3}?(?:vært|deltatt|bidratt|sluttet|sagt ja)\b|\btillater (?:[^\s]+ ){0,2}?ikke\b|\bikke (?:[^\s]+ ){0,2}?(?:råd|økonomi|midler|mulig|anledning|interessert|av interesse)$|\blar seg (?:[^\s]+ ){0,2}?ikke gjøre\b(?! å)|\bikke (?:vi|oss|kommunen)$/u,
    ),
    strength: 'medium',
  },
  {
    // «har meldt seg ut av», «kan ikke se at vi har råd»
    name: 'ikke med lenger',
    pattern: words(
      new RegExp(
        `\\b${finiteOf('melde')} ${some(2)}(?:seg|oss) (?:ut|av)\\b|\\b(?:kan|kunne) ${some(3)}ikke se(?:$| hvordan| noen)`,
      ),
    ),
    strength: 'strong',
  },
];

/** A denied refusal («verken ja eller nei», «svaret er ikke nei») is no refusal: phrases that hold no «ikke» of their own. */
export const DENIABLE = new Set(['nei', 'avslår', 'står utenfor', ...DENIABLE_IDIOMS]);
