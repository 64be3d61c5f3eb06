/** Subjects that programs write above absences, receipts and read receipts, in the languages around us. */
export const AUTOMATIC_SUBJECT = new RegExp(
  [
    // Norwegian
    '^\\s*(?:automatisk (?:svar|kvittering|bekreftelse|melding)|autosvar|auto ?:|frav(?:æ|ae)r(?:smelding|sassistent|sbeskjed|svarsel)?\\b|fråver\\p{L}*|fråvær\\p{L}*|(?:er )?ute av kontoret|(?:er )?ikk(?:j)?e (?:på kontoret|til ?stede|til stades)|(?:jeg er |eg er )?på ferie|ferie(?:fravær|melding|:)|har slutt(?:et|a)\\b(?! seg)|slutt(?:et|a) i (?:kommunen|jobben|stillinga))',
    '^\\s*(?:kvittering\\b|mottaks(?:kvittering|bekreftelse|stadfesting)|bekreftelse (?:på|av) (?:at|motta\\p{L}*|registr\\p{L}*|innsend\\p{L}*|henvendelse\\p{L}*)|bekreftelse ?[:–-]? ?(?:vi har|din|henvendelse)|mottatt ?:|stadfesting (?:på|av) (?:at|mott?a\\p{L}*|førespurnad\\p{L}*)|vi har (?:mottatt|motteke|fått) (?:din|henvendelse|e-post|førespurnad|brev)|(?:din |deres )?(?:henvendelse|e-post|forespørsel|førespurnad)(?:en|a)?(?: din)? (?:er|ble|blei) (?:mottatt|motteken|registrert)|takk for (?:din|henvendelsen|at du kontakt)|(?:ny )?sak (?:er )?(?:opprettet|registrert)|saken (?:din )?(?:er|ble) (?:registrert|opprettet))',
    '^\\s*(?:ikk(?:j)?e )?lest ?:|^\\s*(?:not )?read ?:',
    // English
    '^\\s*(?:auto(?:matic|mated|matisk)?[ -]?(?:reply|response|replied|answer)|autoreply|autoresponse|auto:|oo[fo]:|out of (?:the )?office|away from (?:the )?office|on (?:annual )?leave|vacation\\b|holiday (?:reply|notice))|\\b(?:is|am) (?:currently )?(?:out of (?:the )?office|on vacation)|\\bout[ -]of[ -]office (?:auto)?-?(?:reply|message)',
    // Danish, Swedish, German, French, Dutch, Italian, Spanish, Finnish
    '^\\s*(?:ikke til stede|ikke på kontoret|fravær|frånvaro\\p{L}*|autosvar|automatiskt svar|ej på kontoret|abwesen\\p{L}*|automatische (?:antwort|empfangsbestätigung|eingangsbestätigung)|(?:empfangs|eingangs)bestätigung|abwesenheitsnotiz|réponse automatique|absence du bureau|automatisch antwoord|afwezig\\p{L}*|risposta automatica|fuori sede|respuesta automática|fuera de la oficina|resposta automática|automaattinen vastaus)',
  ].join('|'),
  'iu',
);
