/**
 * The rooms of ARCHITECTURE.md: who may import whom, and what the listing tells. Reads the import lines of everything in src/.
 */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { datasets } from '../src/datasets/index.ts';
import { probes } from '../src/experiments/probes/index.ts';
import { FIGURE_NAMES } from '../src/experiments/spec/figureNeeds.ts';
import { activations, constraints, initializers, losses, optimizers, schedules } from '../src/nn/catalog.ts';

/** Room → the rooms that it may import. A star marks a room of which only types may be imported. */
const MAY_IMPORT: Record<string, string[]> = {
  faults: [],
  kernel: ['faults'],
  statistics: [],
  words: ['statistics'],
  nn: ['kernel'],
  schema: ['nn*'],
  engines: ['kernel', 'nn'],
  models: ['nn', 'engines*'],
  datasets: ['kernel'],
  experiments: ['faults', 'kernel', 'statistics', 'words', 'nn', 'schema', 'engines', 'datasets', 'models'],
  search: ['kernel', 'statistics', 'words', 'schema', 'engines', 'datasets', 'experiments'],
  export: ['kernel', 'nn', 'schema', 'engines', 'models', 'datasets', 'experiments', 'search'],
  figures: ['statistics', 'words', 'schema*', 'experiments*', 'search*', 'engines*', 'nn*'],
  site: ['faults'],
  islands: ['faults', 'kernel', 'statistics', 'words', 'nn', 'schema', 'engines', 'models', 'datasets', 'experiments', 'search', 'export', 'figures', 'site'],
  styles: [],
  markdown: ['site'],
  published: ['kernel', 'statistics', 'words', 'schema', 'datasets', 'experiments', 'search', 'figures', 'islands*', 'site'],
  components: [
    'kernel',
    'words',
    'nn',
    'schema',
    'engines',
    'datasets',
    'experiments',
    'search',
    'export',
    'figures',
    'islands',
    'site',
    'published',
    'styles',
  ],
  pages: [
    'kernel',
    'statistics',
    'words',
    'nn',
    'engines',
    'datasets',
    'experiments',
    'search',
    'export',
    'figures',
    'islands',
    'site',
    'published',
    'styles',
    'components',
  ],
  cli: ['kernel', 'statistics', 'words', 'nn', 'schema', 'engines', 'models', 'datasets', 'experiments', 'search', 'export'],
};

/** The folders of src/experiments/, as in the way of an experiment: each may import those before it. */
const STEPS = ['configuration', 'settings', 'plan', 'probes', 'measure', 'train', 'pool', 'verdicts', 'spec', 'record', 'change', 'maps'];

/** A folder that has folders holds at most so many files of its own. */
const MOST_FILES = 12;

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.{ts,tsx,astro}', { cwd: root })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => !file.startsWith('src/kernel/assembly/'))
  .sort();
const imports = files.flatMap(importsOf);
/** All folders that hold files of src/, and those that hold these. */
const folders = [...new Set(files.flatMap(foldersAbove))];

