/** Biases that batch normalization takes away again: their gradient is exactly zero, in training too. */
import { describe, expect, it } from 'vitest';
import { isBiasCancelled } from '../../src/engines/cancelledBias.ts';
import type { EngineName, LayerPlan } from '../../src/engines/engine.ts';
import { loadEngine } from '../../src/engines/index.ts';
import { expand } from '../../src/experiments/spec/expand.ts';
import { parseExperiment } from '../../src/experiments/spec/spec.ts';
import { trainRun } from '../../src/experiments/train/run.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { makePlan, optimizer } from './cases.ts';

const kernel = await loadKernel();
const normalization = { momentum: 0.75, epsilon: 1e-3 } as const;
const layer = (kind: 'batch' | 'layer', position: 'before' | 'after', name: string): LayerPlan => ({
  units: 3,
  activation: { name },
  normalization: { kind, position, ...normalization },
});

describe('isBiasCancelled', () => {
  it.each([
    // A bias before the mean over the batch is in that mean; a function that bends keeps it apart.
    [layer('batch', 'before', 'relu'), true],
    [layer('batch', 'after', 'relu'), false],
    [layer('batch', 'after', 'linear'), true],
    // The mean of a layer is over units, which have biases of their own.
    [layer('layer', 'before', 'relu'), false],
    [{ units: 3, activation: { name: 'relu' } }, false],
  ] as [LayerPlan, boolean][])('%j: %s', (plan, expected) => {
    expect(isBiasCancelled(plan)).toBe(expected);
  });
});

describe.each(['fused', 'tfjs-cpu', 'tfjs-wasm'] as EngineName[])('%s', (name) => {
  it.each([
    ['before tanh', { hidden: 'tanh', position: 'before' }],
    ['after a linear activation', { hidden: 'linear', position: 'after' }],
  ] as const)('has the gradient 0 for such a bias and leaves it where it starts: %s', async (_, { hidden, position }) => {
    const engine = await loadEngine(name, kernel);
    const plan = makePlan(kernel, {
      hidden,
      layer: { normalization: { kind: 'batch', position, ...normalization } },
      optimizer: optimizer('adam', {}),
      units: [5, 3],
    });
    const start = plan.parameters.map(({ bias }) => [...bias]);
    const trainer = await engine.create(plan);
    const { x, y, examples } = plan.data.train;
    const gradients = await trainer.gradients(x, y, examples);
    await trainer.train(8);
    const trained = await trainer.parameters();
    trainer.dispose();
    for (const at of [0, 1]) {
      expect([...gradients[at]!.bias].every((value) => value === 0)).toBe(true);
      expect([...trained[at]!.bias]).toEqual(start[at]);
    }
    expect([...trained[2]!.bias]).not.toEqual(start[2]);
  });
});

describe('five numbers, two units, Adam', () => {
  const experiment = parseExperiment(
    {
      title: 'A line',
      dataset: { name: 'inline', task: 'regression', x: [[1], [2], [3], [4], [5]], y: [2, 4, 6, 8, 10] },
      network: { hidden: [2], activation: 'relu', normalization: 'batch' },
      training: { loss: 'meanSquaredError', optimizer: { name: 'adam', learningRate: 0.01 }, batchSize: 5, epochs: 5 },
    },
    'line.yaml',
  );

  // PyTorch in float64, from the same initial parameters, ends at 43.423; with steps of rounding it was 43.137.
  it.each(['fused', 'tfjs-cpu', 'tfjs-wasm'] as EngineName[])('end where float64 ends: %s', async (name) => {
    const { history } = await trainRun(expand(experiment, [1])[0]!, await loadEngine(name, kernel), kernel);
    const losses = history.columns.find(({ metric, split }) => metric === 'loss' && split === 'train')!;
    expect(losses.values.at(-1)).toBeCloseTo(43.423, 3);
  });
});
