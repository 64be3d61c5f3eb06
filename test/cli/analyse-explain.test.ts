import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addAnalyse } from '../../src/cli/commands/analyse.ts';
import { emptyFolder, terminal } from './running-story.ts';

const CORPUS = fileURLToPath(new URL('../corpus/', import.meta.url));
const KNOWN = ['--register', join(CORPUS, 'register.csv'), '--campaigns', join(CORPUS, 'campaigns.json')];

async function explained(...paths: string[]): Promise<string> {
  const { out, code } = await terminal(emptyFolder(), addAnalyse)('analyse', '--explain', ...KNOWN, ...paths);
  expect(code).toBe(0);
  return out;
}

const ofCorpus = (file: string) => explained(join(CORPUS, 'messages', file));

/** A mail of Hitra in reply to nothing. */
function ofText(text: string): Promise<string> {
  const file = join(emptyFolder(), 'svar.eml');
  const head =
    'From: Kari Nes <kari.nes@hitra.kommune.example>\r\nTo: ks@ks.example\r\nDate: Mon, 3 Mar 2014 10:00:00 +0100\r\n';
  const subject = 'Subject: SV: Felles kommunal ressurs for samhandling med St. Olav\r\n';
  writeFileSync(
    file,
    `${head}${subject}Content-Type: text/plain; charset=utf-8\r\n\r\n${text.replaceAll('\n', '\r\n')}\r\n`,
  );
  return explained(file);
}

describe('purrebot analyse --explain', () => {
  test('says what it came to, how sure, on which sentence, who answers and what', async () => {
    const out = await ofCorpus('004.eml');
    expect(out).toMatch(
      /KONKLUSJON\n {2}svar: slutter seg til\n {2}Sikkerhet \d+ %\. Trenger ingen avklaring\.\n {2}Bygger på: «Ja, Malvik er med på spleiselaget\.» \(e-posten\)/,
    );
    expect(out).toContain('Kommune: Malvik. Avsenderens adresse hører til Malvik.');
    expect(out).toContain('Henvendelse: 2013-samhandling (svarer på brevet vårt 28.11.2013).');
  });

  test('says whom a bounce did not reach and for how long, and keeps file names as they are written', async () => {
    const bounces = readFileSync(join(CORPUS, 'gold.jsonl'), 'utf8')
      .split('\n')
      .filter(line => line.includes('"kind":"bounce"') || line.includes('"kind": "bounce"'));
    const { file, recipients } = JSON.parse(bounces[0]!) as { file: string; recipients: string[] };
    const out = await explained(join(CORPUS, file));
    expect(out).toContain(`Ikke levert til ${recipients.join(', ')} (`);
    expect(await ofCorpus('038.eml')).not.toMatch(/\.(?:PDF|DOCX|TXT|HTML|ODT|RTF)\b/);
  });

  test('shows what was taken for history and signature', async () => {
    const out = await ofCorpus('004.eml');
    expect(out).toMatch(/Utelatt som sitert historie: \d+ linjer \(vårt brev\)\./);
    expect(out).toContain('Utelatt som signatur: «Mvh Kåre / Sendt fra min iPhone»');
  });

  test('shows clauses and claims of a sentence: verb, denial, condition, and who has decided', async () => {
    const out = await ofCorpus('038.eml');
    expect(out).toContain(
      'Innstilling («rådmannens innstilling:»)\n    «Rennebu kommune slutter seg til ordningen med kr 7 602,- under forutsetning av at',
    );
    expect(out).toContain('vilkårsledd «st. olavs hospital bidrar med tilsvarende beløp»');
    expect(out).toContain(
      '→ ja: slutter seg til · tydelig · tilrådd, ikke vedtatt · kjennetegn «slutter seg til» · uten nektelse',
    );
    expect(out).toContain('→ vilkår');
  });

  test('says which part counts where they differ, and which sections of a case paper do not', async () => {
    expect(await ofCorpus('038.eml')).toContain(
      'Delene sier ulikt (e-posten «behandles senere», saksframlegg_14-00231.docx «med forbehold»). saksframlegg_14-00231.docx avgjør',
    );
    const minutes = await ofCorpus('037.eml');
    expect(minutes).toContain('har et vedtak (formannskapet)');
    expect(minutes).toMatch(/Innstilling \(«rådmannens innstilling»\): \d setninger, teller ikke/);
    expect(minutes).toMatch(/Vedtak \(«vedtak»\)\n {4}«Saken utsettes\.»\n {6}→ svaret kommer senere/);
  });

  test('says why a person must look', async () => {
    const out = await ofCorpus('025.eml');
    expect(out).toContain('Må avklares: Ukjent avsender: adressen hører ikke til kommunen.');
    expect(out).toContain('Avsenderens adresse er ukjent.');
  });

  test('marks a denial', async () => {
    const out = await ofText('Hitra kommune slutter seg dessverre ikke til ordningen.');
    expect(out).toMatch(/→ nei: slutter seg ikke til · tydelig · opplyst · kjennetegn «[^»]+» · med nektelse/);
  });

  test('folds a long document to the sentences that carry claims', async () => {
    const filler = Array.from({ length: 30 }, (_, i) => `Dette er setning nummer ${i + 1} om været i fjor.`).join(' ');
    const out = await ofText(`${filler}\n\nHitra kommune slutter seg til ordningen.`);
    expect(out).not.toContain('setning nummer 7');
    expect(out).toContain('30 setninger uten påstand om svaret');
    expect(out).toContain('→ ja: slutter seg til');
  });

  test('shows nothing as deciding in a receipt, and the failed address of a bounce', async () => {
    const receipt = await ofCorpus('002.eml');
    expect(receipt).toContain('KONKLUSJON\n  kvittering');
    expect(receipt).not.toContain('→');
    expect(await ofCorpus('001.eml')).toContain('ikke levert: radmannen@skaun.kommune.example');
  });

  test('explains rubbish too', async () => {
    const file = join(emptyFolder(), 'rot.eml');
    writeFileSync(file, 'dette er ingen e-post');
    expect(await explained(file)).toContain('Må avklares:');
  });
});
