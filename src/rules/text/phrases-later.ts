import { ELECTED_BODY } from './bodies.ts';
import { gap } from './gap.ts';
import { words } from './words.ts';

/** Who treats a matter. */
const BODY = `(?:${ELECTED_BODY}|\\p{L}*utvalg\\p{L}*|politikerne|politikarane|rådmann\\p{L}*|kommunedirektør\\p{L}*|ordfører\\p{L}*|ordførar\\p{L}*|leder\\p{L}+|administrasjonen)`;

/** «Sak til formannskapet i uke 15», «formannskapet tar den torsdag», «er oppe i kommunestyret», «er sak i», «sluttbehandling i»: the same without a verb of treating. */
export const BEFORE_A_BODY = words(
  new RegExp(
    [
      `\\b(?:sak|saken|opp|oppe|videre|innom|gjennom|førstegangsbehandling|sluttbehandling|endelig behandling|behandling|runde|tur) (?:til|i|hos|for|om|innom|gjennom|via) (?:[^\\s]+ ){0,2}?${BODY}\\b`,
      `\\b${BODY}${gap(3)} (?:tar|får|skal ha|har) (?:også |nå |da |allerede |først |opp )?(?:den|det|dette|saken|henvendelsen|avtalen|spørsmålet)\\b(?! (?:hatt|vært|fått))(?!${gap(4)} (?:til etterretning|til orientering|hatt|fått|vært|til følge))`,
      `(?<!\\b(?:ber|be|bør|må|burde) (?:ks|dere|staten|regjeringen)(?: om å)? )\\b(?:tar|ta) (?:det|den|dette|saken) (?:[^\\s]+ ){0,2}?opp\\b(?! til)`,
      `\\b(?:det|den|dette|saken|henvendelsen|spørsmålet) tar (?:vi|jeg|kommunen|rådmannen|kommunedirektøren) (?:[^\\s]+ ){0,2}?(?:opp|(?:i|på|med) (?:[^\\s]+ ){0,2}?(?:${BODY}|\\p{L}*møte\\p{L}*))\\b`,
      `\\b(?:tar|ta) (?:det|den|dette|saken) med (?:[^\\s]+ ){0,2}?(?:i|på|til) `,
      `\\b(?:skal|må|vil) (?:[^\\s]+ ){0,3}?(?:ha|få) (?:[^\\s]+ ){0,2}?(?:saken|dette|det|den) (?:[^\\s]+ ){0,2}?(?:opp|avklart|behandlet|forankret|diskutert)\\b`,
      `\\b(?:har|er) (?:[^\\s]+ ){0,2}?(?:den|det|dette|saken) (?:opp )?til behandling\\b`,
      `\\b(?:${BODY}|vi)${gap(3)} (?:må|skal|får|vil)${gap(3)} (?:si sitt|bestemme|avgjøre|uttale seg|ta stilling)\\b`,
      `\\b(?:innom|forbi) (?:[^\\s]+ )?${BODY}\\b`,
      `\\b(?:ballen|saken|den|dette) (?:ligger|er) (?:(?:nå|fortsatt|fremdeles|foreløpig|for tiden|fremdeles|ennå|da) )?hos\\b`,
      `\\brunde (?:[^\\s]+ ){0,2}?i ${BODY}\\b`,
      `\\bneste (?:[^\\s]+ )?(?:møte|${ELECTED_BODY})\\b`,
      `\\b(?:avklares|avklare|forankres|forankre|drøftes|drøfte|løftes|løfte|diskuteres) (?:[^\\s]+ ){0,3}?(?:politisk|administrativt|internt|med|i|hos|til)\\b`,
    ].join('|'),
    'u',
  ),
);

