/** The kernel's own optimizers, led by gradients from outside, for two numbers in place of a network's many. */
import type { RunPlan } from '../../../engines/engine.ts';
import { placeTraining } from '../../../engines/fused/data.ts';
import { layOut } from '../../../engines/fused/layout.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { activations, losses, type Optimizer } from '../../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../../nn/entry.ts';
import type { Point } from './landscapes/landscape.ts';

/** Takes the gradient (rounded to 32 bits, as all of training is) at the point where it stands; gives the next point. */
export type Step = (gradient: Point) => Point;

/**
 * A unit of two inputs without activation, whose weights are the point. Its loss is the distance to a label far below
 * every output, so that ∂L/∂output = 1 and the gradient of a weight is its input: the inputs are the gradient, and
 * the update is that of training. Holds while weights · inputs stay far below FAR. `kernel`: memory is taken from its arena.
 */
export function startOptimizer(kernel: Kernel, optimizer: Optimizer, start: Point): Step {
  const plan: RunPlan = {
    network: {
      inputs: 2,
      layers: [{ units: 1, activation: withDefaults(findEntry('activation', activations, 'linear')) }],
      loss: withDefaults(findEntry('loss', losses, 'meanAbsoluteError')),
    },
    training: { optimizer, batchSize: 1, shuffle: false },
    parameters: [{ kernel: Float32Array.from(start), bias: new Float32Array(1) }],
    data: { train: { examples: 1, x: new Float32Array(2), y: Float32Array.of(-FAR) } },
    seed: 1,
  };
  const { header, variables } = layOut(kernel, plan);
  const { x: inputs } = placeTraining(kernel, header, plan.network, plan.data.train);
  const weights = variables.layers[0]![0]!.pointer;
  return (gradient) => {
    kernel.f32(inputs, 2).set(gradient);
    kernel.exports.train(header, 1, 0);
    // Rows are padded to four numbers.
    const [x = NaN, , , , y = NaN] = kernel.f32(weights, 5);
    return [x, y];
  };
}

const FAR = 1e30;
