/**
 * What each kind of island needs, written into the pages when the site is built, so that it can be asked for at once when a reader
 * shows intent (files.ts): the modules that it imports, however deep, and the workers and WebAssembly that these name. Of what is
 * imported on demand, that is part of it which every run will need (LATER); menus and TensorFlow.js are not. The scripts that a page loads by itself have theirs announced in its head.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Addresses from the root of the server. */
export interface IslandFiles {
  modules: string[];
  /** Scripts of workers that train and compute: to be started as soon as they are here (startedWorkers.ts). */
  workers: string[];
  /** They and what they import. A worker takes longest to begin: these are asked for first, the small ones before the others. */
  first: string[];
  /** What comes beside the modules, in the order in which it is needed. */
  others: string[];
  /** Modules that are imported once the island has something to show: what changes settings, and what judges. */
  later: string[];
}

export function islandFiles(): AstroIntegration {
  let base = '/';
  return {
    name: 'island-files',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base.replace(/\/?$/, '/')),
      'astro:build:done'({ dir, logger }) {
        const folder = fileURLToPath(dir);
        const read = cached((path) => readFileSync(join(folder, path.slice(base.length)), 'utf8'));
        const pages = globSync('**/*.html', { cwd: folder });
        for (const page of pages) {
          const file = join(folder, page);
          const html = readFileSync(file, 'utf8');
          writeFileSync(file, withFiles(html, read));
        }
        logger.info(`Listed the files of islands in ${pages.length} pages.`);
      },
    },
  };
}

/** `read`: the text of a file, by its address. */
export function withFiles(html: string, read: (path: string) => string): string {
  const listed: Record<string, IslandFiles> = {};
  for (const [, island = ''] of html.matchAll(/<astro-island\b([^>]*)>/g)) {
    const [component, renderer] = ['component-url', 'renderer-url'].map((name) => new RegExp(`\\b${name}="([^"]+)"`).exec(island)?.[1]);
    if (component && renderer) listed[component] ??= filesOf([component, renderer], read);
  }
  const scripts = Array.from(html.matchAll(/<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/g), ([, src = '']) => src);
  const imported = filesOf(scripts, read).modules.filter((path) => !scripts.includes(path));
  const small = Object.values(listed).flatMap(({ modules, first }) => [...first, ...modules].filter((path) => SMALL.test(path)));
  const head = [
    ...[...new Set([...imported, ...small])].map((path) => `<link rel="modulepreload" href="${path}">`),
    ...(Object.keys(listed).length > 0 ? [`<script type="application/json" id="island-files">${JSON.stringify(listed)}</script>`] : []),
  ];
  return html.replace('</head>', () => `${head.join('')}</head>`);
}

/**
 * The few lines that a bundler puts into a file of their own. They come with a page that has islands: after a press such a file costs no
 * bytes worth telling, but one of the six places, for as long as an answer takes.
 */
const SMALL = /\brolldown-runtime[.-][\w-]+\.js$/;

/** The script of the worker that draws. */
const DRAWS = /\bdrawing\.worker-/;

const LATER = /\b(?:draft|islandHash|answerOf|searchEditing|schemas)\.[\w-]+\.js/g;

/** The modules that these import, themselves among them, and what else they name. */
function filesOf(entries: string[], read: (path: string) => string): IslandFiles {
  // A browser asks an HTTP/1.1 server for six files at a time: the large ones set out first.
  const modules = closure(entries, read).sort((a, b) => read(b).length - read(a).length);
  const workers = named(modules, /\.worker-[\w-]+\.js/g, read);
  // Curves are sketched until what draws is here: it is the largest.
  const trainers = workers.filter((path) => !DRAWS.test(path));
  const bySize = (a: string, b: string) => read(a).length - read(b).length;
  const first = closure(trainers, read).sort(bySize);
  const scripts = closure(workers, read);
  const wasm = named([...modules, ...scripts], /\.wasm\b/g, read);
  const others = [...wasm, ...scripts.filter((path) => !first.includes(path)).sort(bySize)];
  const later = closure(named(modules, LATER, read), read).filter((path) => !modules.includes(path));
  return { modules, workers: trainers, first, others, later };
}

function closure(entries: string[], read: (path: string) => string): string[] {
  const found = new Set(entries);
  for (const path of found) for (const name of staticImports(read(path))) found.add(posix.join(posix.dirname(path), name));
  return [...found];
}

/** What a bundled module imports at once: `import … from "./x.js"`, `import "./x.js"`, `export … from "./x.js"`; not `import("./x.js")`. */
function staticImports(code: string): string[] {
  return Array.from(code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g), ([, path = '']) => path);
}

/** Files beside these modules that their text names. Names are read from their ends, since those are rare: whatever may begin one is not. */
function named(modules: string[], end: RegExp, read: (path: string) => string): string[] {
  const names = (text: string) =>
    Array.from(text.matchAll(end), (match) => /[\w.-]*$/.exec(text.slice(Math.max(0, match.index - LONGEST), match.index))![0] + match[0]);
  return [...new Set(modules.flatMap((path) => names(read(path)).map((name) => posix.join(posix.dirname(path), name))))];
}

/** Characters of a file's name before its end. */
const LONGEST = 100;

function cached(read: (path: string) => string): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const text = known.get(path) ?? read(path);
    known.set(path, text);
    return text;
  };
}