/** «kan ikke svare enda», «ikke noe svar før etter påske», «har ikke fått behandlet», «tidligere svar kan vi ikke gi», «vet vi ikke før» */
export const NO_ANSWER_YET = words(
  /\b(?:(?:kan|kunne|vil|klarer|får)(?: [^\s]+){0,4}? ikke(?: [^\s]+){0,3}? (?:svare|gi (?:[^\s]+ ){0,3}?(?:svar|tilbakemelding)|si (?:noe|mer|sikkert|hverken|verken)|love (?:[^\s]+ ){0,2}?svar)|ikke (?:noe |noen |et )?(?:[^\s]+ ){0,2}?(?:svar|tilbakemelding|avklaring)(?: [^\s]+){0,3}? (?:før|ennå|enda|nå)|ikke (?:[^\s]+ ){0,3}?(?:(?:å )?få (?:saken|dette|det|den) (?:opp|behandlet|avgjort|avklart)|kommet (?:så langt|til bunns)|i mål|klar(?:e)?(?: til| med| for)? (?:å )?(?:svare?|svaret|si|konkludere)|ferdig(?:e)?|fått (?:[^\s]+ ){0,3}?(?:behandlet|sett på|tatt stilling|avklart|avklaring|opp)|utredet|rukket|begynt|sett på|hatt (?:[^\s]+ ){0,2}?(?:oppe|tid|møte|kapasitet))|ikke glemt|verken ja eller nei|ingen (?:konklusjon|avgjørelse|beslutning|avklaring|bestemmelse|stilling)(?: [^\s]+){0,4}? (?:ennå|enda|foreløpig|før)|(?:foreløpig|ennå) (?:har vi |er det |foreligger det )?(?:ingen|ikke noen) (?:konklusjon|avgjørelse|beslutning|avklaring)|(?:vet|vites|veit) (?:vi |jeg |kommunen )?(?:[^\s]+ )?ikke (?:ennå|enda|før|nå)|svar kan (?:[^\s]+ ){0,3}?ikke gi|(?:tålmodige?|tålmodighet)|for tidlig å (?:si|svare|konkludere)|svarer? (?:[^\s]+ ){0,2}?innen|(?:svar|svare|svarer|avklaring|beskjed) (?:[^\s]+ ){0,3}?(?:innen|før|etter) (?:[^\s]+ ){0,2}?(?:frist|fristen|påske|jul|sommeren|møtet|helgen|helga|\d|utgangen|ferie|uke))\b/u,
);

/** A body will treat it: «behandles i kommunestyret 8. april», «skal opp i formannskapet», «legges fram for». */
export const WILL_BE_TREATED = words(
  /\b(?:skal|vil|blir|kan|må|bør|kommer til å|er planlagt|planlegges|planlegger)(?: [^\s]+){0,7}? (?:behandlet|behandle|behandles|tatt opp|tatt inn|ta opp|lagt fram|legge fram|legges fram|fremmet|fremme|fremmes|avgjort|avgjøre|avgjøres|avklart|drøftet|drøfte|ta stilling|opp (?:i|til|som)|til (?:behandling|politisk)|sett på)\b|\b(?:behandles|tas (?:[^\s]+ ){0,2}?(?:opp|inn|med)|legges (?:[^\s]+ )?(?:fram|opp (?:i|som sak|til (?:behandling|politisk)))|legger (?:[^\s]+ ){0,3}?fram|satt på (?:sakskart\p{L}*|sakslist\p{L}*|dagsorden\p{L}*)|får (?:[^\s]+ ){0,2}?(?:den|det|dette) (?:[^\s]+ )?(?:opp|til behandling|behandlet)|fremmes|avgjøres|drøftes|settes (?:[^\s]+ )?opp|(?:er|ble|blir) (?:[^\s]+ ){0,3}?(?:satt opp(?! som (?:[^\s]+ )?saksbehandler)|tatt inn|ført opp på sak\p{L}*|meldt opp|berammet|lagt inn på (?:sak|møte)\p{L}*)|(?:står|er|kommer) (?:[^\s]+ )?på (?:sakslist\p{L}*|sakskart\p{L}*|kartet|blokka|blokken|programmet|dagsorden\p{L}*|planen|tapetet|agendaen)|skal opp|kommer opp|må (?:[^\s]+ ){0,4}?(?:gjennom|via|innom|til|i) (?:politisk|formannskap\p{L}*|kommunestyre\p{L}*)|avgjør\b|går (?:[^\s]+ ){0,3}?til (?:politisk|formannskap\p{L}*|kommunestyre\p{L}*|behandling|fylkesting\p{L}*)|(?:tar|tek) (?:[^\s]+ ){0,3}?(?:til|opp til) behandling|tar (?:[^\s]+ ){0,3}?stilling\b|(?:ventes|forventes|venter|ventar) (?:[^\s]+ ){0,4}?(?:vedtak|behandlet|avgjort|svar|avklaring)\b|får (?:[^\s]+ ){0,2}?saken|møtes (?:først |igjen )?|har møte|tar (?:[^\s]+ ){0,4}?opp i|behandler (?:saken|den|det|dette|henvendelsen|spørsmål|avtalen|budsjettet)|vedtar (?:budsjettet|budsjett)|ny behandling|politisk behandling|vedtak (?:fattes|ventes|vil foreligge)|får (?:[^\s]+ ){0,4}?avklaring|avklares|møtet? (?:[^\s]+ ){0,4}?(?:er |blir )?flyttet|er flyttet|til behandling i)\b/u,
);

