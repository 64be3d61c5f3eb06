import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG_A_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What breaks WCAG 2.2, A and AA, on the page that stands there, and contrasts that axe cannot work out. */
export async function breaches(page: Page): Promise<{ violations: string[]; unsure: string[] }> {
  await page.evaluate(axe);
  const found = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(WCAG_A_AA)} })`)) as AxeResults;
  // It also cannot tell how one skips a letter's repeated parts; a letter has none.
  const contrast = found.incomplete.filter(({ id }) => id === 'color-contrast');
  const inWords = (results: AxeResults['violations']) =>
    results.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  return { violations: inWords(found.violations), unsure: inWords(contrast) };
}
