import { some } from '../text/gap.ts';
import { words } from '../text/words.ts';

/** Leave and holidays, in folded text: «ferie», «sommerferie», «pappaperm», «foreldrepermisjonen». */
const LEAVE =
  '(?:\\p{L}*ferie(?:n)?|\\p{L}*permisjon(?:en)?|\\p{L}*perm|avspasering|ferieavvikling|sykemeldt|sykmeldt|sjukmeldt|sjukmeld|fravær\\p{L}*|fri|utilgjengelig)';

/** Where people are who are not at their desk. */
const AWAY =
  '(?:\\p{L}*reise|\\p{L}*ferie|(?:fjell|ferie|studie|buss|fly|tjeneste|båt|jakt|lang|skole|fiske)?tur(?! og orden)|(?:elg|rype|reins)?jakt|rein\\p{L}{0,2}(?:skil\\p{L}+|merking|flytting|driving|slakting)|sauesanking\\p{L}*|fjellet|feltarbeid|hytta|\\p{L}*samling|\\p{L}*seminar(?:et)?|\\p{L}*kurs(?:et)?|\\p{L}*konferanse(?:n)?|studiebesøk|hjemmekontor uten)';

/** After «tilbake»: the office, or a day; «tilbake til saken» is something else. */
const BACK =
  '(?:på (?:kontoret|jobb|plass|arbeid)|igjen|fra (?:ferie|permisjon)|i uke|uke|om|\\p{L}+dag|den \\d|\\d|i morgen)';

/** «er på ferie», «ute av kontoret», «i permisjon», «tilbake på kontoret mandag», «kontoret er stengt» */
export const ABSENT = words(
  new RegExp(
    `\\b(?:${[
      'ute av (?:kontoret|huset|døren)\\b|borte fra (?:kontoret|jobb)\\b|bortreist\\b|fraværende\\b|ute og reiser\\b|utenlands\\b|avspaserer\\b',
      'ikke på plass\\b|ikke (?:er )?(?:på|til stede på|ved|inne på) (?:kontor(?:et)?|jobb|arbeid)\\b',
      `er ikke ${some(2)}(?:på (?:kontor(?:et)?|jobb|arbeid)|til stede|tilbake|å treffe)\\b`,
      `(?:er|har|tar|avvikler|skal (?:ha|ta|på)|begynner) ${some(4)}${LEAVE}(?! til (?:å|gode)| innvilget)\\b`,
      `(?<!\\b(?:plass|plasser|deltakere|deltaker|påmeldt|ja til [^\\s]+) )(?:på|i) ${some(1)}(?:ferie|${AWAY}|\\p{L}*permisjon)\\b(?! (?:vi|har vi|ble|kommer saken))`,
      `fraværsmelding\\b|uten dekning\\b|(?:uten|utenfor) (?:mobil|nett)\\p{L}*|(?:har|får) ${some(1)}(?:ikke|dårlig) ${some(1)}(?:(?:mobil|nett)dekning|nett(?:tilgang)?|dekning (?:før|fram til|på fjellet|på hytta|der|her (?:oppe|ute)))\\b|jobber redusert\\b|kontoret åpner igjen\\b`,
      'jobber ikke (?:mandag|tirsdag|onsdag|torsdag|fredag|i (?:dag|uke))',
      '(?:er|blir) (?:jeg )?borte (?:noen|et par|to|tre|\\d|til|fra|i|resten|ut|hele|denne|frem|fram)\\b',
      `(?:er|sitter) i ${some(2)}møter? (?:hele|ut|til|resten|i dag|i morgen|hei?le)`,
      `opptatt (?:i|med) ${some(2)}(?:møte\\p{L}*|kurs|undervisning)\\b`,
      `(?:begrenset|avgrenset|avgrensa|dårlig|liten) tilgang\\b|ikke ${some(2)}(?:tilgjengelig\\b|tilgang (?:til|på) (?:e-?post|mail|nett))`,
      `(?:leser|les|sjekker|svarer|besvarer|følger) ${some(2)}ikke ${some(2)}(?:e-?post|mail)`,
      `(?:e-?post\\p{L}*|mail\\p{L}*) (?:blir |vil )?${some(2)}(?:ikke|sporadisk) ${some(1)}(?:bli )?(?:lest|lese|besvart|sjekket)`,
      `(?:er|kommer|og|hei|hei!) tilbake ${BACK}`,
      '(?:på (?:plass|jobb|kontoret)|å treffe|bemannet|tilgjengelig) igjen\\b',
      `(?:kontoret|rådhuset|kommunehuset|herredshuset|fylkeshuset|servicetorget|innbyggertorget|sentralbordet|postmottaket|administrasjonen) (?:er|holder|har|vil være|vil bli) ${some(2)}(?:\\p{L}*stengt|lukket)\\b`,
      'out of (?:the )?office\\b|i am away\\b|away from (?:the )?office\\b|will be back\\b|on (?:annual |parental |maternity |sick )?leave\\b|on (?:vacation|holiday)\\b|limited access to (?:my )?e-?mail\\b',
    ].join('|')})`,
    'u',
  ),
);

