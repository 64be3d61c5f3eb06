import type { LetterKind } from '../../src/rules/campaign/campaign.ts';
import type { LetterAddressee, LetterFacts, WrittenForm } from '../../src/rules/letters/letter-facts.ts';

/** Every letter that can leave, with values as awkward as they come: long names, long words, nothing to break a line at. */
export function everyLetter(): { name: string; facts: LetterFacts }[] {
  const kinds: LetterKind[] = ['request', 'friendly', 'near', 'missing', 'last', 'after-meeting', 'receipt'];
  const forms: WrittenForm[] = ['bokmål', 'nynorsk'];
  return kinds.flatMap(kind =>
    forms.flatMap(writtenForm =>
      // What asks how a meeting went, or confirms an answer, is for one municipality alone.
      (kind === 'after-meeting' || kind === 'receipt' ? [false] : [false, true]).map(collective => ({
        name: `${kind}, ${writtenForm}, ${collective ? 'collective' : 'individual'}`,
        facts: factsOf(kind, writtenForm, collective),
      })),
    ),
  );
}

function factsOf(kind: LetterKind, writtenForm: WrittenForm, collective: boolean): LetterFacts {
  const names = collective
    ? ['Bjugn', 'Frøya', 'Indre Fosen', 'Midtre Gauldal', 'Orkdal', 'Rennebu', 'Snåase – Snåsa', 'Åfjord']
    : ['Trøndelag fylkeskommune og Trööndelagen fylhkentjïelte'];
  return {
    kind,
    collective,
    writtenForm,
    datedAt: '2014-02-27T08:46:00Z',
    campaign: {
      title: 'Felles kommunal ressurs, samhandling med St. Olavs hospital og helseforetaksområdesamarbeidsorganene',
      reference: '13/01746',
      type: 'accession',
      terms: { baseNok: 10_000, perInhabitantNok: 3, populationDate: '2013-01-01', year: 2014 },
      ask: 'slutte seg til en felles ressurs for samhandlingen med <St. Olav> & «kommunene»',
      text: 'Utgiften fordeles etter innbyggertall.\n\nSe https://ks.example/saker/2013/11/28/felles-kommunal-ressurs-samhandling-med-st-olavs-hospital-vedtak-og-saksframstilling.',
    },
    deadline: '2013-12-12',
    newDeadline: kind === 'missing' || kind === 'last' ? '2014-03-07' : null,
    addressees: names.map((name, index) => addressee(name, `H7K2Q${index}`)),
    joinedCount: 12,
    sender: {
      name: 'Eva L. Indreby',
      address: 'eva.indreby.med.et.langt.navn.som.ikke.kan.brytes@sor-trondelag.ks.example',
      title: 'rådgiver',
      unit: 'KS Sør-Trøndelag',
      phone: '00 00 26 00',
    },
    replyTo: 'svar+h7k2q0@purrebot.example',
    to: [{ name: 'Postmottak', address: 'postmottak@kommune.example' }],
    cc: [],
    messageId: '<1.2013-samhandling@purrebot.example>',
    references: ['<0.2013-samhandling@purrebot.example>'],
    quoted: [
      {
        from: 'Eva L. Indreby <eva.indreby@ks.example>',
        sentAt: '2013-11-28T12:00:00Z',
        to: 'postmottak@kommune.example',
        subject: 'Felles kommunal ressurs, samhandling med St. Olav',
        text: `Vi ber kommunen svare innen 12.12.2013.\n\n${'langtordutenmellomrom'.repeat(8)}`,
      },
    ],
    attachmentNames: ['Vedtak-RU-2013-11-22.pdf', `Saksframstilling_${'med_vedlegg_'.repeat(8)}endelig.pdf`],
    ...(kind === 'receipt' && {
      receipt: {
        conclusion: 'joined',
        decided: { body: 'kommunestyret', on: '2014-04-08', caseReference: '21/14' },
        statedBy: null,
        sentence: 'Kommunestyret vedtok enstemmig å slutte seg til ordningen.',
      },
    }),
  };
}

function addressee(name: string, token: string): LetterAddressee {
  return {
    name,
    kind: name.includes('fylkeskommune') ? 'county' : 'municipality',
    token,
    theirReference: '2013/12345-1',
    roles: ['postmottak', 'director'],
    share: { nok: 24_133, inhabitants: 4711, populationDate: '2013-01-01' },
    meeting: { on: '2014-02-18', body: 'kommunestyret' },
  };
}
