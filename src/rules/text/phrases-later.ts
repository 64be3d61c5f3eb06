import { words } from './words.ts';

/** A body will treat it: «behandles i kommunestyret 8. april», «skal opp i formannskapet», «legges fram for». */
export const WILL_BE_TREATED = words(
  /\b(?:skal|vil|blir|kan|må|bør|kommer til å|er planlagt|planlegges|planlegger)(?: [^\s]+){0,7}? (?:behandlet|behandle|behandles|tatt opp|tatt inn|ta opp|lagt fram|legge fram|legges fram|fremmet|fremme|fremmes|avgjort|avgjøre|avgjøres|avklart|drøftet|drøfte|ta stilling|opp (?:i|til|som)|til (?:behandling|politisk)|sett på)\b|\b(?:behandles|tas (?:[^\s]+ ){0,2}?(?:opp|inn|med)|legges (?:[^\s]+ )?(?:fram|opp)|legger (?:[^\s]+ ){0,3}?fram|satt på (?:sakskart\p{L}*|sakslist\p{L}*|dagsorden\p{L}*)|får (?:[^\s]+ ){0,2}?(?:den|det|dette) (?:[^\s]+ )?(?:opp|til behandling|behandlet)|fremmes|avgjøres|drøftes|settes (?:[^\s]+ )?opp|(?:er|ble|blir) (?:[^\s]+ ){0,3}?(?:satt opp|tatt inn|ført opp|meldt opp|berammet|lagt inn)|står på (?:sakslist\p{L}*|sakskart\p{L}*)|skal opp|kommer opp|må (?:[^\s]+ ){0,4}?(?:gjennom|via|innom|til|i) (?:politisk|formannskap\p{L}*|kommunestyre\p{L}*)|avgjør\b|går (?:[^\s]+ ){0,3}?til (?:politisk|formannskap\p{L}*|kommunestyre\p{L}*|behandling|fylkesting\p{L}*)|(?:tar|tek) (?:[^\s]+ ){0,3}?(?:til|opp til) behandling|tar (?:[^\s]+ ){0,3}?stilling\b|(?:ventes|forventes|venter|ventar) (?:[^\s]+ ){0,4}?(?:vedtak|behandlet|avgjort|svar|avklaring)\b|får (?:[^\s]+ ){0,2}?saken|møtes (?:først |igjen )?|har møte|tar (?:[^\s]+ ){0,4}?opp i|behandler (?:saken|den|det|dette|henvendelsen|spørsmål|avtalen|budsjettet)|vedtar (?:budsjettet|budsjett)|ny behandling|politisk behandling|vedtak (?:fattes|ventes|vil foreligge)|får (?:[^\s]+ ){0,4}?avklaring|avklares|møtet? (?:[^\s]+ ){0,4}?(?:er |blir )?flyttet|er flyttet|til behandling i)\b/u,
);

/** «vi kommer tilbake», «dere får svar etter møtet», «hører fra oss» */
export const WILL_COME_BACK = words(
  /\b(?:kommer (?:[^\s]+ ){0,4}?tilbake|vil komme tilbake|komme tilbake (?:til|med)|(?:gir|sender|gi|sende) (?:[^\s]+ ){0,4}?(?:tilbakemelding|beskjed|svar|vedtaket?|melding)\b(?: \S+){0,3}? (?:når|så snart|etter|i løpet|innen|straks|senest)|(?:dere|du|ks) (?:får|vil få|hører|skal få|vil høre)\b(?: [^\s]+){0,5}? (?:svar|beskjed|tilbakemelding|fra oss|høre|vedtak\p{L}*|melding|avtalen i retur)|(?:svar|vedtak|avklaring) (?:[^\s]+ ){0,2}?(?:ventes|forventes)|svarer (?:[^\s]+ ){0,2}?(?:innen|etter|senere|når|i løpet)|svar (?:kommer|følger|sendes|vil (?:bli|komme|foreligge))|endelig (?:svar|vedtak)|svaret kommer|får (?:[^\s]+ ){0,2}?svar (?:etter|når|innen|så snart|i løpet))\b/u,
);

