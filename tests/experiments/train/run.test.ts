import { afterEach, expect, test, vi } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { columnOf } from '../../../src/experiments/train/history.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import { trainRun, type RunOptions } from '../../../src/experiments/train/run.ts';
import { RunSignal } from '../../../src/experiments/train/runSignal.ts';
import type { Experiment } from '../../../src/experiments/spec/experiment.ts';
import type { History } from '../../../src/experiments/train/result.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment, eckerleExperiment } from '../examples.ts';
import { BECOMES_INFINITE, fakeEngine } from '../fakeEngine.ts';

const kernel = await loadKernel();
const fused = await loadEngine('fused', kernel);
const train = (experiment: Experiment, options: RunOptions = {}, seed = 1) => trainRun({ arm: experiment.arms[0]!, seed }, fused, kernel, options);
const budget = (value: object) => ({ training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 30, ...value } });

afterEach(() => vi.restoreAllMocks());

test('a point before training, after every epoch, and at an end within an epoch', async () => {
  // 80 examples in batches of 30: 3 updates an epoch, the last of 20.
  const points = async (value: object) => {
    const { history } = await train(circlesExperiment(budget(value)));
    return [[...history.step], [...history.epoch]];
  };
  expect(await points({ epochs: 2 })).toEqual([
    [0, 3, 6],
    [0, 1, 2],
  ]);
  expect(await points({ updates: 4 })).toEqual([
    [0, 3, 4],
    [0, 1, 110 / 80],
  ]);
  expect(await points({ examples: 61 })).toEqual([
    [0, 3],
    [0, 1],
  ]);
});

test('training lowers the loss, and every split is reported', async () => {
  const { history, ending } = await train(
    circlesExperiment({
      network: { hidden: [8] },
      training: { loss: 'categoricalCrossentropy', optimizer: { name: 'adam', learningRate: 0.05 }, batchSize: 10, epochs: 40 },
    }),
  );
  expect(ending).toEqual({ state: 'finished' });
  expect(history.columns.map(({ split, metric }) => `${split}.${metric}`)).toEqual(['train.loss', 'train.accuracy', 'validation.loss', 'validation.accuracy']);
  const loss = columnOf(history, 'train', 'loss')!;
  expect(loss.at(-1)).toBeLessThan(loss[0]! / 3);
});

test('the clock decides where it breathes, never what it computes', async () => {
  const experiment = circlesExperiment(budget({ epochs: 30 }));
  const plain = await train(experiment, { keepParameters: true });
  let now = 0;
  // Time flies: every look at the clock is 10 ms later, so slices are as short as they get.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  let breaths = 0;
  const breathe = async () => {
    breaths++;
  };
  const streamed: History[] = [];
  const breathless = await train(experiment, { keepParameters: true, onPoints: (points) => streamed.push(points), breathe });
  expect(breaths).toBeGreaterThan(20);
  expect(breathless.digest).toBe(plain.digest);
  expect(breathless.history).toEqual(plain.history);
  expect(breathless.parameters).toEqual(plain.parameters);
  expect(streamed.flatMap(({ step }) => [...step])).toEqual([...plain.history.step]);
});

test('readings are delivered as they come, each once, with their points or after them', async () => {
  const experiment = circlesExperiment(budget({ epochs: 6 }));
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
  const deliveries: { points: number[]; readings: number[] }[] = [];
  const onPoints: RunOptions['onPoints'] = ({ step }, readings) => deliveries.push({ points: [...step], readings: readings.map((reading) => reading.step) });
  const run = { arm: experiment.arms[0]!, seed: 1, observe: { probes: [{ name: 'surface' as const, every: 2, resolution: 2 }] } };
  await trainRun(run, fused, kernel, { onPoints });
  // Three updates an epoch.
  expect(deliveries.flatMap(({ readings }) => readings)).toEqual([0, 6, 12, 18]);
  const pointsUntil = (place: number) => deliveries.slice(0, place + 1).flatMap(({ points }) => points);
  deliveries.forEach(({ readings }, place) => readings.forEach((step) => expect(pointsUntil(place)).toContain(step)));
  expect(deliveries.length).toBeGreaterThan(2);
});

test('one seed, one digest; another seed, another', async () => {
  const digest = async (seed: number) => (await train(circlesExperiment(), {}, seed)).digest;
  expect(await digest(1)).toMatch(/^[0-9a-f]{16}$/);
  expect(await digest(1)).toBe(await digest(1));
  expect(await digest(2)).not.toBe(await digest(1));
});

