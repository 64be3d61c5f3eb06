import { expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

/** Ways to say it, as many as we could think of; none is a rule of its own. */
test.each([
  ['Formannskapet har i møte 8. september godkjent deltakelse i ordningen.', 'joined/decided'],
  ['I kommunestyremøtet forrige torsdag ble det enstemmig vedtatt at Fjordvik går inn i ordningen.', 'joined/decided'],
  ['Kommunestyret har fattet vedtak om at Fjordvik skal delta i ordningen.', 'joined/decided'],
  ['Vedtaket i formannskapet ble at Fjordvik blir med.', 'joined/decided'],
  ['Saken var oppe i formannskapet i går. Der ble det enstemmig ja.', 'joined/decided'],
  ['Kommunestyret vedtok med 14 mot 9 stemmer å avslå henvendelsen.', 'declined/decided'],
  ['Formannskapet fattet vedtak om ikke å slutte seg til ordningen.', 'declined/decided'],
  ['Kommunestyret avslo søknaden om tilskudd til ordningen.', 'declined/decided'],
  ['Forslaget om å delta falt med 4 mot 17 stemmer i kommunestyret.', 'declined/decided'],
  ['Rådmannens innstilling om å delta ble nedstemt i formannskapet.', 'declined/decided'],
  ['Innstillingen om å slutte seg til fikk bare 3 stemmer, og Fjordvik blir dermed ikke med.', 'declined/decided'],
  ['Formannskapet vedtok enstemmig innstillingen om å slutte seg til ordningen.', 'joined/decided'],
  ['Kommunestyret gjekk samrøystes inn for å vere med.', 'joined/decided'],
  ['Formannskapet løyvde kr 13 400 til ordninga og Fjordvik er med.', 'joined/decided'],
  ['Delegert vedtak: Fjordvik kommune slutter seg til ordningen.', 'joined/decided'],
  ['Kommunedirektøren har etter fullmakt besluttet at Fjordvik kommune ikke deltar.', 'declined/decided'],
  ['Vedtak: Fjordvik kommune slutter seg til felles digitaliseringsrådgiver.', 'joined/decided'],
  ['Kommunestyret har i dag vedtatt følgende: Fjordvik kommune deltar ikke i ordningen.', 'declined/decided'],
  ['Etter en lengre debatt endte kommunestyret med å si nei.', 'declined/decided'],
  ['Det var flertall i kommunestyret for å bli med.', 'joined/decided'],
  ['Det var ikke flertall i kommunestyret for å bli med.', 'declined/decided'],
  ['Et flertall i formannskapet stemte for at kommunen slutter seg til ordningen.', 'joined/decided'],
  ['Et flertall i formannskapet stemte mot at kommunen slutter seg til ordningen.', 'declined/decided'],
  ['Kommunestyret vedtok i går kveld at vi skal være med på dette fra 2027.', 'joined/decided'],
  ['Kommunedirektøren vil tilrå at Fjordvik kommune slutter seg til ordningen.', 'joined/recommended'],
  ['Rådmannen har innstilt på at kommunen ikke deltar.', 'declined/recommended'],
  ['Formannskapet anbefaler kommunestyret å si nei til ordningen.', 'declined/recommended'],
  [
    'Saksframlegget konkluderer med en anbefaling om å delta, og kommunestyret behandler saken 24. september.',
    'joined/recommended',
  ],
  [
    'Formannskapet vedtok følgende innstilling til kommunestyret: Fjordvik kommune slutter seg til ordningen.',
    'joined/recommended',
  ],
  ['Kommunedirektøren sitt framlegg til vedtak er at Fjordvik kommune deltek i ordninga.', 'joined/recommended'],
  [
    'Formannskapet rår kommunestyret til å slutte seg til ordningen. Endelig vedtak ventes 24. september.',
    'joined/recommended',
  ],
  [
    'Innstillingen fra formannskapet er at Fjordvik skal være med. Kommunestyret tar stilling 24. september.',
    'joined/recommended',
  ],
  ['Kommunestyret godkjente i går avtalen om felles rådgiver.', 'joined/decided'],
  ['Kommunestyret vedtok enstemmig å tiltre ordningen.', 'joined/decided'],
  ['Formannskapet har sagt ja til å delta.', 'joined/decided'],
  ['I møte 8. september ble det vedtatt at kommunen slutter seg til ordningen.', 'joined/decided'],
  ['Det ble fattet enstemmig vedtak om tilslutning i kommunestyret 10. september.', 'joined/decided'],
  ['Vedtaket i kommunestyret i går var klart: Fjordvik blir med.', 'joined/decided'],
  ['Saken ble behandlet i formannskapet 8. september, og det ble vedtatt å delta.', 'joined/decided'],
  ['Kommunestyret har bevilget kr 13 400 og slutter seg til ordningen.', 'joined/decided'],
  ['Kommunestyret sluttet seg enstemmig til at Fjordvik skal delta i ordningen.', 'joined/decided'],
  ['Formannskapet valgte å gå inn i ordningen.', 'joined/decided'],
  ['Formannskapet valde å takke nei.', 'declined/decided'],
  ['Kommunestyret besluttet i går at Fjordvik ikke skal delta.', 'declined/decided'],
  ['Kommunestyret sa nei.', 'declined/decided'],
  ['Formannskapet ønsket ikke å prioritere dette.', 'declined/decided'],
  ['Saken ble behandlet i kommunestyret 10. september. Vedtaket ble å ikke delta.', 'declined/decided'],
  ['Kommunestyret fulgte ikke innstillingen om å delta, så vi blir ikke med.', 'declined/decided'],
  ['Etter innstilling fra formannskapet vedtok kommunestyret i går å slutte seg til ordningen.', 'joined/decided'],
  ['Mot stemmene fra Frp vedtok kommunestyret å slutte seg til ordningen.', 'joined/decided'],
  ['Under behandlingen ble det foreslått å si nei, men flertallet gikk inn for å delta.', 'joined/decided'],
  ['Formannskapet gjorde 9. september vedtak om at Fjordvik kommune ikkje sluttar seg til.', 'declined/decided'],
  ['Forslaget om tilslutning ble nedstemt i kommunestyret.', 'declined/decided'],
  ['Forslaget om tilslutning ble enstemmig vedtatt i kommunestyret.', 'joined/decided'],
  ['Rådmannens forslag om tilslutning falt med 5 mot 20 stemmer.', 'declined/decided'],
  ['Kommunestyret slutter seg til ordningen for perioden 2027–2030.', 'joined/decided'],
  ['Kommunedirektøren har fattet delegert vedtak om å slutte seg til ordningen.', 'joined/decided'],
  ['Vedtak er fattet etter delegert myndighet: Fjordvik kommune deltar.', 'joined/decided'],
  ['Administrasjonen innstiller på at Fjordvik slutter seg til.', 'joined/recommended'],
  ['Rådmannen foreslår for formannskapet at vi takker nei.', 'declined/recommended'],
  ['Saken er sendt formannskapet med innstilling om å delta.', 'joined/recommended'],
  [
    'Kommunedirektøren anbefaler at kommunen deltar, og formannskapet avgjør saken 24. september.',
    'joined/recommended',
  ],
  ['Formannskapet innstiller til kommunestyret at Fjordvik ikke deltar.', 'declined/recommended'],
  ['Vår innstilling er at kommunen bør slutte seg til ordningen.', 'joined/recommended'],
  [
    'Formannskapet behandlet saken i går og innstiller på ja. Kommunestyret tar endelig stilling 24. september.',
    'joined/recommended',
  ],
  ['Rådmannen tilrår å slutte seg til ordninga. Kommunestyret har møte 24. september.', 'joined/recommended'],
  [
    'Helseutvalget tilrådde samrøystes at kommunen sluttar seg til, og saka går no til kommunestyret.',
    'joined/recommended',
  ],
  ['I saksframlegget går rådmannen inn for at Fjordvik deltar.', 'joined/recommended'],
  [
    `Hei!

Nå er det omsider avgjort: kommunestyret sa ja i går kveld, enstemmig til og med. Protokollen kommer når den er signert.`,
    'joined/decided',
  ],
  [
    'Hei igjen. Jeg må bare få si at dette er et godt tiltak. Formannskapet hadde saken 8. september og endte på et knapt flertall for å delta (4 mot 3).',
    'joined/decided',
  ],
  [
    'Viser til telefonsamtale. Rådmannen stiller seg bak og vil legge fram saken for kommunestyret 24. september med forslag om at Fjordvik slutter seg til.',
    'joined/recommended',
  ],
  [
    'Hei. Administrasjonen kommer til å tilrå at vi sier nei. Saken går til formannskapet 22. september.',
    'declined/recommended',
  ],
  [
    `Kommunestyret i Fjordvik behandlet i møte 10.09.2026 henvendelse fra KS om felles digitaliseringsrådgiver, sak 51/26. Det ble fattet slikt vedtak:

1. Fjordvik kommune slutter seg til ordningen.
2. Utgiften på kr 13 400 dekkes innenfor rammen til stab.

Vedtaket var enstemmig.`,
    'joined/decided',
  ],
  [
    `MELDING OM VEDTAK

Formannskapet behandlet saken 08.09.2026 som sak 44/26.

Formannskapets vedtak:
Fjordvik kommune ser ikke behov for å delta i ordningen med felles digitaliseringsrådgiver.

Med hilsen`,
    'declined/decided',
  ],
  [
    'Fjordvik kommune slutter seg til ordningen med felles digitaliseringsrådgiver, jf. vedtak i formannskapet 8. september 2026 (sak 44/26).',
    'joined/decided',
  ],
  ['Formannskapet støttet rådmannens innstilling om å stå utenfor.', 'declined/decided'],
  ['Formannskapet gikk mot rådmannens innstilling og vedtok å slutte seg til.', 'joined/decided'],
  ['Rådmannen innstilte på nei, men formannskapet ville det annerledes: Fjordvik blir med.', 'joined/decided'],
  ['Saken ble avgjort i kommunestyret i går. Det ble et klart nei, 19 mot 6.', 'declined/decided'],
  ['Fjordvik kommune er med. Vedtak i formannskapet 8. september.', 'joined/decided'],
  ['Formannskapet har delegert myndighet i saken og har besluttet at kommunen deltar.', 'joined/decided'],
  ['Kommunestyret har i møte 10. september gjort vedtak om at Fjordvik kommune går inn i ordningen.', 'joined/decided'],
  ['Formannskapet behandlet henvendelsen 8. september og stilte seg bak at kommunen blir med.', 'joined/decided'],
  ['Ordføreren melder fra kommunestyremøtet: det ble ja, med 17 mot 4 stemmer.', 'joined/decided'],
  ['Saken ble vedtatt i formannskapet i går, så da er Fjordvik med.', 'joined/decided'],
  ['Kommunestyret gav i går rådmannen fullmakt til å signere avtalen på vegne av Fjordvik.', 'joined/decided'],
  ['Kommunestyret sluttet seg i går til felles digitaliseringsrådgiver.', 'joined/decided'],
  ['Kommunestyret avviste i går forslaget om å delta.', 'declined/decided'],
  ['Vi fikk ikke flertall for dette i kommunestyret, dessverre. Fjordvik deltar ikke.', 'declined/decided'],
  ['Formannskapet landet på nei etter en lang diskusjon.', 'declined/decided'],
  ['Vedtaket i formannskapet 8. september går ut på at Fjordvik ikke slutter seg til.', 'declined/decided'],
  [
    'Kommunestyret valgte i går å prioritere barnehagene framfor dette, og Fjordvik blir derfor ikke med.',
    'declined/decided',
  ],
  ['Formannskapet samtykket i går til at kommunen deltar i ordningen.', 'joined/decided'],
  [
    'Rådmannens forslag til vedtak er at kommunen slutter seg til ordningen; formannskapet møtes 22. september.',
    'joined/recommended',
  ],
  [
    'Formannskapet rådde samrøystes til at Fjordvik sluttar seg til. Kommunestyret har siste ord 24. september.',
    'joined/recommended',
  ],
])('tells what a body did or is asked to do: %s → %s', (text, expected) => {
  expect(shortly(readMail(text))).toBe(expected);
});
