import { type Claim, type ClaimKind, WAITING } from './claim.ts';
import type { Conclusion, Stage } from './reading.ts';

export interface Verdict {
  conclusion: Conclusion | null;
  stage: Stage | null;
  /** The claims that it rests on. */
  because: Claim[];
  /** Why a person must look, in Norwegian. */
  reasons: string[];
  /** How much the weakest step takes off the confidence. */
  doubt: number;
}

const NOTHING: Verdict = { conclusion: null, stage: null, because: [], reasons: [], doubt: 0 };

/** What the claims of one text (a letter, a resolution, a proposal) come to. Claims that disagree go to a person. */
export function concludeFrom(all: readonly Claim[]): Verdict {
  const claims = newest(all);
  const of = (...kinds: ClaimKind[]) => claims.filter(({ kind }) => kinds.includes(kind));
  const joins = of('join').filter(({ strength }) => strength !== 'unsure');
  const asked = of('question', 'question-first');
  const blocked = of('blocks').length > 0;
  const declines = strongest(of('decline'));
  const unsure = of('join', 'decline').filter(({ strength }) => strength === 'unsure');
  const conditions = [
    ...of('condition'),
    ...of('if').filter(({ sentence }) => claims.some(other => isYes(other) && near(other, sentence.block))),
  ];
  const later = of('later');
  const strongLater = later.filter(({ strength }) => strength === 'strong');
  const first = of('question-first');

  if (joins.length > 0 && declines.length > 0) return disagree(joins, declines, conditions);
  if (of('changed').length > 0 && joins.length > 0)
    return unclear([...of('changed'), ...joins], 'Avtalen er returnert med endringer.');
  const offers = of('offer');
  if (offers.length > 0 && declines.length === 0 && (joins.length > 0 || strongLater.length === 0))
    return unclear([...offers, ...joins], 'Kommunen tilbyr noe annet enn det den er spurt om.');
  if (of('noted').length > 0 && joins.length + declines.length === 0)
    return unclear(
      of('noted'),
      of('noted').every(({ rule }) => rule === 'avvist')
        ? 'Saken er avvist, uten at det sies ja eller nei.'
        : 'Saken er bare tatt til orientering.',
    );
  if (
    joins.length > 0 &&
    unsure.some(({ kind, voice, rule }) => kind === 'decline' && voice === 'stated' && !rule.startsWith('ikke ')) &&
    joins.every(({ voice }) => voice === 'stated')
  )
    return unclear([...joins, ...unsure], 'Meldingen sier ja, men også at det kan bli nei.');
  if (joins.length > 0) return yes(joins, conditions, of('limit'), strongLater, first);
  if (declines.length > 0) {
    const only = declines.every(({ strength }) => strength === 'medium');
    if (only && later.length > 0) {
      const leans = declines.some(({ rule }) => rule === 'nei');
      return {
        ...NOTHING,
        conclusion: 'deferred',
        stage: 'stated',
        because: later,
        reasons: leans ? ['Meldingen heller mot et nei, men sier at saken ikke er avgjort.'] : [],
        doubt: leans ? 0.3 : 0,
      };
    }
    if (first.length > 0 && only) return { ...NOTHING, conclusion: 'question', because: first };
    return {
      ...NOTHING,
      conclusion: 'declined',
      stage: stageOf(declines),
      because: declines,
      reasons: only ? ['Avslaget er bare antydet.'] : [],
      doubt: only ? 0.4 : 0,
    };
  }
  if (unsure.length > 0) return unclear(unsure, 'Svaret har flere nektelser og kan leses begge veier.');
  const hedges = of('hedge');
  const willing = hedges.filter(({ sentence }) => !/\bvurder/.test(sentence.folded));
  if (willing.length > 0 && conditions.length > 0 && strongLater.length === 0) {
    return {
      ...NOTHING,
      conclusion: 'conditional',
      stage: stageOf(hedges),
      because: [...hedges, ...conditions],
      doubt: 0.1,
    };
  }
  if (of('endorses').length > 0) return unclear(of('endorses'), 'Det går ikke fram hva innstillingen går ut på.');
  if (first.length > 0) return { ...NOTHING, conclusion: 'question', because: first };
  if (asked.length > 0 && (blocked || strongLater.every(({ rule }) => WAITS.has(rule))))
    return { ...NOTHING, conclusion: 'question', because: asked };
  if (later.length > 0)
    return {
      ...NOTHING,
      conclusion: 'deferred',
      stage: 'stated',
      because: strongLater.length > 0 ? strongLater : later,
    };
  if (of('earlier').length > 0) return unclear(of('earlier'), 'Kommunen viser til et tidligere svar.');
  if (of('agreed').length > 0) return unclear(of('agreed'), 'Svaret viser til en avtale som ikke står i meldingen.');
  if (hedges.length > 0) return unclear(hedges, 'Svaret er positivt, men tar ikke standpunkt.');
  return NOTHING;
}

