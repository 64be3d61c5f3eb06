/**
 * The folder that holds db/ and templates/: one step up from src/ in a checkout and from dist/ in the package, so that
 * `new URL('db/', projectFolder)` is right in both.
 */
export const projectFolder: URL = new URL('../', import.meta.url);
