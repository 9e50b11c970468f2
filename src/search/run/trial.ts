/** From a proposal with its configuration (prepare.ts) to the runs that score it, and from their results to a score. */
import { trainedInFold } from '../../experiments/plan/foldHoldout.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import { splitSizes } from '../../experiments/configuration/splitSizes.ts';
import { summarize } from '../../experiments/train/summary.ts';
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { addWork, NO_WORK, workAfter, type Work } from '../../experiments/plan/work.ts';
import type { Search } from '../search.ts';
import { keyOf, type Proposal } from '../space/turn.ts';

/** A proposal that was trained. */
export interface Trial {
  proposal: Proposal;
  /** The metric of each run: seed by seed, fold by fold. */
  values: number[];
  /** Their mean. */
  value: number;
  /** The same metric of the same runs on the test split, which has no say in the search; where there is a test split and `at` is final. */
  tests?: number[];
  /** Digests of the runs: trials with the same digests are the same bit for bit. */
  digests: string[];
  /** Lower is better; +∞ if a run diverged or could not be done. */
  score: number;
  /** Of all its runs. */
  work: Work;
  /** Milliseconds in updates, of all its runs. */
  trainingTime: number;
  /** Why it could not be run, or not all of it. */
  problem?: string;
}

/** Every seed with every fold. */
export function runsOf(search: Search, proposal: Proposal, configuration: Configuration, seed: number): Run[] {
  const arm = { label: [proposal.arm, keyOf(proposal.point)].filter(Boolean).join(' '), labels: {}, configuration };
  const observe = findMetric(search.metric).onRequest ? { observe: { metrics: [search.metric] } } : {};
  return (proposal.seeds ?? [seed]).flatMap((own): Run[] => {
    const { folds: count } = search;
    if (count === undefined) return [{ arm, seed: own, ...observe }];
    return Array.from({ length: count }, (_, index) => ({ arm, seed: own, fold: { index, count }, ...observe }));
  });
}

/** What is kept of a run; its history goes. */
export interface Measured {
  value: number | undefined;
  test?: number | undefined;
  digest: string;
  work: Work;
  trainingTime: number;
  problem?: string;
}

export function measure(search: Search, run: Run, result: RunResult): Measured {
  const { ending, history, trainingTime } = result;
  const { configuration } = run.arm;
  const trained = trainedOn(configuration, run);
  const updates = ending.state === 'diverged' ? ending.step : (history.step.at(-1) ?? 0);
  const value = summarize(result, search.split, search.metric, search.at);
  const work = history.step.length > 0 ? workAfter(configuration, updates, trained) : NO_WORK;
  const measured = { value, work, trainingTime, digest: result.digest, ...(hasTest(search, configuration) && { test: testOf(search, result) }) };
  return ending.state === 'failed' ? { ...measured, problem: ending.message } : measured;
}

/** At its best on the test split would be chosen by the test split. */
function hasTest({ at }: Search, configuration: Configuration): boolean {
  return at === 'final' && splitSizes(configuration).test > 0;
}

function testOf({ metric }: Search, result: RunResult): number | undefined {
  return summarize(result, 'test', metric, 'final');
}

export function trialOf(search: Search, proposal: Proposal, runs: readonly Measured[]): Trial {
  const better = findMetric(search.metric).better;
  const worst = better === 'low' ? Infinity : -Infinity;
  const finite = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? worst : value);
  const values = runs.map(({ value }) => finite(value));
  const value = values.length > 0 ? meanOf(values) : worst;
  const problem = runs.find((run) => run.problem !== undefined)?.problem;
  return {
    proposal,
    values,
    value,
    score: better === 'low' ? value : -value,
    ...(runs.some((run) => 'test' in run) && { tests: runs.map(({ test }) => finite(test)) }),
    digests: runs.map(({ digest }) => digest),
    work: runs.reduce((sum, { work }) => addWork(sum, work), NO_WORK),
    trainingTime: runs.reduce((sum, run) => sum + run.trainingTime, 0),
    ...(problem !== undefined && { problem }),
  };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** A proposal that no run can be made of: as bad as can be, and free. */
export function impossibleTrial(search: Search, proposal: Proposal, problem: string): Trial {
  return { ...trialOf(search, proposal, []), problem };
}

/** Examples, of one run. */
export function trainedOn(configuration: Configuration, { fold }: Pick<Run, 'fold'>): number {
  return fold ? trainedInFold(configuration, fold) : splitSizes(configuration).train;
}