describe('rooms', () => {
  it('are those that this test knows', () => {
    const rooms = new Set(files.filter((file) => file.split('/').length > 2).map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('import only the rooms below them', () => {
    const violations = imports.filter(({ from, to, typeOnly }) => {
      const [own, other] = [roomOf(from), roomOf(to)];
      const allowed = MAY_IMPORT[own];
      // Files beside the rooms (src/content.config.ts) belong to none.
      if (own === other || allowed === undefined) return false;
      return !(allowed.includes(other) || (typeOnly && allowed.includes(`${other}*`)));
    });
    expect(violations).toEqual([]);
  });

  it('import each other in no circle, file by file, types included', () => {
    expect(findCircle(imports)).toEqual([]);
  });

  it('import each other in no circle, folder by folder: within a folder, its files and folders go one way', () => {
    const circles = folders.flatMap((folder) => {
      const circle = findCircle(within(folder));
      return circle.length > 0 ? [`${folder}: ${circle.join(' → ')}`] : [];
    });
    expect(circles).toEqual([]);
  });

  it('of an experiment follow one another', () => {
    const steps = within('src/experiments');
    expect(new Set(steps.flatMap(({ from, to }) => [from, to]))).toEqual(new Set(STEPS));
    expect(steps.filter(({ from, to }) => STEPS.indexOf(to) > STEPS.indexOf(from))).toEqual([]);
  });

  it(`hold at most ${MOST_FILES} files beside their folders`, () => {
    const parents = new Set(folders.filter((folder) => folders.some((other) => dirname(other) === folder)));
    const crowded = [...parents].map((folder) => ({ folder, own: files.filter((file) => dirname(file) === folder).length }));
    expect(crowded.filter(({ own }) => own > MOST_FILES)).toEqual([]);
  });

  it('hold no place for leftovers', () => {
    const leftovers = files.filter((file) => /(^|\/)(utils?|helpers?|misc|common|shared|types|later)(\.|\/)|elsewhere/i.test(file));
    expect(leftovers).toEqual([]);
  });

  it.each([
    ['src/figures/kinds', FIGURE_NAMES],
    ['src/datasets/kinds', [...datasets.map(({ name }) => name), 'inline']],
  ])('%s lists exactly the words that a spec may use', (folder, names) => {
    expect(readdirSync(join(root, folder), { withFileTypes: true }).map(({ name }) => name.replace(/\.ts$/, ''))).toEqual([...names].sort());
  });

  it.each<[string, readonly { name: string }[]]>([
    ['src/experiments/probes', probes],
    ['src/nn/activations', activations],
    ['src/nn/constraints', constraints],
    ['src/nn/initializers', initializers],
    ['src/nn/losses', losses],
    ['src/nn/optimizers', optimizers],
    ['src/nn/schedules', schedules],
  ])('%s has a file for each word that a spec may use', (folder, entries) => {
    const listed = new Set(files.filter((file) => dirname(file) === folder).map((file) => basename(file, '.ts')));
    expect(entries.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
  });

  it('stand in the table of ARCHITECTURE.md as they are here', () => {
    const architecture = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
    const rows = Array.from(architecture.matchAll(/^\| `src\/([a-z]+)\/` *\|[^|]*\| *([^|]*?) *\|$/gm), ([, room, may]) => [room, may]);
    const text = (allowed: string[]) => allowed.map((room) => (room.endsWith('*') ? `_types_ of ${room.slice(0, -1)}` : room)).join(', ') || 'nothing';
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(Object.entries(MAY_IMPORT).map(([room, allowed]) => [room, text(allowed)])));
  });

  it('write relative imports with their extension, so that Node runs the files as they are', () => {
    const bare = imports.filter(({ to }) => !/\.[a-z]+$/.test(basename(to)));
    expect(bare).toEqual([]);
  });
});

describe('the reader of import lines', () => {
  it('sees static, dynamic, type-only and re-exported imports, and no comments', () => {
    const source = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import { type C } from './c.ts';",
      "export { d } from './d.ts';",
      "const e = await import('./e.ts');",
      "const w = new URL('./w.ts', import.meta.url);",
      "// import './f.ts';",
    ].join('\n');
    expect(readImports(source, 'x.ts')).toEqual([
      { path: './a.ts', typeOnly: false },
      { path: './b.ts', typeOnly: true },
      { path: './c.ts', typeOnly: true },
      { path: './d.ts', typeOnly: false },
      { path: './e.ts', typeOnly: false },
      { path: './w.ts', typeOnly: false },
    ]);
  });

  it('finds a circle', () => {
    const circle = [
      { from: 'a', to: 'b', typeOnly: false },
      { from: 'b', to: 'c', typeOnly: false },
      { from: 'c', to: 'b', typeOnly: false },
    ];
    expect(findCircle(circle)).toEqual(['b', 'c', 'b']);
    expect(findCircle(circle.slice(0, 2))).toEqual([]);
  });
});

function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The imports among what a folder holds: its own files, and its folders with all that is in them. */
function within(folder: string): Import[] {
  const part = (file: string) => file.slice(folder.length + 1).split('/')[0]!;
  return imports
    .filter(({ from, to }) => from.startsWith(`${folder}/`) && to.startsWith(`${folder}/`))
    .map(({ from, to, typeOnly }) => ({ from: part(from), to: part(to), typeOnly }))
    .filter(({ from, to }) => from !== to);
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function importsOf(from: string): Import[] {
  const text = readFileSync(join(root, from), 'utf8');
  return scripts(from, text)
    .flatMap((source) => readImports(source, from))
    .filter(({ path }) => path.startsWith('.'))
    .map(({ path, typeOnly }) => {
      const to = normalize(join(dirname(from), path.replace(/\?.*$/, '')));
      return { from, to: relative('.', to).split(sep).join('/'), typeOnly };
    })
    .filter(({ to }) => to.startsWith('src/'));
}

/** The parts of a file that are TypeScript: all of it, or an Astro component's frontmatter and scripts. */
function scripts(file: string, text: string): string[] {
  if (!file.endsWith('.astro')) return [text];
  const frontmatter = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
  return [frontmatter, ...Array.from(text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), (match) => match[1] ?? '')];
}

function readImports(source: string, name: string): { path: string; typeOnly: boolean }[] {
  const found: { path: string; typeOnly: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ path: node.moduleSpecifier.text, typeOnly: isTypeOnly(node) });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [path] = node.arguments;
      if (path && ts.isStringLiteral(path)) found.push({ path: path.text, typeOnly: false });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.[1]?.getText() === 'import.meta.url') {
      // How a worker names its file.
      const [path] = node.arguments;
      if (path && ts.isStringLiteral(path) && /\.tsx?$/.test(path.text)) found.push({ path: path.text, typeOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return !clause.name && named !== undefined && ts.isNamedImports(named) && named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** The files of one circle, first and last the same; empty if there is none. */
function findCircle(edges: Import[]): string[] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const done = new Set<string>();
  const search = (file: string, path: string[]): string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const { to } of next.get(file) ?? []) {
      const circle = search(to, [...path, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of next.keys()) {
    const circle = search(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