/** «Ute til 23.09.», «Ferie uke 40», «Tilbake 21.9.»: what the sentence begins with. */
export const STARTS_ABSENT = words(
  /^(?:ute (?:til|frem|fram|i dag|resten|hele)|(?:\p{L}{0,8}ferie\p{L}*|permisjon|fravær|avspasering|fri)(?! (?:for|er) (?:kommunen|ansatte))|tilbake)\b/u,
);

/** «har sluttet i kommunen», «gikk av med pensjon», «arbeider ikke lenger her», «adressen er ikke lenger i bruk» */
export const LEFT = words(
  new RegExp(
    `\\b(?:${[
      `(?:har|er|hadde) ${some(3)}sluttet (?:i|hos|ved|som|her|fra|min|sin|den|for)\\b(?! (?:ordning|avtale|samarbeid|spleiselag|prosjekt|nettverk|spleise))`,
      `sluttet (?:i|hos|ved) ${some(3)}(?:stillingen|jobben|kommunen|kommune|oss)\\b`,
      'har sluttet\\b(?=[.,;!]|$| og (?:e-?post|denne))|sluttet (?:som|\\d)',
      '(?:gikk|har gått|gått|går) av med \\p{L}*pensjon\\b|(?:er|har blitt|ble) pensjon(?:ert|ist)\\b|har fratrådt\\b',
      '(?:har|får) (?:jeg )?ny jobb\\b|arbeider jeg i en annen\\b|\\bjeg slutter i (?!ordning)',
      '(?:begynt|startet|gått over|over) i (?:ny|annen|en ny|en annen) (?:jobb|stilling)\\b',
      '(?:jobber|arbeider|arbeidar) ikke (?:lenger|mer)\\b|ikke lenger (?:ansatt|tilsatt|i stillingen|i kommunen|\\p{L}+ i (?:[^\\s]+ )?kommune)|jeg er ikke lenger (?:\\p{L}+ ){1,2}her\\b',
      `(?:e-?post\\p{L}*|mail\\p{L}*|adressen|kontoen|postkassen|postboksen) ${some(3)}(?:ikke (?:lenger )?(?:i bruk|aktiv|gyldig|bemannet|lest|overvåket)|nedlagt|nedlagd|avviklet|opphørt|avsluttet|utgått)\\b`,
      '(?:blir|er) ikke (?:lenger )?(?:lest|overvåket|videresendt)\\b',
      'no longer (?:employed|work\\p{L}*|with|in use)\\b|has left (?:the|our)\\b',
    ].join('|')})`,
    'u',
  ),
);

/** Somebody else's absence in a letter of a person: «rådmannen er på ferie, så svaret kommer senere» is an answer. */
export const ANOTHERS = words(
  /(?:^|\b(?:da|fordi|siden|ettersom|mens|men|at|og) )(?:rådmannen|kommunedirektøren|ordføreren|varaordføreren|\p{L}*sjefen|\p{L}*direktøren|\p{L}*lederen|saksbehandler(?:en)?|hun|han|de|vedkommende|kollegaen|kommunen|vi) (?:[^\s]+ )?(?:er|har|var|tar|blir|kommer)\b/u,
);

/** «har vært på ferie», «var borte»: over, and the reason why the answer comes late. */
export const IS_OVER = words(
  /\b(?:har (?:[^\s]+ )?vært|var|hadde) (?:[^\s]+ ){0,3}?(?:på|i|borte|ute|bortreist|\p{L}*ferie|\p{L}*permisjon)\b|\b(?:etter|før|over) (?:\p{L}*ferien|\p{L}*permisjonen)\b(?! \()/u,
);
