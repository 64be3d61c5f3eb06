import { words } from './words.ts';

/** «tatt til orientering», «tas til etterretning»: noted, neither yes nor no. */
export const NOTED = words(
  /\b(?:tas|tatt|tar|tok|ta) (?:[^\s]+ ){0,6}?til (?:orientering|etterretning)\b|\breferatsak\b/u,
);

/** «svarte allerede i januar», «vi har svart tidligere», «jf. vårt svar av»: says that it answered, not what. */
export const ANSWERED_EARLIER = words(
  /\b(?:svarte|har (?:[^\s]+ ){0,3}?(?:svart|besvart|gitt svar|gitt (?:[^\s]+ )?tilbakemelding|meldt tilbake)|(?:ble|er) (?:[^\s]+ ){0,3}?(?:besvart|svart på)|sendte (?:[^\s]+ ){0,3}?svar|viser til (?:[^\s]+ ){0,3}?(?:svar|brev|e-post) (?:av|fra|datert|sendt)|jf\.? vår (?:ekspedisjon|e-post)|jf\.? vårt (?:svar|brev))\b/u,
);

/** «da gjør vi som avtalt», «jf. telefonsamtale»: only those who spoke know what was agreed. */
export const AS_AGREED = words(
  /\b(?:som (?:vi )?(?:avtalt|avtalte|snakket om|snakka om|diskutert|drøftet)|jf\.? (?:[^\s]+ ){0,2}?(?:telefonsamtale\p{L}*|samtale\p{L}*)|som nevnt (?:på|over) telefon)\b/u,
);
