import { describe, expect, test } from 'vitest';
import { readMail } from './read-mail.ts';

/** Read on Tuesday 15 September 2026, in week 38. */
const AUTO = { headers: [{ name: 'auto-submitted', value: 'auto-replied' }] };

describe('absent until', () => {
  test.each([
    // The last day
    ['Jeg er på ferie til og med fredag 25.', '2026-09-25'],
    ['Jeg er på ferie til og med fredag 2.', '2026-10-02'],
    ['Eg har permisjon fram til 3. mars 2027.', '2027-03-03'],
    ['Jeg er på ferie t.o.m 27/9, og svarer deg så fort jeg kan etter det.', '2026-09-27'],
    ['Jeg er borte fra kontoret frem til og med 18/9-26.', '2026-09-18'],
    ['Jeg har pappaperm til 1. februar. Min stedfortreder er Ola Nes.', '2027-02-01'],
    ['Jeg er utenlands uten nettilgang til 20. september.', '2026-09-20'],
    ['Hei, jeg er på reise frem til torsdag og vil ha begrenset tilgang til e-post.', '2026-09-17'],
    // From a day to a day
    ['Jeg er på ferie fra 14. til 25. september.', '2026-09-25'],
    ['Jeg har ferie 14.-25. september. Ved behov, ring sentralbordet.', '2026-09-25'],
    ['Ferieavvikling i perioden 14.09.–25.09. Henvendelser rettes til postmottak.', '2026-09-25'],
    ['Jeg er på studiereise f.o.m. 14. sept. t.o.m. 18. sept. 2026. Mail blir lest sporadisk.', '2026-09-18'],
    ['Jeg har permisjon i perioden 1. september 2026 – 31. juli 2027.', '2027-07-31'],
    // The day of return
    ['Jeg er ikke på kontoret. Er tilbake fra og med 5. oktober.', '2026-10-05'],
    ['Eg er ikkje på kontoret før måndag 28. september.', '2026-09-28'],
    ['Takk for din e-post. Jeg har ferie og er tilbake den 28.', '2026-09-28'],
    ['Har ferie. Er på plass igjen onsdag 23/9.', '2026-09-23'],
    ['Jeg leser ikke e-post før 5/10.', '2026-10-05'],
    ['Er på kurs 15.–16.9. og svarer når jeg er tilbake 17.9.', '2026-09-17'],
    ['På tjenestereise. Tilbake mandag.', '2026-09-21'],
    ['Eg er attende frå permisjon 4. januar.', '2027-01-04'],
    ['Jeg er på høstferie og er tilbake på jobb etter ferien (12. oktober).', '2026-10-12'],
    ['Kontoret mitt er bemannet igjen fra torsdag 24. september.', '2026-09-24'],
    ['I am on annual leave until 28 September 2026. For urgent matters contact the switchboard.', '2026-09-28'],
    ['Thank you for your e-mail. I am away and will be back on Monday 21 September.', '2026-09-21'],
    // Weeks, months and what is left of them
    ['Jeg er bortreist og er tilbake i uke 40.', '2026-09-28'],
    ['Jeg er ikke tilgjengelig på e-post før uke 41.', '2026-10-05'],
    ['Jeg har ferie uke 38 og 39.', '2026-09-25'],
    ['Eg har ferie t.o.m. veke 40.', '2026-10-02'],
    ['Jeg er i permisjon ut uke 39.', '2026-09-25'],
    ['Jeg er borte resten av uken.', '2026-09-18'],
    ['Jeg er på ferie ut september.', '2026-09-30'],
    // Days around today
    ['Jeg er ute av kontoret i dag og er tilbake i morgen.', '2026-09-16'],
    ['Jeg har fri i dag, tirsdag 15. september.', '2026-09-15'],
    ['Jeg er opptatt i møter ut dagen og svarer deg i morgen.', '2026-09-16'],
    ['Rådhuset er stengt fredag 18. september. Henvendelser besvares mandag 21. september.', '2026-09-21'],
  ])('%s', (text, absentUntil) => {
    expect(readMail(text, AUTO)).toMatchObject({ kind: 'out-of-office', absentUntil, conclusion: null, review: false });
  });
});

describe('absent without an end', () => {
  test.each([
    'Jeg er sykmeldt inntil videre.',
    'Jeg har redusert stilling og er ikke på jobb onsdager.',
    'Eg er i møte heile dagen og svarar når eg har høve.',
    'Takk for e-posten din. Jeg er ute i foreldrepermisjon og er ikke tilbake før i august 2027.',
    'Takk for e-posten. Jeg svarer så snart jeg kan.',
    // Who has left comes back on no day, whatever date stands there
    'Jeg har sluttet i Fjordvik kommune fra 1. oktober 2026. Henvendelser sendes postmottak.',
    'Nina Lund slutta i kommunen 31. august. Send e-posten til postmottaket.',
    'Nina Lund arbeider ikke lenger i Fjordvik kommune. E-post blir ikke lest.',
    'Hei. Jeg slutta som kommunalsjef 1. september. Ta kontakt med servicekontoret.',
    'Kari Moen gikk av med pensjon 1. august. Kontakt sektorleder.',
    'Fra 1. oktober er jeg ikke lenger rådmann i Fjordvik kommune. Min etterfølger er Ida Moe.',
    'Jeg har gått over i ny jobb. Kommunedirektørens sekretær overtar mine saker.',
    'Denne e-postkontoen er ikke i bruk. Bruk postmottak@fjordvik.kommune.example.',
    'E-postadressa er nedlagd. Ta kontakt med postmottak.',
  ])('%s', text => {
    expect(readMail(text, AUTO)).toMatchObject({ kind: 'out-of-office', absentUntil: null, review: false });
  });
});

describe('by subject or by a person', () => {
  test.each([
    ['Fraværsmelding: Felles digitaliseringsrådgiver', 'Tilbake 21.09.26.'],
    ['Fråvær frå kontoret', 'Eg er på ferie og attende på jobb 21. september.'],
    ['Automatisk svar: SV: Felles', 'Jeg har ferie. Jeg er tilbake på kontoret mandag.'],
    ['SV: Felles', 'Jeg er ute av kontoret og er tilbake mandag. Mvh Tore'],
  ])('%s: %s', (subject, text) => {
    expect(readMail(text, { subject })).toMatchObject({ kind: 'out-of-office', absentUntil: '2026-09-21' });
  });
});

describe('no absence of the sender', () => {
  test.each([
    ['Beklager sent svar, jeg har vært på ferie. Vi slutter oss til.', 'joined'],
    ['Beklager sent svar, jeg har vært på ferie. Saken behandles i kommunestyret 24. september.', 'deferred'],
    ['Kommunedirektøren er på ferie til 28. september. Vi svarer når hun er tilbake.', 'deferred'],
    ['Ordføreren er sykmeldt, så saken er utsatt til oktobermøtet.', 'deferred'],
    ['Jeg er på ferie denne uka, men rekker å svare: vi blir ikke med.', 'declined'],
    ['Tore Nesset har sluttet. Jeg har overtatt saken. Fjordvik kommune deltar i ordningen.', 'joined'],
    ['Kontoret er stengt i uke 40. Kommunen slutter seg ikke til ordningen.', 'declined'],
    ['Vi har fått økonomien på plass og er tilbake i balanse.', 'unclear'],
    ['Fjordvik kommune har sluttet i ordningen.', 'unclear'],
  ])('%s', (text, conclusion) => {
    expect(readMail(text)).toMatchObject({ kind: 'answer', conclusion });
  });
});
