/**
 * Choosing the best of many by one run each: for each seed the network with the lowest final value, what it scored there, and what the same
 * network scores with the other seeds. Networks of several experiments are chosen among together, if they have the same seeds; those that
 * end at the same values with every seed are one network.
 */
import { mean, median, sampleStandardDeviation } from 'simple-statistics';
import { finalValues } from './finalValues.ts';
import type { Published } from './published.ts';

export interface Winners {
  /** Different networks among those compared. */
  networks: number;
  seeds: number;
  /** How many of them win with some seed. */
  different: number;
  /** The one that wins most often, and with how many seeds. */
  most: { experiment: string; label: string; wins: number };
  /** Means over the seeds: what the winner scored, and what the same network scores on average with the other seeds. */
  score: number;
  again: number;
  /** Median over the networks that win with some seed of the standard deviation over the seeds, each seed's own median over them taken off. */
  deviation: number;
}

interface Network {
  experiment: string;
  label: string;
  values: number[];
}

/** `metric`: "train.loss", of which the lowest wins. Throws if the experiments have different numbers of seeds, or a run has no such value. */
export function winners(experiments: readonly Published[], metric: string): Winners {
  const networks = distinct(experiments.flatMap((one) => networksOf(one, metric)));
  const seeds = networks[0]!.values.length;
  if (networks.some(({ values }) => values.length !== seeds)) throw new Error('<Winners>: the experiments have different numbers of seeds.');
  const each = Array.from({ length: seeds }, (_, seed) => seed);
  const best = each.map((seed) => networks.reduce((low, one) => (one.values[seed]! < low.values[seed]! ? one : low)));
  const wins = new Map<Network, number>();
  for (const one of best) wins.set(one, (wins.get(one) ?? 0) + 1);
  const [{ experiment, label }, most] = [...wins].reduce((high, one) => (one[1] > high[1] ? one : high));
  const contenders = [...wins.keys()];
  const middle = each.map((seed) => median(contenders.map(({ values }) => values[seed]!)));
  return {
    ...{ networks: networks.length, seeds, different: wins.size, most: { experiment, label, wins: most } },
    score: mean(best.map(({ values }, seed) => values[seed]!)),
    again: mean(best.map(({ values }, seed) => mean(values.filter((_, other) => other !== seed)))),
    deviation: median(contenders.map(({ values }) => sampleStandardDeviation(values.map((value, seed) => value - middle[seed]!)))),
  };
}

function networksOf({ experiment, recording }: Published, metric: string): Network[] {
  return recording.arms.map((arm) => ({
    ...{ experiment: experiment.id, label: arm.label },
    values: finalValues(`<Winners>: "${experiment.id}"`, arm, metric),
  }));
}

/** The first of those with the same values. */
function distinct(networks: readonly Network[]): Network[] {
  const seen = new Set<string>();
  return networks.filter(({ values }) => {
    const key = values.join(' ');
    return !seen.has(key) && seen.add(key);
  });
}
