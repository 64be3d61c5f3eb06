import type { LetterWords } from './letter-words.ts';

const NUMBERS = ['null', 'éin', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti', 'elleve', 'tolv'];

export const NYNORSK: LetterWords = {
  lang: 'nn',
  subject: {
    reminder: 'Påminning',
    missing: 'Vi manglar svar',
    receipt: 'Svar registrert',
    afterMeeting: 'Etter møtet',
    deadline: 'svarfrist',
    ourReference: 'vår ref.',
    theirReference: 'dykkar ref.',
  },
  head: {
    to: 'Til',
    theirReference: 'Dykkar ref.',
    ourReference: 'Vår ref.',
    date: 'Dato',
    caseworker: 'Sakshandsamar',
    about: 'Gjeld',
    askTheirReference: 'Oppgje gjerne saksnummeret dykkar i svaret',
    municipalities: 'Kommunane',
    attention: 'v/',
  },
  roles: { postmottak: 'postmottak', officer: 'sakshandsamar' },
  director: {
    municipality: { before2020: 'rådmann', now: 'kommunedirektør' },
    county: { before2020: 'fylkesrådmann', now: 'fylkesdirektør' },
    'regional-council': { before2020: 'dagleg leiar', now: 'dagleg leiar' },
  },
  theDirector: {
    municipality: { before2020: 'Rådmannen', now: 'Kommunedirektøren' },
    county: { before2020: 'Fylkesrådmannen', now: 'Fylkesdirektøren' },
    'regional-council': { before2020: 'Dagleg leiar', now: 'Dagleg leiar' },
  },
  theDirectors: { before2020: 'Rådmennene', now: 'Kommunedirektørane' },
  theOne: { municipality: 'kommunen', county: 'fylkeskommunen', 'regional-council': 'regionrådet' },
  theMunicipalities: 'kommunane',
  bodies: {
    kommunestyret: 'kommunestyret',
    formannskapet: 'formannskapet',
    fylkestinget: 'fylkestinget',
    rådmannen: 'rådmannen',
    kommunedirektøren: 'kommunedirektøren',
  },
  bodyChoice: {
    municipality: 'kommunestyret/formannskapet',
    county: 'fylkestinget/fylkesutvalet',
    'regional-council': 'rådet/styret',
  },
  lead: {
    request: (who, ask) => `Vi ber ${who} om å ${ask}.`,
    friendly: (who, one, ask) =>
      who === null ? `Ei vennleg påminning: Vil ${one} ${ask}?` : `Ei vennleg påminning til ${who}: Vil ${one} ${ask}?`,
    near: (who, date, isNew) => {
      if (date === null) return who === null ? 'Vi ventar på svar frå dykk.' : `Vi ventar på svar frå ${who}.`;
      return `${who ?? 'De'} har ${isNew ? 'ny ' : ''}frist til ${date} med å svare oss.`;
    },
    nearOtherwise: 'Rekk de det ikkje, sei når saka blir handsama. Då ventar vi.',
    missing: who => `Vi manglar svar frå ${who ?? 'dykk'}.`,
    stillMissing: who => `Vi manglar framleis svar frå ${who ?? 'dykk'}.`,
    deadlineWas: date => `Fristen var ${date}.`,
    answerBy: date => `Svar innan ${date}, uansett konklusjon.`,
    answerByNew: date => `Svar innan den nye fristen, ${date}, uansett konklusjon.`,
    preferablyBy: date => `Svar gjerne innan ${date}, uansett konklusjon.`,
    soon: 'Gje oss ei tilbakemelding så raskt som råd, uansett konklusjon.',
    timeLeft: days => {
      if (days === 1) return 'Det er i morgon.';
      const weeks = days / 7;
      if (Number.isInteger(weeks)) return `Det er ${weeks === 1 ? 'ei veke' : `${NUMBERS[weeks] ?? weeks} veker`} til.`;
      return `Det er ${NUMBERS[days] ?? days} dagar til.`;
    },
    meeting: (subject, date) => `${subject} skulle handsame saka ${date}.`,
    meetingUnknown: who => `Vi spør korleis det gjekk med saka i ${who}.`,
    whatHappened: 'Kva vart resultatet? Send oss gjerne vedtaket, helst denne veka.',
    thanks: 'Takk for svaret.',
  },
  aboutWhether: (one, ask) => `Det gjeld om ${one} vil ${ask}.`,
  whateverConclusion: 'Vi ønskjer svar uansett konklusjon.',
  postponed: 'Vart saka utsett, held det å skrive ny møtedato.',
  joined: (count, signature, scheme) => {
    const who = count === 1 ? 'Éin kommune' : `${count} kommunar`;
    if (signature) return `${who} har så langt inngått avtalen.`;
    return `${who} har så langt slutta seg til${scheme ? ' ordninga' : ''}.`;
  },
  noIsAnAnswer: 'Eit nei er òg eit svar.',
  whenTreated: 'De har sagt at saka skal handsamast seinare. Når blir ho handsama?',
  politically: 'Skal saka opp politisk, send oss gjerne møtedatoen no. Då høyrer de ikkje meir frå oss før møtet.',
  share: {
    label: name => `Andel for ${name}`,
    inhabitants: 'innbyggjarar',
    fixed: 'fast beløp',
    perInhabitant: 'per innbyggjar',
    perMunicipality: 'per kommune',
    expense: (rate, date) => `Utgifta er ${rate}${date === null ? '' : ` (SSB ${date})`}.`,
  },
  answers: {
    copy: 'Svar med éi linje. Kopier den som passar:',
    choose: 'Svar med éi linje. Vel den som passar:',
    join: (who, sum) => `${who} sluttar seg til ordninga${sum === null ? '' : ` med ${sum}`}.`,
    decline: who => `${who} sluttar seg ikkje til ordninga.`,
    sign: (who, sum) =>
      `${who} inngår avtalen${sum === null ? '' : ` og betaler ${sum}`}. Vedlagt følgjer signert avtale.`,
    declineToSign: who => `${who} inngår ikkje avtalen.`,
    later: (who, body) => `${who} handsamar saka i [${body}] den [dato].`,
    question: who => `${who} har spørsmål før vi kan svare:`,
    decidedIn: (body, date) => {
      if (body === null) return `Vedteke ${date}.`;
      return `Vedteke ${body === 'rådmannen' || body === 'kommunedirektøren' ? 'av' : 'i'} ${body} ${date}.`;
    },
    postponed: who => `Saka vart utsett i ${who}. Ho blir handsama i [organ] den [dato].`,
    labels: {
      join: 'Ja, vi sluttar oss til',
      decline: 'Nei, vi sluttar oss ikkje til',
      sign: 'Ja, vi sender signert avtale',
      declineToSign: 'Nei, vi inngår ikkje avtalen',
      later: 'Saka blir handsama seinare',
      question: 'Vi har spørsmål',
      decidedJoin: 'Vedteke: vi sluttar oss til',
      decidedDecline: 'Vedteke: vi sluttar oss ikkje til',
      decidedSign: 'Vedteke: vi inngår avtalen',
      decidedDeclineToSign: 'Vedteke: vi inngår ikkje avtalen',
      postponed: 'Saka vart utsett',
    },
    fields: {
      decision: 'Vedtak (organ og dato), om det finst:',
      person: 'Namn og rolle:',
      reference: 'Saksnummeret dykkar:',
      meetingCase: 'Saksnummer i møtet:',
    },
    ownWords:
      'De kan òg berre svare på denne e-posten med eigne ord. Saka treng ikkje vere vedteken for at de kan svare. Sei berre når ho blir handsama.',
    attachAgreement: 'Legg den signerte avtalen ved svaret, gjerne som PDF.',
  },
  collective: {
    intro: 'Svar på denne e-posten er nok. Skriv gjerne éi av desse linjene:',
    municipality: '[Kommunen]',
    anyBody: 'organ',
    alreadyTold:
      'Har de sagt frå om ein møtedato, gjeld han. Då treng de ikkje svare no. Ventar de på svar frå oss, kjem det for seg.',
  },
  lastWritten: (directors, hasDeadline) =>
    [
      'Dette er den siste skriftlege påminninga frå oss.',
      directors === null ? '' : `${directors} får kopi.`,
      hasDeadline ? 'Har vi ikkje høyrt frå dykk då, ringjer eg.' : 'Høyrer vi ikkje frå dykk, ringjer eg.',
    ]
      .filter(Boolean)
      .join(' '),
  alreadyAnswered: {
    ignore: 'Har de alt svart, kan de sjå bort frå denne e-posten.',
    sorry: 'Har de alt svart, ber vi om orsaking. Send gjerne svaret ein gong til, så rettar vi det hos oss.',
    afterMeeting: 'Har de alt sendt vedtaket, har vi ikkje funne det att. Send det gjerne ein gong til.',
  },
  ownWordsHeading: 'Kva saka gjeld',
  attachments: names => `Vedlegg: ${names}`,
  regards: 'Med vennleg helsing',
  phone: 'tlf.',
  quote: { from: 'Frå:', sent: 'Sendt:', to: 'Til:', subject: 'Emne:' },
  quotedAsk: (ask, date) =>
    date === null
      ? `Vi ber kommunane om å ${ask}, og om svar så raskt som råd.`
      : `Vi ber kommunane om å ${ask}, og om svar innan ${date}.`,
  receipt: {
    registered: {
      joined: (who, signature) =>
        `Vi har registrert at ${who} ${signature ? 'inngår avtalen' : 'sluttar seg til ordninga'}.`,
      declined: (who, signature) =>
        `Vi har registrert at ${who} ikkje ${signature ? 'inngår avtalen' : 'sluttar seg til ordninga'}.`,
      conditional: who => `Vi har registrert at ${who} svarar med atterhald. Vi kjem tilbake til dykk om det.`,
      deferred: who => `Vi har registrert at saka blir handsama seinare i ${who}.`,
      question: who => `Vi har registrert at ${who} har spørsmål. Vi svarar dykk.`,
    },
    decided: 'Vedteke',
    stated: 'Opplyst av',
    basedOn: 'Vi byggjer på denne setninga frå dykk:',
    wrong: 'Stemmer det ikkje? Svar på denne e-posten, så rettar vi det. Stemmer det, treng de ikkje gjere noko.',
    automatic: 'Kvitteringa er laga automatisk, men vi les svar på henne.',
  },
};
