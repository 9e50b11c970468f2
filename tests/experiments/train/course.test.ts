import { expect, test } from 'vitest';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { columnOf } from '../../../src/experiments/train/history.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { RunSignal } from '../../../src/experiments/train/runSignal.ts';
import { summarize } from '../../../src/experiments/train/summary.ts';
import { loadEngine } from '../../../src/engines/index.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { circlesExperiment, circlesSpec } from '../examples.ts';
import { scriptedEngine } from '../scriptedEngine.ts';

const kernel = await loadKernel();
const fused = await loadEngine('fused', kernel);

/** 80 training examples in batches of 20: 4 updates an epoch. */
const training = { loss: 'categoricalCrossentropy', optimizer: { name: 'sgd', learningRate: 0.5 }, batchSize: 20, epochs: 10 };
const experimentWith = (options: object, rest: object = {}) => circlesExperiment({ training: { ...training, ...options }, ...rest });

async function play(losses: number[], options: object, rest: object = {}) {
  const { engine, rates } = scriptedEngine(losses, 4);
  const [run] = expand(experimentWith(options, rest), [1]);
  return { rates, result: await trainRun(run!, engine, kernel, { keepParameters: true }) };
}

async function train(options: object, rest: object = {}) {
  const [run] = expand(experimentWith(options, rest), [1]);
  return trainRun(run!, fused, kernel, { keepParameters: true });
}

// Epochs 1 to 6; epoch 2 is the best, and epochs 3, 4 and 5 are not better.
const losses = [9, 5, 4, 4.5, 4.2, 4.1, 3.9];

test('early stopping: after `patience` epochs that are not better, with the parameters of the best', async () => {
  const { result } = await play(losses, { earlyStopping: { patience: 3 } });
  expect(result.ending).toEqual({
    state: 'finished',
    earlyStopping: {
      stopped: true,
      epoch: 5,
      best: { epoch: 2, step: 8, value: 4 },
      restored: true,
      explanation: 'Stopped at epoch 5: the validation loss had not become better for 3 epochs. Best was epoch 2, whose parameters were restored.',
    },
  });
  expect([...result.history.epoch]).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...result.parameters![0]!.kernel]).toEqual([8]);
  // What is said of the end is said of epoch 2.
  expect(summarize(result, 'validation', 'loss', 'final')).toBe(4);
  expect(summarize(result, 'train', 'loss', 'final')).toBe(98);
});

test('early stopping without restoring ends where it stopped; with more patience it does not stop', async () => {
  const stopped = await play(losses, { earlyStopping: { patience: 3, restoreBest: false } });
  expect([...stopped.result.parameters![0]!.kernel]).toEqual([20]);
  expect(summarize(stopped.result, 'validation', 'loss', 'final')).toBe(4.1);
  const patient = await play(losses, { earlyStopping: { patience: 5 } });
  expect(patient.result.ending).toMatchObject({ earlyStopping: { stopped: false, epoch: 10, best: { epoch: 6, value: 3.9 } } });
});

test('early stopping: better by no more than minDelta is not better', async () => {
  const { result } = await play([9, 5, 4, 3.9, 3.8, 3.7, 3.6], { earlyStopping: { patience: 2, minDelta: 0.5 } });
  // 3.9 and 3.8 are not more than 0.5 below 4.
  expect(result.ending).toMatchObject({ earlyStopping: { stopped: true, epoch: 4, best: { epoch: 2 } } });
});

test('reduce on plateau: halved after two epochs without a better validation loss', async () => {
  const { rates } = await play([9, 5, 5, 5, 5, 5], { epochs: 6, schedule: { name: 'reduceOnPlateau', factor: 0.5, patience: 2 } });
  // Epoch 1 is the best; 2 and 3 are not better, so epochs 4 and 5 have half the rate; they are not better either.
  const perEpoch = [0.5, 0.5, 0.5, 0.25, 0.25, 0.125];
  expect(rates).toEqual(perEpoch.flatMap((rate) => Array<number>(4).fill(rate)));
});

test('without a schedule, engines use the optimizer’s own rate', async () => {
  const { rates, result } = await play(losses, { epochs: 1 });
  expect(rates).toEqual([NaN, NaN, NaN, NaN]);
  expect(columnOf(result.history, 'train', 'learningRate')).toBeUndefined();
});

