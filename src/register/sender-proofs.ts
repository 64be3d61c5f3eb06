import { NEVER_LOOKED_AT, type SenderProof } from '../rules/trust/sender-proof.ts';
import type { Trust } from '../rules/trust/sender-trust.ts';
import { kept } from './kept-statement.ts';
import type { Register } from './open-register.ts';

/** Keeps what was found of a mail's sender. Inside the reader's transaction. */
export function noteSenderProof(register: Register, messageId: number, { trust, because, doubts }: SenderProof): void {
  kept(register, 'UPDATE message SET trust = ?, trust_words = ? WHERE id = ?').run(
    trust,
    JSON.stringify({ because, doubts }),
    messageId,
  );
}

/** What was found when it came. */
export function senderProofOf(register: Register, messageId: number): SenderProof {
  const row = kept(register, 'SELECT trust, trust_words AS words FROM message WHERE id = ?').get(messageId) as
    | { trust: Trust | null; words: string | null }
    | undefined;
  if (row === undefined || row.trust === null || row.words === null) return NEVER_LOOKED_AT;
  return { trust: row.trust, ...(JSON.parse(row.words) as Pick<SenderProof, 'because' | 'doubts'>) };
}

/** Incoming mails by what was found of their senders, for `status`. */
export function countSenders(register: Register): Record<Trust, number> & { doubted: number } {
  return kept(
    register,
    `SELECT count(*) FILTER (WHERE trust = 'pass') AS pass, count(*) FILTER (WHERE trust = 'fail') AS fail,
         count(*) FILTER (WHERE coalesce(trust, 'unknown') = 'unknown') AS unknown,
         count(*) FILTER (WHERE json_array_length(trust_words, '$.doubts') > 0) AS doubted
       FROM message WHERE direction = 'in'`,
  ).get() as ReturnType<typeof countSenders>;
}
