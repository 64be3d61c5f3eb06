import { expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

test.each([
  'Fjordvik kommune slutter seg til ordningen. Faktura kan sendes når dere er klare.',
  'Vi deltar. Vedlagt følger avtalen, originalen ettersendes dersom dere ber om det.',
  'Kommunen slutter seg til. Kontonummer og bestillingsnummer sendes når dere ønsker det.',
  'Vi blir med på ordningen. Kopi av vedtaket kan ettersendes om det er ønskelig.',
  'Fjordvik sluttar seg til. Originalen blir ikkje send i posten dersom de ikkje ber om det.',
  'Vi slutter oss til. Økonomisjefen kan kontaktes på telefon dersom dere trenger det.',
  'Vi deltar. Dersom det er behov for papirutgave, sender vi den i posten.',
  'Vi slutter oss til. Send faktura når det passer.',
])('what suits us about invoice and papers is no condition of the yes: %s', text => {
  expect(shortly(readMail(text))).toBe('joined/stated');
});

test.each([
  'Vi slutter oss til dersom dere ikke krever mer enn kr 10 000.',
  'Faktura kan sendes dersom alle de andre kommunene blir med. Vi slutter oss til ordningen.',
  'Vi deltar. Fakturaen betales bare dersom kommunestyret bevilger pengene.',
  'Vi slutter oss til hvis dere senker prisen.',
  'Vi blir med når dere er klare med en avtale vi kan godta.',
  'Vi er med dersom dere er klare til å redusere satsen.',
  'Vi slutter oss til. Faktura betaler vi dersom dere ønsker at vi er med fra 2028.',
])('what taking part or paying hangs on is one: %s', text => {
  expect(shortly(readMail(text))).toBe('conditional/stated');
});

test.each([
  'Noen spørsmål før jeg legger saken fram for kommunedirektøren. Gjelder dette bare 2027, eller skal det betales hvert år? Er det meningen at avtalen skal løpe uten utgang?',
  'Et par spørsmål før vi tar dette opp i formannskapet: Hvem er arbeidsgiver? Når kan vi si opp?',
  'Vi har tre spørsmål før saken går til formannskapet. Hvem har arbeidsgiveransvaret? Hva skjer etter 2027?',
])('questions that come before the case is laid before anybody wait for us: %s', text => {
  expect(shortly(readMail(text))).toBe('question');
});

test.each([
  'Saken behandles i formannskapet 13. oktober. Det kan komme spørsmål før møtet.',
  'Formannskapet tar stilling 13. oktober. Er det greit?',
  'Vi har ingen spørsmål før saken legges fram for formannskapet 13. oktober.',
])('a day that is set does not: %s', text => {
  expect(shortly(readMail(text))).toBe('deferred');
});

test.each([
  'Fjordvik ser nytten av dette, men vi vil heller bidra med folk enn med penger. Hvordan ser dere på det?',
  'Vi kan stille IT-lederen vår til disposisjon en dag i uka i stedet for å betale.',
  'Vi vil gjerne være med, men bidrar med arbeidstid i stedet for penger.',
  'Vi slutter oss til, men stiller med folk, ikke penger.',
  'Vi ønskjer heller å bidra med fagfolk enn å betale.',
  'Fjordvik blir med og tilbyr kontorplass og en halv stilling i stedet.',
])('something else than money is no yes to what was asked: %s', text => {
  expect(shortly(readMail(text))).toBe('unclear ?');
});

test.each([
  ['Vi deltar gjerne, og betaler alt i januar i stedet for to ganger i året.', 'joined/stated'],
  ['Fjordvik slutter seg til. Vi stiller gjerne en ansatt til disposisjon for planleggingen.', 'joined/stated'],
  ['Vi slutter oss til i stedet for å lage noe eget.', 'joined/stated ?'],
  ['Vi vil heller bidra til et fellesskap enn å stå alene. Fjordvik slutter seg til.', 'joined/stated ?'],
  ['Vi takker nei. Vi bruker heller pengene på egne folk.', 'declined/stated'],
])('what is done besides, or rather than something else, leaves the answer: %s', (text, reading) => {
  expect(shortly(readMail(text))).toBe(reading);
});

test.each([
  ['Fjordvik går med på å betale kr 14 000 i året.', 'joined/stated'],
  ['Fjordvik kommune er ikke med på å finansiere ordningen.', 'declined/stated'],
  ['Fjordvik kommune vil hjelpe til. Krisesenteret er vi med på å betale.', null],
])('«med på å betale» is a yes when it is ours that is paid: %s', (text, reading) => {
  if (reading === null) expect(shortly(readMail(text))).not.toBe('joined/stated');
  else expect(shortly(readMail(text))).toBe(reading);
});

test('reads the sum behind «i så fall», which is a noun and no proposal that fell', () => {
  const reading = readMail(
    'Fjordvik vil være med under forutsetning av at Lidal er med. Vår andel blir i så fall kr 28 690.',
  );
  expect(reading).toMatchObject({ conclusion: 'conditional', amountNok: 28690 });
});

test('goes on reading where a line ends in «at»', () => {
  const reading = readMail(
    'Kommunestyret vedtok i møte 8. september, sak 64/26, at\nFjordvik kommune går inn i ordningen fra 1. januar 2027.',
  );
  expect(shortly(reading)).toBe('joined/decided');
});

test('names the body that «det er … som avgjør» points at', () => {
  const reading = readMail(
    'Jeg tilrår at Fjordvik slutter seg til, men det er formannskapet som avgjør. Neste møte er onsdag 30. september.',
  );
  expect(reading).toMatchObject({ stage: 'recommended', body: 'formannskapet' });
});
