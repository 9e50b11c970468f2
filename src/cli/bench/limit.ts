/** The machine's own limit, measured beside the work: independent chains of SIMD multiply-adds (assembly/limit.ts). */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Measure for about `milliseconds`; billions of floating-point operations per second. */
export type Limit = (milliseconds: number) => number;

/** Steps of one call: short, so that calls soon reach the optimizing compiler, long enough that they cost nothing. */
const STEPS = 20_000;
const FLOPS_PER_STEP = 12 * 4 * 2;

/**
 * The module is compiled here, by the command line: the compiler's own types would replace those of JavaScript's
 * arrays in the whole project.
 */
export async function openLimit(): Promise<Limit> {
  const compiler = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'));
  const source = fileURLToPath(new URL('./assembly/limit.ts', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'limit-'));
  const file = join(folder, 'limit.wasm');
  execFileSync(process.execPath, [compiler, source, '--outFile', file, '--optimizeLevel', '3', '--runtime', 'stub', '--enable', 'simd']);
  const binary = readFileSync(file);
  rmSync(folder, { recursive: true });
  const { instance } = await WebAssembly.instantiate(binary, { env: { abort: () => undefined } });
  const chains = instance.exports['chains'] as (steps: number, factor: number, term: number) => number;
  const limit: Limit = (milliseconds) => {
    const start = performance.now();
    let calls = 0;
    let time: number;
    do {
      // c tends to y / (1 − x) = 0.5, far from overflow and from denormal numbers.
      chains(STEPS, 0.5, 0.25);
      calls++;
      time = performance.now() - start;
    } while (time < milliseconds);
    return (calls * STEPS * FLOPS_PER_STEP) / time / 1e6;
  };
  limit(WARM_UP);
  return limit;
}

const WARM_UP = 50;
