/**
 * What each kind of island needs, written into the pages when the site is built, so that it can be asked for at once when a reader
 * shows intent (files.ts): the modules that it imports, however deep, and the workers and WebAssembly that these name. What is
 * imported on demand (menus, TensorFlow.js) is no part of it. The scripts that a page loads by itself have theirs announced in its head.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Addresses from the root of the server. */
export interface IslandFiles {
  modules: string[];
  /** Of the others, the scripts of workers: to be started as soon as they are here (startedWorkers.ts). */
  workers: string[];
  /** In the order in which they are needed. */
  others: string[];
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
  const head = [
    ...imported.map((path) => `<link rel="modulepreload" href="${path}">`),
    ...(Object.keys(listed).length > 0 ? [`<script type="application/json" id="island-files">${JSON.stringify(listed)}</script>`] : []),
  ];
  return html.replace('</head>', () => `${head.join('')}</head>`);
}

/** The modules that these import, themselves among them, and what else they name. */
function filesOf(entries: string[], read: (path: string) => string): IslandFiles {
  const modules = closure(entries, read);
  const workers = named(modules, /[\w.-]*\.worker-[\w-]+\.js/g, read);
  const scripts = closure(workers, read);
  const wasm = named([...modules, ...scripts], /[\w.-]+\.wasm/g, read);
  // They share one link: the small ones are soon through, and the large one is waited for in any case.
  const others = [...new Set([...wasm, ...scripts])].sort((a, b) => read(a).length - read(b).length);
  return { modules, workers, others };
}

function closure(entries: string[], read: (path: string) => string): string[] {
  const found = new Set(entries);
  for (const path of found) for (const name of staticImports(read(path))) found.add(posix.join(posix.dirname(path), name));
  return [...found];
}

/** What a bundled module imports at once: `import … from "./x.js"`, `import "./x.js"`, `export … from "./x.js"`; not `import("./x.js")`. */
export function staticImports(code: string): string[] {
  return Array.from(code.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+\.js)["'`]/g), ([, path = '']) => path);
}

/** Files beside these modules that their text names. */
function named(modules: string[], pattern: RegExp, read: (path: string) => string): string[] {
  return [...new Set(modules.flatMap((path) => Array.from(read(path).matchAll(pattern), ([name]) => posix.join(posix.dirname(path), name))))];
}

function cached(read: (path: string) => string): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const text = known.get(path) ?? read(path);
    known.set(path, text);
    return text;
  };
}