test('a schedule gives each update its rate, and the history shows it', async () => {
  const { rates, result } = await play(losses, { epochs: 3, schedule: { name: 'stepDecay', factor: 0.5, period: 1 } });
  expect(rates).toEqual([0.5, 0.25, 0.125].flatMap((rate) => Array<number>(4).fill(rate)));
  expect([...columnOf(result.history, 'train', 'learningRate')!]).toEqual([0.5, 0.5, 0.25, 0.125]);
});

test('range test: from the lowest rate to the highest, with a point every two updates', async () => {
  const { rates, result } = await play(
    losses,
    { epochs: undefined, updates: 9, schedule: { name: 'rangeTest', lowest: 0.01, highest: 100 } },
    { history: { every: 2 } },
  );
  // Nine updates: a factor of 10^(4/8) from each to the next.
  rates.forEach((rate, i) => expect(rate).toBeCloseTo(0.01 * 10 ** (i / 2), 10));
  expect([...result.history.step]).toEqual([0, 2, 4, 6, 8, 9]);
  expect(columnOf(result.history, 'train', 'learningRate')!.at(-1)).toBeCloseTo(100, 10);
});

test('points every so many updates leave the training as it is; epochs are points too where they are watched', async () => {
  const [plain, often] = [await train({ epochs: 3 }), await train({ epochs: 3 }, { history: { every: 5 } })];
  expect([...often.history.step]).toEqual([0, 5, 10, 12]);
  expect(often.parameters).toEqual(plain.parameters);
  const { result } = await play(losses, { epochs: 2, earlyStopping: true }, { history: { every: 3 } });
  expect([...result.history.step]).toEqual([0, 3, 4, 6, 8]);
});

test('checkpoints: every n epochs and the best, each once, in order', async () => {
  const { result } = await play(losses, { epochs: 6, checkpoints: { every: 2, best: true } });
  const kept = (list: typeof result.checkpoints) => list!.map(({ epoch, best, parameters }) => [epoch, best, parameters[0]!.kernel[0]]);
  expect(kept(result.checkpoints)).toEqual([
    [2, false, 8],
    [4, false, 16],
    [6, true, 24],
  ]);
  const early = await play([9, 5, 4, 3, 8, 8], { epochs: 4, checkpoints: { every: 2, best: true } });
  expect(kept(early.result.checkpoints)).toEqual([
    [2, false, 8],
    [3, true, 12],
    [4, false, 16],
  ]);
});

test('restored parameters give the metrics of the best epoch, with an average of the parameters as well', async () => {
  for (const averaging of [undefined, { momentum: 0.9 }]) {
    const options = { epochs: 30, optimizer: { name: 'sgd', learningRate: 2 }, earlyStopping: { patience: 2 }, averaging };
    const result = await train(options, { probes: ['weights'], network: { hidden: [6] } });
    const { earlyStopping } = result.ending as { earlyStopping: { best: { epoch: number; value: number }; epoch: number } };
    const column = [...columnOf(result.history, 'validation', 'loss')!].slice(1);
    expect(earlyStopping.best.value).toBe(Math.min(...column));
    // The network with these parameters, made anew, has that loss.
    const given = result.parameters!.map(({ kernel: flat, bias }) => ({
      kernel: Array.from({ length: flat.length / bias.length }, (_, row) => [...flat.subarray(row * bias.length, (row + 1) * bias.length)]),
      bias: [...bias],
    }));
    const again = await train({ epochs: 1 }, { network: { hidden: [6], initializer: { name: 'given', parameters: given } } });
    expect(columnOf(again.history, 'validation', 'loss')![0]).toBe(earlyStopping.best.value);
  }
});

