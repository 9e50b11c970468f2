/** Pythons that have the libraries that exported programs are for. */
import { execFileSync, spawnSync } from 'node:child_process';
import { environmentPython } from '../../scripts/python.mjs';

/** One core for each program; Keras takes TensorFlow where it is not told otherwise. */
const ENVIRONMENT = { OMP_NUM_THREADS: '1', PYTHONUTF8: '1', KERAS_BACKEND: 'jax', JAX_PLATFORMS: 'cpu' };
const env = { ...process.env, ...ENVIRONMENT };

/** A Python 3 that can import `module`: the environment that `npm test` makes, or one of the system's; undefined, with a word about it, where there is none. */
export function pythonWith(module: string): string | undefined {
  const places = [process.env['PROGRAMS_PYTHON'], environmentPython().python, 'python3', '/usr/bin/python3'];
  const found = places.filter((python) => python !== undefined).find((python) => spawnSync(python, ['-c', `import ${module}, numpy`], { env }).status === 0);
  if (!found) console.warn(`No Python with ${module} here: what needs it is not run.`);
  return found;
}

/** Standard output of a program: its file, or all that is said to Python. Throws with its standard error, and where it hangs. `limit`: in milliseconds. */
export function runPython(python: string, program: string | readonly string[], limit = 300_000): string {
  return execFileSync(python, [program].flat(), { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'], timeout: limit, maxBuffer: 1e8 });
}