test('a learning rate of a million diverges, and says at which step and why', async () => {
  const { ending, history, digest } = await train(
    eckerleExperiment({
      network: { hidden: [5], activation: 'relu' },
      training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 1e6 }, batchSize: 5, epochs: 50 },
    }),
  );
  expect(ending).toMatchObject({ state: 'diverged' });
  const { step, explanation } = ending as { step: number; explanation: string };
  expect(explanation).toContain(`Diverged at step ${step}:`);
  expect(explanation).toContain('learning rate is 1,000,000');
  // Later points are absent, and those that are there are finite.
  expect(history.step.every((at) => at < step)).toBe(true);
  for (const { values } of history.columns) expect(values.every(Number.isFinite)).toBe(true);
  expect(digest).toMatch(/^[0-9a-f]{16}$/);
});

test('a divergence names what is likely, first of all data far from zero', async () => {
  const x = [1e6, -2e6, 3e6, 4e6, -5e6, 6e6].map((value) => [value]);
  const { ending } = await train(
    eckerleExperiment({
      dataset: { name: 'inline', task: 'regression', x, y: [2e6, 1, 3e6, 4, 5, 6] },
      split: { validation: 0 },
      scaling: 'none',
      network: { hidden: [], initializer: 'ones' },
      training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0.000_25 }, batchSize: 6, epochs: 50 },
    }),
  );
  const { explanation } = ending as { explanation: string };
  expect(explanation).toContain(
    'The features go up to 6,000,000, far from zero: scale them (standardize). The labels go up to 3,000,000, far from zero: scale them (standardize). ' +
      'The learning rate is 0.00025; try a smaller one.',
  );
});

test('a loss that is seen to be infinite only when evaluated is a divergence too', async () => {
  const { ending, history } = await trainRun({ arm: circlesExperiment().arms[0]!, seed: BECOMES_INFINITE }, fakeEngine(), kernel);
  expect(ending).toMatchObject({ state: 'diverged', step: 8 });
  expect([...history.step]).toEqual([0]);
});

test('cancelled between slices', async () => {
  const signal = new RunSignal();
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
  const breathe = async () => {
    signal.cancelled = true;
  };
  const { ending } = await train(circlesExperiment(budget({ updates: 100_000 })), { signal, breathe });
  expect(ending).toEqual({ state: 'cancelled' });
});

test('residual sum of squares is in the data’s own units, and the fit on a grid over its range', async () => {
  // A network of one weight and one bias, both given: it predicts y = 0.5·x + 1 of unscaled data, and does not learn.
  const { history, fit } = await train(
    eckerleExperiment({
      dataset: { name: 'inline', task: 'regression', x: [[0], [2], [4]], y: [1, 3, 3] },
      split: { validation: 0 },
      scaling: 'none',
      network: { hidden: [], initializer: { name: 'given', parameters: [{ kernel: [[0.5]], bias: [1] }] } },
      training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0 }, batchSize: 3, epochs: 1 },
    }),
  );
  // Predictions 1, 2, 3; residuals 0, −1, 0.
  const at = (metric: string) => columnOf(history, 'train', metric)!.at(-1);
  expect(at('rss')).toBeCloseTo(1, 6);
  expect(at('loss')).toBeCloseTo(1 / 3, 6);
  expect(at('mae')).toBeCloseTo(1 / 3, 6);
  expect(at('rmse')).toBeCloseTo(Math.sqrt(1 / 3), 6);
  expect(fit!.x.length).toBe(200);
  expect([fit!.x[0], fit!.x.at(-1)]).toEqual([0, 4]);
  fit!.y.forEach((y, i) => expect(y).toBeCloseTo(0.5 * fit!.x[i]! + 1, 5));
});

test('scaling does not change what rss means: loss times n times the square of the scale', async () => {
  const experiment = eckerleExperiment();
  const { history } = await train(experiment);
  const { scaling } = planRun(experiment.configuration, 1, kernel);
  const loss = columnOf(history, 'train', 'loss')!;
  // Mean of squared scaled errors × 21 examples × scale² = sum of squared errors in own units.
  columnOf(history, 'train', 'rss')!.forEach((rss, i) => expect(rss / (loss[i]! * 21 * scaling.labels.scale[0]! ** 2)).toBeCloseTo(1, 5));
});
