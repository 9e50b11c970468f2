/**
 * `npm run grow -- TIMES [FOLDER]`: a copy of the project with TIMES the content, to see what building and testing cost once there
 * is more of it. Every chapter, experiment, search and recording is there again under other ids, slugs and titles. FOLDER, which must
 * not exist, defaults to one in the system's folder for temporary files; `npm run build` and `npm test` work there.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { openLibrary, type Library } from '../../src/cli/library/library.ts';
import { idsIn } from '../../src/site/chapters/numbering.ts';
import { jsonDigest } from '../../src/experiments/train/digest.ts';
import { specHash } from '../../src/experiments/record/record.ts';
import { findChapters } from '../../src/site/chapters/chapters.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
/** In node_modules: what tools write there, which the copy has to write anew. */
const CACHES = ['.cache', '.astro', '.vite', '.vite-temp', '.vitest'];

const [times, folder] = readArguments(process.argv.slice(2));
console.log(`Copying the project to ${folder} …`);
const files = git(PROJECT, 'ls-files', '--cached', '--others', '--exclude-standard', '-z').split('\0');
for (const file of files) if (file && existsSync(join(PROJECT, file))) copy(file);
link('node_modules');
for (let turn = 2; turn <= times; turn++) repeat(turn);
// Pages say when they were last changed, and tests look at what has been touched.
git(folder, 'init', '-q');
git(folder, 'add', '-A');
git(folder, '-c', 'user.name=grow', '-c', 'user.email=grow@example.org', 'commit', '-q', '-m', `The content ${times} times`);
console.log(`${openLibrary(join(folder, 'content')).ids().length} experiments in ${findChapters(folder).length} chapters. Next: cd ${folder}`);

function readArguments(given: string[]): [times: number, folder: string] {
  const [count = '', place = join(tmpdir(), `fully-connected-${count}-times`), ...rest] = given;
  if (!/^[2-9]$/.test(count) || rest.length > 0) fail(`npm run grow takes a number from 2 to 9, and perhaps a folder; found ${given.join(' ') || 'nothing'}.`);
  if (existsSync(place)) fail(`${place} is there already. Delete it, or name another folder.`);
  return [Number(count), resolve(place)];
}

/** All content once more. */
function repeat(turn: number): void {
  const chapters = findChapters(PROJECT);
  const [before, after] = [PROJECT, folder].map((place) => openLibrary(join(place, 'content'))) as [Library, Library];
  const experiments = before.ids();
  const searches = before.searches.ids();
  const figures = chapters.flatMap(({ file }) => idsIn('Figure', readFileSync(join(PROJECT, file), 'utf8')));
  const again = (name: string) => `${name}-again-${turn}`;

  for (const id of experiments) {
    repeatSpec(`experiments/${id}`, `experiments/${again(id)}`, turn);
    const spec = specHash(after.experiment(again(id)));
    after.writeRecording({ ...before.recording(id), experiment: again(id), spec });
    // What a map is of does not know the id of its experiment.
    if (before.maps.recorded().includes(id)) after.maps.writeRecording(again(id), { ...before.maps.recording(id), experiment: again(id) });
  }
  for (const id of searches) {
    repeatSpec(`searches/${id}`, `searches/${again(id)}`, turn);
    const spec = jsonDigest(after.searches.spec(again(id)));
    after.searches.writeRecording(again(id), { ...before.searches.recording(id), search: again(id), spec });
  }
  const names = new Set([...experiments, ...searches, ...figures, ...chapters.map(({ slug }) => slug)]);
  for (const { file, slug } of chapters) {
    const text = readFileSync(join(PROJECT, file), 'utf8')
      .replace(`slug: ${slug}`, `slug: ${again(slug)}`)
      .replace(/^(title: .*?)(['"]?)$/m, `$1 (${turn})$2`)
      .replaceAll(/\b(id|experiment|search|figure|chapter)="([^"]+)"/g, (all, attribute: string, name: string) =>
        names.has(name) ? `${attribute}="${again(name)}"` : all,
      );
    writeFileSync(join(folder, `${again(file.slice(0, -'.mdx'.length))}.mdx`), text);
  }
}

/** Paths below content/, without `.yaml`. */
function repeatSpec(from: string, to: string, turn: number): void {
  const document = parseDocument(readFileSync(join(PROJECT, 'content', `${from}.yaml`), 'utf8'));
  document.set('title', `${String(document.get('title'))} (${turn})`);
  writeFileSync(join(folder, 'content', `${to}.yaml`), document.toString());
}

function copy(file: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  copyFileSync(join(PROJECT, file), join(folder, file));
}

/** A folder whose files are those of the project, not copies, where the file system allows it: packages are large. */
function link(place: string): void {
  mkdirSync(join(folder, place), { recursive: true });
  for (const entry of readdirSync(join(PROJECT, place), { withFileTypes: true })) {
    const path = join(place, entry.name);
    if (entry.isDirectory()) {
      if (!CACHES.includes(entry.name)) link(path);
      continue;
    }
    try {
      linkSync(join(PROJECT, path), join(folder, path));
    } catch {
      copy(path);
    }
  }
}

function git(where: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: where, encoding: 'utf8', maxBuffer: 1e8 });
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