test('dropout, noise and the rest reach the engine: each changes the run, off leaves its bits', async () => {
  const digest = async (options: object, network: object = {}) =>
    (await train({ epochs: 2, ...options }, { network: { ...circlesSpec.network, ...network } })).digest;
  const plain = await digest({});
  const off = { dropout: 0, inputDropout: 0, noise: { input: 0 }, normalization: 'none', regularizer: { l1: 0, biases: true }, constraint: 'none' };
  expect(await digest({ schedule: 'constant', warmUp: false, clip: 'none', averaging: { momentum: 0 }, earlyStopping: false }, off)).toBe(plain);
  const changes: [training: object, network?: object][] = [
    [{}, { dropout: 0.5 }],
    [{}, { inputDropout: 0.5 }],
    [{}, { noise: { input: 0.1 } }],
    [{}, { noise: { hidden: 0.1 } }],
    [{}, { normalization: 'batch' }],
    [{}, { normalization: { name: 'batch', position: 'after' } }],
    [{}, { normalization: 'layer' }],
    [{}, { regularizer: { l1: 0.1 } }],
    [{}, { regularizer: { l2: 0.1, biases: true } }],
    [{}, { activityRegularizer: { l2: 0.1 } }],
    [{}, { constraint: 'unitNorm' }],
    [{ schedule: 'cosine' }],
    [{ warmUp: { epochs: 1 } }],
    [{ optimizer: { name: 'sgd', learningRate: 0.1, momentum: 0.9 } }],
    [{ optimizer: { name: 'sgd', learningRate: 0.1, momentum: 0.9 }, momentumWarmUp: { updates: 5 } }],
    [{ clip: { by: 'globalNorm', limit: 1e-3 } }],
    [{ averaging: { momentum: 0.5 } }],
  ];
  const digests = [plain];
  for (const [options, network] of changes) digests.push(await digest(options, network));
  expect(new Set(digests).size).toBe(digests.length);
});

test('penalties: loss plus penalty is the objective', async () => {
  const result = await train(
    { epochs: 1 },
    { network: { hidden: [3], regularizer: { l1: 0.1, l2: 0.2, biases: true }, activityRegularizer: { l1: 0.3, l2: 0 } } },
  );
  const at = (metric: string) => columnOf(result.history, 'train', metric)!.at(-1)!;
  const sum = (each: (value: number) => number) =>
    result.parameters!.reduce((total, { kernel: k, bias }) => total + [...k, ...bias].reduce((s, v) => s + each(v), 0), 0);
  const onParameters = 0.1 * sum(Math.abs) + 0.2 * sum((value) => value * value);
  expect(at('penalty')).toBeGreaterThan(onParameters);
  expect(at('objective')).toBeCloseTo(at('loss') + at('penalty'), 12);
  const alone = await train({ epochs: 1 }, { network: { hidden: [3], regularizer: { l1: 0.1, l2: 0.2 } } });
  const weights = alone.parameters!.flatMap(({ kernel: k }) => [...k]);
  const expected = weights.reduce((total, w) => total + 0.1 * Math.abs(w) + 0.2 * w * w, 0);
  expect(columnOf(alone.history, 'train', 'penalty')!.at(-1)).toBeCloseTo(expected, 10);
});

test('metrics on request are reported if they are asked for, shown or judged', async () => {
  const columns = async (rest: object) => (await train({ epochs: 1 }, rest)).history.columns.map(({ split, metric }) => `${split}.${metric}`);
  const usual = ['train.loss', 'train.accuracy', 'validation.loss', 'validation.accuracy'];
  expect(await columns({})).toEqual(usual);
  const withF1 = ['train.loss', 'train.accuracy', 'train.f1', 'validation.loss', 'validation.accuracy', 'validation.f1'];
  expect(await columns({ metrics: ['f1'] })).toEqual(withF1);
  expect(await columns({ show: { metric: 'f1' } })).toEqual(withF1);
  expect(await columns({ verdict: { metric: 'f1', split: 'train', above: 0.5 } })).toEqual(withF1);
  expect(await columns({ show: { metric: 'learningRate' } })).toEqual([...usual.slice(0, 2), 'train.learningRate', ...usual.slice(2)]);
  expect((await columns({ metrics: ['logLoss', 'calibrationError'] })).filter((name) => name.startsWith('train'))).toEqual([
    'train.loss',
    'train.accuracy',
    'train.logLoss',
    'train.calibrationError',
  ]);
  // A confusion matrix is no column.
  const result = await train({ epochs: 1 }, { metrics: ['confusionMatrix'] });
  expect(result.history.columns).toHaveLength(4);
  expect(result.confusion!.validation!.flat().reduce((a, b) => a + b)).toBe(20);
});

test('a run can be cancelled while a probe is at work', async () => {
  const experiment = experimentWith({ epochs: 1 }, { probes: [{ name: 'lossPlane', points: 201 }] });
  const signal = new RunSignal();
  let breaths = 0;
  const breathe = async () => {
    signal.cancelled = ++breaths === 5;
  };
  const result = await trainRun(expand(experiment, [1])[0]!, fused, kernel, { signal, breathe });
  expect(result.ending).toEqual({ state: 'cancelled' });
  // What is left of the probe is not measured.
  expect(breaths).toBe(5);
});
