import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/bench.ts';
import type { Contender } from '../../src/cli/bench/contenders.ts';
import { prepareJax } from '../../src/cli/bench/jax.ts';
import { openLimit } from '../../src/cli/bench/limit.ts';
import { measure } from '../../src/cli/bench/measure.ts';
import { pythonContender } from '../../src/cli/bench/python.ts';
import type { Report, WorkloadReport } from '../../src/cli/bench/report.ts';
import { sourceRuns, updatesOfRun } from '../../src/cli/bench/sourceA.ts';
import { sweepRuns } from '../../src/cli/bench/sweep.ts';
import { usedFeatures } from '../../src/cli/bench/usedFeatures.ts';
import { flopsPerUpdate, workloadPlan, workloads, type Workload } from '../../src/cli/bench/workloads.ts';
import type { RunPlan } from '../../src/engines/engine.ts';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const script = fileURLToPath(new URL('../../src/cli/bench.ts', import.meta.url));
let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});

const workload: Workload = { sizes: [2, 3, 2], batchSize: 1, optimizer: 'sgd', data: 'circles', targets: { slow: 4 } };

it('counts a multiply-add as two operations', () => {
  // 6 and 6 weights: forward 12 multiply-adds, gradients of the weights 12, gradient passed back by the second layer 6.
  expect(flopsPerUpdate(workload)).toBe(2 * (12 + 12 + 6));
  expect(flopsPerUpdate({ ...workload, batchSize: 10 })).toBe(600);
  // With one feature of two left, 3 weights of the first layer are used, forward and for their gradient.
  expect(flopsPerUpdate(workload, 1)).toBe(2 * (9 + 9 + 6));
});