/** «vi kommer tilbake», «dere får svar etter møtet», «hører fra oss» */
export const WILL_COME_BACK = words(
  /\b(?:kommer (?:[^\s]+ ){0,4}?tilbake|vil komme tilbake|komme tilbake (?:til|med)|(?:gir|sender|gi|sende) (?:[^\s]+ ){0,4}?(?:tilbakemelding|beskjed|svar|vedtaket?|melding)\b(?: \S+){0,3}? (?:når|så snart|etter|i løpet|innen|straks|senest)|(?:dere|du|ks) (?:får|vil få|hører|hør|skal få|vil høre|skal høre)\b(?: [^\s]+){0,6}? (?:svar|svaret|beskjed|tilbakemelding|fra (?:oss|meg|kommunen)|høre|vedtak\p{L}*|melding|avtalen i retur)|(?:får|hører|har|skal) (?:dere|du)\b(?! fått)(?: [^\s]+){0,6}? (?:svar|svaret|beskjed|tilbakemelding|fra (?:oss|meg))|(?:tar|lar|skal) (?:[^\s]+ ){0,3}?(?:høre fra (?:oss|meg))|regner med å (?:kunne )?(?:gi|sende|melde|komme|ha) (?:[^\s]+ ){0,4}?(?:svar|beskjed|tilbakemelding|tilbake|avklaring)|gir (?:lyd|lyd fra|en lyd)|melder (?:[^\s]+ ){0,2}?tilbake|(?:svar|vedtak|avklaring) (?:[^\s]+ ){0,2}?(?:ventes|forventes)|svarer (?:[^\s]+ ){0,2}?(?:innen|etter|senere|når|i løpet)|svar (?:kommer|følger|sendes|vil (?:bli|komme|foreligge))|endelig (?:svar|vedtak)|svaret kommer|får (?:[^\s]+ ){0,2}?svar (?:etter|når|innen|så snart|i løpet))\b/u,
);

/** «ber om utsatt frist», «trenger lengre tid», «rekker ikke fristen» */
export const WANTS_TIME = words(
  /\b(?:(?:utsatt|forlenget|utvidet|flyttet|utsette|forlenge|utvide|flytte) (?:svar)?frist(?:en)?|(?:svar)?fristen? (?:blir|er|ble) (?:[^\s]+ ){0,2}?(?:knapp|kort|stram)\p{L}*|prøver å (?:[^\s]+ ){0,3}?svar|utsettelse|forlenget frist|lengre frist|ny frist|fristen (?:[^\s]+ ){0,3}?(?:utsatt|forlenget|utsettes)|(?:mer|lengre|lenger|bedre|noe|litt) tid|(?:noen|et par|to|tre|fire|\d) (?:uker|dager|måneder|veker) (?:til|ekstra|mer)\b|(?:rekker|rekk|når|klarer|greier) (?:[^\s]+ ){0,4}?ikke\b(?! (?:[^\s]+ ){0,2}?(?:å )?(?:se|finne|forstå|skjønne|lese|åpne|tyde|tolke|regne|huske|få (?:opp|åpnet|lest|lastet)|laste)\b)|ikke (?:[^\s]+ ){0,4}?(?:rekke|innen fristen|før fristen)|(?:svar\p{L}*|kommer|blir|går) (?:[^\s]+ ){0,4}?(?:etter|over) fristen|kan ikke (?:[^\s]+ ){0,3}?(?:svare|gi svar) (?:før|innen|nå|ennå))\b/u,
);

/** «vi trenger ikke lengre tid» */
export const NEEDS_NO_TIME = words(
  /\b(?:trenger|behøver) (?:[^\s]+ )?ikke (?:[^\s]+ )?(?:utsatt|lengre|forlenget|ny) (?:svar)?frist|\bikke (?:[^\s]+ ){0,2}?(?:mer|lengre|lenger|ekstra) tid\b|\bikke (?:[^\s]+ ){0,3}?utsettelse\b/u,
);

