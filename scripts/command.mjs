/** Running other programs, from the project's root and with the project's own Node first in the PATH. */
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Run a program and wait for it. Its output goes to the terminal, and is returned too if `capture` is set.
 * @param {string} program name in node_modules/.bin or in the PATH
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, capture?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 where the program could not be started
 */
export function run(program, args, { env = {}, capture = false } = {}) {
  return new Promise((resolve) => {
    const path = [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['inherit', capture ? 'pipe' : 'inherit', 'inherit'],
      // On Windows the programs in node_modules/.bin are .cmd files, which only a shell can start.
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => {
      console.error(`${program}: ${error.message}`);
      resolve({ code: 127, output });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Run npm: the one that runs this script, where there is one.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, capture?: boolean }} [options]
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
