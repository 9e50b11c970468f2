/** Runs that are paused, stepped and resumed end with the same bits as runs that are left alone. */
import { afterEach, describe, expect, test } from 'vitest';
import { spawnWorker } from '../../../src/cli/training/spawn.ts';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { createPool, type Pool } from '../../../src/experiments/pool/pool.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { RunSignal } from '../../../src/experiments/train/runSignal.ts';
import type { History } from '../../../src/experiments/train/result.ts';
import type { Run } from '../../../src/experiments/train/observation.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment, circlesSpec } from '../examples.ts';
import { SLOW } from '../fakeEngine.ts';

const kernel = await loadKernel();
const engine = await loadEngine('fused', kernel);

describe('a run', () => {
  const training = { ...circlesSpec.training, optimizer: 'adam', epochs: 6, schedule: 'cosine', checkpoints: { every: 2 } };
  const [run] = expand(
    circlesExperiment({ training, network: { hidden: [8], dropout: 0.2 }, probes: ['weights', 'updates'], pretraining: { epochs: 2 } }),
    [1],
  );

  /** Waits at each of `stops`, and resumes from there; the updates at which it waited, and what was seen there. */
  async function trainWithStops(stops: number[]) {
    const signal = new RunSignal();
    const waited: { step: number; now: History | undefined }[] = [];
    const left = [...stops];
    signal.proceed(left.shift() ?? Infinity);
    const result = await trainRun(run!, engine, kernel, {
      signal,
      onHeld(step, now) {
        waited.push({ step, now });
        setTimeout(() => signal.proceed(left.shift() ?? Infinity));
      },
    });
    return { result, waited };
  }

  test('waits exactly where it is told to, any number of times, and has the same digest', async () => {
    const { result: whole } = await trainWithStops([]);
    expect(whole.ending.state).toBe('finished');
    // 8 updates an epoch: 16 is a point of the history, 1, 2 and 21 are not.
    const { result, waited } = await trainWithStops([1, 2, 16, 21, 21, 48]);
    expect(waited.map(({ step }) => step)).toEqual([1, 2, 16, 21, 21]);
    expect(waited.map(({ now }) => now && [...now.step])).toEqual([[1], [2], undefined, [21], [21]]);
    expect(waited[3]?.now?.epoch[0]).toBe(21 / 8);
    expect(result.digest).toBe(whole.digest);
    expect(result.history).toEqual(whole.history);
    expect(result.checkpoints).toEqual(whole.checkpoints);
    expect(result.probes).toEqual(whole.probes);
  });

  test('every single update, one at a time, gives the same digest', async () => {
    const { result: whole } = await trainWithStops([]);
    const { result, waited } = await trainWithStops(Array.from({ length: 47 }, (_, index) => index + 1));
    expect(waited).toHaveLength(47);
    expect(result.digest).toBe(whole.digest);
  });

  test('what it sees while it waits is what a history with that point would hold', async () => {
    const [observed] = expand(circlesExperiment({ training, network: { hidden: [8], dropout: 0.2 }, pretraining: { epochs: 2 }, history: { every: 7 } }), [1]);
    const { history } = await trainRun(observed!, engine, kernel);
    const { waited } = await trainWithStops([21]);
    const point = history.step.indexOf(21);
    for (const { split, metric, values } of waited[0]!.now!.columns) {
      expect(values[0], `${split}.${metric}`).toBe(history.columns.find((column) => column.split === split && column.metric === metric)?.values[point]);
    }
  });

  test('a run that waits can be cancelled', async () => {
    const signal = new RunSignal();
    signal.proceed(3);
    const { ending } = await trainRun(run!, engine, kernel, { signal, onHeld: () => void setTimeout(() => signal.cancel()) });
    expect(ending).toEqual({ state: 'cancelled' });
  });
});

describe('a pool', () => {
  const [arm] = circlesExperiment().arms;
  const [endless] = circlesExperiment({ training: { ...circlesSpec.training, epochs: 100_000 } }).arms;
  const runs = (...seeds: number[]): Run[] => seeds.map((seed) => ({ arm: seed >= SLOW ? endless! : arm!, seed }));
  let pool: Pool;
  const open = (size: number) => (pool = createPool({ size, spawn: () => spawnWorker(new URL('./fakeWorker.ts', import.meta.url)) }));
  afterEach(() => pool.close());

  test('steps every run of a job, more runs than workers', async () => {
    const where = new Map<number, number>();
    const job = open(1).start(runs(1, 2, 3), { engine: 'fused', until: () => 1, onHeld: (run, step) => where.set(run, step) });
    await job.resume((_, step) => step + 1);
    expect([...where]).toEqual([0, 1, 2].map((run) => [run, 1]));
    await job.resume((_, step) => step + 7);
    expect([...where.values()]).toEqual([8, 8, 8]);
    void job.resume();
    const results = await job.done;
    // 3 epochs of 8 updates.
    expect(results.map(({ ending, history }) => [ending.state, ...history.step])).toEqual([1, 2, 3].map(() => ['finished', 0, 8, 16, 24]));
  });

  test('begins nothing while it is paused, and leaves its workers to other jobs', async () => {
    const pool = open(1);
    let done = 0;
    const job = pool.start(runs(SLOW, 1), { engine: 'fused', onResult: () => done++ });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await job.pause();
    const others = await pool.start(runs(2, 3), { engine: 'fused' }).done;
    expect(others.map(({ ending }) => ending.state)).toEqual(['finished', 'finished']);
    expect(done).toBe(0);
    void job.resume();
    await new Promise((resolve) => setTimeout(resolve, 50));
    job.cancel();
    expect((await job.done).map(({ ending }) => ending.state)).toEqual(['cancelled', 'cancelled']);
  });

  test('a paused job can be cancelled', async () => {
    const job = open(2).start(runs(SLOW, SLOW, 1), { engine: 'fused' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await job.pause();
    job.cancel();
    expect((await job.done).map(({ ending }) => ending.state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });

  test('pause and resume in quick succession lose nothing', async () => {
    const job = open(2).start(runs(1, 2, 3, 4, 5), { engine: 'fused' });
    for (let turn = 0; turn < 20; turn++) {
      void job.pause();
      if (turn % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      void job.resume();
    }
    expect((await job.done).map(({ ending, history }) => [ending.state, history.step.at(-1)])).toEqual([1, 2, 3, 4, 5].map(() => ['finished', 24]));
  });
});
