/** Running other programs, from the project's root and with the project's own Node first in the PATH. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Code that Node has compiled, types stripped, kept for the next process: the many that a test run starts load the same files.
 */
const COMPILED = join(root, 'node_modules', '.cache', 'compiled');

/**
 * Run a program and wait for it.
 * @param {string} program name in node_modules/.bin or in the PATH
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, output?: 'show' | 'keep' | 'hold', limit?: number }} [options] `output`: `show` sends it to the terminal (the
 *   default), `keep` does this and returns what goes to standard output, `hold` returns all of it and shows nothing; `limit`: milliseconds
 *   after which it is ended
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 where the program could not be started
 */
export function run(program, args, { env = {}, output: treatment = 'show', limit } = {}) {
  return new Promise((resolve) => {
    const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
    const child = spawn(program, args, {
      cwd: root,
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['inherit', treatment === 'show' ? 'inherit' : 'pipe', treatment === 'hold' ? 'pipe' : 'inherit'],
      // On Windows the programs in node_modules/.bin are .cmd files, which only a shell can start.
      shell: process.platform === 'win32',
      ...(limit !== undefined && { timeout: limit }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        if (treatment === 'keep') process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => {
      output += `${program}: ${error.message}\n`;
      if (treatment !== 'hold') console.error(`${program}: ${error.message}`);
      resolve({ code: 127, output });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Run npm: the one that runs this script, where there is one.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options] as of `run`
 */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], options) : run('npm', args, options);
}

/**
 * Whether there is a program at this path.
 * @param {string} path
 */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