/** Delays that say no more than that nothing is decided: beside a question they leave the ball with us. */
const WAITS: ReadonlySet<string> = new Set([WAITING, 'ikke før']);

/** What was said of an earlier time, or taken back, counts only as «has answered before». */
function newest(claims: readonly Claim[]): Claim[] {
  if (!claims.some(({ earlier }) => earlier)) return [...claims];
  const now = claims.filter(({ earlier }) => !earlier);
  if (now.some(({ kind }) => kind === 'join' || kind === 'decline')) return now;
  return claims.map(claim => (claim.earlier ? { ...claim, kind: 'earlier' as const } : claim));
}

function yes(joins: Claim[], conditions: Claim[], limits: Claim[], later: Claim[], first: Claim[]): Verdict {
  const stage = stageOf(joins);
  const weak =
    joins.every(({ strength }) => strength === 'medium') && new Set(joins.map(({ rule }) => rule)).size === 1;
  if (first.length > 0 && stage === 'stated')
    return {
      ...NOTHING,
      conclusion: 'question',
      because: first,
      reasons: weak ? [] : ['Svaret både sier ja og stiller spørsmål først.'],
      doubt: 0.3,
    };
  if (conditions.length > 0 || limits.length > 0)
    return { ...NOTHING, conclusion: 'conditional', stage, because: [...joins, ...conditions, ...limits] };
  if (later.length > 0 && stage === 'stated') {
    if (weak) return { ...NOTHING, conclusion: 'deferred', stage: 'stated', because: later };
    return {
      ...NOTHING,
      conclusion: 'conditional',
      stage,
      because: [...joins, ...later],
      reasons: ['Svaret sier ja, men saken skal fortsatt behandles.'],
      doubt: 0.3,
    };
  }
  return {
    ...NOTHING,
    conclusion: 'joined',
    stage,
    because: joins,
    reasons: weak ? ['Tilslutningen er bare antydet.'] : [],
    doubt: weak ? 0.4 : 0,
  };
}

/** A decision outweighs what an office says beside it; a clear no outweighs a friendly word; else a person looks. */
function disagree(joins: Claim[], declines: Claim[], conditions: Claim[]): Verdict {
  const decided = [...joins, ...declines].filter(({ voice }) => voice === 'decided');
  const kinds = new Set(decided.map(({ kind }) => kind));
  if (kinds.size === 1) {
    const same = decided.filter(({ kind }) => kinds.has(kind));
    const against = [...joins, ...declines].filter(
      ({ voice, kind, strength }) => voice === 'stated' && strength === 'strong' && !kinds.has(kind),
    );
    if (against.length === 0) return concludeFrom([...same, ...conditions]);
  }
  const spoken = (claim: Claim) => !claim.rule.startsWith('bare ');
  if (joins.some(spoken) !== declines.some(spoken))
    return concludeFrom([...joins.filter(spoken), ...declines.filter(spoken), ...conditions]);
  const strongJoins = joins.filter(({ strength }) => strength === 'strong');
  const strongDeclines = declines.filter(({ strength }) => strength === 'strong');
  if (strongJoins.length === 0 && strongDeclines.length > 0) return concludeFrom(strongDeclines);
  if (strongDeclines.length === 0 && strongJoins.length > 0 && conditions.length > 0)
    return concludeFrom([...strongJoins, ...conditions]);
  return unclear([...joins, ...declines], 'Meldingen sier både ja og nei.');
}

function unclear(because: Claim[], reason: string): Verdict {
  return { ...NOTHING, conclusion: 'unclear', because, reasons: [reason], doubt: 0.5 };
}

/** A recommendation anywhere in what the verdict rests on makes it one: a proposal is not a decision. */
function stageOf(claims: readonly Claim[]): Stage {
  if (claims.some(({ voice }) => voice === 'decided')) return 'decided';
  return claims.some(({ voice }) => voice === 'recommended') ? 'recommended' : 'stated';
}

function strongest(claims: readonly Claim[]): Claim[] {
  const sure = claims.filter(({ strength }) => strength !== 'unsure');
  const strong = sure.filter(({ strength }) => strength === 'strong');
  return strong.length > 0 ? strong : sure;
}

function isYes(claim: Claim): boolean {
  return claim.kind === 'join' || claim.kind === 'hedge';
}

function near(claim: Claim, block: number): boolean {
  return Math.abs(claim.sentence.block - block) <= 1;
}
