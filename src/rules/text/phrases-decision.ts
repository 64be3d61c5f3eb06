import { ELECTED_BODY } from './bodies.ts';
import { words } from './words.ts';

/** «vedtok», «fattet vedtak», «besluttet»: what follows has been decided. */
export const DECIDES = words(
  /\b(?:vedtok|vedtatt|vedtaket|godkjent|fattet|gjorde|gjort|fatta|besluttet|besluttede|beslutta|bestemte|bestemt|avgjorde|godkjente|gikk inn for|gått inn for|slutta seg til|vedtak)\b/u,
);

/** «på delegert fullmakt», «etter fullmakt», «i medhold av delegert myndighet»: a valid decision without a meeting. */
export const DELEGATED = words(
  /\b(?:(?:etter|på|med|i kraft av) fullmakt|delegert|delegasjon\p{L}*|i medhold av (?:[^\s]+ ){0,3}?(?:delegasjon\p{L}*|delegert|fullmakt|reglement\p{L}*)|administrativt vedta(?:k|tt)|fullmakt(?:en)?,?(?: (?!ikke\b)[^\s]+){0,8}? (?:brukt|benyttet)|(?:brukt|benyttet|brukte) (?:[^\s]+ )?fullmakten?|i kraft av delegert)\b/u,
);

/** «innstiller på», «anbefaler», «foreslår», «forslag til vedtak»: a proposal to those who decide. */
export const RECOMMENDS = words(
  /\b(?:fraråder|frarår|frarådes|fraråde|(?:rår|rådde) (?:[^\s]+ ){0,3}?fra|innstiller|innstilte|innstilles|anbefales|foreslås|tilrås|(?:har|hadde|ble|blir|blitt|enstemmig|(?:det|saken|den) (?:er|var)|(?:er|var) det) (?:[^\s]+ ){0,3}?innstilt|innstilt (?:at|overfor|til)|innstilling(?:en)?|(?:forslag|innstilling) om|anbefaler|anbefalte|anbefalt|anbefaling(?:en)?|tilrår|tilrådde|tilrådd|(?:rår|rådde|rådd)(?: [^\s]+){0,4}? til|(?:skrive|skriver) (?:[^\s]+ ){0,2}?saksframlegg\p{L}*|foreslår|foreslo|foreslått|forslag til vedtak|forslag(?:et)? (?:fra|til|er at|går ut på|lyder)|forslaget er|forslag (?:er|blir|var)$|(?:foreslå|anbefale|tilrå|innstille)|vil (?:[^\s]+ ){0,2}?(?:legge fram|fremme)|(?:rådmannen|kommunedirektøren|administrasjonen|ordføreren|jeg) går (?:[^\s]+ )?inn for|går (?:rådmannen|kommunedirektøren|administrasjonen|ordføreren|jeg|vi|formannskapet) inn for|(?:rådmannen|kommunedirektøren|administrasjonen|ordføreren|jeg|undertegnede|vil|til å) (?:[^\s]+ ){0,2}?(?:be|ber) (?:[^\s]+ )?(?:politikerne|kommunestyret|formannskapet|bystyret|fylkestinget|folkevalgte) (?:[^\s]+ )?om)\b/u,
);

/** Advice of staff, mentioned only: «rådgiveren vår har tilrådd». */
export const ADVISER = words(
  /\b(?:rådgiv[ea]r\p{L}*|rådgjevar\p{L}*|saksbehandler|fagsjef\p{L}*|fagavdeling\p{L}*|konsulent\p{L}*|helsesjef\p{L}*|ks|rådmannsutvalg\p{L}*|fylkesstyret|rådmannsgruppa|rådmannsgruppen|regionråd\p{L}*)\b/u,
);

/** «som formannskapets innstilling til kommunestyret», «innstiller overfor kommunestyret», «anbefaler kommunestyret å» */
export const PROPOSES_TO_HIGHER = words(
  new RegExp(
    `\\b(?:(?:innstilling|forslag|anbefaling)(?:en)? (?:til|overfor) ${ELECTED_BODY}|(?:innstiller|anbefaler|tilrår|rår) (?:[^\\s]+ ){0,2}?(?:til|overfor|${ELECTED_BODY})|anbefales ${ELECTED_BODY}|sendes kommunestyret (?:med|som)|(?:inviteres|bes|anmodes|oppfordres|utfordres) (?:[^\\s]+ ){0,2}?å (?:gjøre|fatte|treffe|vedta)\\b)\\b`,
    'u',
  ),
);

