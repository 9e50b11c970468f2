/** How long a run takes, before it is known: from its arithmetic, for one core of a common laptop. Good to a factor of about two. */
import { shapeOf } from '../datasets/index.ts';
import { armSize } from './armSize.ts';
import { layerWidths } from './output.ts';
import { splitSizes } from './splitSizes.ts';
import type { Configuration } from './types.ts';
import { workAfter } from './work.ts';

/** Seconds, measured on one core with the fused engine. */
const PER_UPDATE = 1.5e-6;
const PER_MULTIPLY_ADD = 0.25e-9;
/** For each point of the history, whatever the size of the data. */
const PER_POINT = 30e-6;
/** For the activation of one unit for one example, forward and back. */
const PER_ACTIVATION = 3e-9;

/** Seconds of one run on one core. Early stopping and probes are left out. */
export function estimateSeconds(configuration: Configuration): number {
  const { updates, examples, multiplyAdds } = workAfter(configuration);
  const widths = layerWidths(configuration, shapeOf(configuration.dataset));
  const units = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const forward = widths.slice(1).reduce((sum, width, layer) => sum + width * widths[layer]!, 0);
  const sizes = splitSizes(configuration);
  // Each epoch ends with an evaluation of every split, and one comes before the first.
  const points = Math.ceil(armSize(configuration).epochs) + 1;
  const evaluated = points * (sizes.train + sizes.validation + sizes.test);
  return (
    updates * PER_UPDATE + points * PER_POINT + (multiplyAdds + evaluated * forward) * PER_MULTIPLY_ADD + (examples + evaluated / 2) * units * PER_ACTIVATION
  );
}
