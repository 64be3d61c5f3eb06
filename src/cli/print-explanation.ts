import { osloDate, osloIso } from '../rules/calendar/oslo-time.ts';
import { shortDate } from '../rules/calendar/written-date.ts';
import { grouped, kroner, plainSpaces } from '../rules/letters/norwegian-number.ts';
import type {
  ExplainedClaim,
  ExplainedPart,
  ExplainedSender,
  ExplainedSentence,
  Explanation,
} from '../rules/replies/explain-reading.ts';
import { FIELD_WORDS } from '../rules/replies/field-words.ts';
import type { Reading } from '../rules/replies/reading.ts';
import { bodyWords } from '../rules/standing/standing-words.ts';
import { claimWords, clauseWords, documentWords, sectionWords, verdictWords, weighedWords } from './explain-words.ts';
import { kindWords, partWords, saidWords } from './reading-words.ts';

/** A part with no more sentences than these is shown whole; of a longer one those that carry claims. */
const SHOWN_WHOLE = 10;

type Understood = NonNullable<Explanation['understood']>;

/** One message as it was understood, for an adviser: what it is, on which words, and how they were read. */
export function explanationLines(file: string, explanation: Explanation): string[] {
  const { message, reading, understood } = explanation;
  const sent =
    message.sentOn === null
      ? 'uten dato'
      : `${shortDate(osloDate(message.sentOn))} kl. ${osloIso(message.sentOn).slice(11, 16)}`;
  const head = [
    file,
    `  Fra: ${`${message.from?.name ?? ''} <${message.from?.address ?? 'ukjent'}>`.trim()}   Sendt: ${sent}`,
    `  Emne: ${message.subject}`,
  ];
  const blocks = [head, conclusionBlock(reading, understood)];
  if (understood !== null) {
    blocks.push(
      whoBlock(reading, understood),
      partsBlock(explanation, understood),
      ...understood.parts.map(part => partBlock(part, reading.kind)),
    );
  }
  blocks.push(factsBlock(reading));
  return blocks.filter(block => block.length > 0).flatMap(block => [...block, '']);
}

function conclusionBlock(reading: Reading, understood: Understood | null): string[] {
  const lines = ['KONKLUSJON', `  ${saidWords(reading)}`];
  const confidence = `Sikkerhet ${Math.round(reading.confidence * 100)} %.`;
  lines.push(
    `  ${confidence} ${reading.review ? `Må avklares: ${reading.reviewReasons.join(' ')}` : 'Trenger ingen avklaring.'}`,
  );
  if (reading.problem !== null) return lines;
  if (reading.kind === 'bounce') lines.push(...bounceLines(reading));
  if (reading.kind === 'other' && understood !== null) lines.push(`  Hvorfor: ${whyOther(understood)}`);
  const because = understood?.because ?? [];
  const proofs =
    because.length > 0 ? because.map(({ literal, part }) => ({ text: literal, part })) : reading.evidence.slice(0, 3);
  for (const line of new Set(proofs.map(({ text, part }) => `  Bygger på: ${quoted(text)} (${partWords(part)})`)))
    lines.push(line);
  return lines;
}

/** Whom the mail did not reach, for how long, and by which status. */
function bounceLines({ recipients, permanent, evidence }: Reading): string[] {
  const whom = recipients.length === 0 ? 'en mottaker som ikke er oppgitt' : recipients.join(', ');
  const lasting = {
    true: 'varig: adressen virker ikke',
    false: 'midlertidig: tjeneren prøver igjen',
    null: 'det sies ikke om feilen er varig',
  }[`${permanent}` as 'true' | 'false' | 'null'];
  const status = evidence.map(({ text }) => /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(text)?.[0]).find(Boolean);
  return [`  Ikke levert til ${whom} (${lasting}${status === undefined ? '' : `; status ${status}`}).`];
}

