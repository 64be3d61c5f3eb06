import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { municipalityRows } from '../../../src/rules/municipality/number-rows.ts';
import type { Known, KnownAddressee } from '../../../src/rules/replies/known.ts';
import { CAMPAIGN } from './read-mail.ts';
import { type Mail, readFrom } from './sender-world.ts';

const ROWS = municipalityRows(readFileSync(new URL('../../../db/municipalities.csv', import.meta.url), 'utf8')).filter(
  ({ validTo }) => validTo === null,
);

/** Herøy and Våler are two each. */
const isShared = (name: string) => ROWS.filter(row => row.name === name).length > 1;

const ALL: KnownAddressee[] = ROWS.map(({ number, name, otherNames, county, domain }) => ({
  name: isShared(name) ? `${name} (${county})` : name,
  number,
  otherNames: otherNames.filter(other => !other.includes(' - ')),
  domains: [(domain ?? '').replace(/\.[a-z]+$/, '.example')],
  addresses: [],
  tokens: {},
  theirReferences: {},
}));
const NORWAY: Known = { addressees: ALL, campaigns: [CAMPAIGN] };

const YES = 'Vi slutter oss til ordningen.';
const plain = ({ name }: KnownAddressee) => name.replace(/ \(.*/, '');

/** What all of them say, as far as it is not what they should say: «Os: Osen». */
function wrong(
  mailOf: (one: KnownAddressee, at: number) => Mail,
  expected: (one: KnownAddressee, at: number) => string[],
) {
  return ALL.flatMap((one, at) => {
    const { municipalities, review } = readFrom(mailOf(one, at), NORWAY);
    const should = [...expected(one, at)].sort((a, b) => a.localeCompare(b, 'nb'));
    if (municipalities.join() === should.join()) return [];
    // A name that two have: nobody can tell, so a person must.
    return municipalities.length === 0 && review && isShared(plain(one))
      ? []
      : [`${one.name}: ${municipalities.join(', ')}`];
  });
}

const itself = (one: KnownAddressee) => [one.name];
const other = (at: number, by: number) => ALL[(at + by * 37) % ALL.length]!;
const from = 'avsender@postkasse.example';
const home = ({ domains }: KnownAddressee) => `kari.hansen@${domains[0]}`;

test('all 357 municipalities are there', () => expect(ALL).toHaveLength(357));

const TOLD: [string, (name: string) => Omit<Mail, 'from'>][] = [
  ['its signature', name => ({ text: `${YES}\n\nMvh\nKari Hansen\nrådgiver\n${name} kommune` })],
  ['its signature in capitals', name => ({ text: `${YES}\n\nMvh\nKari Hansen\n${name.toUpperCase()} KOMMUNE` })],
  [
    'its letterhead',
    name => ({
      text: 'Se vedlegg.',
      paper: `${name.toUpperCase()} KOMMUNE\nRådmannen\n\nKS\n7004 Trondheim\n\n${YES}`,
    }),
  ],
  ['its subject', name => ({ text: YES, subject: `Svar fra ${name} kommune` })],
  ['a sentence', name => ({ text: `${name} kommune slutter seg til ordningen.` })],
  [
    'its director',
    name => ({ text: `Kommunedirektøren i ${name} har bestemt at kommunen slutter seg til ordningen.` }),
  ],
  ['its own words', name => ({ text: `Vi i ${name} kommune slutter oss til ordningen.` })],
  ['small letters', name => ({ text: `Svar: ${name.toLowerCase()} kommune slutter seg til ordningen` })],
];

test.each(TOLD)('a stranger is known by %s, whatever the municipality is called', (_, mail) => {
  expect(wrong(one => ({ from, ...mail(plain(one)) }), itself)).toEqual([]);
});

test('each is known by its own domain, and by one below it', () => {
  expect(wrong(one => ({ from: home(one), text: YES }), itself)).toEqual([]);
  expect(wrong(one => ({ from: home(one).replace('@', '@postmottak.'), text: YES }), itself)).toEqual([]);
});

test('none is taken for a neighbour that it mentions', () => {
  const mail = (one: KnownAddressee, at: number) => ({
    from: home(one),
    text: `Som ${plain(other(at, 1))} og ${plain(other(at, 2))} kommune har vedtatt, slutter vi oss til ordningen. Vi samarbeider med både ${plain(other(at, 3))} og ${plain(other(at, 4))}.`,
  });
  expect(wrong(mail, itself)).toEqual([]);
});

test('all that are named are answered for', () => {
  const named = (one: KnownAddressee, at: number) => [one, other(at, 1), other(at, 2)];
  const list = (one: KnownAddressee, at: number) => named(one, at).map(plain);
  const mail = (one: KnownAddressee, at: number) => {
    const [a, b, c] = list(one, at);
    return {
      from: home(one),
      text: `På vegne av kommunene ${a}, ${b} og ${c} kan jeg melde at vi slutter oss til ordningen.`,
    };
  };
  const isPlain = (one: KnownAddressee, at: number) => !list(one, at).slice(1).some(isShared);
  const expected = (one: KnownAddressee, at: number) => named(one, at).map(({ name }) => name);
  const failed = wrong(mail, expected).filter(line => {
    const at = ALL.findIndex(({ name }) => line.startsWith(`${name}: `));
    return isPlain(ALL[at]!, at);
  });
  expect(failed).toEqual([]);
});

test('a person of the municipality’s name is not the municipality', () => {
  const mail = (one: KnownAddressee) => ({
    from,
    shown: `Kari ${plain(one)}`,
    text: `${YES}\n\nMvh\nKari ${plain(one)}`,
  });
  expect(wrong(mail, () => [])).toEqual([]);
});

test('nothing else that bears its name is the municipality', () => {
  const mail = (one: KnownAddressee) => ({
    from,
    text: `${YES} Vi møttes på ${plain(one)} hotell.\n\nMvh\nKari Hansen\nPostboks 1, 1234 ${plain(one)}`,
  });
  expect(wrong(mail, () => [])).toEqual([]);
});
