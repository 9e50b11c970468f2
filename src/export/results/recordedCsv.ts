/**
 * A recording as a tidy table: every run's values at the end and at its best, and, for the shown metric, the median and the
 * quartiles over the seeds along training. Of single runs between start and end a recording holds nothing but seed 1's curve.
 */
import Papa from 'papaparse';
import type { Recording } from '../../experiments/record/recording.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';

const RECORDED_COLUMNS = ['arm', 'seed', 'statistic', 'step', 'epoch', 'split', 'metric', 'value'] as const;

type Cell = string | number | null;

/** `statistic`: final, best, value (of one seed), median, lower quartile, upper quartile. Without a seed: over all seeds. */
export function recordedCsv({ show }: Pick<Experiment, 'show'>, { arms }: Pick<Recording, 'arms'>): string {
  const rows = arms.flatMap(({ label, updates, epochs, runs, curve }): Cell[][] => {
    const statistics = { median: curve.median, 'lower quartile': curve.low, 'upper quartile': curve.high, value: curve.first };
    return [
      ...runs.flatMap((run) =>
        (['final', 'best'] as const).flatMap((statistic) =>
          Object.entries(run[statistic]).map(([key, value]): Cell[] => {
            const [split, metric] = key.split('.') as [string, string];
            // A run may have stopped early; when its best point was is not recorded.
            const atEnd = statistic === 'final' && run.stop === undefined && run.ending === 'finished';
            return [label, run.seed, statistic, atEnd ? updates : null, atEnd ? epochs : null, split, metric, value];
          }),
        ),
      ),
      ...Object.entries(statistics).flatMap(([statistic, values]) =>
        values.map((value, point): Cell[] => [
          ...[label, statistic === 'value' ? (runs[0]?.seed ?? null) : null, statistic],
          ...[curve.step[point]!, curve.epoch[point]!, show.split, show.metric, value],
        ]),
      ),
    ];
  });
  return `${Papa.unparse({ fields: [...RECORDED_COLUMNS], data: rows }, { newline: '\n' })}\n`;
}