/** Why a mail was taken for nothing that a campaign waits for. */
function whyOther({ parts, campaign, sender }: Understood): string {
  const isSilent = parts.every(({ sentences }) => sentences.every(({ claims }) => claims.length === 0));
  if (campaign.match.campaign === null) return 'ingen av henvendelsene våre passer til meldingen.';
  if (isSilent) return 'ingen setning sier noe om svaret på henvendelsen.';
  if (sender.answering.municipalities.length === 0) return 'ingen kommune svarer i meldingen.';
  return 'det som ligner et svar, er ikke tatt for kommunens svar på henvendelsen.';
}

function claimLines(claim: ExplainedClaim, i: number): string[] {
  const clauses = i === 0 ? clauseWords(claim) : '';
  return [
    ...(clauses === '' ? [] : [`      ledd: ${clauses}`]),
    `      ${claim.decides ? '→' : '–'} ${claimWords(claim)}`,
  ];
}

function whoBlock(reading: Reading, { sender, campaign }: Understood): string[] {
  const { match, answersLetterOf } = campaign;
  const how =
    answersLetterOf !== null
      ? `svarer på brevet vårt ${shortDate(osloDate(answersLetterOf))}`
      : {
          certain: 'kjent på referanse, emne eller sitat',
          topic: 'kjent på ordene',
          alone: 'den eneste i den tiden',
          none: 'ingen passer',
        }[match.how];
  return [
    'HVEM OG HVA',
    `  Kommune: ${reading.municipalities.join(', ') || '–'}. ${senderWords(sender)}`,
    ...sender.answering.reasons.map(reason => `  ${reason}`),
    `  Henvendelse: ${match.campaign?.id ?? '–'} (${how}${match.otherThread ? '; svarer i en annen tråd' : ''}).`,
  ];
}

function senderWords({ answering, house, byToken, byReference }: ExplainedSender): string {
  const words: string[] = [];
  if (house.owner !== null) words.push(`Avsenderens adresse hører til ${house.owner}.`);
  else if (house.possible.length > 0) words.push(`Flere har denne adressen (${house.possible.join(', ')}).`);
  else if (house.successors.length > 0)
    words.push(`Adressen hørte til en kommune som er blitt en del av ${house.successors.join(', ')}.`);
  else words.push('Avsenderens adresse er ukjent.');
  if (answering.onBehalf)
    words.push(`Svarer på vegne av flere${answering.literal === null ? '' : `: «${oneLine(answering.literal)}»`}.`);
  if (byToken.length > 0) words.push(`Har referansen vår til ${byToken.join(', ')}.`);
  if (house.owner === null && byToken.length === 0 && answering.municipalities.length > 0)
    words.push('Kommunen kjennes bare på det meldingen selv sier.');
  if (byReference.length > 0) words.push(`Har saksnummeret til ${byReference.join(', ')}.`);
  return words.join(' ');
}

function partsBlock({ message }: Explanation, { body, parts }: Understood): string[] {
  const lines = ['DELENE'];
  for (const part of parts) {
    lines.push(
      `  ${partWords(part.name)}: ${documentWords(part)}, ${counted(part.sentences.length, 'setning', 'setninger')}${part.isMain ? ' – avgjør' : ''}`,
    );
  }
  for (const { name, text, problem, by } of message.attachments) {
    if (text === null) lines.push(`  ${name}: ikke lest${problem === null ? ' (ingen tekst)' : `. ${problem}`}`);
    else if (by === 'ocr') lines.push(`  ${name}: lest fra bilde; enkelte tegn kan være feil`);
  }
  if (body.historyLines > 0) {
    const whose = body.history === 'ours' ? ' (vårt brev)' : body.history === 'other' ? ' (en annen tråd)' : '';
    lines.push(`  Utelatt som sitert historie: ${counted(body.historyLines, 'linje', 'linjer')}${whose}.`);
  }
  if (body.signature !== '') lines.push(`  Utelatt som signatur: «${shortened(body.signature, 120)}»`);
  if (body.passesOn) lines.push('  Meldingen sender videre noe en annen har skrevet; det er lest.');
  if (body.twoTexts) lines.push('  Tekstutgaven og HTML-utgaven er ikke like.');
  const weighed = weighedWords(parts);
  if (weighed !== '') lines.push(`  ${weighed}`);
  if (parts.some(({ sentences }) => sentences.some(one => one.claims.some(({ decides }) => decides)))) {
    lines.push('  Under er → det konklusjonen bygger på, – det andre som ble funnet.');
  }
  return lines;
}

