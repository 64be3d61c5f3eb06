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

/** «svare ja eller nei», «verken ja eller nei»: of an answer, without one. */
export const YES_OR_NO = words(/\b(?:ja (?:eller|eventuelt|og|eller et) nei|nei eller ja)\b/gu);

/** «avvist»: not treated at all; in law that is no no. */
export const DISMISSED = words(/\b(?:avviste|avvist|avvises|avviser)\b(?! (?:innstilling|forslag))/u);

/** «i forrige e-post skrev jeg», «vi skrev sist»: what this sentence tells was said before, and something else holds now. */
export const SAID_BEFORE = words(
  /\b(?:(?:skrev|sa|svarte|meldte|sendte|sto|stod|krysset|oppga|opplyste|svart|skrevet|meldt|sagt) (?:[^\s]+ ){0,4}?(?:feil|sist|i forrige|i går|tidligere|først|i stad|i fjor|forrige gang|den gang|i vår forrige|ved en feil|i sommer|i vår|i høst)|(?:sist|i forrige|i går|tidligere|først|i stad|i fjor|forrige gang|i vår forrige|opprinnelig|den gangen?) (?:[^\s]+ ){0,4}?(?:skrev|sa|svarte|meldte|sto|stod|takket|var svaret)|(?:skrev|sa|svarte|meldte|takket) (?:vi |kommunen )?(?:først|opprinnelig|tidligere))\b/u,
);

/** «det var feil», «se bort fra», «riktig svar er», «skal være», «her falt det ut et ord»: what stands before it does not hold. */
export const CORRECTS = words(
  /\b(?:(?:det|dette|som) (?:er|var|ble) (?:dessverre |selvsagt )?feil|se (?:[^\s]+ )?bort fra|feil svar|skrivefeil|tastefeil|riktige? (?:svar|er|svaret)|rett(?:e)? svar(?:et)?|skal (?:det )?(?:selvsagt |selvfølgelig |naturligvis |jo )?(?:være|stå)|skulle (?:det )?(?:vært|være|stå|stått)|falt (?:det )?ut et ord|falt ut|rettelse|korreksjon|korrigering|mente (?:å skrive|selvsagt)|retter)\b/u,
);
