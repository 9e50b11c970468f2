/** From a proposal to the runs that score it, and from their results to a score. */
import { applySettings } from '../../experiments/configuration/applySettings.ts';
import { budgetKind } from '../../experiments/configuration/budget.ts';
import { armsOf } from '../../experiments/spec/expand.ts';
import { trainedInFold } from '../../experiments/plan/foldHoldout.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import { splitSizes } from '../../experiments/configuration/splitSizes.ts';
import { summarize } from '../../experiments/train/summary.ts';
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import type { Run } from '../../experiments/train/observation.ts';
import type { RunResult } from '../../experiments/train/result.ts';
import { addWork, NO_WORK, workAfter, type Work } from '../../experiments/plan/work.ts';
import type { Search } from '../search.ts';
import { settingsAt } from '../space/space.ts';
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

export type Prepared = { configuration: Configuration } | { problem: string };

/** The configuration of a proposal: base or arm, with the point's settings and its share of the training budget. */
export function configurationOf(search: Search, { point, share, arm }: Proposal): Prepared {
  const base = arm === undefined ? search.configuration : armConfiguration(search, arm);
  const parsed = applySettings(base, settingsAt(search.space, point));
  if ('problems' in parsed) return { problem: parsed.problems.map(({ path, found, allowed }) => `${path}: found ${found}; allowed: ${allowed}`).join('. ') };
  const { configuration } = parsed;
  if (share === 1) return { configuration };
  const kind = budgetKind(configuration.training);
  const units = Math.max(1, Math.round(configuration.training[kind]! * share));
  return { configuration: { ...configuration, training: { ...configuration.training, [kind]: units } } };
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
export function hasTest({ at }: Search, configuration: Configuration): boolean {
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

/** What a proposal takes of the budget, before it is trained; early stopping may leave some of it. */
export function costOf(search: Search, proposal: Proposal): number {
  if ('trials' in search.budget) return proposal.share;
  const prepared = configurationOf(search, proposal);
  // What cannot be run still takes a little, or there would be no end to it.
  if ('problem' in prepared) return 1;
  const runs = runsOf(search, proposal, prepared.configuration, 0);
  return runs.reduce((sum, run) => sum + workAfter(prepared.configuration, undefined, trainedOn(prepared.configuration, run)).updates, 0);
}

/** Labels of the arms of a tuned comparison. */
export function armLabels(search: Search): string[] {
  return armsOf(search, []).map(({ label }) => label);
}

function armConfiguration({ configuration, axes }: Search, label: string): Configuration {
  const arm = armsOf({ configuration, axes }, []).find((candidate) => candidate.label === label);
  if (!arm) throw new Error(`There is no arm "${label}".`);
  return arm.configuration;
}

function trainedOn(configuration: Configuration, { fold }: Pick<Run, 'fold'>): number {
  return fold ? trainedInFold(configuration, fold) : splitSizes(configuration).train;
}
