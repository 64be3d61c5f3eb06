import { skeleton } from './skeleton.ts';

/** The mail domains of the municipalities, for whoever asks whether another one is, or seems to be, one of them. */
export interface DomainBook {
  /** It is one of them, or lies below one. */
  holds(domain: string): boolean;
  /** The one that it looks like, or whose name it bears among its own: `hitra.kommune.example.evil.example`. */
  alike(domain: string): string | null;
}

/** More labels than that no mail domain has. */
const MOST_LABELS = 12;

/** Made once for many mails. @param domains lower case */
export function domainBook(domains: readonly string[]): DomainBook {
  const own = new Set(domains);
  const skeletons = new Map(domains.map(one => [skeleton(one), one]));
  return {
    holds(domain) {
      const labels = domain.split('.').slice(-MOST_LABELS);
      return labels.some((_, i) => own.has(labels.slice(i).join('.')));
    },
    alike(domain) {
      const labels = domain.split('.').slice(0, MOST_LABELS);
      for (let start = 0; start < labels.length; start++)
        for (let end = labels.length; end > start; end--) {
          const found = skeletons.get(skeleton(labels.slice(start, end).join('.')));
          if (found !== undefined) return found;
        }
      return null;
    },
  };
}
