/**
 * The kernel leaves out groups of four features that are zero in a whole batch. That must change no bit: a network whose
 * features are partly zero ends with the same weights as one from which those features were taken away beforehand.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { LayerParameters, RunPlan } from '../../src/engines/engine.ts';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import type { Kernel } from '../../src/kernel/kernel.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { openStream } from '../../src/kernel/random.ts';
import { optimizer } from './cases.ts';

/** Enough features for the kernel to look; 77 leaves a last group of one feature. */
const INPUTS = 77;
const UNITS = 6;
const EXAMPLES = 40;
/** Groups of four features that hold something; the others are zero in all examples. Few enough features for no look at all. */
const GROUPS = [0, 3, 4, 11, 17, 19];
const KEPT = Array.from({ length: INPUTS }, (_, i) => i).filter((i) => GROUPS.includes(Math.floor(i / 4)));

let kernel: Kernel;
beforeAll(async () => {
  kernel = await loadKernel();
});

describe.each([1, 2, 5, 16, 19, 40])('with batches of %i', (batchSize) => {
  it('leaves out zero features without changing a bit', async () => {
    const full = makePlan(batchSize);
    const whole = await train(full);
    const part = await train(withoutZeros(full));
    expect(rows(whole, KEPT)).toEqual(part[0]!.kernel);
    expect(whole[0]!.bias).toEqual(part[0]!.bias);
    expect(whole[1]).toEqual(part[1]);
  });

  it('does not move the weights of zero features', async () => {
    const plan = makePlan(batchSize);
    const zero = Array.from({ length: INPUTS }, (_, i) => i).filter((i) => !KEPT.includes(i));
    expect(rows(await train(plan), zero)).toEqual(rows(plan.parameters, zero));
  });
});

async function train(plan: RunPlan): Promise<LayerParameters[]> {
  const trainer = await fusedEngine(kernel).create(plan);
  await trainer.train(12);
  const parameters = await trainer.parameters();
  trainer.dispose();
  return parameters;
}

/** Rows of the first layer's kernel. */
function rows([first]: LayerParameters[], features: number[]): Float32Array {
  return Float32Array.from(features.flatMap((i) => Array.from(first!.kernel.subarray(i * UNITS, (i + 1) * UNITS))));
}

function withoutZeros(plan: RunPlan): RunPlan {
  const { train: split } = plan.data;
  const x = Float32Array.from({ length: EXAMPLES * KEPT.length }, (_, i) => split.x[Math.floor(i / KEPT.length) * INPUTS + KEPT[i % KEPT.length]!]!);
  return {
    ...plan,
    network: { ...plan.network, inputs: KEPT.length },
    parameters: [{ kernel: rows(plan.parameters, KEPT), bias: plan.parameters[0]!.bias }, plan.parameters[1]!],
    data: { train: { ...split, x } },
  };
}

function makePlan(batchSize: number): RunPlan {
  const stream = openStream(kernel, 5, 'data');
  const draw = (length: number) => Float32Array.from({ length }, () => stream.normal());
  const x = draw(EXAMPLES * INPUTS).map((value, i) => (KEPT.includes(i % INPUTS) ? value : 0));
  return {
    network: {
      inputs: INPUTS,
      layers: [
        { units: UNITS, activation: { name: 'tanh' } },
        { units: 1, activation: { name: 'linear' } },
      ],
      loss: { name: 'meanSquaredError' },
    },
    training: { optimizer: optimizer('adam', { learningRate: 0.01 }), batchSize, shuffle: true },
    parameters: [
      { kernel: draw(INPUTS * UNITS), bias: draw(UNITS) },
      { kernel: draw(UNITS), bias: draw(1) },
    ],
    data: { train: { examples: EXAMPLES, x, y: draw(EXAMPLES) } },
    seed: 3,
  };
}
