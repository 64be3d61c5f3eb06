/** The i-th mail of the benchmark's corpus, the same for the same seed. */
export function message(i: number, seed?: number): { raw: Buffer; truth: Record<string, unknown>; date: Date };
