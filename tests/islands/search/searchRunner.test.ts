/** A search in a page whose training cannot be done: it ends with why, so that the page can go on when the network is back. */
import { expect, it } from 'vitest';
import type { Ending } from '../../../src/experiments/train/result.ts';
import { unfinishedRun } from '../../../src/experiments/pool/unfinishedRun.ts';
import { Fault } from '../../../src/faults/fault.ts';
import { searchRunner } from '../../../src/islands/search/searchRunner.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import type { Runner } from '../../../src/search/run/runner.ts';
import { startSearch } from '../../../src/search/run/startSearch.ts';
import { searchOf } from '../../search/specs.ts';

const kernel = await loadKernel();

function endingWith(ending: Ending) {
  const started = { runs: 0 };
  const runner: Runner = {
    atOnce: 2,
    start(run) {
      started.runs++;
      return { done: Promise.resolve(unfinishedRun(run, 'fused', ending)), cancel: () => undefined };
    },
  };
  const search = searchOf({ space: { 'training.optimizer.learningRate': { min: 0.001, max: 1, scale: 'log' } }, strategy: 'random', budget: { trials: 20 } });
  return { started, job: startSearch(search, { strategy: search.strategies[0]!, seed: 1, kernel, runner: searchRunner(runner) }) };
}

it('ends with the fault, and starts nothing more', async () => {
  const { started, job } = endingWith({ state: 'failed', message: 'x', fault: 'network' });
  const error = await job.done.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Fault);
  expect(error).toMatchObject({ kind: 'network' });
  job.cancel();
  const { runs } = started;
  expect(runs).toBeLessThan(20);
  await new Promise((resolve) => setTimeout(resolve));
  expect(started.runs).toBe(runs);
});

it('goes on where a setting alone is to blame', async () => {
  for (const fault of ['memory', 'worker'] as const) {
    const { started, job } = endingWith({ state: 'failed', message: 'x', fault });
    expect((await job.done).trials).toHaveLength(20);
    expect(started.runs).toBeGreaterThanOrEqual(20);
  }
});
