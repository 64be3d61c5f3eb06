import { posix } from 'node:path';
import { parseAst } from 'vitest/node';
import {
  ARROWS,
  CHANCE,
  DOORS,
  DRAWERS,
  LIBRARY_ROOM,
  MAIN_FILES,
  MAX_LINES,
  OUTSIDE,
  RULES_LIBRARIES,
  SQL_OUTSIDE,
  SQL_STATEMENT,
  WORD_LIST,
} from './arrows.ts';

/** Path below src → text. */
export type SourceTree = Record<string, string>;

interface Node {
  type: string;
  start: number;
  [property: string]: unknown;
}

/** Every place where the tree breaks an arrow or a rule of the house: `jobs/x.ts:12: what is wrong and what to do`. */
export function faultsIn(tree: SourceTree): string[] {
  return Object.entries(tree).flatMap(([path, text]) => faultsInFile(path, text));
}

function faultsInFile(path: string, text: string): string[] {
  const faults: string[] = [];
  const report = (at: number, what: string) => {
    faults.push(`${path}:${text.slice(0, at).split('\n').length}: ${what}`);
  };
  const room = roomOf(path);
  if (!(room in ARROWS)) report(0, `${room}/ is not a room: see test/architecture/arrows.ts`);
  if (room === 'main' && !(path in MAIN_FILES))
    report(0, 'no room: only main, settings and project-folder stand in src');
  const drawer = path
    .replace(/\.ts$/, '')
    .split('/')
    .find(name => DRAWERS.test(name));
  if (drawer) report(0, `«${drawer}» is a drawer: name the file after what it exports`);
  const lines = text.trimEnd().split('\n').length;
  if (lines > MAX_LINES && !WORD_LIST.test(path)) report(text.length, `${lines} lines, at most ${MAX_LINES}: split it`);

  for (const { node, parent } of nodesOf(text)) {
    const wanted = importedBy(node);
    if (wanted !== null) {
      const why = wanted === undefined ? 'an import whose name is not written out' : whyNotImport(room, path, wanted);
      if (why) report(node.start, why);
    }
    if (!DOORS.has(room)) {
      const outside = outsideIn(node);
      if (outside) report(node.start, `${outside} below the doors: take the value as an argument`);
    }
    if (room !== 'register') {
      const sql = sqlIn(node, parent);
      if (sql) report(node.start, `${sql} outside register/`);
    }
  }
  return faults;
}

function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : 'main';
}

function* nodesOf(text: string): Generator<{ node: Node; parent: Node | null }> {
  const stack: { node: Node; parent: Node | null }[] = [
    { node: parseAst(text, { lang: 'ts' }) as unknown as Node, parent: null },
  ];
  for (let next = stack.pop(); next; next = stack.pop()) {
    yield next;
    const children = Object.values(next.node).flat().filter(isNode);
    // Last first, so that the next one off the stack is the next one in the text.
    for (const child of children.reverse()) stack.push({ node: child, parent: next.node });
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** The module a node names; undefined when it imports something that cannot be read off; null when it is no import. */
function importedBy(node: Node): string | undefined | null {
  const isImport = /^(ImportDeclaration|ExportAllDeclaration|ExportNamedDeclaration|ImportExpression|TSImportType)$/;
  const isRequire = node.type === 'CallExpression' && /^(require|createRequire)$/.test(nameOf(node.callee));
  const source = isRequire ? (node.arguments as Node[])[0] : node.source;
  if (!isRequire && !(isImport.test(node.type) && source)) return null;
  return isNode(source) ? textOf(source) : undefined;
}

function whyNotImport(room: string, path: string, wanted: string): string | null {
  if (wanted.startsWith('.')) {
    const target = posix.join(posix.dirname(path), wanted);
    if (target.startsWith('..')) return `imports ${wanted}, which is not in src`;
    const to = roomOf(target);
    if (to === 'main') return MAIN_FILES[target]?.includes(room) ? null : `${room} may not import ${target}`;
    return to === room || ARROWS[room]?.includes(to) ? null : `${room} may not import ${to} (${wanted})`;
  }
  const library = wanted
    .split('/')
    .slice(0, wanted.startsWith('@') ? 2 : 1)
    .join('/');
  if (room === 'rules') return RULES_LIBRARIES.includes(library) ? null : `rules may not import ${wanted}`;
  const owner = LIBRARY_ROOM[library];
  if (owner === null) return `${wanted} is never loaded by the running program`;
  return owner === undefined || owner === room ? null : `${wanted} belongs to ${owner}/`;
}

/** `Date.now`, `new Date()`, `const { env } = process`, `import { randomUUID }`, `CURRENT_TIMESTAMP` … */
function outsideIn(node: Node): string | null {
  switch (node.type) {
    case 'NewExpression':
      return nameOf(node.callee) === 'Date' && (node.arguments as Node[]).length === 0 ? 'new Date()' : null;
    case 'CallExpression':
      return (node.callee as Node).type === 'Identifier' && nameOf(node.callee) === 'Date' ? 'Date()' : null;
    case 'MemberExpression':
      return readFromOutside(nameOf(node.object), nameOf(node));
    case 'ImportSpecifier':
      return readFromOutside('', nameOf(node.imported));
    case 'VariableDeclarator': {
      if ((node.id as Node).type !== 'ObjectPattern' || !isNode(node.init)) return null;
      const from = nameOf(node.init);
      const keys = ((node.id as Node).properties as Node[]).map(property => nameOf(property.key));
      return keys.map(key => readFromOutside(from, key)).find(Boolean) ?? null;
    }
    default: {
      const found = SQL_OUTSIDE.exec(textOf(node) ?? '');
      return found && `«${found[0]}» in SQL`;
    }
  }
}

function readFromOutside(object: string, member: string): string | null {
  if (CHANCE.has(member)) return member;
  return OUTSIDE[object]?.includes(member) ? `${object}.${member}` : null;
}

function sqlIn(node: Node, parent: Node | null): string | null {
  const text = textOf(node);
  if (text !== undefined) return SQL_STATEMENT.test(text) ? 'SQL' : null;
  if (node.type !== 'MemberExpression' || parent?.type !== 'CallExpression' || parent.callee !== node) return null;
  const member = nameOf(node);
  // `.exec` is also what a regular expression does, so there it takes the name of a database.
  const onDatabase = /^(db|database|sqlite|connection|register)$/i.test(nameOf(node.object));
  const isSql = member === 'prepare' || (onDatabase && /^(exec|pragma)$/.test(member));
  return isSql ? `.${member}(` : null;
}

/** The last name of an identifier, a member chain or a literal key: `globalThis.Date` → `Date`, `['now']` → `now`. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier' || node.type === 'PrivateIdentifier') return node.name as string;
  if (node.type === 'MemberExpression') return nameOf(node.property);
  return node.type === 'Literal' ? String(node.value) : '';
}

/** The text of a string or template literal (the fixed parts of it); undefined for anything else. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  return (node.quasis as { value: { cooked: string } }[]).map(part => part.value.cooked).join(' ');
}
