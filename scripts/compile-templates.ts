import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mjml2html from 'mjml';

// MJML is a tool of ours, not of the running program: letters are filled from the compiled files (reliability §6.4).
// Use: node scripts/compile-templates.ts [--check] [folder]. --check writes nothing and exits 1 if a file is stale.

interface Compiled {
  name: string;
  html: string;
}

/** Every `<shape>.mjml` in the folder; includes are taken from that folder and nowhere else. */
export async function compileTemplates(folder: string): Promise<Compiled[]> {
  const names = readdirSync(folder).filter(name => name.endsWith('.mjml'));
  const shapes = names.filter(name => readFileSync(join(folder, name), 'utf8').startsWith('<mjml'));
  return Promise.all(
    shapes.sort().map(async name => {
      const filePath = join(folder, name);
      // The typings are those of MJML 4; in 5 the answer is a promise and includes are off unless asked for.
      const options = {
        filePath,
        validationLevel: 'strict',
        ignoreIncludes: false,
        includePath: [folder],
        minify: true,
        // Our markers are comments; cssnano is left out since the styles are already inlined.
        minifyOptions: { removeComments: false, minifyCss: false },
      };
      const { html } = await mjml2html(readFileSync(filePath, 'utf8'), options as never);
      return { name: name.replace(/\.mjml$/, '.html'), html: `${html.trim()}\n` };
    }),
  );
}

/** Names of compiled files that are missing, or that the templates no longer give. */
export async function staleTemplates(folder: string): Promise<string[]> {
  const compiled = await compileTemplates(folder);
  const expected = new Map(compiled.map(({ name, html }) => [name, html]));
  const out = join(folder, 'compiled');
  const found = existsSync(out) ? readdirSync(out).filter(name => name.endsWith('.html')) : [];
  const stale = compiled.filter(
    ({ name, html }) => !found.includes(name) || readFileSync(join(out, name), 'utf8') !== html,
  );
  return [...stale.map(({ name }) => name), ...found.filter(name => !expected.has(name))].sort();
}

async function run(args: string[]): Promise<number> {
  const folder = args.find(arg => !arg.startsWith('--')) ?? fileURLToPath(new URL('../templates', import.meta.url));
  if (args.includes('--check')) {
    const stale = await staleTemplates(folder);
    for (const name of stale)
      console.error(`${join(folder, 'compiled', name)}: stale, run node scripts/compile-templates.ts`);
    return stale.length === 0 ? 0 : 1;
  }
  mkdirSync(join(folder, 'compiled'), { recursive: true });
  for (const { name, html } of await compileTemplates(folder)) writeFileSync(join(folder, 'compiled', name), html);
  return 0;
}

// Imported by the test, run by hand; import.meta.main is unknown to Node 22.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await run(process.argv.slice(2));
