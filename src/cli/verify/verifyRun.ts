/** One run made anew, beside the one that was recorded. */
import type { ArmRecording } from '../../experiments/record/recording.ts';

type RecordedRun = ArmRecording['runs'][number];

/** Undefined if they are the same. */
export function describeRunDifference(arm: string, made: RecordedRun, before: RecordedRun): string | undefined {
  const name = `${arm}, seed ${made.seed}`;
  if (before.digest !== made.digest || before.ending !== made.ending) {
    return `${name} gives ${made.ending} ${made.digest}, recorded is ${before.ending} ${before.digest}`;
  }
  return JSON.stringify(before) === JSON.stringify(made) ? undefined : `the numbers recorded of ${name} are not those of the run`;
}
