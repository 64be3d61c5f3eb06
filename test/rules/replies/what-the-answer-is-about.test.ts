import { expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

test.each([
  ['Vi er ikke med i Orkdalsregionen.'],
  ['Vi blir dessverre ikke med på turen til Trondheim, men svar kommer.'],
  ['Vi har dessverre ikke anledning til å delta i møtet, men sender svar på brevet i neste uke.'],
  ['Rådmannen kunne ikke delta i møtet der dette ble presentert, og ønsker en orientering.'],
  ['Vi trekker oss fra arbeidsgruppa, men ordningen svarer vi på senere.'],
  ['Rådmannen trekker saken om tilslutning.'],
  ['Kommunestyret avslo forslaget om eiendomsskatt.'],
  ['Formannskapet avslo søknaden om fritak for fristen.'],
  ['Formannskapet sa nei til å behandle saken før budsjettet er lagt.'],
  ['Kommunestyret vedtok å si nei til vindkraft. Deres sak kommer opp i mars.'],
  ['Vi har avslått to tilsvarende henvendelser i år. Denne skal vurderes i formannskapet.'],
  ['Vi har hittil ikke funnet rom for nye tiltak. Rådmannen vil likevel legge fram saken i januar.'],
  ['Vi har ikke behov for mer informasjon. Saken behandles i mars.'],
  ['Kari er ikke lenger med i administrasjonen. Send til Per.'],
  ['Innbyggertallet dere bruker er ikke riktig. Nytilflyttede er ikke med.'],
  ['Kostnaden er ikke med i vårt budsjett for 2027. Vi må finne dekning.'],
  ['Jeg er ikke lenger med i kommunestyret og ønsker ikke disse e-postene.'],
])('closes no case on a refusal of something else: «%s»', text => {
  expect(closes(text)).toBe(false);
});

test.each([
  ['Kommunen bidrar i dag med kr 3 pr innbygger til en lignende ordning i regi av Værnesregionen.'],
  ['Kommunen bidrar fra før med kr 40 000 til Værnesregionen.'],
  ['Kommunen bidrar med kr 40 000 til frivilligsentralen.'],
  ['Vi bidrar allerede med to stillinger i samarbeidet med sykehuset.'],
  ['Vi bidrar gjerne med innspill.'],
])('closes no case on a contribution to something else: «%s»', text => {
  expect(closes(text)).toBe(false);
});

test.each([
  ['Vi sender avtalen usignert i retur.'],
  ['Vi returnerer avtalen uten underskrift.'],
  ['Avtalen er klar. Ordføreren må signere.'],
  ['Avtalen er signert av KS, ser vi. Vår behandling skjer 22. mars.'],
  ['Samarbeidsavtalen med sykehuset ble godkjent i 2012. Ny avtale behandles 22. mars.'],
  ['Kommunestyret har gitt rådmannen fullmakt til å inngå avtalen. Rådmannen vurderer den nå.'],
])('closes no case on an agreement that they have not signed: «%s»', text => {
  expect(closes(text)).toBe(false);
});

test.each([
  ['Vi er ikke med.', 'declined/stated'],
  ['Vi er ikke med på dette.', 'declined/stated'],
  ['Vi blir dessverre ikke med denne gangen.', 'declined/stated'],
  ['Fjordvik er ikke med i dette spleiselaget.', 'declined/stated'],
  ['Vi takker nei til tilbudet.', 'declined/stated'],
  ['Vi trekker oss fra ordningen.', 'declined/stated'],
  ['Fjordvik kommune har ikke anledning til å bidra økonomisk til felles digitaliseringsrådgiver.', 'declined/stated'],
  ['Kommunen avslår anmodningen om å bidra til ordningen.', 'declined/stated'],
  ['Henvendelsen avslås av økonomiske årsaker.', 'declined/stated'],
  ['Formannskapet sa nei i møte 10. september.', 'declined/decided'],
  ['Fjordvik kommune bidrar med sin andel, kr 12 000, til finansieringen av stillingen.', 'joined/stated'],
  ['Vi bidrar med det dere ber om.', 'joined/stated'],
  ['Vedlagt følger signert avtale.', 'joined/stated'],
  ['Avtalen er signert av ordføreren og ligger vedlagt.', 'joined/stated'],
  ['Avtalen er signert av begge parter.', 'joined/stated'],
])('reads «%s» as an answer to the request', (text, expected) => {
  expect(shortly(readMail(text))).toBe(expected);
});

function closes(text: string): boolean {
  const { conclusion, stage, review } = readMail(text);
  return (conclusion === 'joined' || conclusion === 'declined') && stage !== 'recommended' && !review;
}
