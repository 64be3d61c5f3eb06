/**
 * The verbs that answers are made of, one row each: infinitive, present, past, perfect, s-passive (`-` = not used). The
 * patterns ask for forms by slot, so that «står utenfor», «stå utenfor» and «har stått utenfor» are one phrase, written once.
 * Bokmål as `fold` leaves it; nynorsk and older forms are turned into these before (written-forms.ts).
 */
const VERBS: readonly string[] = [
  'akseptere aksepterer aksepterte akseptert aksepteres',
  'anbefale anbefaler anbefalte anbefalt anbefales',
  'avslå avslår avslo avslått avslås',
  'avstå avstår avsto avstått -',
  'avsette avsetter avsatte avsatt avsettes',
  'avvise avviser avviste avvist avvises',
  'be ber ba bedt bes',
  'bekrefte bekrefter bekreftet bekreftet bekreftes',
  'benytte benytter benyttet benyttet benyttes',
  'beslutte beslutter besluttet besluttet besluttes',
  'bestemme bestemmer bestemte bestemt bestemmes',
  'betale betaler betalte betalt betales',
  'bevilge bevilger bevilget bevilget bevilges',
  'bidra bidrar bidro bidratt -',
  'bifalle bifaller bifalt bifalt bifalles',
  'bli blir ble blitt -',
  'dekke dekker dekket dekket dekkes',
  'delta deltar deltok deltatt -',
  'ende ender endte endt -',
  'etterkomme etterkommer etterkom etterkommet etterkommes',
  'finne finner fant funnet finnes',
  'finansiere finansierer finansierte finansiert finansieres',
  'foreslå foreslår foreslo foreslått foreslås',
  'fraråde fraråder frarådet frarådet frarådes',
  'frasi frasier frasa frasagt -',
  'føre fører førte ført føres',
  'gi gir ga gitt gis',
  'godkjenne godkjenner godkjente godkjent godkjennes',
  'godta godtar godtok godtatt godtas',
  'gå går gikk gått -',
  'holde holder holdt holdt holdes',
  'imøtekomme imøtekommer imøtekom imøtekommet imøtekommes',
  'innlemme innlemmer innlemmet innlemmet innlemmes',
  'inngå inngår inngikk inngått inngås',
  'innstille innstiller innstilte innstilt innstilles',
  'innvilge innvilger innvilget innvilget innvilges',
  'konkludere konkluderer konkluderte konkludert -',
  'la lar lot latt -',
  'lande lander landet landet -',
  'melde melder meldte meldt meldes',
  'prioritere prioriterer prioriterte prioritert prioriteres',
  'rå rår rådde rådd -',
  'returnere returnerer returnerte returnert returneres',
  'sende sender sendte sendt sendes',
  'sette setter satte satt settes',
  'si sier sa sagt -',
  'signere signerer signerte signert signeres',
  'skrive skriver skrev skrevet skrives',
  'slutte slutter sluttet sluttet sluttes',
  'stemme stemmer stemte stemt -',
  'stille stiller stilte stilt stilles',
  'støtte støtter støttet støttet støttes',
  'stå står sto stått -',
  'svare svarer svarte svart -',
  'ta tar tok tatt tas',
  'takke takker takket takket -',
  'tilby tilbyr tilbød tilbudt tilbys',
  'tilrå tilrår tilrådde tilrådd tilrås',
  'tilslutte tilslutter tilsluttet tilsluttet tilsluttes',
  'tiltre tiltrer tiltrådte tiltrådt tiltres',
  'trekke trekker trakk trukket trekkes',
  'tre trer trådte trådt -',
  'undertegne undertegner undertegnet undertegnet undertegnes',
  'unnlate unnlater unnlot unnlatt -',
  'vedta vedtar vedtok vedtatt vedtas',
  'velge velger valgte valgt velges',
  'være er var vært -',
  'yte yter ytet ytet ytes',
  'ønske ønsker ønsket ønsket ønskes',
];

export type VerbSlot = 'infinitive' | 'present' | 'past' | 'perfect' | 'passive';

const SLOTS: readonly VerbSlot[] = ['infinitive', 'present', 'past', 'perfect', 'passive'];

const TABLE = new Map(VERBS.map(row => [row.slice(0, row.indexOf(' ')), row.split(' ')]));

/** A pattern's source for these forms of these verbs (infinitives, separated by blanks): `(?:slutter|sluttet)`. */
export function formsOf(infinitives: string, ...slots: VerbSlot[]): string {
  const forms = infinitives.split(' ').flatMap(infinitive => {
    const row = TABLE.get(infinitive);
    if (row === undefined) throw new Error(`verb-forms.ts has no verb «${infinitive}»`);
    return slots.map(slot => row[SLOTS.indexOf(slot)] ?? '-');
  });
  return `(?:${[...new Set(forms)].filter(form => form !== '-').join('|')})`;
}

/** Present and past, and the perfect behind «har»: says it of somebody. */
export function finiteOf(infinitives: string): string {
  return formsOf(infinitives, 'present', 'past', 'perfect');
}

/** Present, past and s-passive of every verb above. */
export const ALL_FINITE: string = [...TABLE.values()]
  .flatMap(([, present, past, , passive]) => [present, past, passive])
  .filter(form => form !== undefined && form !== '-')
  .join('|');

/** Every form. */
export function anyFormOf(infinitives: string): string {
  return formsOf(infinitives, ...SLOTS);
}
