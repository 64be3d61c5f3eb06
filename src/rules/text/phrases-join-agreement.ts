/** What a yes or a no is about, by the names that the request goes under. Source of a pattern; folded text. */
export const AGREEMENT =
  '(?:avtale|avtalen|avtaleutkast|avtaleutkastet|avtaleforslaget|samarbeidsavtale|samarbeidsavtalen|samarbeidet|ordningen|ordning|deltakelse|medlemskap|spleiselaget|vilkår|betingelse|bidraget|tilslutning|finansieringen|finansiering|finansieringsordningen|finansieringsmodellen|anmodningen|henvendelsen|forespørselen|søknaden|invitasjonen|tilbudet|opplegget|modellen|forslaget fra ks|kostnadsfordelingen|fordelingen|kostnadene|utgiftene|satsene|satsen|prosjektet|tiltaket|fellesordningen|spleiselagsmodellen)';

/** Up to `most` words in between, behind the word before. */
export const gap = (most: number) => `(?: [^\\s]+){0,${most}}?`;
/** Up to `most` words in between, before the word behind. */
export const some = (most: number) => `(?:[^\\s]+ ){0,${most}}?`;
