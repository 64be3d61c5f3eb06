import { describe, expect, test } from 'vitest';
import { readMail, shortly } from './read-mail.ts';

const PROGRAM = { headers: [{ name: 'auto-submitted', value: 'auto-replied' }] };
const NEW_MAIL = { answers: [], subject: 'Påmelding' };

describe('a question whose answer they wait for is a question, not a delay', () => {
  test.each([
    [
      'Kan dere sende en ny avtale, og si hva summen blir? Så tar ordføreren og rådmannen stilling til den.',
      'question',
    ],
    ['Hva koster det oss? Da kan vi behandle saken.', 'question'],
    ['Hva koster det oss? Deretter legger vi saken fram for formannskapet.', 'question'],
    ['Eg klarer ikkje å sjå kor lenge avtala gjeld. Er det for eitt år om gongen?', 'question'],
    ['Hvem er arbeidsgiver? Fint om du svarer, så vi får gjort oss opp en mening.', 'question'],
    ['Gi meg beskjed om hva summen blir, slik at rådmannen kan ta stilling.', 'question'],
    ['Kan dere bekrefte summen? Så er vi med.', 'question ?'],
    // A day that is set, or an open deadline, is a delay.
    ['Saken skal opp i formannskapet 24. september. Da tar vi stilling. Hvem kan jeg ringe?', 'deferred'],
    ['Vi klarer ikke å svare innen fristen.', 'deferred'],
    ['Vi rekker ikke fristen. Er det greit? Så svarer vi etter formannskapet 24. september.', 'deferred'],
    // «ser ikke hva» inside a no
    ['Vi ser ikke hva vi får igjen for pengene og sier nei.', 'declined/stated'],
    ['Vi klarer ikke å finne penger til dette.', 'declined/stated'],
  ])('%s → %s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });
});

describe('receipts and absences in the words of offices', () => {
  test.each([
    ['Fjordvik kommune har mottatt e-posten din. Svar på denne meldingen blir ikke lest.', PROGRAM, 'receipt'],
    ['Kommunen har fått brevet. Den er generert av maskin. Svar på den blir ikke besvart.', PROGRAM, 'receipt'],
    ['E-postadressen er ikke lenger i bruk. Send henvendelsen til postmottak.', PROGRAM, 'out-of-office'],
    [
      'Eg er på reinskilje og har ikkje dekning før måndag. Send til postmottaket om det hastar.',
      PROGRAM,
      'out-of-office',
    ],
    ['Jeg er på sauesanking og uten mobildekning. Bare send til postmottak.', PROGRAM, 'out-of-office'],
    ['Saka er send vidare til økonomisjefen.', PROGRAM, 'receipt'],
    [
      'Purringen er kommet fram. Den første e-posten er blitt liggende ufordelt. Den er nå fordelt til rådmannen.',
      {},
      'receipt',
    ],
    ['Jeg er vikar her, men har skrevet ut e-posten og lagt den i hylla til Birger.', {}, 'receipt'],
    ['Jeg har lagt den på pulten til rådmannen.', {}, 'receipt'],
    ['Brevet ble liggende ulest i arkivet. Vi svarer etter kommunestyret 24. september.', {}, 'deferred'],
    ['Saken er blitt liggende. Vi tar den opp i formannskapet 12. oktober.', {}, 'deferred'],
    ['Vi har lagt det inn i budsjettet og er med.', {}, 'joined/stated'],
    ['Vi har ikke dekning for dette i budsjettet.', {}, 'declined/stated'],
    ['Jeg gikk av med pensjon i sommer. Kontakt postmottak.', {}, 'out-of-office'],
  ])('%s → %s', (text, changes, expected) => {
    expect(shortly(readMail(text, changes))).toBe(expected);
  });

  test('a newsletter that tells of courses is nobody’s absence', () => {
    const list = {
      ...NEW_MAIL,
      subject: 'Nyhetsbrev',
      headers: [{ name: 'list-unsubscribe', value: '<mailto:av@nett.example>' }],
    };
    expect(readMail('Siste nytt fra høstkonferansen: programmet er klart.', list).kind).toBe('other');
    expect(readMail('Siste sjanse: Meld deg på høstkonferansen!', { ...NEW_MAIL, subject: 'Nyhetsbrev' }).kind).toBe(
      'other',
    );
  });

  test('who leaves in the spring is still there in the autumn', () => {
    const text = 'Kan du ta meg av lista for nyhetsbrevet? Jeg går av med pensjon til jul.';
    expect(readMail(text, { ...NEW_MAIL, subject: 'Nyhetsbrev' }).kind).toBe('other');
    expect(readMail('Jeg slutter i kommunen 1. desember. Send e-post til postmottak i stedet.').kind).toBe(
      'out-of-office',
    );
    expect(readMail('Jeg går av med pensjon 1. desember. Kontakt Nina Lund.', PROGRAM).kind).toBe('out-of-office');
  });

  test('a yes to what the mail goes on to sign up for is none to the request', () => {
    const text = 'Vi vil gjerne være med. Sett opp Henrik og meg på det digitale frokostmøtet om heltid.';
    expect(readMail(text, NEW_MAIL)).toMatchObject({ kind: 'other', conclusion: null, campaign: null });
  });
});

describe('yes and no in everyday words', () => {
  test.each([
    ['Fjordvik kan du føre opp.', 'joined/stated'],
    ['Oss kan dere regne med.', 'joined/stated'],
    ['Fjordvik kan dere ikke regne med.', 'declined/stated'],
    ['Ola kan du føre opp.', 'joined/stated ?'],
    ['Kryss av på a) for oss.', 'joined/stated'],
    ['Sett oss på b).', 'declined/stated'],
    ['Vi har ført opp kr 9 000 for 2027. Merk fakturaen med bestillerkode RO311.', 'joined/stated'],
    ['Merk fakturaen med bestillerkode RO311.', 'joined/stated ?'],
    ['Fjordvik blir med på linje med de andre kommunene.', 'joined/stated'],
    ['Kommunen viderefører ikke deltakelsen.', 'declined/stated'],
    ['I fjor sluttet vi oss til. Nå viderefører vi ikke medlemskapet.', 'declined/stated'],
    ['Fjordvik er med i 2027. Deltakinga gjeld berre dette eine året.', 'conditional/stated'],
    ['Det koster. Men det er godt at det finnes ett nummer å ringe. Vi er med.', 'joined/stated'],
    ['Vi svarte ikke før fristen, beklager. Vi er med.', 'joined/stated'],
    ['Vi rakk ikke å behandle saken før fristen.', 'deferred'],
    [
      'Saken går først til fylkesutvalget 10. november, som innstiller. Fylkestinget tar stilling 9. desember.',
      'deferred',
    ],
  ])('%s → %s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });

  test('money in a mere proposal of a budget is no yes', () => {
    const { conclusion, review } = readMail(
      'Vi har ført opp kr 9 000 i budsjettforslaget. Merk fakturaen med kode RO311.',
    );
    expect(conclusion !== 'joined' || review).toBe(true);
  });
});

describe('what is denied, and what is told of others', () => {
  test.each([
    ['Det stemmer ikke, som avisa skrev, at Fjordvik har takket nei. Dere kan regne med oss.', 'joined/stated'],
    ['Det er feil at vi sluttet oss til i fjor. Vi takker nei.', 'declined/stated'],
    ['Det stemmer ikke at vi er med. Saken skal opp i formannskapet 24. september.', 'deferred'],
    ['Det er ikke riktig at vi har takket ja.', 'unclear ?'],
    ['Så vidt eg veit har dei alt sagt ja på Lidal. Vi takkar nei.', 'declined/stated'],
    ['Så vidt jeg vet sier vi nei.', 'declined/stated ?'],
  ])('%s → %s', (text, expected) => {
    expect(shortly(readMail(text))).toBe(expected);
  });
});

describe('what bodies did, told in a letter', () => {
  test.each([
    [
      'Formannskapet tok opp saken i forrige uke og var enig om at Fjordvik ikke går inn i ordningen.',
      'declined/decided',
      'formannskapet',
    ],
    [
      'Kommunestyret kom til motsatt resultat 10. september. Fjordvik deltar ikke.',
      'declined/decided',
      'kommunestyret',
    ],
    [
      'Utvalget hadde anbefalt å si nei, men kommunestyret gikk for fellesforslaget. Fjordvik er dermed med.',
      'joined/decided',
      'kommunestyret',
    ],
    [
      'Vi slutter oss til. Formannskapet ga kommunedirektøren fullmakt, og han har brukt den.',
      'joined/decided',
      'formannskapet',
    ],
    [
      'Saka stod på saklista til formannskapet i går, men vart trekt. Ho kjem opp att 25. september.',
      'deferred',
      'formannskapet',
    ],
  ])('%s → %s', (text, expected, body) => {
    const reading = readMail(text);
    expect([shortly(reading), reading.body]).toEqual([expected, body]);
  });

  test('the day is that of the meeting whose votes are told', () => {
    const text =
      'I kommunestyret i går fikk innstillingen 9 av 21 stemmer. Kommunestyret vedtok et forslag om at kommunen bidrar.';
    expect(readMail(text)).toMatchObject({ decidedOn: '2026-09-14', stage: 'decided' });
  });
});

test('a stranger who says where he writes from is a claim for a person', () => {
  const from = { name: 'Jan Nes', address: 'jan.nes@post.example' };
  const text = 'Hei, dette er Jan Nes i Lidal. Formannskapet var enig om at Lidal ikke går inn i ordningen.';
  expect(readMail(text, { from, answers: [], subject: 'Felles digitaliseringsrådgiver' })).toMatchObject({
    municipalities: ['Lidal'],
    review: true,
  });
});

test('what is written to customers is no answer, whatever words of ours it uses', () => {
  const from = { name: 'Kundeservice', address: 'kunde@betaling.example' };
  const text =
    'Kjære kunde, vi kan ikke se at vi har fått svar fra deg. Klikk på lenken under for å slutte deg til den nye ordningen.';
  expect(readMail(text, { from, answers: [], subject: 'Felles digitaliseringsrådgiver' })).toMatchObject({
    kind: 'other',
    conclusion: null,
  });
});

test('two that answer together answer for both', () => {
  const text =
    'Hei! Fjordvik og Lidal har drøftet dette i felles ledermøte og svarer samlet: Begge kommunene slutter seg til.';
  expect(readMail(text)).toMatchObject({ municipalities: ['Fjordvik', 'Lidal'], conclusion: 'joined' });
});
