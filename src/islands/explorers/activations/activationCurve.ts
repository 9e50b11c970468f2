/** What an activation and its derivative are, as the kernel that trains computes them. */
import type { Engine } from '../../../engines/engine.ts';
import { losses, optimizers, type Activation } from '../../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../../nn/entry.ts';
import { GRID } from './grid.ts';

export interface ActivationCurve {
  /** φ(z) at each point. */
  values: number[];
  /** φ′(z) there, with the catalog's convention where φ has a kink. */
  slopes: number[];
}

/**
 * One example of one feature, 1, and a unit for every point, whose weight is z. The loss is the mean distance to a
 * label far below all outputs: its gradient with respect to a unit's bias is φ′(z) over the number of units. That
 * number is a power of two, so dividing by it and multiplying again changes no bit. `points`: at most 256, GRID by default.
 */
export async function activationCurve(engine: Engine, activation: Activation, points: readonly number[] = GRID): Promise<ActivationCurve> {
  const one = Float32Array.of(1);
  const y = new Float32Array(UNITS).fill(-1e30);
  const kernel = new Float32Array(UNITS);
  kernel.set(points);
  const trainer = await engine.create({
    network: { inputs: 1, layers: [{ units: UNITS, activation }], loss: withDefaults(findEntry('loss', losses, 'meanAbsoluteError')) },
    training: { optimizer: withDefaults(findEntry('optimizer', optimizers, 'sgd')), batchSize: 1, shuffle: false },
    parameters: [{ kernel, bias: new Float32Array(UNITS) }],
    data: { train: { examples: 1, x: one, y } },
    seed: 1,
  });
  const values = await trainer.predict(one, 1);
  const [gradient] = await trainer.gradients(one, y, 1);
  trainer.dispose();
  const slopes = gradient!.bias.map((value) => value * UNITS);
  return { values: Array.from(values.subarray(0, points.length)), slopes: Array.from(slopes.subarray(0, points.length)) };
}

/** The least power of two that holds GRID. Points beyond it would not fit. */
const UNITS = 256;
