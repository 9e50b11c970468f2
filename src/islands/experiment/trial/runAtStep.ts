import type { LiveRun } from '../../../figures/data/adapter.ts';

/** A run as it stood after `step` updates: its final values are those of its last point up to then. Its history stays whole, for curves. */
export function runAtStep(run: LiveRun, step: number): LiveRun {
  const { history } = run;
  const point = history.step.findLastIndex((at) => at <= step);
  if (point < 0 || point === history.step.length - 1) return run;
  const then = { ...run, final: Object.fromEntries(history.columns.map(({ split, metric, values }) => [`${split}.${metric}`, values[point]!])) };
  delete then.ending;
  return then;
}

/** Its last point alone. */
export function withoutCurve(run: LiveRun): LiveRun {
  const { step, epoch, columns } = run.history;
  return {
    ...run,
    history: { step: step.slice(-1), epoch: epoch.slice(-1), columns: columns.map((column) => ({ ...column, values: column.values.slice(-1) })) },
  };
}
