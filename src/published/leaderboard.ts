/**
 * Methods compared on several tasks: how much lower than without any of them the test loss ends, as a share of what it is without,
 * from the verdicts "this one ends lower than none" of one experiment for each task.
 */
import { median } from 'simple-statistics';
import { CONFIDENCE } from '../statistics/medianInterval.ts';
import type { Published } from './published.ts';
import { OUTCOME_MARKS, type Outcome } from '../words/verdictText.ts';

export interface BoardTask {
  name: string;
  /** Id of its experiment. */
  experiment: string;
  /** Median final value without any method. */
  without: number;
}

export interface BoardCell {
  outcome: Outcome;
  /** Seeds that bear the claim out, and those that speak against it, of those judged. */
  agree: number;
  against: number;
  seeds: number;
  /** Median of the paired differences, and its interval, as shares of the task's value without any method; above zero is better than none. */
  gain: number;
  low: number;
  high: number;
}

export interface BoardRow {
  method: string;
  /** In the order of the tasks; undefined where the task was not tried with it. */
  cells: (BoardCell | undefined)[];
  /** Mean gain over the tasks; undefined where one is lacking, because a mean over others would be no comparison. */
  mean: number | undefined;
}

export interface Board {
  tasks: BoardTask[];
  /** The largest mean gain first; then those that lack a task, as they stand in the experiments. */
  rows: BoardRow[];
}

/** `tasks`: name → its experiment. `without`: label of the arm to which all are compared. Throws where there is nothing to compare, or an effect is not finite. */
export function leaderboard(tasks: Record<string, Published>, without: string): Board {
  const boards = Object.entries(tasks).map(([name, published]) => boardOf(name, published, without));
  const methods = [...new Set(boards.flatMap(({ cells }) => [...cells.keys()]))];
  const rows = methods.map((method) => {
    const cells = boards.map((board) => board.cells.get(method));
    const gains = cells.flatMap((cell) => (cell ? [cell.gain] : []));
    const mean = gains.length < cells.length ? undefined : gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    return { method, cells, mean };
  });
  const rank = ({ mean }: BoardRow) => mean ?? -Infinity;
  return { tasks: boards.map(({ task }) => task), rows: rows.sort((a, b) => (rank(b) === rank(a) ? 0 : rank(b) - rank(a))) };
}

function boardOf(name: string, { experiment, recording }: Published, without: string): { task: BoardTask; cells: Map<string, BoardCell> } {
  const fail = (problem: string) => new Error(`<Leaderboard> of "${experiment.id}": ${problem}`);
  const arm = recording.arms.find(({ label }) => label === without);
  if (!arm) throw fail(`no arm is called "${without}"; there are: ${recording.arms.map(({ label }) => label).join(', ')}.`);
  const valueOf = (key: string) => {
    const value = median(arm.runs.map(({ final }) => final[key] ?? Infinity));
    if (!Number.isFinite(value)) throw fail(`without any method most runs diverged.`);
    return value;
  };
  const cells = new Map<string, BoardCell>();
  let first: string | undefined;
  experiment.verdicts.forEach(({ ascending, metric, split }, index) => {
    const [method, reference, ...others] = ascending ?? [];
    if (method === undefined || reference !== without || others.length > 0) return;
    const key = `${split}.${metric}`;
    first ??= key;
    if (rulerOf(key) !== rulerOf(first)) throw fail(`its verdicts are about ${first} and ${key}; allowed: one of them.`);
    const { outcome, agree, against, seeds, effect } = recording.judgements[index]!;
    if (effect.median === null || effect.low === null || effect.high === null) throw fail(`the effect of “${method}” is not a finite number.`);
    const value = valueOf(key);
    cells.set(method, { outcome, agree, against, seeds, gain: effect.median / value, low: effect.low / value, high: effect.high / value });
  });
  if (first === undefined) throw fail(`it has no verdict that compares a method with "${without}".`);
  return { task: { name, experiment: experiment.id, without: valueOf(first) }, cells };
}

/** The loss of smoothed labels is another ruler than that of hard ones, and log loss is the latter: beside a loss it is the same measure. */
function rulerOf(key: string): string {
  return key.replace(/\.logLoss$/, '.loss');
}

/** Every empty cell has a reason, and every reason an empty cell. Throws otherwise. */
export function checkLacking({ rows }: Board, lacking: Readonly<Record<string, string>>): void {
  const incomplete = rows.flatMap(({ method, cells }) => (cells.includes(undefined) ? [method] : []));
  const unsaid = incomplete.find((method) => lacking[method] === undefined);
  if (unsaid !== undefined) throw new Error(`<Leaderboard>: some tasks have no “${unsaid}”; \`lacking\` is to say why.`);
  const idle = Object.keys(lacking).find((method) => !incomplete.includes(method));
  if (idle !== undefined) throw new Error(`<Leaderboard>: \`lacking\` names “${idle}”; allowed: rows that lack a task: ${incomplete.join(', ') || 'none'}.`);
}

/** What is to be known to read it. */
export function boardCaption(without: string): string {
  const { holds, reversed, open } = OUTCOME_MARKS;
  return (
    `By how much lower than with ${without} the test loss ended, in percent of what it is with ${without}: the median over the seeds, and below it its ${CONFIDENCE} interval ` +
    `on an axis that all cells share, whose upright line is at zero. Rows stand in the order of their mean; those that lack a task have none and stand last. ${holds} ends lower, ${OUTCOME_MARKS['no difference']} no difference that matters, ${open} open, ${reversed} ends higher. ` +
    'Each cell leads to its experiment.'
  );
}
