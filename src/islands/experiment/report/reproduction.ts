/** How a live run of the published experiment compares with the recorded one. */
import { finalPoint } from '../../../experiments/train/summary.ts';
import type { Recording } from '../../../experiments/record/recording.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import { formatNumber } from '../../../words/format.ts';

export interface Reproduction {
  /** Runs that the recording has too, and how many of them have the same digest. */
  compared: number;
  identical: number;
  /** Largest difference in a final value, over all recorded splits and metrics. */
  largest: { key: string; absolute: number } | undefined;
  /** Runs that ended in another way than the recorded one. */
  otherEnding: number;
}

/** `results` of arms of the published experiment; runs that were not carried to an end are left out. */
export function reproduction(recording: Recording, results: RunResult[]): Reproduction {
  const outcome: Reproduction = { compared: 0, identical: 0, largest: undefined, otherEnding: 0 };
  for (const result of results) {
    if (result.ending.state !== 'finished' && result.ending.state !== 'diverged') continue;
    const recorded = recording.arms.find((arm) => arm.label === result.arm)?.runs.find((run) => run.seed === result.seed);
    if (!recorded) continue;
    outcome.compared++;
    if (result.digest === recorded.digest) {
      outcome.identical++;
      continue;
    }
    if (recorded.ending !== result.ending.state) outcome.otherEnding++;
    const last = finalPoint(result.ending, result.history);
    for (const { split, metric, values } of result.history.columns) {
      const key = `${split}.${metric}`;
      const absolute = Math.abs((values[last] ?? NaN) - (recorded.final[key] ?? NaN));
      if (absolute > (outcome.largest?.absolute ?? -1)) outcome.largest = { key, absolute };
    }
  }
  return outcome;
}

/** In a sentence; undefined where nothing can be compared. `quantity` names a key such as `train.loss`. */
export function describeReproduction({ compared, identical, largest, otherEnding }: Reproduction, quantity: (key: string) => string): string | undefined {
  if (compared === 0) return undefined;
  const runs = (count: number) => `${count} ${count === 1 ? 'run' : 'runs'}`;
  if (identical === compared) return `Reproduces the recorded ${compared === 1 ? 'run' : 'runs'} bit for bit (${runs(compared)} compared).`;
  const same =
    identical > 0 ? `${runs(identical)} of ${compared} bit for bit as recorded; the others differ` : 'Not bit for bit as recorded: final values differ';
  const size = largest ? ` by at most ${formatNumber(largest.absolute, 2)} (${quantity(largest.key)})` : '';
  const endings = otherEnding > 0 ? ` ${runs(otherEnding)} ended differently.` : '';
  return `${same}${size}.${endings}`;
}
