/** Exported programs, run by Debian's PyTorch and scikit-learn, follow our own curve. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import { expand } from '../../src/experiments/spec/expand.ts';
import { trainRun } from '../../src/experiments/train/run.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { exportAsProgram, type ProgramTarget } from '../../src/export/targets.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { activations, initializers } from '../../src/nn/catalog.ts';
import { optimizerCases } from '../engines/cases.ts';
import { example, NO_FILES, REGRESSION, writeFiles } from './examples.ts';
import { pythonWith, runPython } from './python.ts';

const kernel = await loadKernel();
const torch = pythonWith('torch');
const sklearn = pythonWith('sklearn');

/** Curves may lie this far apart: rounding grows along training, and a wrong rule shows orders of magnitude above it. */
const TOLERANCE = 1e-4;

const rate = (name: string, options: object = {}) => ({ name, learningRate: 0.02, ...options });
const optimizerArms = {
  optimizer: optimizerCases.map((optimizer, index) => ({ label: `${index} ${optimizer.name}`, set: { 'training.optimizer': optimizer } })),
};
const arm = (label: string, set: object) => ({ label, set });

describe.skipIf(!torch)('the PyTorch program', () => {
  it.each([
    ['every optimizer, mean squared error', example({ ...REGRESSION, compare: optimizerArms })],
    ['optimizers without shuffling, categorical cross-entropy', example({ training: { shuffle: false }, compare: optimizerArms })],
    ['optimizers, binary cross-entropy', example({ training: { loss: { name: 'binaryCrossentropy', labelSmoothing: 0.1 } }, compare: optimizerArms })],
    [
      'losses of regression',
      example({
        ...REGRESSION,
        compare: { 'training.loss': ['halfSquaredError', 'meanAbsoluteError', 'huber'] },
        training: { optimizer: rate('sgd', { learningRate: 0.01 }) },
      }),
    ],
    ['losses of classification', example({ compare: { 'training.loss': ['hinge', 'kullbackLeibler', 'meanSquaredError'] }, training: { optimizer: 'adam' } })],
    [
      'activations',
      example({
        training: { optimizer: rate('adam') },
        compare: { 'network.activation': activations.filter(({ name }) => name !== 'softmax').map(({ name }) => name) },
      }),
    ],
    [
      'schedules, with momentum',
      example({
        training: { optimizer: rate('sgd', { momentum: 0.9 }) },
        compare: {
          'training.schedule': ['cosine', 'oneCycle', 'stepDecay', 'triangular', 'cosineRestarts', 'exponential', 'timeBased', 'polynomial', 'rangeTest'].map(
            (name) => (name === 'rangeTest' ? { name, highest: 0.1 } : name),
          ),
        },
      }),
    ],
    [
      'a warm-up, a plateau, early stopping',
      example({
        compare: {
          how: [
            arm('warm-up', { 'training.warmUp': { epochs: 3, start: 0.1 } }),
            arm('plateau', { 'training.schedule': { name: 'reduceOnPlateau', patience: 1, minDelta: 0.01, factor: 0.5 } }),
            arm('stop', { 'training.earlyStopping': { metric: 'loss', split: 'validation', patience: 2, minDelta: 0.005 } }),
          ],
        },
      }),
    ],
    [
      'normalization, penalties, constraint, clipping, averaging',
      example({
        training: { optimizer: rate('adam') },
        compare: {
          how: [
            arm('batch', { 'network.normalization': { name: 'batch', position: 'before', momentum: 0.8 } }),
            arm('layer', { 'network.normalization': { name: 'layer', position: 'after' } }),
            arm('penalty', { 'network.regularizer': { l1: 0.001, l2: 0.01, biases: true } }),
            arm('activity', { 'network.activityRegularizer': { l1: 0.01, l2: 0.01 } }),
            arm('constraint', { 'network.constraint': { name: 'maxNorm', limit: 0.7 } }),
            arm('clip', { 'training.clip': { by: 'globalNorm', limit: 0.1 } }),
            arm('clip each', { 'training.clip': { by: 'norm', limit: 0.05 } }),
            arm('average', { 'training.averaging': { momentum: 0.9 } }),
          ],
        },
      }),
    ],
  ])('follows our curve: %s', { timeout: 120_000 }, async (_, experiment) => {
    expect(await distance(experiment, 'pytorch', torch!)).toBeLessThan(TOLERANCE);
  });
});

