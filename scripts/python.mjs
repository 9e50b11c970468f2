/**
 * Python with the libraries that exported programs are for: an environment of its own in the user's cache, outside the repository.
 * It is kept from run to run, and made as far as the libraries can be had; what cannot is said, and its programs are not run.
 */
import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isProgram, run } from './command.mjs';

/**
 * Module → what pip installs for it.
 * @type {Record<string, string[]>}
 */
const LIBRARIES = { keras: ['keras', 'jax'], sklearn: ['scikit-learn'], torch: ['torch'] };
/** Seconds for everything that has to be fetched: a cold start must not take over a test run. */
const LIMIT = { day: 200, night: 1200 };

/** Where the environment's own Python is, or would be. */
export function environmentPython() {
  const caches = process.env.XDG_CACHE_HOME ?? (process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache'));
  const folder = join(caches, 'fully-connected', 'python');
  return { folder, python: process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python') };
}

/**
 * Install what is missing, at night in its newest version.
 * @param {{ all: boolean }} options
 * @returns {Promise<{ python: string | undefined, missing: string[] }>} the environment's Python, if it has any of them
 */
export async function ensureLibraries({ all }) {
  const { folder, python } = environmentPython();
  const end = Date.now() + 1000 * (all ? LIMIT.night : LIMIT.day);
  if (!isProgram(python)) {
    console.log(`Making an environment for Python in ${folder} …`);
    const made = await run('python3', ['-m', 'venv', folder]);
    if (made.code !== 0 || !isProgram(python)) return { python: undefined, missing: Object.keys(LIBRARIES) };
  }
  const missing = [];
  // One by one: those that can be had are not lost with one that cannot.
  for (const [module, packages] of Object.entries(LIBRARIES)) {
    const there = has(python, module);
    if (there && !all) continue;
    const left = end - Date.now();
    const options = ['--quiet', '--disable-pip-version-check', '--retries', '1', ...(all ? ['--upgrade'] : [])];
    const code = left > 0 ? (await run(python, ['-m', 'pip', 'install', ...options, ...packages], { limit: left })).code : 1;
    if (code !== 0 && !has(python, module)) missing.push(module);
  }
  return { python: missing.length < Object.keys(LIBRARIES).length ? python : undefined, missing };
}

/**
 * Whether it could import a module; importing it would take seconds.
 * @param {string} python
 * @param {string} module
 */
function has(python, module) {
  return spawnSync(python, ['-c', `import importlib.util, sys; sys.exit(importlib.util.find_spec(${JSON.stringify(module)}) is None)`]).status === 0;
}
