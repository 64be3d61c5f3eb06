import type { Verdict } from './conclusion.ts';
import type { ReadPart } from './weigh-parts.ts';

/** The whole message's verdict and the part that it mainly rests on. */
export interface Combined {
  verdict: Verdict;
  main: ReadPart | null;
}

const OPPOSITE: Record<string, string> = { joined: 'declined', declined: 'joined' };
const STANDPOINTS = new Set(['joined', 'declined', 'conditional']);

/**
 * Letter and attachments together. A letter that only hands over («se vedlegg») gives way to what it hands over; a
 * proposal that the letter says will be treated stays a proposal; two parts that disagree go to a person.
 */
export function combineParts(parts: readonly ReadPart[]): Combined {
  const letter = parts.find(({ name }) => name === 'body') ?? null;
  const telling = parts.filter(
    part => part !== letter && part.verdict.conclusion !== null && part.document.outcome !== 'text',
  );
  const decided = telling.filter(part => part.document.outcome === 'decided');
  const attached = decided.at(-1) ?? telling.at(-1) ?? null;
  if (decided.some(part => part.verdict.conclusion !== decided.at(-1)?.verdict.conclusion))
    return conflict(decided, 'Vedleggene sier ikke det samme.');
  if (attached === null) return plain(letter, parts);
  const said = letter?.verdict.conclusion ?? null;
  if (letter === null || said === null || !STANDPOINTS.has(said)) return fromAttachment(attached, letter);
  const written = attached.verdict.conclusion;
  if (written === said) {
    const stage = attached.document.outcome === 'decided' ? attached.verdict.stage : letter.verdict.stage;
    if (attached.document.outcome === 'recommended' && letter.verdict.stage === 'stated') {
      return {
        verdict: {
          ...letter.verdict,
          reasons: [...letter.verdict.reasons, 'Brevet sier mer enn innstillingen i vedlegget.'],
          doubt: 0.4,
        },
        main: letter,
      };
    }
    return {
      verdict: { ...attached.verdict, stage, because: [...letter.verdict.because, ...attached.verdict.because] },
      main: attached,
    };
  }
  if (said === 'joined' && written === 'conditional') return { verdict: attached.verdict, main: attached };
  if (letter.verdict.stage === 'decided' && attached.document.outcome === 'recommended')
    return {
      verdict: {
        ...letter.verdict,
        reasons: ['Vedtaket i brevet er et annet enn innstillingen i vedlegget.'],
        doubt: 0.4,
      },
      main: letter,
    };
  return conflict([letter, attached], 'Brevet og vedlegget sier hver sitt.');
}

/** «Formannskapet ber om mer informasjon» beside a proposal: the proposal is what there is, unless the case waits for us. */
function fromAttachment(attached: ReadPart, letter: ReadPart | null): Combined {
  if (letter?.verdict.conclusion === 'question' && attached.document.outcome !== 'decided')
    return { verdict: letter.verdict, main: letter };
  return { verdict: attached.verdict, main: attached };
}

/** No attachment with a resolution or proposal: a passed-on letter or other text may still say it. */
function plain(letter: ReadPart | null, parts: readonly ReadPart[]): Combined {
  const others = parts.filter(
    part =>
      part !== letter &&
      part.verdict.conclusion !== null &&
      part.name !== 'body' &&
      STANDPOINTS.has(part.verdict.conclusion),
  );
  const said = letter?.verdict.conclusion ?? null;
  const against = others.filter(part => OPPOSITE[said ?? ''] === part.verdict.conclusion);
  if (letter !== null && against.length > 0)
    return conflict([letter, ...against], 'Brevet og vedlegget sier hver sitt.');
  if (said !== null && letter !== null) return { verdict: letter.verdict, main: letter };
  const [first] = others;
  if (first === undefined) return { verdict: letter?.verdict ?? EMPTY, main: letter };
  if (others.some(part => part.verdict.conclusion !== first.verdict.conclusion))
    return conflict(others, 'Vedleggene sier ikke det samme.');
  return { verdict: first.verdict, main: first };
}

const EMPTY: Verdict = { conclusion: null, stage: null, because: [], reasons: [], doubt: 0 };

function conflict(parts: readonly ReadPart[], reason: string): Combined {
  return {
    verdict: {
      conclusion: 'unclear',
      stage: null,
      because: parts.flatMap(({ verdict }) => verdict.because),
      reasons: [reason],
      doubt: 0.5,
    },
    main: parts[0] ?? null,
  };
}
