import { expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

/** Ways to say it, as many as we could think of; none is a rule of its own. */
test.each([
  ['Takk for purringen! Klart vi blir med.', 'joined/stated'],
  ['Fjordvik kommune tiltrer ordningen slik den er beskrevet.', 'joined/stated'],
  ['Heisann, regn med Fjordvik kommune på laget.', 'joined/stated'],
  ['Kommunen takker for tilbudet og sier seg villig til å bidra med vår andel.', 'joined/stated'],
  ['Vi stiller gjerne med vår del av summen og slutter oss dermed til opplegget.', 'joined/stated'],
  ['Med dette bekrefter Fjordvik kommune at vi vil være deltaker i ordningen fra 1. januar.', 'joined/stated'],
  ['Fjordvik vil være blant kommunene som deltar.', 'joined/stated'],
  ['Jada, vi er om bord.', 'joined/stated'],
  ['Vi kjøper dette opplegget og er med fra start.', 'joined/stated'],
  ['Undertegnede har fullmakt og kan bekrefte deltakelse for Fjordvik.', 'joined/stated'],
  ['Det er i orden at Fjordvik kommune deltar, og faktura kan sendes til postmottak.', 'joined/stated'],
  ['Dette vil vi selvsagt være med på.', 'joined/stated'],
  ['Eg kan stadfeste at Fjordvik vil slutte seg til.', 'joined/stated'],
  ['Fjordvik sluttar seg til, og legg inn kr 13 400 i budsjettet for 2027.', 'joined/stated'],
  ['Me i Fjordvik seier ja takk til å vere med på spleiselaget.', 'joined/stated'],
  ['Fjordvik kommune er positiv til ordningen og slutter seg til den.', 'joined/stated'],
  ['Etter å ha vurdert saken har vi landet på å bli med.', 'joined/stated'],
  ['Vi har bestemt oss: Fjordvik deltar.', 'joined/stated'],
  ['Svaret fra oss er et klart ja.', 'joined/stated'],
  ['Kommunen ønsker å benytte seg av tilbudet og slutter seg til.', 'joined/stated'],
  ['Vi vil gjerne slutte oss til ordningen og betaler det som er skissert.', 'joined/stated'],
  ['Fjordvik kommune gir med dette sin tilslutning.', 'joined/stated'],
  ['Fjordvik aksepterer kostnadsfordelingen og blir med i ordningen.', 'joined/stated'],
  ['Hei! Beklager at vi er sent ute. Vi ønsker selvfølgelig å være med videre.', 'joined/stated'],
  ['Herved meddeles at Fjordvik kommune slutter seg til den foreslåtte finansieringsordningen.', 'joined/stated'],
  ['Vi har ingen innvendinger og slutter oss til ordningen.', 'joined/stated'],
  ['Kommunen har ikke noe imot kostnadsfordelingen, og vi deltar.', 'joined/stated'],
  ['Det er ikke noe i veien for at vi deltar, så sett oss opp på listen.', 'joined/stated'],
  [
    'Fjordvik kommune slutter seg til ordningen. Vi håper at rådgiveren også kan besøke oss av og til.',
    'joined/stated',
  ],
  ['Vi er med! Når starter det?', 'joined/stated'],
  ['Fjordvik kommune slutter seg til. Hvem skal vi sende faktureringsinformasjon til?', 'joined/stated'],
  ['Ja, vi blir med. Kan dere sende oss avtalen til signering?', 'joined/stated'],
  ['Vi deltar. Bare et lite spørsmål: får vi tilsendt stillingsbeskrivelsen?', 'joined/stated'],
  ['I går skrev jeg at vi ikke deltar. Det var feil, vi er med.', 'joined/stated'],
  ['Ny e-post fordi jeg skrev feil: vi slutter oss til ordningen.', 'joined/stated'],
  ['Vi takket nei i fjor, men i år blir vi med.', 'joined/stated'],
  ['Tidligere har vi sagt nei til slike ordninger, men denne slutter vi oss til.', 'joined/stated'],
  [
    `[x] slutter seg til ordningen
[ ] slutter seg ikke til ordningen`,
    'joined/stated',
  ],
  [
    `☒ slutter seg til
☐ slutter seg ikke til`,
    'joined/stated',
  ],
  ['Vårt svar: alternativ A.', 'joined/stated'],
  [
    `Kommune: Fjordvik
Svar: Ja
Kontaktperson: Tore Nesset`,
    'joined/stated',
  ],
  ['Deltar Fjordvik i ordningen: JA', 'joined/stated'],
  [
    `- Fjordvik slutter seg til
- Vi har 4 200 innbyggere
- Faktura til postmottak`,
    'joined/stated',
  ],
  ['Vi har snakket sammen på lederteamet, og det blir ja fra Fjordvik.', 'joined/stated'],
  ['Fjordvik kommune ser verdien i dette og blir gjerne en del av fellesskapet.', 'joined/stated'],
  ['Det korte svaret: ja!', 'joined/stated'],
  ['Vi hiver oss med!', 'joined/stated'],
  ['Fjordvik kommune ønsker å tiltre avtalen.', 'joined/stated'],
  ['Rådmannen har gitt klarsignal, så vi er med på ordningen.', 'joined/stated'],
  ['På vegne av Fjordvik kommune bekreftes det at vi deltar.', 'joined/stated'],
  ['Vi har lagt inn midler til dette i budsjettet og deltar fra 2027.', 'joined/stated'],
  ['Fjordvik kommune stiller seg bak anmodningen og vil bidra med kr 13 400.', 'joined/stated'],
  ['Vi har fått klarsignal fra kommunedirektøren om å si ja.', 'joined/stated'],
  ['Ja, dette vil vi være med på!', 'joined/stated'],
  ['Det er bare å sette i gang, vi er med.', 'joined/stated'],
  ['Fjordvik blir med på laget.', 'joined/stated'],
  ['Vi godtar kostnadene og slutter oss til.', 'joined/stated'],
  ['Har drøftet dette med ordfører og økonomisjef. Vi går inn i ordningen.', 'joined/stated'],
  ['Eg har fått grønt lys frå rådmannen. Fjordvik blir med!', 'joined/stated'],
  ['Kommunen vår vert med i ordninga frå 1. januar.', 'joined/stated'],
  ['Fjordvik kommune takkar for invitasjonen og sluttar seg til ordninga.', 'joined/stated'],
  ['Vi er positive og vil delta.', 'joined/stated'],
  ['Ingen innvendinger herfra, vi blir med.', 'joined/stated'],
  ['Vi kan ikke annet enn å si ja til dette.', 'joined/stated'],
  ['Etter litt intern diskusjon er konklusjonen at Fjordvik deltar på lik linje med de andre.', 'joined/stated'],
  ['Med dette tiltrer vi den felles ordningen.', 'joined/stated'],
  ['Fjordvik kommune finner å kunne slutte seg til ordningen.', 'joined/stated'],
  ['Vi syns dette er en god idé, og Fjordvik kommune er klar for å bidra.', 'joined/stated'],
  ['Vi vil ikke stå utenfor dette, og slutter oss til.', 'joined/stated'],
  ['Vedlagt følger avtalen i undertegnet stand.', 'joined/stated'],
  ['Avtalen er underskrevet av kommunedirektøren og følger som vedlegg.', 'joined/stated'],
  ['Vi er med på ordningen. Vi ønsker oss samtidig en årlig statusrapport.', 'joined/stated'],
  ['Fjordvik kommune slutter seg til, og ber om at faktura sendes i januar.', 'joined/stated'],
  ['Fjordvik deltar. Si fra dersom dere trenger flere opplysninger.', 'joined/stated'],
  ['Vi slutter oss til ordningen. Når kan vi regne med å høre fra rådgiveren?', 'joined/stated'],
  ['Vi blir med! Kan dere sende oss kontaktinfo?', 'joined/stated'],
  ['Vi takker ja. Må vi gjøre noe mer nå?', 'joined/stated'],
  ['Vi deltar, og håper flere kommuner gjør det samme.', 'joined/stated'],
  ['Selv om Lidal har takket nei, slutter Fjordvik seg til.', 'joined/stated'],
  ['Opprinnelig sa vi nei, men nå har vi bestemt oss for å bli med.', 'joined/stated'],
  ['Det snek seg inn en feil i forrige e-post: Vi slutter oss til ordningen, ikke motsatt.', 'joined/stated'],
  [
    `Hei Guri!

Takk for hyggelig påminnelse. Jeg la saken fram for rådmannen på mandagsmøtet, og han hadde ingen motforestillinger mot at vi blir med. Så da er det bare å skrive oss på lista.

Ha en fin dag.`,
    'joined/stated',
  ],
  ['Kort svar fra meg på ferie: ja, Fjordvik blir med, formelt brev kommer neste uke.', 'joined/stated'],
  [
    'Heisann Guri. Ordfører og rådmann er enige om at dette er noe Fjordvik skal være med på. Send avtalen når den er klar!',
    'joined/stated',
  ],
  [
    'Hei Guri, her kommer svaret fra Fjordvik: vi slutter oss til. Sånn helt uformelt kan jeg si at det var full enighet.',
    'joined/stated',
  ],
  [
    `Svar fra Fjordvik:

a) Vi slutter oss til ordningen.`,
    'joined/stated',
  ],
  ['Vi går for alternativ a!', 'joined/stated'],
  ['Fjordvik: JA. Kontaktperson blir Nina Lund.', 'joined/stated'],
  ['Fjordvik kommune vil bidra med sin del av finansieringen fra 2027.', 'joined/stated'],
  ['Vi er klare for å være med!', 'joined/stated'],
  [
    'Hei Guri. Dette har ligget litt for lenge hos meg, men nå har jeg snakket med rådmannen, og svaret er at Fjordvik gjerne blir med. Lykke til med resten!',
    'joined/stated',
  ],
  [
    'Fjordvik kommune har mottatt henvendelsen og ønsker å delta i finansieringen av rådgiveren fra og med 2027.',
    'joined/stated',
  ],
  ['Til KS. Kommunen er innforstått med vilkårene og slutter seg herved til ordningen.', 'joined/stated'],
  ['Hei. Vi er på ballen og vil absolutt være med.', 'joined/stated'],
  ['Tusen takk for tålmodigheten. Vi har nå avklart dette internt, og Fjordvik deltar.', 'joined/stated'],
  ['Alt i orden fra vår side, Fjordvik deltar fra nyttår.', 'joined/stated'],
  ['Kommunalsjefen har bedt meg svare ja på vegne av kommunen.', 'joined/stated'],
  ['Ja vel, da hopper Fjordvik også på.', 'joined/stated'],
  ['Vi synes kr 13 400 er en rimelig pris og tiltrer ordningen.', 'joined/stated'],
  ['Fjordvik kan bekrefte at kommunen slutter seg til ordningen og at utgiften er budsjettert.', 'joined/stated'],
  ['Hei, dette er et spleiselag vi heier på og vil bidra til.', 'joined/stated'],
  ['Fjordvik kommune vedkjenner seg behovet og går inn med sin andel.', 'joined/stated'],
  ['Svaret er selvfølgelig ja, dette har vi ventet på.', 'joined/stated'],
  ['Det er med glede vi melder at Fjordvik slutter seg til.', 'joined/stated'],
])('says yes: %s → %s', (text, expected) => {
  expect(shortly(readMail(text))).toBe(expected);
});
