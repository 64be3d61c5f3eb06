import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readAddressees, readCampaigns } from '../../../src/jobs/read-known.ts';
import { readMessage } from '../../../src/mail-in/read-message.ts';
import { explainReading } from '../../../src/rules/replies/explain-reading.ts';
import { understandReply } from '../../../src/rules/replies/understand-reply.ts';

const CORPUS = fileURLToPath(new URL('../../corpus/', import.meta.url));
const read = (name: string) => readFileSync(`${CORPUS}${name}`, 'utf8');
const KNOWN = { addressees: readAddressees(read('register.csv')), campaigns: readCampaigns(read('campaigns.json')) };

test('the explanation is the reading: the same outcome, and each sentence that it rests on stands in its part', async () => {
  let answers = 0;
  // Scanned and long papers take seconds to open, and are weighed in the same way.
  for (const file of readdirSync(`${CORPUS}messages`).filter(
    name => statSync(`${CORPUS}messages/${name}`).size < 12_000,
  )) {
    const message = await readMessage(readFileSync(`${CORPUS}messages/${file}`));
    const { reading, understood } = explainReading(message, KNOWN);
    expect(reading, file).toEqual(understandReply(message, KNOWN));
    if (reading.kind !== 'answer') continue;
    answers += 1;
    const proofs = reading.evidence.filter(one => one.field === 'conclusion').map(one => one.text);
    expect(
      understood!.because.map(one => one.literal).filter(text => !proofs.includes(text)),
      file,
    ).toEqual([]);
    const deciding = understood!.parts.flatMap(part =>
      part.sentences.filter(one => one.claims.some(claim => claim.decides)),
    );
    for (const { literal } of understood!.because)
      expect(
        deciding.map(one => one.literal),
        file,
      ).toContain(literal);
  }
  expect(answers).toBeGreaterThan(30);
}, 30_000);
