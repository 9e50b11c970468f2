import { beforeAll, describe, expect, it } from 'vitest';
import { spawnWorker } from '../../../src/cli/training/spawn.ts';
import { createPool } from '../../../src/experiments/pool/pool.ts';
import type { History, RunResult } from '../../../src/experiments/train/result.ts';
import type { Run } from '../../../src/experiments/train/observation.ts';
import { unfinishedRun } from '../../../src/experiments/pool/unfinishedRun.ts';
import type { Kernel } from '../../../src/kernel/kernel.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { reportStrategies, reportTuned } from '../../../src/search/results/report.ts';
import { ownRunner } from '../../../src/search/run/ownRunner.ts';
import { poolRunner } from '../../../src/search/run/poolRunner.ts';
import { type Runner } from '../../../src/search/run/runner.ts';
import type { SearchLog } from '../../../src/search/run/drive.ts';
import { startSearch } from '../../../src/search/run/startSearch.ts';
import { fakeEngine, SLOW } from '../../experiments/fakeEngine.ts';
import { rates, searchOf } from '../specs.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});

/** A run that ended with this validation loss after so many updates. */
function resultOf(run: Run, loss: number, updates: number): RunResult {
  const history: History = {
    step: Float64Array.of(0, updates),
    epoch: Float64Array.of(0, 1),
    columns: [{ split: 'validation', metric: 'loss', values: Float64Array.of(9, loss) }],
  };
  return { ...unfinishedRun(run, 'fused', { state: 'finished' }), history };
}

/** Too short to be cancelled. */
const noCancel = () => undefined;

const rateOf = (run: Run) => Number(run.arm.configuration.training.optimizer['learningRate']);

/** Trains nothing: the loss is given; later runs are done sooner, so that results come in another order than runs. */
function fakeRunner(lossOf: (run: Run) => number, atOnce = 3) {
  const runs: Run[] = [];
  const most = { underWay: 0 };
  let underWay = 0;
  const runner: Runner = {
    atOnce,
    start(run) {
      runs.push(run);
      most.underWay = Math.max(most.underWay, ++underWay);
      const done = new Promise<RunResult>((resolve) =>
        setTimeout(
          () => {
            underWay--;
            resolve(resultOf(run, lossOf(run), 10));
          },
          4 - (runs.length % 4),
        ),
      );
      return { done, cancel: noCancel };
    },
  };
  return { runner, runs, most };
}