/** Of a mail that is no answer, the claims show what spoke for one; none of them counts. */
function partBlock(part: ExplainedPart, kind: Reading['kind']): string[] {
  if (part.sentences.length === 0) return [];
  // The name of a file stands as it is written.
  const name = part.name === 'body' ? 'E-POSTEN' : `VEDLEGGET ${part.name}`;
  const lines =
    kind === 'answer'
      ? [`${name} sier: ${verdictWords(part)}`, ...part.reasons.map(reason => `  ${reason}`)]
      : [`${name} (tatt for: ${kindWords(kind)}; det som ligner et svar, teller ikke)`];
  if (part.meetings.length > 0)
    lines.push(
      `  Saksgang: ${part.meetings.map(({ body, date }) => `${bodyWords(body)}${date === null ? '' : ` ${shortDate(date)}`}`).join(', ')}`,
    );
  const whole = part.sentences.length <= SHOWN_WHOLE;
  for (const group of sectionsOf(part.sentences)) lines.push(...sectionLines(group, whole));
  return lines;
}

function sectionsOf(sentences: readonly ExplainedSentence[]): ExplainedSentence[][] {
  const groups: ExplainedSentence[][] = [];
  for (const sentence of sentences) {
    const last = groups.at(-1);
    const first = last?.[0];
    if (first !== undefined && first.section === sentence.section && first.sectionNumber === sentence.sectionNumber)
      last!.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

function sectionLines(group: readonly ExplainedSentence[], whole: boolean): string[] {
  const [first] = group;
  const heading = first!.heading === '' ? '' : ` (${quoted(shortened(first!.heading, 60))})`;
  const title = `  ${sectionWords(first!.section)}${heading}`;
  if (!group.some(({ counts }) => counts))
    return [`${title}: ${counted(group.length, 'setning', 'setninger')}, teller ikke`];
  const shown = whole ? group : group.filter(({ claims }) => claims.length > 0);
  const left = group.length - shown.length;
  const rest = left === 0 ? [] : [`    … ${counted(left, 'setning', 'setninger')} uten påstand om svaret`];
  return [title, ...shown.flatMap(sentenceLines), ...rest];
}

function sentenceLines({ literal, claims }: ExplainedSentence): string[] {
  return [`    ${quoted(shortened(oneLine(literal), 300))}`, ...claims.flatMap(claimLines)];
}

const FACTS = ['amountNok', 'inhabitants', 'expectedBy', 'decidedOn', 'body', 'caseRefs'] as const;

function factsBlock(reading: Reading): string[] {
  const lines = FACTS.flatMap(field => {
    const value = valueWords(reading, field);
    if (value === '') return [];
    const proof = reading.evidence.find(one => one.field === field);
    return [
      `  ${FIELD_WORDS[field]}: ${value}${proof === undefined ? '' : ` – ${quoted(shortened(oneLine(proof.text), 160))}`}`,
    ];
  });
  return lines.length === 0 ? [] : ['OPPLYSNINGER', ...lines];
}

function valueWords(reading: Reading, field: (typeof FACTS)[number]): string {
  const value = reading[field];
  if (value === null) return '';
  if (field === 'body') return bodyWords(reading.body);
  if (field === 'expectedBy' || field === 'decidedOn') return shortDate(String(value));
  if (typeof value === 'number') return plainSpaces(field === 'amountNok' ? kroner(value) : grouped(value));
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()} …`;
}

/** What is quoted already is not quoted again. */
function quoted(text: string): string {
  const line = oneLine(text);
  return /^«[^«»]*»$/.test(line) ? line : `«${line}»`;
}
