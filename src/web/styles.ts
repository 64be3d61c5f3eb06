import { readFileSync } from 'node:fs';
import { projectFolder } from '../project-folder.ts';
import type { WebApp } from './web-app.ts';

const FILES: Record<string, { path: () => string | URL; type: string }> = {
  'tema.css': {
    path: () => new URL(import.meta.resolve('@digdir/designsystemet-css/theme.css')),
    type: 'text/css; charset=utf-8',
  },
  'designsystemet.css': {
    path: () => new URL(import.meta.resolve('@digdir/designsystemet-css')),
    type: 'text/css; charset=utf-8',
  },
  'purrebot.css': { path: () => new URL('templates/web/purrebot.css', projectFolder), type: 'text/css; charset=utf-8' },
  'inter-latin.woff2': { path: () => new URL('templates/web/inter-latin.woff2', projectFolder), type: 'font/woff2' },
};

/** The style sheets and the typeface, read once; the browser keeps them for an hour. */
export function addStyles(app: WebApp): void {
  const read = new Map<string, Uint8Array<ArrayBuffer>>();
  app.get('/stil/:file', c => {
    const name = c.req.param('file');
    const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (file === undefined) return c.notFound();
    const bytes = read.get(name) ?? new Uint8Array(readFileSync(file.path()));
    read.set(name, bytes);
    return c.body(bytes, 200, { 'Content-Type': file.type, 'Cache-Control': 'private, max-age=3600' });
  });
}
