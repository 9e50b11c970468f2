import { expect, test } from 'vitest';
import { bestConstantLoss } from '../../../src/experiments/measure/bestConstant.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { loadEngine } from '../../../src/engines/index.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { losses } from '../../../src/nn/catalog.ts';
import { withDefaults } from '../../../src/nn/entry.ts';
import { circlesExperiment } from '../examples.ts';

const kernel = await loadKernel();

function chance(loss: string, y: number[], outputs: number, activation: string, rest: object = {}): number {
  return bestConstantLoss({ y, examples: y.length / outputs, outputs, loss: { name: loss, ...rest }, outputActivation: { name: activation } }, kernel);
}

/** One example of the first class, three of the second. */
const quarter = [1, 0, 0, 1, 0, 1, 0, 1];
const entropy = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75));

const cases: [what: string, found: number, expected: number][] = [
  // 0, 0, 3: mean 1, variance (1 + 1 + 4)/3 = 2.
  ['squared error: the variance', chance('meanSquaredError', [0, 0, 3], 1, 'linear'), 2],
  // Variances 2 and 0.
  ['squared error of two outputs: their mean', chance('meanSquaredError', [0, 5, 0, 5, 3, 5], 2, 'linear'), 1],
  ['½ squared error: half of their sum', chance('halfSquaredError', [0, 5, 0, 5, 3, 5], 2, 'linear'), 1],
  // tanh says 1 at most: (1 + 1 + 4)/3 for 0, 0, 3 at 1, and for 3, 3 it is 2² = 4.
  ['squared error out of reach', chance('meanSquaredError', [3, 3], 1, 'tanh'), 4],
  // Median 0: (0 + 0 + 3)/3.
  ['absolute error: from the median', chance('meanAbsoluteError', [0, 0, 3], 1, 'linear'), 1],
  // δ = 1, at c in [0, 1]: two of c²/2 and one of 3 − c − ½; least where 2c = 1: (0.125 + 0.125 + 2)/3.
  ['Huber: between mean and median', chance('huber', [0, 0, 3], 1, 'linear', { delta: 1 }), 0.75],
  // δ so large that it is half the squared error.
  ['Huber with a large δ', chance('huber', [0, 0, 3], 1, 'linear', { delta: 100 }), 1],
  ['cross-entropy: the entropy of the classes', chance('categoricalCrossentropy', quarter, 2, 'softmax'), entropy],
  // Smoothed by one half: shares 0.25·½ + ¼ = 0.375 and 0.625.
  [
    'cross-entropy with smoothed labels',
    chance('categoricalCrossentropy', quarter, 2, 'softmax', { labelSmoothing: 0.5 }),
    -(0.375 * Math.log(0.375) + 0.625 * Math.log(0.625)),
  ],
  ['binary cross-entropy', chance('binaryCrossentropy', [0, 1, 1, 1], 1, 'sigmoid', { labelSmoothing: 0 }), entropy],
  ['Kullback–Leibler: as the cross-entropy of classes', chance('kullbackLeibler', quarter, 2, 'softmax'), entropy],
  ['one class alone', chance('categoricalCrossentropy', [1, 0, 1, 0], 2, 'softmax'), 0],
  // Always "yes": the one "no" of four costs 1 − (−1)(1) = 2.
  ['hinge: from the side of the most', chance('hinge', [0, 1, 1, 1], 1, 'linear'), 0.5],
  // Always the second class: the first's example is off by 1 in both outputs, 2/2 for one of four.
  ['absolute error of probabilities', chance('meanAbsoluteError', quarter, 2, 'softmax'), 0.25],
  // Shares ¼, ¾: variance 3/16 in each output.
  ['squared error of probabilities', chance('meanSquaredError', quarter, 2, 'softmax'), 0.1875],
];

test.each(cases)('%s', (_what, found, expected) => {
  expect(found).toBeCloseTo(expected, 10);
});

test('every loss of the catalog has a rule', () => {
  for (const loss of losses) {
    const choice = withDefaults(loss);
    const outputActivation = { name: ['categoricalCrossentropy', 'kullbackLeibler'].includes(loss.name) ? 'softmax' : 'linear' };
    expect(bestConstantLoss({ y: [0, 1, 1, 0], examples: 2, outputs: 2, loss: choice, outputActivation }, kernel)).toBeGreaterThanOrEqual(0);
  }
});

test('a run carries chance and small weights where a verdict asks, and is not changed by it', async () => {
  const engine = await loadEngine('fused', kernel);
  const plain = circlesExperiment();
  const asked = circlesExperiment({ verdict: [{ stuck: true }, { sparsity: { threshold: 100, above: 0.5 } }, { sparsity: { threshold: 1e-30, below: 0.5 } }] });
  const [before, after] = await Promise.all(
    [plain, asked].map((experiment) => trainRun(expand(experiment, [1])[0]!, engine, kernel, { keepParameters: true })),
  );
  expect(before).not.toHaveProperty('chance');
  expect(before).not.toHaveProperty('small');
  expect(after!.digest).toBe(before!.digest);
  // Circles have two classes of nearly equal size: close to ln 2, and never above it.
  expect(after!.chance).toBeGreaterThan(0.68);
  expect(after!.chance).toBeLessThanOrEqual(Math.log(2) + 1e-9);
  expect(after!.small).toEqual([
    { threshold: 100, share: 1 },
    { threshold: 1e-30, share: 0 },
  ]);
});
