import { envelopeFor } from '../mail-out/envelope-for.ts';
import { writeLetter } from '../mail-out/write-letter.ts';
import { campaignById, campaignFiles } from '../register/campaigns.ts';
import type { Register } from '../register/open-register.ts';
import type { Letter } from '../register/outbox.ts';
import type { Instant } from '../rules/calendar/iso-date.ts';
import type { WrittenForm } from '../rules/letters/letter-facts.ts';
import type { LetterSettings } from './freeze-letter.ts';
import type { CaseNow } from './gather-cases.ts';
import { standingsNow } from './kept-standings.ts';
import { letterFactsOf, UnfilledFields } from './letter-facts-of.ts';

/** A letter as it would leave now. */
export interface LetterPreview {
  subject: string;
  text: string;
  html: string;
  to: { name: string; address: string }[];
  cc: { name: string; address: string }[];
  writtenForm: WrittenForm;
  attachments: { name: string; size: number }[];
  /** Addresses that would not be written to, and why. */
  refused: { address: string; why: string }[];
}

/**
 * Writes the letter without freezing anything.
 * @param cases those of the campaign, when they are not the ones that everybody sees (a campaign that is only tried)
 * @returns why it cannot be written, in Norwegian, when it cannot
 */
export function previewLetter(
  register: Register,
  letter: Letter,
  settings: LetterSettings,
  now: Instant,
  cases?: readonly CaseNow[],
): LetterPreview | { waits: string } {
  const campaign = campaignById(register, letter.campaignId)!;
  try {
    const facts = letterFactsOf(
      register,
      letter,
      campaign,
      cases ?? standingsNow(register, campaign.id),
      settings,
      now,
    );
    if (facts.addressees.length === 0) return { waits: 'Brevet har ingen mottakere lenger.' };
    const envelope = envelopeFor(facts, settings);
    const { subject, text, html } = writeLetter(facts);
    return {
      subject,
      text,
      html,
      to: facts.to,
      cc: facts.cc,
      writtenForm: facts.writtenForm,
      attachments: campaignFiles(register, campaign.id).map(file => ({ name: file.name, size: file.bytes.byteLength })),
      refused: envelope.refused.map(({ address, why }) => ({ address, why })),
    };
  } catch (error) {
    if (!(error instanceof UnfilledFields)) throw error;
    return { waits: error.because.join(' ') };
  }
}
