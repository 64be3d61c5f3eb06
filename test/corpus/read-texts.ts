import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAddressees, readCampaigns } from '../../src/jobs/read-known.ts';
import type { Known } from '../../src/rules/replies/known.ts';
import type { Message } from '../../src/rules/replies/message.ts';
import type { Reading } from '../../src/rules/replies/reading.ts';
import { understandReply } from '../../src/rules/replies/understand-reply.ts';

/** A labelled short text of texts.jsonl: one or a few sentences as a municipality might write them, with their trap. */
export interface LabelledText {
  id: string;
  text: string;
  sentOn: string;
  campaign: string | null;
  part: string;
  kind: Reading['kind'];
  conclusion: Reading['conclusion'];
  stage: Reading['stage'];
  trap: string | null;
  sender: string;
}

const file = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

export function labelledTexts(): LabelledText[] {
  return file('texts.jsonl')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as LabelledText);
}

export function knownOfCorpus(): Known {
  return { addressees: readAddressees(file('register.csv')), campaigns: readCampaigns(file('campaigns.json')) };
}

/** Reads a text as the new text of a reply in the campaign's thread, or as the only attachment of one. */
export function readLabelled(text: LabelledText, known: Known): Reading {
  const campaign = known.campaigns.find(({ id }) => id === text.campaign);
  const sender = known.addressees.find(({ name }) => name === text.sender);
  const isBody = text.part === 'body';
  const message: Message = {
    messageId: `<${text.id}@texts.example>`,
    answers: campaign?.sent[0] === undefined ? [] : [campaign.sent[0].messageId],
    from: { name: '', address: sender?.addresses[0] ?? `post@${sender?.domains[0]}` },
    to: [],
    cc: [],
    subject: `SV: ${campaign?.subject ?? ''}`,
    sentOn: `${text.sentOn}T10:00:00Z`,
    headers: [],
    text: isBody ? text.text : 'Se vedlegg.',
    htmlText: null,
    attachments: isBody
      ? []
      : [{ name: 'Vedlegg.pdf', contentType: 'application/pdf', size: 1000, text: text.text, problem: null }],
    attachedMessages: [],
    problem: null,
  };
  return understandReply(message, known);
}
