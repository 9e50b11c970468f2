import { expect, test } from 'vitest';
import { featureNumbers } from '../../../src/engines/engine.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import { parseExperiment } from '../../../src/experiments/spec/spec.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment, eckerleExperiment } from '../examples.ts';

const kernel = await loadKernel();
const plans = (experiment: Experiment, seed = 1) => experiment.arms.map(({ configuration }) => planRun(configuration, seed, kernel));

test('arms of one seed share data, split and initial parameters', () => {
  const [a, b] = plans(
    circlesExperiment({
      compare: {
        arm: [
          { label: 'a', set: { 'training.batchSize': 10 } },
          { label: 'b', set: { 'training.batchSize': 20, 'training.optimizer': 'sgd', 'network.activation': 'tanh' } },
        ],
      },
    }),
  );
  expect(b!.plan.data).toEqual(a!.plan.data);
  expect(b!.plan.parameters).toEqual(a!.plan.parameters);
  expect(b!.plan.seed).toBe(a!.plan.seed);
});

test('layers of the same shape start alike even if others do not', () => {
  const [a, b] = plans(
    circlesExperiment({
      compare: {
        'network.hidden': [
          [4, 4, 4],
          [4, 4, 8],
        ],
      },
    }),
  );
  expect(b!.plan.parameters.slice(0, 2)).toEqual(a!.plan.parameters.slice(0, 2));
  expect(b!.plan.parameters[2]!.kernel.length).toBe(4 * 8);
});

test('another seed changes data, split and initial parameters; of real data, the split alone', () => {
  const [[a], [b]] = [plans(circlesExperiment(), 1), plans(circlesExperiment(), 2)];
  expect(b!.examples.x).not.toEqual(a!.examples.x);
  expect(b!.plan.parameters).not.toEqual(a!.plan.parameters);
  const [[c], [d]] = [plans(eckerleExperiment(), 1), plans(eckerleExperiment(), 2)];
  expect(d!.examples).toEqual(c!.examples);
  expect(d!.targets.validation).not.toEqual(c!.targets.validation);
  expect(d!.plan.parameters).not.toEqual(c!.plan.parameters);
});

test('60/40 of Eckerle4 is 21 and 14, scaled to [0, 1] on the training split alone', () => {
  const [{ plan, targets, scaling }] = plans(eckerleExperiment()) as [ReturnType<typeof planRun>];
  expect(plan.data.train.examples).toBe(21);
  expect(plan.data.validation!.examples).toBe(14);
  const x = featureNumbers(plan.data.train.x);
  expect([Math.min(...x), Math.max(...x)]).toEqual([0, 1]);
  expect([Math.min(...plan.data.train.y), Math.max(...plan.data.train.y)]).toEqual([0, 1]);
  expect(scaling.labels.shift[0]).toBe(Math.min(...targets.train!));
  expect(scaling.labels.scale[0]).toBe(Math.max(...targets.train!) - Math.min(...targets.train!));
});

test('the output layer follows from the loss and the data', () => {
  const output = (experiment: Experiment) => plans(experiment)[0]!.plan.network.layers.at(-1);
  expect(output(circlesExperiment())).toEqual({ units: 2, activation: { name: 'softmax' } });
  expect(output(circlesExperiment({ training: { loss: 'binaryCrossentropy', optimizer: 'sgd', batchSize: 10, epochs: 1 } }))).toEqual({
    units: 1,
    activation: { name: 'sigmoid' },
  });
  expect(output(eckerleExperiment())).toEqual({ units: 1, activation: { name: 'linear' } });
});

test('labels are one-hot for softmax and 0 or 1 for a single sigmoid unit', () => {
  const spec = {
    dataset: { name: 'inline', task: 'classification', x: [[0], [1], [2]], y: [0, 1, 1] },
    network: { hidden: [] },
    training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 1, epochs: 1 },
    compare: { 'training.loss': ['categoricalCrossentropy', 'binaryCrossentropy'] },
  };
  const [categorical, binary] = plans(parseExperiment(spec, 'inline.yaml'));
  expect([...categorical!.plan.data.train.y]).toEqual([1, 0, 0, 1, 0, 1]);
  expect([...binary!.plan.data.train.y]).toEqual([0, 1, 1]);
  // Nothing held out: the rows stand as they were given.
  expect([...featureNumbers(binary!.plan.data.train.x)]).toEqual([0, 1, 2]);
});

test('given parameters are the initial ones for every seed; else biases start at zero', () => {
  const parameters = [
    {
      kernel: [
        [1, 2],
        [3, 4],
      ],
      bias: [5, 6],
    },
    {
      kernel: [
        [1, 2],
        [3, 4],
      ],
      bias: [0, 1],
    },
  ];
  const given = circlesExperiment({ network: { hidden: [2], initializer: { name: 'given', parameters } } });
  for (const seed of [1, 2]) {
    expect(plans(given, seed)[0]!.plan.parameters).toEqual(
      parameters.map(({ kernel: rows, bias }) => ({ kernel: Float32Array.from(rows.flat()), bias: Float32Array.from(bias) })),
    );
  }
  for (const { bias } of plans(circlesExperiment())[0]!.plan.parameters) expect(bias.every((value) => value === 0)).toBe(true);
});
