import type { LetterWords } from './letter-words.ts';

const NUMBERS = ['null', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'];

export const BOKMAL: LetterWords = {
  lang: 'nb',
  subject: {
    reminder: 'Påminnelse',
    missing: 'Vi mangler svar',
    receipt: 'Svar registrert',
    afterMeeting: 'Etter møtet',
    deadline: 'svarfrist',
    ourReference: 'vår ref.',
    theirReference: 'deres ref.',
  },
  head: {
    to: 'Til',
    theirReference: 'Deres ref.',
    ourReference: 'Vår ref.',
    date: 'Dato',
    caseworker: 'Saksbehandler',
    about: 'Gjelder',
    askTheirReference: 'Oppgi gjerne saksnummeret deres i svaret',
    municipalities: 'Kommunene',
    attention: 'v/',
  },
  roles: { postmottak: 'postmottak', officer: 'saksbehandler' },
  director: {
    municipality: { before2020: 'rådmann', now: 'kommunedirektør' },
    county: { before2020: 'fylkesrådmann', now: 'fylkesdirektør' },
    'regional-council': { before2020: 'daglig leder', now: 'daglig leder' },
  },
  theDirector: {
    municipality: { before2020: 'Rådmannen', now: 'Kommunedirektøren' },
    county: { before2020: 'Fylkesrådmannen', now: 'Fylkesdirektøren' },
    'regional-council': { before2020: 'Daglig leder', now: 'Daglig leder' },
  },
  theDirectors: { before2020: 'Rådmennene', now: 'Kommunedirektørene' },
  theOne: { municipality: 'kommunen', county: 'fylkeskommunen', 'regional-council': 'regionrådet' },
  theMunicipalities: 'kommunene',
  bodies: {
    kommunestyret: 'kommunestyret',
    formannskapet: 'formannskapet',
    fylkestinget: 'fylkestinget',
    rådmannen: 'rådmannen',
    kommunedirektøren: 'kommunedirektøren',
  },
  bodyChoice: {
    municipality: 'kommunestyret/formannskapet',
    county: 'fylkestinget/fylkesutvalget',
    'regional-council': 'rådet/styret',
  },
  lead: {
    request: (who, ask) => `Vi ber ${who} om å ${ask}.`,
    friendly: (who, one, ask) =>
      who === null
        ? `En vennlig påminnelse: Vil ${one} ${ask}?`
        : `En vennlig påminnelse til ${who}: Vil ${one} ${ask}?`,
    near: (who, date, isNew) => {
      if (date === null) return who === null ? 'Vi venter på svar fra dere.' : `Vi venter på svar fra ${who}.`;
      return `${who ?? 'Dere'} har ${isNew ? 'ny ' : ''}frist til ${date} med å svare oss.`;
    },
    nearOtherwise: 'Rekker dere det ikke, si når saken behandles. Da venter vi.',
    missing: who => `Vi mangler svar fra ${who ?? 'dere'}.`,
    stillMissing: who => `Vi mangler fortsatt svar fra ${who ?? 'dere'}.`,
    deadlineWas: date => `Fristen var ${date}.`,
    answerBy: date => `Svar innen ${date}, uansett konklusjon.`,
    answerByNew: date => `Svar innen den nye fristen, ${date}, uansett konklusjon.`,
    preferablyBy: date => `Svar gjerne innen ${date}, uansett konklusjon.`,
    soon: 'Gi oss en tilbakemelding så raskt som mulig, uansett konklusjon.',
    timeLeft: days => {
      if (days === 1) return 'Det er i morgen.';
      const weeks = days / 7;
      if (Number.isInteger(weeks)) return `Det er ${weeks === 1 ? 'en uke' : `${NUMBERS[weeks] ?? weeks} uker`} til.`;
      return `Det er ${NUMBERS[days] ?? days} dager til.`;
    },
    meeting: (subject, date) => `${subject} skulle behandle saken ${date}.`,
    meetingUnknown: who => `Vi spør hvordan det gikk med saken i ${who}.`,
    whatHappened: 'Hva ble resultatet? Send oss gjerne vedtaket, helst denne uka.',
    thanks: 'Takk for svaret.',
  },
  aboutWhether: (one, ask) => `Det gjelder om ${one} vil ${ask}.`,
  whateverConclusion: 'Vi ønsker svar uansett konklusjon.',
  postponed: 'Ble saken utsatt, holder det å skrive ny møtedato.',
  joined: (count, signature, scheme) => {
    const who = count === 1 ? 'Én kommune' : `${count} kommuner`;
    if (signature) return `${who} har så langt inngått avtalen.`;
    return `${who} har så langt sluttet seg til${scheme ? ' ordningen' : ''}.`;
  },
  noIsAnAnswer: 'Et nei er også et svar.',
  whenTreated: 'Dere har sagt at saken skal behandles senere. Når blir den behandlet?',
  politically: 'Skal saken opp politisk, send oss gjerne møtedatoen nå. Da hører dere ikke mer fra oss før møtet.',
  share: {
    label: name => `Andel for ${name}`,
    inhabitants: 'innbyggere',
    fixed: 'fast beløp',
    perInhabitant: 'per innbygger',
    perMunicipality: 'per kommune',
    expense: (rate, date) => `Utgiften er ${rate}${date === null ? '' : ` (SSB ${date})`}.`,
  },
  answers: {
    copy: 'Svar med én linje. Kopier den som passer:',
    choose: 'Svar med én linje. Velg den som passer:',
    join: (who, sum) => `${who} slutter seg til ordningen${sum === null ? '' : ` med ${sum}`}.`,
    decline: who => `${who} slutter seg ikke til ordningen.`,
    sign: (who, sum) =>
      `${who} inngår avtalen${sum === null ? '' : ` og betaler ${sum}`}. Vedlagt følger signert avtale.`,
    declineToSign: who => `${who} inngår ikke avtalen.`,
    later: (who, body) => `${who} behandler saken i [${body}] den [dato].`,
    question: who => `${who} har spørsmål før vi kan svare:`,
    decidedIn: (body, date) => {
      if (body === null) return `Vedtatt ${date}.`;
      return `Vedtatt ${body === 'rådmannen' || body === 'kommunedirektøren' ? 'av' : 'i'} ${body} ${date}.`;
    },
    postponed: who => `Saken ble utsatt i ${who}. Den behandles i [organ] den [dato].`,
    labels: {
      join: 'Ja, vi slutter oss til',
      decline: 'Nei, vi slutter oss ikke til',
      sign: 'Ja, vi sender signert avtale',
      declineToSign: 'Nei, vi inngår ikke avtalen',
      later: 'Saken behandles senere',
      question: 'Vi har spørsmål',
      decidedJoin: 'Vedtatt: vi slutter oss til',
      decidedDecline: 'Vedtatt: vi slutter oss ikke til',
      decidedSign: 'Vedtatt: vi inngår avtalen',
      decidedDeclineToSign: 'Vedtatt: vi inngår ikke avtalen',
      postponed: 'Saken ble utsatt',
    },
    fields: {
      decision: 'Vedtak (organ og dato), hvis det finnes:',
      person: 'Navn og rolle:',
      reference: 'Saksnummeret deres:',
      meetingCase: 'Saksnummer i møtet:',
    },
    ownWords:
      'Dere kan også bare svare på denne e-posten med egne ord. Saken trenger ikke være vedtatt for at dere kan svare. Si bare når den behandles.',
    attachAgreement: 'Legg den signerte avtalen ved svaret, gjerne som PDF.',
  },
  collective: {
    intro: 'Svar på denne e-posten er nok. Skriv gjerne én av disse linjene:',
    municipality: '[Kommunen]',
    anyBody: 'organ',
    alreadyTold:
      'Har dere sagt fra om en møtedato, gjelder den. Da trenger dere ikke svare nå. Venter dere på svar fra oss, kommer det for seg.',
  },
  lastWritten: (directors, hasDeadline) =>
    [
      'Dette er den siste skriftlige påminnelsen fra oss.',
      directors === null ? '' : `${directors} får kopi.`,
      hasDeadline ? 'Har vi ikke hørt fra dere da, ringer jeg.' : 'Hører vi ikke fra dere, ringer jeg.',
    ]
      .filter(Boolean)
      .join(' '),
  alreadyAnswered: {
    ignore: 'Har dere alt svart, kan dere se bort fra denne e-posten.',
    sorry: 'Har dere alt svart, beklager vi. Send gjerne svaret en gang til, så retter vi det hos oss.',
    afterMeeting: 'Har dere alt sendt vedtaket, har vi ikke funnet det igjen. Send det gjerne en gang til.',
  },
  ownWordsHeading: 'Hva saken gjelder',
  attachments: names => `Vedlegg: ${names}`,
  regards: 'Med vennlig hilsen',
  phone: 'tlf.',
  quote: { from: 'Fra:', sent: 'Sendt:', to: 'Til:', subject: 'Emne:' },
  quotedAsk: (ask, date) =>
    date === null
      ? `Vi ber kommunene om å ${ask}, og om svar så raskt som mulig.`
      : `Vi ber kommunene om å ${ask}, og om svar innen ${date}.`,
  receipt: {
    registered: {
      joined: (who, signature) =>
        `Vi har registrert at ${who} ${signature ? 'inngår avtalen' : 'slutter seg til ordningen'}.`,
      declined: (who, signature) =>
        `Vi har registrert at ${who} ikke ${signature ? 'inngår avtalen' : 'slutter seg til ordningen'}.`,
      conditional: who => `Vi har registrert at ${who} svarer med forbehold. Vi kommer tilbake til dere om det.`,
      deferred: who => `Vi har registrert at saken behandles senere i ${who}.`,
      question: who => `Vi har registrert at ${who} har spørsmål. Vi svarer dere.`,
    },
    decided: 'Vedtatt',
    stated: 'Opplyst av',
    basedOn: 'Vi bygger på denne setningen fra dere:',
    wrong: 'Stemmer det ikke? Svar på denne e-posten, så retter vi det. Stemmer det, trenger dere ikke gjøre noe.',
    automatic: 'Kvitteringen er laget automatisk, men vi leser svar på den.',
  },
};