/** «er under behandling», «ligger til vurdering», «foreløpig svar», «ikke avgjort», «saken utsettes» */
export const IS_PENDING = words(
  /\b(?:(?:er|ligger|har|står) (?:[^\s]+ ){0,4}?(?:under|til) (?:[^\s]+ )?(?:behandling|vurdering|utredning|avklaring|saksbehandling|arbeid)|foreløpig (?:svar|tilbakemelding|ja)|(?:når|så snart|etter at|straks) (?:[^\s]+ ){0,3}?(?:er|blir|har) (?:[^\s]+ ){0,3}?(?:behandlet|vedtatt|godkjent|avgjort|sagt)|(?:til|for) (?:signering|underskrift|underskriving)|ligger (?:[^\s]+ )?hos|må behandles|må (?:[^\s]+ )?(?:politisk )?(?:behandles|til behandling)|(?:ikke|ennå ikke|enda ikke) (?:[^\s]+ ){0,3}?(?:avgjort|avklart|behandlet|tatt stilling|besluttet|bestemt|konkludert|ferdigbehandlet|ferdig behandlet|tatt endelig stilling|landet)|ikke (?:[^\s]+ ){0,3}?(?:tatt|truffet|fattet|gjort|trukket|kommet til) (?:[^\s]+ ){0,2}?(?:avgjørelse|beslutning|konklusjon|standpunkt|vedtak|bestemmelse|valg)\p{L}*|ingen (?:avgjørelse|beslutning|konklusjon|standpunkt|vedtak|bestemmelse|valg) (?:[^\s]+ ){0,2}?(?:tatt|truffet|fattet|falt|gjort)|(?:avgjørelse|beslutning|konklusjon|standpunkt|vedtak|bestemmelse|valg|svar|avklaring|behandling|tilbakemelding)\p{L}* (?:kan|vil|er|blir|foreligger|ventes|forventes|kommer|gis|tas|kan nok) (?:[^\s]+ ){0,3}?(?:ikke|neppe|først|tidligst) (?:[^\s]+ ){0,3}?(?:før|til|i (?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|uke|løpet)|etter|når|tatt|truffet|falt|ennå|enda|klar)|(?:påregnes|påregne|ventes|forventes) (?:[^\s]+ ){0,2}?(?:tidligst|først|før|i løpet av|innen)|(?:saken|behandlingen|avgjørelsen|den|det|dette|møtet) (?:[^\s]+ ){0,3}?(?:skyves|forskyves|skjøvet|forskjøvet|forsinket|forsinkes)|(?:skyver|skjøv|forskjøv) (?:vi )?(?:på )?(?:saken|avgjørelsen|dette|det)|ikke (?:beslutningsdyktig|vedtaksfør)\p{L}*|tenkt (?:tatt|behandlet|lagt|fremmet|satt)|(?:styremøtet|møtet|\p{L}*styret|\p{L}*skapet) (?:[^\s]+ ){0,3}?(?:avlyst|utgikk|utgår)|(?:er|ligger|sendt|sendes|går|sender) (?:[^\s]+ ){0,2}?(?:ut )?på (?:[^\s]+ )?høring|(?:svar\p{L}*|saken|dette|det|avgjørelsen|avklaringen|behandlingen) må (?:[^\s]+ )?vente|vente[r]? med (?:å (?:svare|ta|avgjøre|konkludere|bestemme)|svar\p{L}*|avgjørelse\p{L}*)|ligger (?:[^\s]+ ){0,2}?på (?:[^\s]+ )?(?:bord|bordet|pult|pulten|skrivebord|skrivebordet)|la(?:r|te)? (?:[^\s]+ )?(?:saken|dette|det) (?:modne|modnes|hvile|synke|ligge (?:litt|en|til|over|noen))|hengt seg opp|fulgt opp (?:med svar|når|etter|så snart)|ingen (?:[^\s]+ ){0,3}?(?:tatt tak i|sett på|begynt på|jobbet med)|(?:behandling|avklaring|vedtak|beslutning)\p{L}* (?:[^\s]+ )?gjenstår|gjenstår (?:å|bare|fortsatt|politisk)|(?:saken|det|dette|spørsmålet|henvendelsen|avtalen) (?:er (?:[^\s]+ )?i prosess|saksbehandles|utredes|vurderes|jobbes)|avgjøres ikke|ikke (?:kan |vil )?(?:[^\s]+ )?(?:ta|gi) (?:[^\s]+ )?(?:stilling|svar)(?: nå| ennå|\b(?= før))|kan ikke ta stilling|ikke før (?:i|etter|til|mot|uke|over)|tidligst|ikke (?:ennå|enda)|tok (?:[^\s]+ )?ikke stilling|uten å konkludere|saken (?:[^\s]+ ){0,2}?(?:utsettes|utsatt|trekkes|trukket)|(?:blir|ble|er|vil bli|må) (?:[^\s]+ ){0,2}?(?:utsatt|utsette)\b(?! frist)|utsettes\b|utsettelsesforslaget? (?:[^\s]+ ){0,3}?(?:vedtatt|flertall)|utsatte\b|(?:sendt|sendte|sender|sendes|oversendt|vist|viste) (?:[^\s]+ ){0,3}?tilbake til (?:rådmann|kommunedirektør|administrasjon|utvalg)\p{L}*|å utsette\b(?! på)|utsette saken|avventer|avvente|vurderes (?:i forbindelse med|i løpet|ved|nå|sammen|i budsjett\p{L}*)|(?:sendes|oversendes|sendt) (?:[^\s]+ ){0,2}?tilbake til|for ny vurdering|fremdeles (?:[^\s]+ ){0,2}?(?:vurder\p{L}*|arbeid\p{L}*)|jobber (?:[^\s]+ )?med saken|ikke moden|(?:venter|vente) på|melder oss (?:når|igjen|så snart)|tenkeboks\p{L}*|tenkepause\p{L}*|betenkningstid\p{L}*|tenketid|blitt liggende|(?:konklusjon\p{L}*|beslutning\p{L}*) (?:er )?ikke (?:trukket|tatt)|uten (?:å )?(?:vedtak|konklusjon|konkludere|vedta noe|at (?:det|noe|vi) (?:ble )?(?:vedtatt|konkludert))|ikke realitetsbehandlet|(?:saken|det|dette) (?:må|skal|kommer|tas|blir tatt) opp igjen|prøver (?:vi )?igjen|(?:neste|første) mulighet\p{L}*|regn(?:e)? ikke med (?:[^\s]+ ){0,2}?(?:svar|tilbakemelding|avklaring|vedtak|beslutning|behandling|å)|(?:vi|kommunen) må (?:[^\s]+ )?vente|kortene tett|(?:ikke|verken) (?:kan |si |bekrefte )(?:[^\s]+ ){0,3}?(?:eller|avkrefte)|(?:bør|må|skal|vil) (?:[^\s]+ ){0,2}?få (?:[^\s]+ ){0,2}?(?:se|sett|kikke|lese) (?:nærmere )?på|se (?:[^\s]+ ){0,2}?i sammenheng med|grubler|tenker (?:[^\s]+ )?(?:på|over) (?:det|saken|dette)|(?:skal|må|vil) (?:[^\s]+ ){0,3}?(?:diskutere|drøfte|snakke|rådføre|høre med|sjekke|undersøke|lodde|sondere|regne på|se (?:nærmere )?på)\b|ser på saken|arbeider med saken|tar (?:det|den|dette|saken) (?:så (?:snart|fort)|når|etter|i løpet|senere|over helg\p{L}*|i neste|til uka|ved første)|har (?:dette|det|saken|den|henvendelsen) (?:i|under) arbeid)\b/u,
);

