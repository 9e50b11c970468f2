import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Contender } from '../../src/cli/bench/contenders.ts';
import { measure } from '../../src/cli/bench/measure.ts';
import { flopsPerUpdate, workloadPlan, workloads, type Workload } from '../../src/cli/bench/workloads.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const workload: Workload = { sizes: [2, 3, 2], batchSize: 1, optimizer: 'sgd', data: 'noise', targets: { slow: 4 } };

it('counts a multiply-add as two operations', () => {
  // 6 and 6 weights: forward 12 multiply-adds, gradients of the weights 12, gradient passed back by the second layer 6.
  expect(flopsPerUpdate(workload)).toBe(2 * (12 + 12 + 6));
  expect(flopsPerUpdate({ ...workload, batchSize: 10 })).toBe(600);
});

it.each(workloads)('has data and parameters that fit: $sizes', async ({ sizes, ...rest }) => {
  const { data, network, parameters } = workloadPlan({ sizes, ...rest }, await loadKernel());
  expect([network.inputs, ...network.layers.map((layer) => layer.units)]).toEqual(sizes);
  expect(parameters.map(({ kernel }) => kernel.length)).toEqual(sizes.slice(1).map((units, layer) => units * sizes[layer]!));
  expect(data.train.x.length).toBe(data.train.examples * sizes[0]!);
  expect(data.train.y.length).toBe(data.train.examples * sizes.at(-1)!);
  // One-hot labels: each row sums to 1.
  expect(data.train.y.reduce((sum, value) => sum + value, 0)).toBe(data.train.examples);
});

describe('measuring', () => {
  it('lets contenders take turns and gives medians, ratios and targets', async () => {
    const turns: string[] = [];
    // `slow` takes 5 ms per update but for one hiccup, `fast` 1 ms.
    const contender = (name: string, timeOf: (turn: number) => number): Contender => ({
      name,
      prepare() {
        let turn = 0;
        return Promise.resolve({
          run(updates) {
            turns.push(name);
            return Promise.resolve(updates * timeOf(turn++));
          },
          dispose: () => void turns.push(`${name} done`),
        });
      },
    });
    const { timings } = await measure(workload, [contender('fused', () => 1), contender('slow', (turn) => (turn === 6 ? 500 : 5))], {
      repetitions: 3,
      duration: 100,
    });
    expect(timings.map(({ contender, microseconds, ratio, target, updates }) => ({ contender, microseconds, ratio, target, updates }))).toEqual([
      { contender: 'fused', microseconds: 1000, ratio: 1, target: undefined, updates: 100 },
      { contender: 'slow', microseconds: 5000, ratio: 5, target: 4, updates: 20 },
    ]);
    // 60 operations in 1000 µs
    expect(timings[0]!.gflops).toBeCloseTo(6e-5, 10);
    expect(turns.slice(-8)).toEqual(['fused', 'slow', 'fused', 'slow', 'fused', 'slow', 'fused done', 'slow done']);
  });
});

it('says which engines there are when asked for another', () => {
  const script = fileURLToPath(new URL('../../src/cli/bench.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [script, '--engines', 'fused,torch'], { encoding: 'utf8' });
  expect(stderr).toContain('unknown engine "torch"; allowed, joined by commas: fused, tfjs-wasm, tfjs-cpu');
  expect(status).toBe(1);
});
