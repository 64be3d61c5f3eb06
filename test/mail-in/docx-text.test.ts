import { expect, test } from 'vitest';
import { docxText } from '../../src/mail-in/docx-text.ts';

test('refuses a zip that unpacks to gigabytes', async () => {
  const entry = new Uint8Array(46);
  const view = new DataView(entry.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint32(24, 0x7fffffff, true);
  await expect(docxText(entry)).rejects.toThrow('reasonable size');
});

test('refuses what is no zip', async () => {
  await expect(docxText(new Uint8Array(100))).rejects.toThrow();
});