/** What a body did: «vedtok», «godkjente», «fant», «sa ja», «behandlet … og». */
export const PAST_ACT = words(
  /\b(?:vedtok|vedtatt|godkjente|godkjent|fant|sa|avslo|besluttet|bestemte|sluttet|gikk inn|gått inn|fattet|gjorde|har (?:[^\s]+ ){0,3}?sagt|valgte|valgt|ombestemt|fulgte|behandlet|bevilget|innvilget|avsatte|stemte|takket|ga|gav|gitt|valgte|ville|gikk|ble (?:[^\s]+ ){0,3}?(?:ja|nei)|støttet|stilte|endte|landet|konkluderte|tiltrådte|avviste|nedstemte|forkastet|innvilget|løyvde|prioriterte|ønsket|takket|samlet|sto|bifalt|tok|tatt|kom (?:[^\s]+ ){0,3}?til (?:[^\s]+ ){0,3}?(?:konklusjon|resultat|enighet|at)|gjekk|forpliktet|trakk|meldte|sluttet|avgjorde|avgjort|flertall)\b/u,
);

/** «behandlet saken i møte», «har behandlet»: the meeting lies behind. */
export const WAS_TREATED = words(
  new RegExp(
    `\\b(?:avgjort|(?:hadde|har hatt) (?:[^\\s]+ ){0,3}?(?:saken|den|dette|det)|vedtak(?:et)? (?:fattet )?i ${ELECTED_BODY}|vedtak(?:et)? (?:ble |er )?fattet|behandlet|behandla|drøftet|tok opp|hadde (?:[^\\s]+ ){0,2}?(?:saken|dette) (?:oppe|til behandling)|var oppe (?:i|til behandling i))\\b`,
    'u',
  ),
);

/** «gjorde vedtak i går», «fattet følgende vedtak», «særutskrift vedlagt», «ble det flertall for»: told before what was resolved. */
export const RESOLVED = words(
  /\b(?:(?:gjorde|fattet|fatta|har (?:[^\s]+ ){0,2}?(?:gjort|fattet)) (?:[^\s]+ ){0,3}?vedtak(?:et)?|vedtak(?:et)? (?:er|ble) (?:[^\s]+ ){0,2}?(?:fattet|gjort|klart)|(?:fulgte|støttet|tiltrådte) (?:[^\s]+ ){0,3}?innstilling(?:en)?|(?:ble|var) (?:det )?(?:[^\s]+ ){0,2}?flertall for|(?:gikk|gikk inn|stemte) for (?:[^\s]+ ){0,2}?(?:fellesforslag|forslag|alternativ|innstilling|linj)\p{L}*|kom (?:[^\s]+ ){0,2}?til (?:[^\s]+ )?(?:motsatte?|andre|annet|samme|annen) (?:resultat|konklusjon|utfall)\p{L}*|(?:var|er) (?:[^\s]+ ){0,2}?(?:oppe|sluttbehandlet|ferdigbehandlet))\b/u,
);

/** «gikk gjennom uten en stemme imot», «kom igjennom med to stemmers overvekt» */
export const WENT_THROUGH = words(
  /\b(?:gikk|kom|går|ble stemt|ble banket) (?:[^\s]+ ){0,2}?(?:gjennom|igjennom)\b(?! (?:hele |alle )?(?:saken|avtalen|den|det|dette|disse|brevet|\p{L}{3,}(?:en|et|ene))(?!\p{L}))/u,
);

/** «ble enstemmig vedtatt», «vedtatt mot 3 stemmer», «fikk flertall» */
export const ADOPTED = words(
  /\b(?:vedtatt|vedtas|fikk (?:[^\s]+ ){0,2}?flertall|fikk (?:[^\s]+ ){0,4}?og ble vedtatt|bifalt|godkjent)\b/u,
);

/** «opphevet», «omgjort»: what was decided no longer holds. */
export const REVERSED = words(
  /\b(?:opphev\p{L}*|omgjør\p{L}*|omgjord\p{L}*|omgjort|annuller\p{L}*|tilbakekal\p{L}*|lovlighetskl\p{L}*)\b/u,
);

/** «falt», «ble nedstemt», «fikk 3 stemmer og falt», «fikk ikke flertall», «ikke vedtatt» */
export const REJECTED = words(
  /\b(?:falt|(?:gikk|kom) (?:[^\s]+ )?ikke (?:gjennom|igjennom)|ikke (?:gjennomslag|medhold)|nedstemt|nedstemte|avviste|forkastet|fikk (?:bare|kun) (?:[^\s]+ ){1,3}?stemmer?|fikk ikke (?:[^\s]+ ){0,3}?(?:stemmer|medhold|støtte)|ble nedvotert|forkastet|fikk ikke (?:[^\s]+ )?flertall|oppnådde ikke flertall|ikke vedtatt|ble stemt ned|avvist|sa nei til (?:[^\s]+ )?(?:innstilling|forslag)(?:en|et)?|stemte (?:ned|imot) (?:[^\s]+ )?(?:innstilling|forslag)(?:en|et)?)\b/u,
);

/** The proposal that was voted on, as the subject of such a sentence. */
export const PROPOSAL_NOUN = words(
  /\b(?:innstilling(?:en)?|forslag(?:et)?|alternativ(?:et)?|utsettelsesforslag(?:et)?|tilleggsforslag(?:et)?|fellesforslag(?:et)?)\b/u,
);
