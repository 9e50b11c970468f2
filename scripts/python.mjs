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
 * @typedef {Record<string, string[]>} Libraries
 */
/** @type {Libraries} */
const LIBRARIES = { keras: ['keras', 'jax'], sklearn: ['scikit-learn'], torch: ['torch'] };
/** @type {Libraries} */
const AT_NIGHT = { optuna: ['optuna'], ray: ['ray[tune]'], tensorflow: [process.platform === 'linux' ? 'tensorflow-cpu' : 'tensorflow'] };
/** Seconds for everything that has to be fetched: a cold start must not take over a test run. */
const LIMIT = { day: 120, night: 1200 };

/** A wheel or nothing, since to compile takes minutes. Bytecode is made of what is used, as it is used; PyTorch for processors is a tenth of what PyPI has for Linux. */
const OPTIONS = ['--quiet', '--no-input', '--disable-pip-version-check', '--only-binary', ':all:', '--no-compile', '--retries', '0', '--timeout', '20'];
const FOR_PROCESSORS = ['--extra-index-url', 'https://download.pytorch.org/whl/cpu'];

/** Where the environment's own Python is, or would be. */
export function environmentPython() {
  const caches = process.env.XDG_CACHE_HOME ?? (process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache'));
  const folder = join(caches, 'fully-connected', 'python');
  return { folder, python: process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python') };
}

/**
 * Install what is missing, at night more, and in its newest version.
 * @param {{ all: boolean }} options
 * @returns {Promise<{ python: string | undefined, missing: string[] }>} the environment's Python, if it has any of them
 */
export async function ensureLibraries({ all }) {
  const { folder, python } = environmentPython();
  const end = Date.now() + 1000 * (all ? LIMIT.night : LIMIT.day);
  const wanted = Object.entries({ ...LIBRARIES, ...(all && AT_NIGHT) });
  if (!hasPip(python)) {
    console.log(`Making an environment for Python in ${folder} …`);
    // What an interrupted run has left is no environment.
    await run(process.platform === 'win32' ? 'python' : 'python3', ['-m', 'venv', '--clear', folder], { output: 'hold', limit: end - Date.now() });
    if (!hasPip(python)) return { python: undefined, missing: wanted.map(([module]) => module) };
  }
  const missing = [];
  // One by one: those that can be had are not lost with one that cannot.
  for (const [module, packages] of wanted) {
    if (!has(python, packages) || all) await install(python, packages, end - Date.now(), all);
    if (!has(python, packages)) missing.push(module);
  }
  return { python: missing.length < wanted.length ? python : undefined, missing };
}

/**
 * @param {string} python
 * @param {string[]} packages
 * @param {number} limit milliseconds
 * @param {boolean} newest
 */
async function install(python, packages, limit, newest) {
  if (limit <= 0) return console.log(`No time is left for ${packages.join(', ')}; what is missing is fetched the next time.`);
  const start = Date.now();
  const args = ['-m', 'pip', 'install', ...OPTIONS, ...(packages.includes('torch') ? FOR_PROCESSORS : []), ...(newest ? ['--upgrade'] : []), ...packages];
  const { code, output } = await run(python, args, { output: 'hold', limit });
  const why = output.split('\n').findLast((line) => line.startsWith('ERROR')) ?? 'it took too long';
  console.log(`${packages.join(', ')}: ${code === 0 ? `installed in ${Math.round((Date.now() - start) / 1000)} s` : why}`);
}

/** @param {string} python */
function hasPip(python) {
  return isProgram(python) && spawnSync(python, ['-m', 'pip', '--version']).status === 0;
}

/**
 * Whether all of the packages are there as a whole; importing them would take seconds. pip writes the list of a package's files last.
 * @param {string} python
 * @param {string[]} packages
 */
function has(python, packages) {
  const names = packages.map((name) => name.replace(/\[.*/, ''));
  const code = `from importlib.metadata import files\nassert all(files(name) for name in ${JSON.stringify(names)})`;
  return spawnSync(python, ['-c', code]).status === 0;
}