it.each(workloads)('has data and parameters that fit: $sizes', ({ sizes, ...rest }) => {
  const { data, network, parameters } = workloadPlan({ sizes, ...rest }, kernel);
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

it('measures the machine in turn with the contenders', async () => {
  const limits = [8e-5, 12e-5, 10e-5];
  const steady: Contender = { name: 'steady', prepare: () => Promise.resolve({ run: (updates) => Promise.resolve(updates), dispose: () => undefined }) };
  const { limit, timings } = await measure(workload, [steady], { repetitions: 3, duration: 4, limit: () => limits.shift()! });
  expect(limit).toEqual({ gflops: 10e-5, range: [8e-5, 12e-5] });
  // 60 operations in 1 ms, of 100 that the machine could do.
  expect(timings[0]!.limitShare).toBeCloseTo(0.6, 10);
});

it('counts the features that are left in a batch, in groups of four', () => {
  const inputs = 66;
  const x = new Float32Array(4 * inputs);
  // Rows 0 and 1 hold something in the groups of features 4–7 and 64–65, row 2 in that of 8–11, row 3 everywhere.
  x[0 * inputs + 5] = 1;
  x[1 * inputs + 65] = 1;
  x[2 * inputs + 8] = 1;
  x.fill(1, 3 * inputs);
  const plan = (examples: number, batchSize: number): RunPlan => ({
    network: { inputs, layers: [], loss: { name: 'meanSquaredError' } },
    training: { optimizer: { name: 'sgd' }, batchSize, shuffle: false },
    parameters: [],
    data: { train: { examples, x: x.subarray(0, examples * inputs), y: new Float32Array(examples) } },
    seed: 1,
  });
  expect(usedFeatures(plan(2, 2), kernel)).toBe(6);
  expect(usedFeatures(plan(2, 1), kernel)).toBe((4 + 2) / 2);
  expect(usedFeatures(plan(3, 3), kernel)).toBe(10);
  expect(usedFeatures(plan(4, 4), kernel)).toBe(66);
});

it('says so where a library is not installed', () => {
  expect(pythonContender('pytorch', kernel, ['no-such-python'])).toEqual({
    missing:
      'pytorch is not here: no Python of no-such-python can import torch (on Debian: apt install python3-torch; or name a Python that has it by BENCH_PYTHON).',
  });
});

// Both have float32, and sum in orders of their own: what differs is rounding, a few units in the last place of numbers below 1 for each update.
it.each(['sgd', 'adam'])('jax-js does the same updates: %s', { timeout: 60_000 }, async (optimizer) => {
  const same: Workload = { sizes: [2, 5, 2], batchSize: 60, optimizer, data: 'circles', targets: {} };
  const trainer = await fusedEngine(kernel).create(workloadPlan(same, kernel));
  const jax = await prepareJax(same, kernel);
  // 42 batches in an epoch of 2,500, the last of 40.
  await trainer.train(50);
  await jax.run(50);
  const expected = (await trainer.parameters()).flatMap(({ kernel: weights, bias }) => [...weights, ...bias]);
  const actual = (await jax.parameters()).flatMap((values) => [...values]);
  await jax.dispose();
  trainer.dispose();
  expect(actual.length).toBe(expected.length);
  expect(Math.max(...actual.map((value, i) => Math.abs(value - expected[i]!)))).toBeLessThan(50 * 2 ** -22);
});

describe('source A', () => {
  it('has the networks of its seven grids', () => {
    // Activations, optimizers, rates and batch sizes times widths or depths: 3·4, 3·3, 3·3, 4·3, 4·3, 4·3, 4·4.
    expect(sourceRuns().length).toBe(12 + 9 + 9 + 12 + 12 + 12 + 16);
  });

  it('makes about half a million updates', () => {
    // 50 updates per epoch of 2,500 points; batches of 100 and 250 have 25 and 10, in a half and a fifth of the epochs.
    const perGrid = [12 * 100 * 50, 9 * 150 * 50, 9 * 150 * 50, 12 * 150 * 50, 12 * 150 * 50, 4 * (150 * 50 + 75 * 25 + 30 * 10), 16 * 100 * 50];
    expect(sourceRuns().reduce((sum, run) => sum + updatesOfRun(run), 0)).toBe(perGrid.reduce((a, b) => a + b));
  });
});

it('has a thousand short runs', () => {
  // 500 points of which 400 are trained on, 8 batches of 50, for 10 epochs.
  const runs = sweepRuns();
  expect(runs.length).toBe(1000);
  expect(runs.every((run) => updatesOfRun(run) === 8 * 10)).toBe(true);
});

describe('the machine’s limit', () => {
  it('is a rate', async () => {
    const limit = await openLimit();
    expect(limit(2)).toBeGreaterThan(0);
  });
});

describe('the command', () => {
  const bench = (...options: string[]) => spawnSync(process.execPath, [script, ...options], { encoding: 'utf8' });

  it('prints everything as JSON', { timeout: 60_000 }, () => {
    const { status, stdout } = bench('--json', '--contenders', 'fused,tfjs-cpu', '--only', '2-16-16-2', '--repetitions', '1', '--duration', '1');
    expect(status).toBe(0);
    const { workloads: measured, networks } = JSON.parse(stdout) as Report;
    expect(networks).toEqual([]);
    expect(measured.map(({ workload, repetitions }) => ({ workload, repetitions }))).toEqual([{ workload: '2-16-16-2, batch 50, adam', repetitions: 1 }]);
    const [{ timings, limit, fusedDone }] = measured as [WorkloadReport];
    expect(timings.map(({ contender }) => contender)).toEqual(['fused', 'tfjs-cpu']);
    const [fused, cpu] = timings.map(({ microseconds }) => microseconds) as [number, number];
    expect(timings[1]!.ratio).toBe(cpu / fused);
    expect(timings[0]!.limitShare).toBe(timings[0]!.gflops / limit!.gflops);
    // Two features are too few to be left out: what is done is what is counted.
    expect(fusedDone).toMatchObject({ features: 2, of: 2, gflops: timings[0]!.gflops });
  });

  it.each([
    [['--contenders', 'fused,theano'], 'unknown contender "theano"; allowed, joined by commas: fused, tfjs-wasm, tfjs-cpu, jax-js, pytorch, scikit-learn'],
    [['--only', 'mnist'], 'source A'],
    [['--speed', 'high'], "Unknown option '--speed'"],
  ])('%j is refused with what there is', async (options, message) => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await main(options)).toBe(1);
    expect(said.mock.lastCall?.[0]).toContain(message);
    said.mockRestore();
  });
});