describe.skipIf(!torch)('the PyTorch program with numbers of its own', () => {
  it('draws every initializer, dropout and noise, and learns', { timeout: 120_000 }, async () => {
    const random = initializers.filter(({ name }) => !['zeros', 'ones', 'constant'].includes(name)).map(({ name }) => name);
    const experiment = example({
      network: { dropout: 0.05, inputDropout: 0.05, noise: { input: 0.01, hidden: 0.01 }, hidden: [16] },
      training: { optimizer: rate('adam'), epochs: 60 },
      compare: { 'network.initializer': random },
    });
    const losses = await trainLosses(experiment, torch!);
    expect([...losses.keys()]).toEqual(random);
    // A coin's cross-entropy is ln 2; whoever has learned the circles is below it.
    for (const curve of losses.values()) expect(curve.at(-1)).toBeLessThan(Math.LN2);
  });
});

describe.skipIf(!sklearn)('the scikit-learn program', () => {
  const some = {
    optimizer: optimizerCases
      .filter(({ name }) => ['sgd', 'adam'].includes(name))
      .map((optimizer, index) => arm(String(index), { 'training.optimizer': optimizer })),
  };
  it.each([
    ['mean squared error', example({ ...REGRESSION, compare: some })],
    [
      'binary cross-entropy, with L2',
      example({ training: { loss: 'binaryCrossentropy' }, network: { regularizer: { l2: 0.01 }, activation: 'sigmoid' }, compare: some }),
    ],
    [
      'categorical cross-entropy of three classes',
      example({ dataset: { name: 'blobs', classes: 3, examples: 60 }, network: { activation: 'relu' }, compare: some }),
    ],
  ])('follows our curve: %s', { timeout: 120_000 }, async (_, experiment) => {
    expect(await distance(experiment, 'sklearn', sklearn!)).toBeLessThan(TOLERANCE);
  });
});

interface Row {
  arm: string;
  seed: number;
  step: number;
  split: string;
  metric: string;
  value: number;
}

/** The largest difference between our losses and the program's, over arms, points and splits; infinite where one has points that the other lacks. */
async function distance(experiment: Experiment, target: ProgramTarget, python: string): Promise<number> {
  const { files, leftOut } = await exportAsProgram(experiment, target, { kernel, source: NO_FILES, seeds: 1, given: true });
  expect(leftOut).toEqual([]);
  const rows = lossRows(writeFiles(files), python);
  const theirs = new Map(rows.map(({ arm, step, split, value }) => [`${arm} ${step} ${split}`, value]));
  const engine = fusedEngine(kernel);
  let [largest, points] = [0, 0];
  for (const run of expand(experiment, [1])) {
    const { history, ending } = await trainRun(run, engine, kernel);
    expect(ending.state).toBe('finished');
    for (const { split, metric, values } of history.columns) {
      if (metric !== 'loss') continue;
      values.forEach((value, point) => {
        points++;
        largest = Math.max(largest, Math.abs(value - (theirs.get(`${run.arm.label} ${history.step[point]!} ${split}`) ?? Infinity)));
      });
    }
  }
  return points === rows.length ? largest : Infinity;
}

/** Training losses by arm. */
async function trainLosses(experiment: Experiment, python: string): Promise<Map<string, number[]>> {
  const { files } = await exportAsProgram(experiment, 'pytorch', { kernel, source: NO_FILES, seeds: 1 });
  const rows = lossRows(writeFiles(files), python).filter(({ split }) => split === 'train');
  return new Map([...Map.groupBy(rows, ({ arm }) => arm)].map(([arm, points]) => [arm, points.map(({ value }) => value)]));
}

function lossRows(program: string, python: string): Row[] {
  runPython(python, program);
  const table = readFileSync(program.replace(/\.\w+\.py$/, '.results.csv'), 'utf8').trim();
  return Papa.parse<Row>(table, { header: true, dynamicTyping: (column) => column !== 'arm' }).data.filter(({ metric }) => metric === 'loss');
}
