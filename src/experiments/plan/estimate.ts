/** How long a run takes, before it is known: from its arithmetic, for one core of a common laptop. Good to a factor of about two. */
import { shapeOf } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import { armSize } from './armSize.ts';
import { layerWidths } from '../configuration/output.ts';
import { splitSizes } from '../configuration/splitSizes.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Arm } from '../configuration/arm.ts';
import { workAfter } from './work.ts';

/**
 * Seconds, measured on one core with the fused engine: fitted to seed 1 of every arm that this handbook publishes. Of the middle half
 * of them 0.6 to 1.1 times the time is estimated that they take. What data cost, for each number, when they are drawn, which the arms
 * of a seed share, …
 */
const PER_DRAWN_NUMBER = 52e-9;
/** … what a run costs before it begins, of itself and for each number of its data, … */
const PER_RUN = 150e-6;
const PER_NUMBER = 16e-9;
/** … an update, for each layer whose parameters move, … */
const PER_LAYER_UPDATE = 0.42e-6;
const PER_MULTIPLY_ADD = 0.07e-9;
/** … the activation of one unit for one example, forward and back, … */
const PER_ACTIVATION = 0.95e-9;
/** … a point of the history, and in it the loss of one output for one example. */
const PER_POINT = 10e-6;
const PER_EVALUATED_OUTPUT = 38e-9;

/** Matrix products go through so many rows at once; a smaller batch takes as long. */
const ROWS_AT_ONCE = 4;

/** What of an experiment tells how long it takes. */
interface Timed {
  arms: readonly Arm[];
  history?: { every: number };
}

/** All arms of an experiment, with one seed, on one core. */
export function secondsPerSeed({ arms, history }: Timed): number {
  const all = arms.map(({ configuration }) => configuration);
  const drawn = all.map(({ dataset }) => dataset).filter((dataset) => !isInline(dataset));
  const shapes = new Map(drawn.map((dataset) => [JSON.stringify(dataset), shapeOf(dataset)])).values();
  const drawing = [...shapes].reduce((sum, { examples, features }) => sum + examples * features * PER_DRAWN_NUMBER, 0);
  return all.reduce((sum, configuration) => sum + estimateSeconds(configuration, history?.every), drawing);
}

/** Seconds of one run on one core, with its data at hand. Early stopping and probes are left out. `every`: updates from point to point; defaults to those of an epoch. */
export function estimateSeconds(configuration: Configuration, every?: number): number {
  const { updates, examples, multiplyAdds } = workAfter(configuration);
  const { batchSize } = configuration.training;
  const widths = layerWidths(configuration, shapeOf(configuration.dataset));
  const units = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const forward = widths.slice(1).reduce((sum, width, layer) => sum + width * widths[layer]!, 0);
  const sizes = splitSizes(configuration);
  const own = armSize(configuration);
  // Every split is evaluated at each point, the first of which comes before training.
  const points = Math.ceil(every === undefined ? own.epochs : own.updates / every) + 1;
  const rows = sizes.train + sizes.validation + sizes.test;
  const evaluated = points * rows;
  return (
    PER_RUN +
    rows * widths[0]! * PER_NUMBER +
    updates * (widths.length - 1) * PER_LAYER_UPDATE +
    ((multiplyAdds * Math.max(batchSize, ROWS_AT_ONCE)) / batchSize + evaluated * forward) * PER_MULTIPLY_ADD +
    (examples + evaluated / 2) * units * PER_ACTIVATION +
    points * PER_POINT +
    evaluated * widths.at(-1)! * PER_EVALUATED_OUTPUT
  );
}
