/** Results as one tidy table: one row per arm, seed, point, split and metric. */
import Papa from 'papaparse';
import type { RunResult } from '../../experiments/train/result.ts';

const TIDY_COLUMNS = ['arm', 'seed', 'step', 'epoch', 'split', 'metric', 'value'] as const;

/** What is said of a whole run stands at its last point, under this split: times in milliseconds, and whether it diverged. */
const WHOLE_RUN = 'run';

/** Numbers in full: the shortest text that reads back as the same bits. */
export function tidyCsv(results: readonly RunResult[]): string {
  return `${Papa.unparse({ fields: [...TIDY_COLUMNS], data: results.flatMap(rowsOf) }, { newline: '\n' })}\n`;
}

type Row = [string, number, number, number, string, string, number];

function rowsOf({ arm, seed, ending, history, trainingTime, totalTime }: RunResult): Row[] {
  const { step, epoch, columns } = history;
  const points = Array.from(step, (_, point) => point);
  const rows = points.flatMap((point) =>
    columns.map(({ split, metric, values }): Row => [arm, seed, step[point]!, epoch[point]!, split, metric, values[point]!]),
  );
  const whole = (metric: string, value: number): Row => [arm, seed, step.at(-1) ?? 0, epoch.at(-1) ?? 0, WHOLE_RUN, metric, value];
  return [
    ...rows,
    ...(ending.state === 'diverged' ? [whole('divergedAt', ending.step)] : []),
    whole('trainingTime', trainingTime),
    whole('totalTime', totalTime),
  ];
}