describe('the driver', () => {
  it('trains every proposal on every fold, and scores it by the mean', async () => {
    const search = searchOf({ space: rates, strategy: 'grid', folds: 4 });
    const { runner, runs, most } = fakeRunner((run) => rateOf(run) + run.fold!.index);
    const bests: number[] = [];
    const log = await startSearch(search, { strategy: search.strategies[0]!, seed: 7, kernel, runner, onTrial: (_, best) => bests.push(best.value) }).done;
    expect(runs.map(({ seed, fold }) => [seed, fold])).toEqual([0, 1, 2].flatMap(() => [0, 1, 2, 3].map((index) => [7, { index, count: 4 }])));
    expect(log.trials.map(({ proposal }) => Object.values(proposal.point))).toEqual([[0.001], [0.01], [0.1]]);
    expect(log.trials[1]!.values).toEqual([0.01, 1.01, 2.01, 3.01]);
    log.trials.forEach(({ value }, i) => expect(value).toBeCloseTo([1.501, 1.51, 1.6][i]!, 12));
    expect(log.trials[0]!.work.updates).toBe(40);
    expect(most.underWay).toBe(3);
    expect(bests).toEqual([...bests].sort((a, b) => b - a));
  });

  it('finds the same whatever the order in which runs end, and however many are under way', async () => {
    const space = { 'training.optimizer.learningRate': { min: 0.0001, max: 1, scale: 'log' } };
    const search = searchOf({ space, strategy: [{ name: 'successiveHalving', candidates: 9 }, 'bayesian'], budget: { trials: 7 }, folds: 2 });
    const loss = (run: Run) => Math.abs(rateOf(run) - 0.02) + 1 / run.arm.configuration.training.epochs!;
    for (const strategy of search.strategies) {
      const [one, five] = await Promise.all(
        [1, 5].map((atOnce) => startSearch(search, { strategy, seed: 2, kernel, runner: fakeRunner(loss, atOnce).runner }).done),
      );
      expect(five).toEqual(one);
      expect(one!.trials.length).toBeGreaterThan(6);
    }
  });

  it('gives shorter trainings their share of the budget', async () => {
    const space = { 'training.optimizer.learningRate': { min: 0.0001, max: 1, scale: 'log' } };
    const search = searchOf({ space, strategy: { name: 'successiveHalving', candidates: 9 }, budget: { trials: 3 } });
    const { runner, runs } = fakeRunner(rateOf);
    await startSearch(search, { strategy: search.strategies[0]!, seed: 1, kernel, runner }).done;
    // 9 epochs in full; a ninth, a third, all of it.
    expect(runs.map(({ arm }) => arm.configuration.training.epochs)).toEqual([...Array<number>(9).fill(1), 3, 3, 3, 9]);
  });

  it('turns accuracy round, counts what diverged or failed as worst, and what cannot be run as problems', async () => {
    const search = searchOf({ space: { 'training.batchSize': [5, 10, 48] }, strategy: 'grid' });
    const base = fakeRunner(() => 0.5).runner;
    const runner: Runner = {
      ...base,
      start(run) {
        const size = run.arm.configuration.training.batchSize;
        if (size === 5)
          return { done: Promise.resolve(unfinishedRun(run, 'fused', { state: 'failed', message: 'The worker stopped: out of memory' })), cancel: noCancel };
        if (size === 10)
          return { done: Promise.resolve({ ...resultOf(run, 0, 3), ending: { state: 'diverged', step: 3, explanation: '' } }), cancel: noCancel };
        return base.start(run);
      },
    };
    const { trials } = await startSearch(search, { strategy: search.strategies[0]!, seed: 1, kernel, runner }).done;
    expect(trials.map(({ score }) => score)).toEqual([Infinity, Infinity, 0.5]);
    expect(trials.map(({ problem }) => problem)).toEqual(['The worker stopped: out of memory', undefined, undefined]);
    const accurate = searchOf({ space: { 'training.batchSize': [5] }, strategy: 'grid', metric: 'accuracy' });
    const withAccuracy: Runner = {
      atOnce: 1,
      start(run) {
        const result = resultOf(run, 0.9, 4);
        return {
          done: Promise.resolve({ ...result, history: { ...result.history, columns: [{ ...result.history.columns[0]!, metric: 'accuracy' }] } }),
          cancel: noCancel,
        };
      },
    };
    const log = await startSearch(accurate, { strategy: accurate.strategies[0]!, seed: 1, kernel, runner: withAccuracy }).done;
    expect(log.trials[0]).toMatchObject({ value: 0.9, score: -0.9 });
    // A batch of one goes without normalization, and normalization with larger batches: only together they do not.
    const mixed = searchOf({ space: { 'network.normalization': ['none', 'batch'], 'training.batchSize': [1, 10] }, strategy: 'grid' });
    const some = await startSearch(mixed, { strategy: mixed.strategies[0]!, seed: 1, kernel, runner: base }).done;
    expect(some.trials.map(({ score }) => score)).toEqual([0.5, 0.5, Infinity, 0.5]);
    expect(some.trials[2]!.problem).toContain('batch normalization');
  });

  it('keeps nothing of a run but numbers', async () => {
    // 1,000 runs whose histories take a megabyte each.
    const search = searchOf({
      space: { 'training.optimizer.learningRate': { min: 0.0001, max: 1, scale: 'log' } },
      strategy: 'random',
      budget: { trials: 1000 },
    });
    const alive = new Set<WeakRef<Float64Array>>();
    const runner: Runner = {
      atOnce: 4,
      start(run) {
        const result = resultOf(run, rateOf(run), 10);
        const ballast = new Float64Array(131_072);
        alive.add(new WeakRef(ballast));
        result.history.columns.push({ split: 'train', metric: 'loss', values: ballast });
        return { done: new Promise((resolve) => setImmediate(() => resolve(result))), cancel: noCancel };
      },
    };
    const log = await startSearch(search, { strategy: search.strategies[0]!, seed: 1, kernel, runner }).done;
    expect(log.trials.length).toBe(1000);
    expect(JSON.stringify(log).length / 1000).toBeLessThan(1000);
    // Collected as the engine saw fit, without being asked: were histories kept, all 1,000 would be there.
    expect([...alive].filter((reference) => reference.deref()).length).toBeLessThan(800);
  }, 20_000);
});

