import type { ClaimKind } from '../rules/replies/claim.ts';
import type { ExplainedClaim, ExplainedPart } from '../rules/replies/explain-reading.ts';
import type { Section } from '../rules/replies/sections.ts';
import { bodyWords, conclusionWords } from '../rules/standing/standing-words.ts';
import { partWords } from './reading-words.ts';

const CLAIMS: Record<ClaimKind, string> = {
  join: 'ja: slutter seg til',
  decline: 'nei: slutter seg ikke til',
  condition: 'vilkår',
  if: 'vilkår, om det ellers er et ja',
  limit: 'avgrenset (ett år, lavere beløp, prøve)',
  changed: 'andre vilkår enn våre',
  offer: 'tilbyr noe annet',
  later: 'svaret kommer senere',
  question: 'spør',
  'question-first': 'spør før de kan svare',
  blocks: 'kan ikke svare før vi har svart',
  noted: 'tatt til orientering eller avvist, uten standpunkt',
  hedge: 'velvillig, uten standpunkt',
  earlier: 'viser til et tidligere svar',
  agreed: 'viser til noe som er avtalt',
  endorses: 'slutter seg til innstillingen',
};

const STRENGTHS = { strong: 'tydelig', medium: 'antydet', unsure: 'kan leses begge veier' };
const VOICES = { stated: 'opplyst', decided: 'vedtatt', recommended: 'tilrådd, ikke vedtatt' };

const SECTIONS: Record<Section, string> = {
  text: 'Brevtekst',
  head: 'Dokumenthode',
  proposal: 'Innstilling',
  proceedings: 'Behandling og votering',
  decision: 'Vedtak',
  background: 'Saksopplysninger',
};

const CLAUSES: Record<ExplainedClaim['clauses'][number]['kind'], string> = {
  main: 'hovedledd',
  reported: 'at-ledd',
  condition: 'vilkårsledd',
  question: 'spørreledd',
  time: 'tidsledd',
  relative: 'som-ledd',
  cause: 'grunn',
};

export function sectionWords(section: Section): string {
  return SECTIONS[section];
}

/** «ja: slutter seg til · tydelig · vedtatt · uttrykk «slutter seg til» · ikke nektet» */
export function claimWords(claim: ExplainedClaim): string {
  const words = [CLAIMS[claim.kind]];
  const isStandpoint = claim.kind === 'join' || claim.kind === 'decline';
  if (isStandpoint || claim.strength !== 'strong') words.push(STRENGTHS[claim.strength]);
  if (isStandpoint) words.push(VOICES[claim.voice]);
  words.push(`kjennetegn «${claim.rule}»`);
  if (isStandpoint) words.push(claim.denied ? 'med nektelse' : 'uten nektelse');
  if (claim.earlier === true) words.push('gjelder en tidligere tid');
  return words.join(' · ');
}

/** «hovedledd «vi slutter oss til», vilkårsledd «resten blir med»»; '' for a sentence of one clause. */
export function clauseWords({ clauses }: ExplainedClaim): string {
  if (clauses.length < 2) return '';
  return clauses.map(({ kind, text }) => `${CLAUSES[kind]} «${text}»`).join(', ');
}

const OUTCOMES: Record<ExplainedPart['outcome'], string> = {
  decided: 'har et vedtak',
  recommended: 'har en innstilling som ikke er vedtatt',
  text: 'løpende tekst uten vedtak eller innstilling',
};

/** What kind of document a part was taken for. */
export function documentWords({ name, outcome, body, doubtful }: ExplainedPart): string {
  if (name === 'body' && outcome === 'text') return 'brev';
  const by = body === null ? '' : ` (${bodyWords(body)})`;
  return `${OUTCOMES[outcome]}${by}${doubtful ? '; det går ikke fram hva som ble vedtatt' : ''}`;
}

/** «slutter seg til (tilrådd)», «ingenting om svaret» */
export function verdictWords({ conclusion, stage }: Pick<ExplainedPart, 'conclusion' | 'stage'>): string {
  if (conclusion === null) return 'ingenting om svaret';
  return `${conclusionWords(conclusion)}${stage === null ? '' : ` (${VOICES[stage]})`}`;
}

/** What counts where the parts of a message say different things; '' when they do not. */
export function weighedWords(parts: readonly ExplainedPart[]): string {
  const saying = parts.filter(({ conclusion }) => conclusion !== null);
  const main = parts.find(({ isMain }) => isMain);
  if (main === undefined || new Set(saying.map(({ conclusion }) => conclusion)).size < 2) return '';
  const all = saying.map(part => `${partWords(part.name)} «${conclusionWords(part.conclusion!)}»`).join(', ');
  const letter = parts.find(({ name }) => name === 'body');
  const yields = main !== letter && !['joined', 'declined', 'conditional'].includes(letter?.conclusion ?? '');
  const why = yields ? ': e-posten tar ikke selv standpunkt' : '';
  return `Delene sier ulikt (${all}). ${main === letter ? 'E-posten' : main.name} avgjør${why}.`;
}
