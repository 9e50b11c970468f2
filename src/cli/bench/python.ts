/** PyTorch and scikit-learn as contenders, where a Python on this machine has them. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { environmentPython } from '../../../scripts/python.mjs';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Contender, Prepared } from './contenders.ts';
import { workloadPlan, type Workload } from './workloads.ts';

/** Name of the contender → what Python imports, and Debian's package of it. */
const LIBRARIES = {
  pytorch: { module: 'torch', package: 'python3-torch' },
  'scikit-learn': { module: 'sklearn', package: 'python3-sklearn' },
};
export type PythonLibrary = keyof typeof LIBRARIES;
export const PYTHON_LIBRARIES = Object.keys(LIBRARIES) as PythonLibrary[];

/**
 * The one that BENCH_PYTHON names comes first, then the environment that `npm test` makes, with newer libraries than systems have; a virtual
 * environment's comes first in the path, and may lack what the system's has.
 */
const PYTHONS = [process.env['BENCH_PYTHON'], environmentPython().python, 'python3', '/usr/bin/python3', 'python'].filter((python) => python !== undefined);

/** One thread, whatever library does the products. */
const ONE_THREAD = { OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', BLIS_NUM_THREADS: '1' };

/** The contender, with the first of `pythons` that has the library; or a line that says why there is none. */
export function pythonContender(library: PythonLibrary, kernel: Kernel, pythons = PYTHONS): Contender | { missing: string } {
  const { module, package: debian } = LIBRARIES[library];
  for (const python of pythons) {
    const script = `import platform, ${module}; print(platform.python_version(), ${module}.__version__)`;
    const { status, stdout } = spawnSync(python, ['-c', script], { encoding: 'utf8' });
    if (status !== 0) continue;
    const [version, ofModule] = stdout.trim().split(' ');
    return { name: library, version: `${ofModule} on Python ${version}`, prepare: (workload) => start(python, library, workload, kernel) };
  }
  return {
    missing: `${library} is not here: no Python of ${pythons.join(', ')} can import ${module} (on Debian: apt install ${debian}; or name a Python that has it by BENCH_PYTHON).`,
  };
}

async function start(python: string, library: PythonLibrary, workload: Workload, kernel: Kernel): Promise<Prepared> {
  const { training, data } = workloadPlan(workload, kernel);
  const { x, y, examples } = data.train;
  const classes = y.length / examples;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'data');
  const labels = Int32Array.from({ length: examples }, (_, row) => y.subarray(row * classes, (row + 1) * classes).indexOf(1));
  writeFileSync(file, Buffer.concat([Buffer.from(x.buffer, x.byteOffset, x.byteLength), Buffer.from(labels.buffer)]));
  const given = {
    sizes: workload.sizes,
    batchSize: workload.batchSize,
    optimizer: workload.optimizer,
    learningRate: training.optimizer.learningRate,
    examples,
  };
  const script = fileURLToPath(new URL('./python/contender.py', import.meta.url));
  const child = spawn(python, [script, library, JSON.stringify(given), file], { env: { ...process.env, ...ONE_THREAD }, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${library}: its Python process ended early; what it said stands above.`);
    return value;
  };
  try {
    await nextLine();
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    async run(updates) {
      child.stdin.write(`${updates}\n`);
      return Number(await nextLine());
    },
    async dispose() {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}
