import { expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

/** Yes, no and yes-if in idioms whose verb alone says nothing: a particle, a light verb, a bill, a proposal. */
test.each([
  ['Kommunen går med fra 2027.', 'joined/stated'],
  ['Vi går med på opplegget.', 'joined/stated'],
  ['Kommunen forpliktar seg til å delta.', 'joined/stated'],
  ['Vi følger opp med å bli med for egen regning.', 'joined/stated'],
  ['Vi er nå fullt ut med.', 'joined/stated'],
  ['Kommunen blir part i avtalen.', 'joined/stated'],
  ['Dere kan notere et ja fra oss.', 'joined/stated'],
  ['Vi holder fast ved vårt ja.', 'joined/stated'],
  ['Svar KS at Fjordvik kommune deltar.', 'joined/stated'],
  ['Rådmannen kan gi grønt lys fra oss.', 'joined/stated'],
  ['Kommunedirektøren anbefaler deltakelse.', 'joined/recommended'],
  ['Konklusjonen er at Fjordvik lar være å delta.', 'declined/stated'],
  ['Vi lar det være denne gangen.', 'declined/stated'],
  ['Kommunen er ute av stand til å bidra.', 'declined/stated'],
  ['Nokon interesse for dette har me ikkje.', 'declined/stated'],
  ['Dere får klare dere uten penger fra oss.', 'declined/stated'],
  ['Dette må gå uten oss.', 'declined/stated'],
  ['Fjordvik kommune takker derfor for seg.', 'declined/stated'],
  ['Vi holder fast ved vårt nei.', 'declined/stated'],
  ['Kommunen blir ikke part i avtalen.', 'declined/stated'],
  ['Vi gir beskjed om at det ikke er aktuelt for oss å delta.', 'declined/stated'],
  ['Kommunedirektøren fraråder deltakelse.', 'declined/recommended'],
  ['Rådmannen rår frå å gå inn i ordninga.', 'declined/recommended'],
  ['Saken går til kommunestyret med negativ innstilling.', 'declined/recommended'],
])('says it in an idiom: %s → %s', (text, expected) => {
  expect(shortly(readMail(text))).toBe(expected);
});

test.each([
  'Vi deltar i 2027, men ikke utover det.',
  'Fjordvik deltar for 2027 alene.',
  'Fjordvik deltar med en øvre grense på 15 000 kroner.',
  'Vi er med i tolv måneder, deretter må det vurderes på nytt.',
  'Vi er med i seks måneder.',
  'Kommunen bidrar med to kroner per innbygger, ikke tre.',
  'Kommunen strekker seg til å være med ett år.',
  'Vår deltakelse står og faller med at fylkeskommunen bidrar.',
  'Vårt ja er betinget av at de andre blir med.',
  'Vi blir med, men bare mot at regnskapet legges fram.',
  'Fjordvik sluttar seg til med den endringa at bidraget vert sett ned.',
])('a yes with an edge is a conditional one: %s', text => {
  expect(readMail(text).conclusion).toBe('conditional');
});

/** A bill that is taken is half a word: read as yes, and shown to a person. */
test.each([
  'Vi tar vår del av spleisen fra nyttår.',
  'Me tek på oss vår del av utgifta.',
  'Det er i orden fra Fjordvik sin side.',
  'Kommunen tar utgiften over helsebudsjettet.',
  'Vi betaler full sats.',
])('a person confirms a yes that is only implied: %s', text => {
  const reading = readMail(text);
  expect([reading.conclusion, reading.review]).toEqual(['joined', true]);
});

/** Near misses: another matter, another subject, a guess, a wish, what a yes would bring. */
test.each([
  'Så vidt jeg vet er vi med.',
  'Etter det jeg forstår deltar kommunen.',
  'Fjordvik deltar i det interkommunale brannsamarbeidet.',
  'Vi slutter oss til innkjøpssamarbeidet.',
  'Ja takk, jeg blir med på middagen.',
  'Kommunestyret sluttet seg enstemmig til at representanten Hansen er inhabil.',
  'Strandbygd tar på seg sin del av kostnaden.',
  'De andre tar sin del av kostnaden.',
  'Ingen av oss, som sitter i formannskapet, stemte for å delta.',
  'Kommunedirektøren gir grønt lys når kommunestyret har sagt sitt.',
  'Dersom vi blir med, betaler vi vår del.',
  'Ved et eventuelt ja sender vi avtalen.',
  'Vi betaler allerede for en egen koordinator.',
  'Vi tar vår del av ansvaret for samhandlingen.',
  'Rådmannen har gitt saken grønt lys for behandling.',
  'Kommunen vurderer å ta på seg sin del av kostnaden.',
  'Vi lar være å purre på dette.',
  'Vi lar ikke være å delta.',
  'Vi kan ikke la være å delta.',
  'Vi er ute av stand til å svare før jul.',
  'Noen mulighet til å svare før fristen har vi ikke.',
  'Dere får klare dere uten svar til mandag.',
  'Dette finansieres ikke av KS.',
  'Møtetidspunktet er greit for oss.',
  'Vi gikk gjennom avtalen i formannskapet i går.',
  'Skal vi la det ligge?',
])('neither joins nor declines by itself: %s', text => {
  const { conclusion, review } = readMail(text);
  expect(review || (conclusion !== 'joined' && conclusion !== 'declined')).toBe(true);
});