describe('cancel', () => {
  it('settles on a pool, keeps the trials that were over, and starts nothing more', async () => {
    const pool = createPool({ size: 2, spawn: () => spawnWorker(new URL('../../experiments/pool/fakeWorker.ts', import.meta.url)) });
    const search = searchOf({
      space: { 'training.optimizer.learningRate': { min: 0.0001, max: 1, scale: 'log' } },
      strategy: 'random',
      budget: { trials: 500 },
    });
    let count = 0;
    const job = startSearch(search, {
      ...{ strategy: search.strategies[0]!, seed: 1, kernel, runner: poolRunner(pool, 'fused', 2) },
      onTrial() {
        if (++count === 6) job.cancel();
      },
    });
    const log = await job.done;
    expect(log).toMatchObject({ cancelled: true, trials: { length: 6 } });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(count).toBe(6);
    pool.close();
  });

  it('stops the runs that are under way', async () => {
    const pool = createPool({ size: 1, spawn: () => spawnWorker(new URL('../../experiments/pool/fakeWorker.ts', import.meta.url)) });
    // The budget outlasts any wait of this test.
    const training = { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 10, epochs: 100_000 };
    const search = searchOf({ space: rates, strategy: 'grid' }, { training });
    let over = 0;
    const job = startSearch(search, { strategy: search.strategies[0]!, seed: SLOW, kernel, runner: poolRunner(pool, 'fused', 1), onTrial: () => over++ });
    await new Promise((resolve) => setTimeout(resolve, 150));
    job.cancel();
    expect(await job.done).toMatchObject({ cancelled: true, trials: [] });
    expect(over).toBe(0);
    pool.close();
  });

  it('in this thread, too', async () => {
    const search = searchOf({ space: rates, strategy: 'grid' });
    const job = startSearch(search, { strategy: search.strategies[0]!, seed: 1, kernel, runner: ownRunner(fakeEngine(), kernel), onTrial: () => job.cancel() });
    expect(await job.done).toMatchObject({ cancelled: true, trials: { length: 1 } });
  });
});

describe('the report', () => {
  it('compares strategies at what the thriftiest of each seed has spent', async () => {
    const values = [0.1, 0.01, 0.001, 0.5];
    const search = searchOf({ space: { 'training.optimizer.learningRate': values }, strategy: ['greedy', 'grid'], seeds: 7 });
    const logs: SearchLog[] = [];
    for (const strategy of search.strategies) {
      for (let seed = 1; seed <= 7; seed++) {
        const log = await startSearch(search, { strategy, seed, kernel, runner: fakeRunner((run) => rateOf(run) + run.seed).runner }).done;
        // The first strategy is cut short after two of its four trials.
        logs.push(strategy.name === 'greedy' ? { ...log, trials: log.trials.slice(0, 2) } : log);
      }
    }
    const [first, second] = reportStrategies(search, logs);
    expect(first).toMatchObject({ strategy: 'greedy', trials: 2, runs: 2, spent: 2, work: { updates: 20 } });
    expect(first!.difference).toBeUndefined();
    expect(second).toMatchObject({ strategy: 'grid', trials: 4, spent: 4, difference: { median: 0, low: 0, high: 0 } });
    second!.best.forEach((value, i) => expect(value).toBeCloseTo(i + 1.001, 12));
    expect(second!.bestAtEqualBudget.length).toBe(7);
    second!.bestAtEqualBudget.forEach((value, i) => expect(value).toBeCloseTo(i + 1.01, 12));
  });

  it('of a tuned comparison names the winners, pairs them by seed, and warns of the edge of the grid', async () => {
    const compare = { 'training.optimizer': ['sgd', 'adam'] };
    const search = searchOf({ space: rates, strategy: { name: 'tuned', seeds: 2 }, seeds: 7 }, { compare });
    // SGD is best at the largest rate, Adam in the middle; at each seed Adam is better by 0.25.
    const loss = (run: Run) => {
      const sgd = run.arm.configuration.training.optimizer.name === 'sgd';
      return Math.abs(rateOf(run) - (sgd ? 0.1 : 0.01)) + run.seed + (sgd ? 0.25 : 0);
    };
    const { runner, runs } = fakeRunner(loss);
    const log = await startSearch(search, { strategy: search.strategies[0]!, seed: 1, kernel, runner }).done;
    const [sgd, adam] = reportTuned(log)!;
    expect(new Set(runs.slice(0, 12).map(({ seed }) => seed))).toEqual(new Set([8, 9]));
    expect(new Set(runs.slice(12).map(({ seed }) => seed))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    expect(sgd).toMatchObject({
      arm: 'sgd',
      atTheEdge: ['training.optimizer.learningRate'],
      compared: { proposal: { point: { 'training.optimizer.learningRate': 0.1 } } },
    });
    expect(adam).toMatchObject({ arm: 'adam', atTheEdge: [], difference: { median: -0.25, low: -0.25, high: -0.25 } });
    expect(reportTuned({ ...log, trials: log.trials.slice(0, -1) })).toBeUndefined();
  });
});
