/** The trials of searches as one table: a row for each trial, a column for each setting that is searched. */
import Papa from 'papaparse';
import { WORK_UNITS } from '../../experiments/plan/work.ts';
import type { SearchLog } from '../../search/run/drive.ts';
import { nameOf } from '../../search/names.ts';
import type { Search } from '../../search/search.ts';
import { meanOf } from '../../search/run/trial.ts';

/**
 * `value`: mean over runs of the metric by which was chosen; `test`: the same of the test split, which had no say; `share`: of the
 * training budget. A setting that a trial leaves as it is in the base, and a value that is not finite, are empty.
 */
export function trialsCsv(search: Search, logs: readonly SearchLog[]): string {
  const settings = search.space.map(({ path }) => path);
  const fields = ['strategy', 'seed', 'trial', 'arm', 'share', ...settings, 'runs', 'value', 'test', ...WORK_UNITS, 'trainingTime', 'problem'];
  const data = logs.flatMap(({ strategy, seed, trials }) =>
    trials.map(({ proposal: { point, share, arm }, values, value, tests, work, trainingTime, problem }, index) => [
      ...[nameOf(strategy, search.strategies), seed, index + 1, arm, share],
      ...settings.map((path) => cell(point[path])),
      ...[values.length, finite(value), finite(tests && meanOf(tests))],
      ...WORK_UNITS.map((unit) => work[unit]),
      ...[trainingTime, problem],
    ]),
  );
  return `${Papa.unparse({ fields, data }, { newline: '\n' })}\n`;
}

function cell(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function finite(value: number | undefined): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
