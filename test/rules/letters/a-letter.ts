import type { LetterAddressee, LetterFacts } from '../../../src/rules/letters/letter-facts.ts';

/** The letter that Hitra was owed on 17.03.2014, in the campaign of 2013 (seeds: 25 municipalities, kr 3 per inhabitant). */
export function aLetter(changes: Partial<LetterFacts> = {}): LetterFacts {
  const nynorsk = changes.writtenForm === 'nynorsk';
  return {
    kind: 'missing',
    collective: false,
    writtenForm: 'bokmål',
    datedAt: '2014-03-10T08:00:00Z',
    campaign: {
      title: 'Felles kommunal ressurs, samhandling med St. Olav',
      reference: '13/01746-9',
      type: 'accession',
      terms: { baseNok: 0, perInhabitantNok: 3, populationDate: '2013-01-01', year: null },
      ask: nynorsk
        ? 'slutte seg til ein felles ressurs for samhandlinga med St. Olav'
        : 'slutte seg til en felles ressurs for samhandlingen med St. Olav',
      text: 'Rådmannsutvalget ber kommunene bidra.\nUtgiften er kr 3 per innbygger.\n\nVedlagt: vedtak og saksframstilling.',
    },
    deadline: '2014-03-07',
    newDeadline: null,
    addressees: [hitra()],
    joinedCount: 11,
    sender: {
      name: 'Eva L. Indreby',
      address: 'eva.indreby@ks.example',
      title: nynorsk ? 'rådgjevar' : 'rådgiver',
      unit: 'KS Sør-Trøndelag',
      phone: '00 00 26 00',
    },
    replyTo: 'svar+h7k2qf@purrebot.ks.example',
    to: [{ name: 'Hitra kommune', address: 'postmottak@hitra.kommune.example' }],
    cc: [],
    messageId: '<letter-12@purrebot.ks.example>',
    references: ['<letter-1@purrebot.ks.example>', '<letter-7@purrebot.ks.example>'],
    quoted: [
      {
        from: 'KS Sør-Trøndelag, Eva L. Indreby',
        sentAt: '2014-02-27T08:46:00Z',
        to: null,
        subject: 'Påminnelse: Felles kommunal ressurs - svarfrist 07.03.2014 - vår ref. 13/01746-9 H7K2QF',
        text: 'Vi ber om tilbakemelding så raskt som mulig.',
      },
    ],
    attachmentNames: [],
    ...changes,
  };
}

export function hitra(changes: Partial<LetterAddressee> = {}): LetterAddressee {
  return {
    name: 'Hitra',
    kind: 'municipality',
    token: 'H7K2QF',
    theirReference: null,
    roles: ['postmottak'],
    share: { nok: 13431, inhabitants: 4477, populationDate: '2013-01-01' },
    meeting: null,
    ...changes,
  };
}

/** Those that the adviser wrote to together on 17.03.2014, each with a token that must not be seen by the others. */
export function theTwelve(): LetterAddressee[] {
  const names = [
    'Bjugn',
    'Frøya',
    'Hitra',
    'Orkdal',
    'Rennebu',
    'Rissa',
    'Roan',
    'Røros',
    'Selbu',
    'Skaun',
    'Ørland',
    'Åfjord',
  ];
  return names.map((name, index) => hitra({ name, token: `K${index % 10}V8WN`, roles: ['director'] }));
}

/** One letter of every kind, as it is written in the story; receipts too. */
export function everyLetter(): LetterFacts[] {
  const meeting = hitra({ meeting: { on: '2014-01-23', body: 'formannskapet' } });
  const last = hitra({ roles: ['postmottak', 'director'] });
  const receipt = {
    conclusion: 'joined',
    decided: { body: 'formannskapet', on: '2014-03-11', caseReference: '21/14' },
    statedBy: null,
    sentence: 'Hitra kommune slutter seg til ordningen.',
  } as const;
  const kinds: Partial<LetterFacts>[] = [
    { kind: 'request', datedAt: '2013-11-28T08:37:00Z', deadline: '2013-12-12', quoted: [], references: [] },
    { kind: 'friendly', datedAt: '2013-11-28T08:37:00Z', deadline: '2013-12-12' },
    { kind: 'near', datedAt: '2013-12-09T08:00:00Z', deadline: '2013-12-12' },
    { kind: 'missing' },
    { kind: 'last', datedAt: '2014-03-17T08:33:50Z', newDeadline: '2014-03-19', addressees: [last], joinedCount: 12 },
    { kind: 'after-meeting', addressees: [meeting] },
    { kind: 'receipt', receipt },
    { kind: 'missing', collective: true, addressees: theTwelve() },
    { kind: 'last', collective: true, addressees: theTwelve(), newDeadline: '2014-03-19' },
    { kind: 'friendly', collective: true, addressees: theTwelve(), newDeadline: '2014-03-21' },
    { kind: 'request', collective: true, addressees: theTwelve(), quoted: [], references: [] },
  ];
  const forms = ['bokmål', 'nynorsk'] as const;
  const types = ['accession', 'signature'] as const;
  return forms.flatMap(writtenForm =>
    types.flatMap(type =>
      kinds.map(changes => {
        const letter = aLetter({ ...changes, writtenForm });
        return { ...letter, campaign: { ...letter.campaign, type } };
      }),
    ),
  );
}
