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
  {
    // «takker nei», «svaret er nei»
    name: 'nei',
    pattern: words(
      /\b(?:takker|svarer|sier|sa|svarte|takket|er|blir|ble) (?:[^\s]+ ){0,3}?nei\b|^(?:svar(?:et)?:? )?nei(?: takk)?(?=$|,| til\b| fra\b)|\btakke (?:[^\s]+ ){0,2}?nei\b|\b(?:å|må|vil) (?:[^\s]+ ){0,2}?(?:si|takke|svare) nei\b/u,
    ),
    strength: 'strong',
  },
  {
    // «finner ikke rom for», «har ikke midler til», «ingen mulighet til å delta»
    name: 'ikke rom',
    pattern: words(
      new RegExp(
        `\\b(?:ikke|ingen)(?: [^\\s]+){0,5}? (?:rom|plass|dekning|midler|penger|økonomi|handlingsrom|budsjettdekning|anledning|mulighet|kapasitet|ressurser|råd|vilje|posisjon|flertall|interesse)(?: [^\\s]+){0,3}? (?:for|til|i budsjettet|i økonomiplanen|i årets budsjett|i (?:neste års )?budsjett\\p{L}*)\\b${NOT_ABOUT_TIME}`,
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
    // «ser ikke behov for», «finner ikke grunnlag for å», «ikke aktuelt»
    name: 'ikke behov',
    pattern: words(
      new RegExp(
        `\\b(?:ser|har|finner|fant|er|anser|vurderer)(?: [^\\s]+){0,5}? (?:ikke|ingen)(?: [^\\s]+){0,4}? (?:behov for|grunnlag for|grunn til å|aktuelt|hensiktsmessig|nytte av|formålstjenlig|ønskelig)${NOT_ABOUT_TIME}|^ikke (?:aktuelt|ønskelig|interessant)|\\btrenger (?:[^\\s]+ ){0,2}?ikke (?:denne|en slik|ordningen|tjenesten|tilbudet|dette tilbudet|noen slik)|\\b(?:ikke|ingen) (?:[^\\s]+ ){0,2}?behov for (?:å (?:delta|slutte|bidra|være)|ordningen|en slik)`,
      ),
    ),
    strength: 'strong',
  },
  {
    // «avslår», «anmodningen avslås», «avslag på henvendelsen»
    name: 'avslår',
    pattern: words(/\b(?:avslår|avslo|avslås|avslått|avviser|avviste)\b|\bavslag på\b/u),
    strength: 'strong',
  },
  {
    // «står utenfor», «avstår fra å delta», «melder pass», «trekker oss», «sier opp avtalen», «stemte imot å»
    name: 'står utenfor',
    pattern: words(
      /\b(?:avstår|avsto|frasier oss|står (?:[^\s]+ ){0,2}?utenfor|(?:blir|blir stående|velger å stå|stiller seg|stiller oss|holder seg|holder oss) (?:[^\s]+ ){0,2}?utenfor|melder (?:[^\s]+ ){0,2}?(?:pass|avbud)|står over|trekker (?:[^\s]+ )?(?:seg|oss)|trekker (?:[^\s]+ ){0,4}?(?:tilslutning|påmelding|påmeldingen)|trer ut|trer (?:[^\s]+ )?ut av|går (?:[^\s]+ )?ut av|sier opp)\b/u,
    ),
    strength: 'strong',
  },
  {
    // «kan ikke prioritere dette», «er ikke prioritert», «må nedprioriteres»
    name: 'ikke prioritert',
    pattern: words(
      /\bikke (?:[^\s]+ ){0,4}?(?:prioritere|prioriterer|prioriterte|prioritert|prioriteres)\b|\bnedprioriter\p{L}*\b|\bprioriterer (?:[^\s]+ ){0,2}?ikke\b/u,
    ),
    strength: 'strong',
  },
  {
    // «signerer ikke», «kommer ikke til å underskrive» (never «signerer ikke før»)
    name: 'signerer ikke',
    pattern: words(
      /\bsignerer (?:[^\s]+ ){0,3}?ikke\b(?! før)|\bikke (?:[^\s]+ ){0,3}?(?:signere|underskrive|skrive under)\b(?! før)|\bskriver (?:[^\s]+ ){0,2}?ikke under\b/u,
    ),
    strength: 'strong',
  },
  {
    // «fant ikke å kunne imøtekomme», «finner ikke å kunne»
    name: 'finner ikke å kunne',
    pattern: words(/\b(?:finner|fant|funnet|ser)(?: [^\s]+){0,3}? ikke å (?:kunne )?(?!behandle|svare|ta stilling)/u),
    strength: 'strong',
  },
  {
    // «skulle gjerne vært med», «økonomien tillater det ikke», «har ikke råd», «meldt oss ut», «men ikke vi»
    name: 'skulle gjerne',
    pattern: words(
      /\b(?:skulle|ville|hadde|kunne) (?:[^\s]+ ){0,2}?(?:gjerne|ønsket å) (?:[^\s]+ ){0,2}?(?:vært|deltatt|bidratt|sluttet)\b|\btillater (?:[^\s]+ ){0,2}?ikke\b|\bikke (?:[^\s]+ ){0,2}?(?:råd|økonomi|midler|mulig|anledning|interessert|av interesse)$|\blar seg (?:[^\s]+ ){0,2}?ikke gjøre\b|\bikke (?:vi|oss|kommunen)$/u,
    ),
    strength: 'medium',
  },
  {
    // «har meldt seg ut av», «kan ikke se at vi har råd»
    name: 'ikke med lenger',
    pattern: words(
      /\b(?:melder|meldt|meldte) (?:[^\s]+ ){0,2}?(?:seg|oss) ut\b|\b(?:kan|kunne) (?:[^\s]+ ){0,3}?ikke se(?:$| hvordan| noen)/u,
    ),
    strength: 'strong',
  },
];

/** A denied refusal («verken ja eller nei», «svaret er ikke nei») is no refusal: phrases that hold no «ikke» of their own. */
export const DENIABLE = new Set(['nei', 'avslår', 'står utenfor']);