/** «ber om utsatt frist», «trenger lengre tid», «rekker ikke fristen» */
export const WANTS_TIME = words(
  /\b(?:utsatt (?:svar)?frist|utsettelse|forlenget frist|lengre frist|ny frist|fristen (?:[^\s]+ ){0,3}?(?:utsatt|forlenget|utsettes)|(?:mer|lengre|lenger|bedre|noe|litt) tid|(?:rekker|rekk|når|klarer|greier) (?:[^\s]+ ){0,4}?ikke\b|ikke (?:[^\s]+ ){0,4}?(?:rekke|innen fristen|før fristen)|(?:etter|over) fristen|kan ikke (?:[^\s]+ ){0,3}?(?:svare|gi svar) (?:før|innen|nå|ennå))\b/u,
);

/** «er under behandling», «ligger til vurdering», «foreløpig svar», «ikke avgjort», «saken utsettes» */
export const IS_PENDING = words(
  /\b(?:(?:er|ligger|har|står) (?:[^\s]+ ){0,4}?(?:under|til) (?:[^\s]+ )?(?:behandling|vurdering|utredning|avklaring|saksbehandling|arbeid)|foreløpig (?:svar|tilbakemelding|ja)|(?:når|så snart|etter at|straks) (?:[^\s]+ ){0,3}?(?:er|blir|har) (?:[^\s]+ ){0,3}?(?:behandlet|vedtatt|godkjent|avgjort|sagt)|(?:til|for) (?:signering|underskrift|underskriving)|ligger (?:[^\s]+ )?hos|må behandles|må (?:[^\s]+ )?(?:politisk )?(?:behandles|til behandling)|(?:ikke|ennå ikke|enda ikke) (?:[^\s]+ ){0,3}?(?:avgjort|avklart|behandlet|tatt stilling|besluttet|bestemt|konkludert|ferdigbehandlet|ferdig behandlet|tatt endelig stilling|landet)|avgjøres ikke|ikke (?:kan |vil )?(?:[^\s]+ )?(?:ta|gi) (?:[^\s]+ )?(?:stilling|svar)(?: nå| ennå|\b(?= før))|kan ikke ta stilling|ikke før (?:i|etter|til|mot|uke|over)|tidligst|ikke (?:ennå|enda)|tok (?:[^\s]+ )?ikke stilling|uten å konkludere|saken (?:[^\s]+ ){0,2}?(?:utsettes|utsatt|trekkes|trukket)|(?:blir|ble|er|vil bli|må) (?:[^\s]+ ){0,2}?(?:utsatt|utsette)\b(?! frist)|utsettes\b|utsatte\b|å utsette\b|utsette saken|avventer|avvente|vurderes (?:i forbindelse med|i løpet|ved|nå|sammen|i budsjett\p{L}*)|(?:sendes|oversendes|sendt) (?:[^\s]+ ){0,2}?tilbake til|for ny vurdering|(?:tas|tar|tatt|vurderes|inn|med) (?:[^\s]+ ){0,3}?(?:i|inn i|med i|med inn i|ved) (?:budsjettbehandlingen|budsjettarbeidet|budsjettprosessen|salderingen|tertialrapporten|budsjettreguleringen|økonomiplan\p{L}*|budsjettrevisjonen|budsjettet for)|fremdeles (?:[^\s]+ ){0,2}?(?:vurder\p{L}*|arbeid\p{L}*)|jobber (?:[^\s]+ )?med saken|ser på saken|arbeider med saken)\b/u,
);

/** A decided meeting that comes only for information: «Vedtaket refereres for kommunestyret 31. mars». */
export const FOR_INFORMATION = words(
  /\b(?:refereres|referert|meldes|orienteres|legges fram til orientering|referatsak|protokollen (?:godkjennes|sendes))\b/u,
);
