/** What a measurement says, in numbers and in words. */
import { formatNumber } from '../../../words/format.ts';
import type { Measurement } from './measure.ts';

/** Medians over the seeds, layer by layer. */
export function growth({ activations, gradients }: Measurement): { activations: number[]; gradients: number[] } {
  return { activations: medianOf(activations), gradients: medianOf(gradients) };
}

/** Of each layer, over the seeds; `runs` is [seed][layer]. */
export function medianOf(runs: number[][]): number[] {
  return runs[0]!.map((_, layer) => {
    const values = runs.map((run) => run[layer]!).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)]!;
  });
}

/** The factor per layer from the first number to the last: their ratio's root. Undefined where there is none. */
export function factorPerLayer(values: readonly number[]): number | undefined {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  const factor = (last / first) ** (1 / (values.length - 1));
  return values.length > 1 && first > 0 && last > 0 && Number.isFinite(factor) ? factor : undefined;
}

export function describeGrowth(measurement: Measurement): string[] {
  const { activations, gradients } = growth(measurement);
  const forward = factorPerLayer(activations);
  const backward = factorPerLayer(gradients.toReversed());
  return [
    sentence('Forward, from layer to layer, the mean square of the activations is multiplied by', forward, 'Forward', activations),
    sentence('Backward, from layer to layer, that of the gradients is multiplied by', backward, 'Backward', gradients),
  ];
}

function sentence(opening: string, factor: number | undefined, direction: string, values: number[]): string {
  if (factor !== undefined) return `${opening} ${formatNumber(factor)} on average.`;
  if (values.length === 1) return `${direction} there is one layer only, with a mean square of ${formatNumber(values[0]!)}.`;
  const where = values.every((value) => value === 0)
    ? 'is 0 in every layer'
    : values.some((value) => value === 0)
      ? 'falls to 0'
      : 'goes beyond what 32 bits can hold';
  return `${direction} the signal ${where}.`;
}
