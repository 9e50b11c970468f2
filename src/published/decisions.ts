/**
 * How often a few of many recorded seeds name the other winner: of the differences within the seeds, so many are drawn without putting any
 * back, and their mean and their median are looked at.
 */
import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import type { Stream } from '../kernel/random.ts';
import { normalBelow } from '../statistics/normal.ts';
import { finalValues } from './finalValues.ts';
import type { Published } from './published.ts';

export interface Decision {
  seeds: number;
  /** Shares of the draws in which the mean, and the median, of the differences is below zero: the second arm is named. */
  byMean: number;
  byMedian: number;
  /** What the share by the mean would be for differences with a normal spread, of the same mean and standard deviation. */
  normal: number;
}

/** The mean of the differences, in their standard deviations. */
export function effectSize(differences: readonly number[]): number {
  return mean([...differences]) / sampleStandardDeviation([...differences]);
}

/** For each seed, what the second arm has less what the first has. Throws on an unknown arm or metric. */
export function differences({ experiment, recording }: Published, [first, second]: readonly [string, string], metric: string): number[] {
  const valuesOf = (label: string) => {
    const arm = recording.arms.find((one) => one.label === label);
    if (!arm) throw new Error(`<Decisions>: "${experiment.id}" has no arm "${label}"; there are ${recording.arms.map((one) => one.label).join(', ')}.`);
    return finalValues(`<Decisions>: "${experiment.id}"`, arm, metric);
  };
  const less = valuesOf(first);
  return valuesOf(second).map((value, seed) => value - less[seed]!);
}

/** `counts`: how many seeds are drawn, at most as many as there are differences. */
export function decisions(all: readonly number[], counts: readonly number[], draws: number, stream: Stream): Decision[] {
  const pool = [...all];
  const size = effectSize(all);
  return counts.map((seeds) => {
    let [byMean, byMedian] = [0, 0];
    for (let draw = 0; draw < draws; draw++) {
      // The first places of a shuffle (Fisher and Yates).
      for (let place = 0; place < seeds; place++) {
        const other = place + stream.integer(pool.length - place);
        [pool[place], pool[other]] = [pool[other]!, pool[place]!];
      }
      const drawn = pool.slice(0, seeds);
      byMean += Number(mean(drawn) < 0);
      byMedian += Number(median(drawn) < 0);
    }
    return { seeds, byMean: byMean / draws, byMedian: byMedian / draws, normal: normalBelow(-Math.sqrt(seeds) * size) };
  });
}
