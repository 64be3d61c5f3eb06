import { attachmentText, type ReadingBudget, readingBudget } from '../../../src/mail-in/attachment-text.ts';

/** What is read of a file of that name. */
export function readAs(name: string, bytes: Uint8Array | string, budget: ReadingBudget = readingBudget()) {
  const content = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  return attachmentText(name, 'application/octet-stream', content, budget);
}