/** «vedtok å sende saken tilbake til rådmannen», «saken ble utsatt»: a meeting has put it off. */
export const PUT_OFF = words(
  /\b(?:vedtok|vedtatt|besluttet|bestemte|valgte) (?:[^\s]+ ){0,4}?å (?:utsette (?!(?:[^\s]+ )?frist)|(?:sende|oversende|vise) (?:[^\s]+ ){1,3}?tilbake\b|returnere (?:saken|den|dette)\b)|\butsatte (?:[^\s]+ ){0,3}?(?:saken|den|dette|behandlingen|spørsmålet|avgjørelsen)\b|\b(?:sendte|viste) (?:[^\s]+ ){0,2}?(?:saken|den|dette) (?:[^\s]+ ){0,2}?tilbake\b|\b(?:saken|behandlingen|avgjørelsen|den) (?:ble|er) (?!ikke)(?:(?!ikke)[^\s]+ ){0,4}?(?:utsatt|(?:sendt|vist) (?:[^\s]+ )?tilbake)\b/u,
);

/** «tas inn i budsjettbehandlingen»: later, unless the sentence says yes and only books the money. */
export const IN_BUDGET = words(
  /\b(?:tas|tar|tatt|vurderes|inn|med) (?:[^\s]+ ){0,3}?(?:i|inn i|med i|med inn i|ved) (?:budsjettbehandlingen|budsjettarbeidet|budsjettprosessen|salderingen|tertialrapporten|budsjettreguleringen|økonomiplan\p{L}*|budsjettrevisjonen|budsjettet for)\b/u,
);

/** A decided meeting that comes only for information: «Vedtaket refereres for kommunestyret 31. mars». */
export const FOR_INFORMATION = words(
  /\b(?:refereres|referert|meldes|orienteres|legges fram til orientering|referatsak|protokollen (?:godkjennes|sendes))\b/u,
);
