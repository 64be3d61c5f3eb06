import { expect, test } from 'vitest';
import { answerers, type Mail, messageOf, readFrom } from './sender-world.ts';

const YES = 'Vi slutter oss til ordningen.';
const from = 'jan.hopstad@roan.kommune.example';
const COUNCIL = 'daglig.leder@fosenregionen.example';

type Written = Omit<Mail, 'from'> & { from?: string };

const FOR_SEVERAL: [string, Written, string][] = [
  [
    'a list',
    { text: 'På vegne av kommunene Roan, Åfjord og Osen kan jeg melde at vi slutter oss til ordningen.' },
    'Osen, Roan, Åfjord',
  ],
  [
    'a list from a council that no register knows',
    {
      from: COUNCIL,
      text: 'På vegne av kommunene Roan, Åfjord og Osen kan jeg melde at de slutter seg til ordningen.',
    },
    'Osen, Roan, Åfjord ?',
  ],
  ['itself and another', { text: 'Roan kommune slutter seg til ordningen, for egen del og for Leka.' }, 'Leka, Roan'],
  ['itself and another in nynorsk', { text: 'For eigen del og for Leka sluttar vi oss til ordninga.' }, 'Leka, Roan'],
  ['two as one subject', { text: 'Roan og Osen kommuner slutter seg til ordningen.' }, 'Osen, Roan'],
  [
    'the subject line',
    { subject: 'Felles svar fra Roan og Osen', text: 'Begge kommunene slutter seg til ordningen.' },
    'Osen, Roan',
  ],
  [
    'an answer that holds for another too',
    { text: 'Vi slutter oss til ordningen. Svaret gjelder også for Osen kommune.' },
    'Osen, Roan',
  ],
];

test.each(FOR_SEVERAL)('answers for all that are named in %s', (_, mail, expected) => {
  expect(answerers(readFrom({ from, ...mail }))).toBe(expected);
});

const FOR_ITSELF: [string, Written][] = [
  ['its own name', { text: 'På vegne av Roan kommune: Vi slutter oss til ordningen.' }],
  ['its director', { text: 'På vegne av rådmannen kan jeg melde at vi slutter oss til ordningen.' }],
  ['nobody else', { text: 'Vi slutter oss til ordningen. Vi svarer bare for oss selv, ikke på vegne av Åfjord.' }],
  ['others that answer themselves', { text: 'Åfjord og Osen svarer selv. Roan slutter seg til ordningen.' }],
  ['neighbours that went before', { text: 'Som Osen og Bjugn har vedtatt, slutter Roan seg til ordningen.' }],
  [
    'neighbours whose example it follows',
    { text: 'Osen og Bjugn har allerede sluttet seg til, og det samme gjør vi. Vi slutter oss til ordningen.' },
  ],
  [
    'a cooperation of another kind',
    { text: 'Roan, Åfjord og Osen deltar i dag i et felles legesamarbeid. Vi slutter oss til ordningen.' },
  ],
  ['a cooperation with both neighbours', { text: `Vi samarbeider med både Åfjord og Osen. ${YES}` }],
  ['those that get a copy', { text: `${YES}\n\nMvh\nJan Hopstad\n\nKopi: Åfjord kommune, Osen kommune` }],
  [
    'those that got the same letter',
    {
      text: 'Se vedlegg.',
      paper: `Roan kommune\nRådmannen\n\nSvar på henvendelse\n\nRoan kommune slutter seg til ordningen.\n\nLikelydende brev sendt til: Åfjord kommune, Osen kommune`,
    },
  ],
  ['a part of the county', { text: 'Trøndelag er stort, men vi slutter oss til ordningen.' }],
  ['a meeting elsewhere', { text: `Takk for møtet i Trondheim. ${YES}` }],
  ['a question for another', { text: `${YES} Det gjelder også for tidligere avtaler med Trondheim.` }],
];

test.each(FOR_ITSELF)('answers for itself alone when it speaks of %s', (_, mail) => {
  expect(answerers(readFrom({ from, ...mail }))).toBe('Roan');
});

const DOUBTFUL: [string, Written][] = [
  ['a region without names', { text: 'På vegne av Fosen-kommunene kan jeg melde at vi slutter oss til ordningen.' }],
  [
    'a region less one',
    { text: 'Alle kommunene på Fosen unntatt Osen slutter seg til ordningen, og jeg svarer på vegne av dem.' },
  ],
  [
    'two that say different things',
    { text: 'På vegne av Roan og Osen: Roan slutter seg til ordningen, mens Osen takker nei.' },
  ],
  ['another than itself', { text: 'Osen kommune slutter seg til ordningen.' }],
  ['another in the signature', { text: `${YES}\n\nMvh\nJan Hopstad\nrådmann\nOsen kommune` }],
  [
    'another on the letterhead',
    {
      text: 'Se vedlegg.',
      paper: `OSEN KOMMUNE\nRådmannen\n\nSvar på henvendelse\n\nOsen kommune slutter seg til ordningen.`,
    },
  ],
];

test.each(DOUBTFUL)('lets a person see who is meant by %s', (_, mail) => {
  expect(answerers(readFrom({ from, ...mail }))).toMatch(/\?$/);
});

const block = (author: string) =>
  `\n\nFra: ${author}\nSendt: 14. september 2026 09:58\nTil: Postmottak\nEmne: SV: Felles digitaliseringsrådgiver for kommunene\n\n`;
const inner = messageOf({ from, text: `${YES}\n\nMvh\nJan Hopstad\nRoan kommune` });

const PASSED_ON: [string, Written, string][] = [
  ['its own director', { text: `Her er svaret fra rådmannen, se under.${block('Jan Hopstad')}${YES}\n\nJan` }, 'Roan'],
  [
    'a municipality, by a colleague at KS',
    {
      from: 'nils@ks.example',
      subject: 'VS: Felles digitaliseringsrådgiver for kommunene',
      text: `Se under.${block('Jan Hopstad <jan.hopstad@roan.kommune.example>')}${YES}\n\nJan`,
    },
    'Roan ?',
  ],
  [
    'a municipality, by a colleague at KS, with the name alone',
    {
      from: 'nils@ks.example',
      subject: 'VS: Felles digitaliseringsrådgiver for kommunene',
      text: `Se under.${block('Jan Hopstad')}${YES}\n\nMvh\nJan Hopstad\nRoan kommune`,
    },
    'Roan ?',
  ],
  [
    'a municipality, as a mail that hangs on it',
    {
      from: 'nils@ks.example',
      subject: 'VS: svar',
      text: 'Se vedlagt svar.',
      attachedMessages: [inner],
      attachments: [{ name: 'SV.eml', contentType: 'message/rfc822', size: 900, text: null, problem: null }],
    },
    'Roan ?',
  ],
  [
    'its neighbour',
    {
      from: 'kari@afjord.kommune.example',
      subject: 'VS: Felles digitaliseringsrådgiver for kommunene',
      text: `Se under.${block('Jan Hopstad <jan.hopstad@roan.kommune.example>')}${YES}\n\nJan`,
    },
    'Roan ?',
  ],
  [
    'nobody: a neighbour’s answer stands below',
    {
      text: `Vi slutter oss også til ordningen.${block('Kari Bjerk <kari@afjord.kommune.example>')}Åfjord kommune slutter seg ikke til ordningen.`,
    },
    'Roan',
  ],
];

test.each(PASSED_ON)('hears who speaks when the mail passes on the words of %s', (_, mail, expected) => {
  expect(answerers(readFrom({ from, ...mail }))).toBe(expected);
});
