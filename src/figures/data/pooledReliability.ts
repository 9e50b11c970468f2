import type { ArmFigure } from './figureData.ts';

type Reliability = NonNullable<ArmFigure['reliability']>;

/** Of several runs together, split by split; undefined if none has been read. */
export function pooledReliability(runs: readonly Reliability[]): Reliability | undefined {
  const [first, ...others] = runs;
  if (!first) return undefined;
  const all: Reliability = {};
  for (const split of ['train', 'validation', 'test'] as const) {
    const bins = first[split]?.map((bin, index) => bin.map((value, part) => others.reduce((sum, run) => sum + run[split]![index]![part]!, value)));
    if (bins) all[split] = bins as NonNullable<Reliability['test']>;
  }
  return all;
}
