import { shortDate } from '../calendar/written-date.ts';
import type { Standing } from './standing.ts';

const BODIES: Record<string, string> = { other: 'et annet organ' };

/** The answer axis in the adviser's words, e.g. «slutter seg til (vedtatt)», «innstilling: slutter seg til». */
export function answerWords(standing: Standing): string {
  const details = standing.details;
  switch (standing.answer) {
    case 'none':
      return 'ikke svart';
    case 'joined':
      return `slutter seg til (${details?.stage === 'decided' ? 'vedtatt' : 'opplyst'})`;
    case 'declined':
      return `slutter seg ikke til (${details?.stage === 'decided' ? 'vedtatt' : 'opplyst'})`;
    case 'conditional':
      return 'med forbehold';
    case 'recommended':
      return `innstilling: ${conclusionWords(details?.conclusion ?? 'unclear')}, ikke vedtatt`;
    case 'deferred':
      return details?.expectedBy == null ? 'behandles senere, uten dato' : `behandles ${shortDate(details.expectedBy)}`;
    case 'question':
      return 'spørsmål til oss';
    case 'unclear':
      return 'uklart';
  }
}

export function conclusionWords(conclusion: string): string {
  const words: Record<string, string> = {
    joined: 'slutter seg til',
    declined: 'slutter seg ikke til',
    conditional: 'med forbehold',
    deferred: 'behandles senere',
    question: 'spørsmål til oss',
    unclear: 'uklart',
  };
  return words[conclusion] ?? conclusion;
}

export function ballWords(standing: Standing): string {
  if (standing.closed && standing.ball !== 'review') return '';
  return { theirs: 'kommunen', ours: 'oss', review: 'avklaring' }[standing.ball];
}

export function deliveryWords(standing: Standing): string {
  return {
    queued: 'ikke sendt',
    sent: 'sendt',
    'receipt seen': 'mottak bekreftet',
    'bounced soft': 'leveringsproblem',
    'bounced hard': 'ikke levert',
  }[standing.delivery];
}

/** «kommunestyret», or «et annet organ» for a body that has no word of its own. */
export function bodyWords(body: string | null | undefined): string {
  return body == null ? '' : (BODIES[body] ?? body);
}
