/** Probes against what paper and pencil say of networks whose parameters are given. */
import { expect, test } from 'vitest';
import { loadEngine } from '../../../src/engines/index.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { columnOf } from '../../../src/experiments/train/history.ts';
import { filterNormalized, nearestOnPlane } from '../../../src/experiments/probes/directions.ts';
import { histogram } from '../../../src/experiments/probes/histogram.ts';
import { largestEigenvalue, largestOfTridiagonal } from '../../../src/experiments/probes/lanczos.ts';
import type { ProbeData, ProbeName } from '../../../src/experiments/probes/reading.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { parseExperiment } from '../../../src/experiments/spec/spec.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { openStream } from '../../../src/kernel/random.ts';

const kernel = await loadKernel();
const fused = await loadEngine('fused', kernel);

interface Given {
  x: number[][];
  y: number[];
  hidden?: number[];
  activation?: string;
  parameters?: { kernel: number[][]; bias: number[] }[];
  training?: object;
  network?: object;
}

/** One network, given; by default it does not learn. */
function experiment({ x, y, hidden = [], activation = 'linear', parameters, training, network }: Given, probes: unknown[]) {
  return parseExperiment(
    {
      dataset: { name: 'inline', task: 'regression', x, y },
      network: { hidden, activation, ...(parameters && { initializer: { name: 'given', parameters } }), ...network },
      training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0 }, batchSize: x.length, shuffle: false, epochs: 1, ...training },
      ...(probes.length > 0 && { probes }),
    },
    'probes.yaml',
  );
}

async function run(given: Given, probes: unknown[], engine = fused) {
  const [first] = expand(experiment(given, probes), [1]);
  return trainRun(first!, engine, kernel, { keepParameters: true });
}

async function read<Name extends ProbeName>(given: Given, name: Name, options: object = {}): Promise<({ step: number; epoch: number } & ProbeData[Name])[]> {
  const { probes } = await run(given, [{ name, ...options }]);
  return (probes ?? []).filter(({ probe }) => probe === name) as unknown as ({ step: number; epoch: number } & ProbeData[Name])[];
}

const one = (weight: number, bias: number) => [{ kernel: [[weight]], bias: [bias] }];

test('the Hessian of linear least squares is 2XᵀX/n', async () => {
  // Columns 2·±1, ±1 and the bias' 1 are orthogonal over these four rows: 2XᵀX/n = diag(8, 2, 2), whatever the labels.
  const x = [
    [2, 1],
    [2, -1],
    [-2, 1],
    [-2, -1],
  ];
  const [before, after] = await read({ x, y: [3, 1, 4, 1] }, 'curvature');
  expect([before!.step, after!.step]).toEqual([0, 1]);
  expect(before!.eigenvalue).toBeCloseTo(8, 3);
  expect(before!.converged).toBe(true);
});

test('the largest eigenvalue, also where a negative one is as large', async () => {
  // ŷ = w₂(w₁x + b₁) + b₂ with all zero, x = ±1 and y = ±2: the Hessian is −2·E[xy] = −4 between w₁ and w₂ and 2 at b₂: −4, 0, 2, 4.
  const zeros = [...one(0, 0), ...one(0, 0)];
  const [reading] = await read({ x: [[1], [-1]], y: [2, -2], hidden: [1], parameters: zeros }, 'curvature');
  expect(reading!.eigenvalue).toBeCloseTo(4, 2);
  expect(reading!.converged).toBe(true);
});

test('both ends of the spectrum, and their ratio where the smallest is above zero', async () => {
  // As above: diag(8, 2, 2) and −4, 0, 2, 4.
  const square = { x: [[2, 1], [2, -1], [-2, 1], [-2, -1]], y: [3, 1, 4, 1] }; // prettier-ignore
  const [reading] = await read(square, 'conditioning');
  for (const [value, expected] of [[reading!.largest, 8], [reading!.smallest, 2], [reading!.condition, 4]]) expect(value).toBeCloseTo(expected!, 3); // prettier-ignore
  const zeros = [...one(0, 0), ...one(0, 0)];
  const [saddle] = await read({ x: [[1], [-1]], y: [2, -2], hidden: [1], parameters: zeros }, 'conditioning');
  expect(saddle!.largest).toBeCloseTo(4, 2);
  expect(saddle!.smallest).toBeCloseTo(-4, 2);
  expect(saddle).not.toHaveProperty('condition');
});

test('of the first layer alone, the block that belongs to it', async () => {
  // ŷ = 3(w₁x + b₁) + b₂: with respect to w₁ and b₁ the Hessian is 2·9·E[x̃x̃ᵀ] = diag(72, 18) for x = ±2.
  const given = { x: [[2], [-2]], y: [5, 1], hidden: [1], parameters: [...one(0.5, -0.25), ...one(3, 1)] };
  const [reading] = await read(given, 'conditioning', { firstLayer: true });
  expect(reading!.largest).toBeCloseTo(72, 2);
  expect(reading!.smallest).toBeCloseTo(18, 2);
  expect(reading!.products).toBe(2);
});

test('the largest eigenvalue of a matrix: of a diagonal one, whatever else is large; of two by two by the formula', async () => {
  const diagonal = [-1000, 3, 1, 0.5, -2, 0];
  const product = async (v: Float64Array) => v.map((value, i) => diagonal[i]! * value);
  const estimate = await largestEigenvalue(product, Float64Array.of(1, 1, 1, 1, 1, 1), { most: 20, tolerance: 1e-9 });
  expect(estimate.eigenvalue).toBeCloseTo(3, 6);
  expect(estimate.converged).toBe(true);
  // a ± b for [[a, b], [b, a]]; the Laplacian of a path of 4: 2 − 2 cos(kπ/5).
  expect(largestOfTridiagonal([1, 1], [3])).toBeCloseTo(4, 12);
  expect(largestOfTridiagonal([2, 2, 2, 2], [-1, -1, -1])).toBeCloseTo(2 + 2 * Math.cos(Math.PI / 5), 12);
});

test('gradient norm by hand', async () => {
  // ŷ = x: residuals 1 − 2 and 2 − 1. ∂w: mean of 2·(−1)·1 and 2·1·2 = 1; ∂b: mean of −2 and 2 = 0.
  const [reading] = await read({ x: [[1], [2]], y: [2, 1], parameters: one(1, 0) }, 'gradients');
  expect(reading!.layers).toEqual([{ norm: 1 }]);
  // In front of a layer of weight 3, and behind one of weight 1 that changes nothing: 3 times as large there.
  const [deeper] = await read({ x: [[1], [2]], y: [6, 3], hidden: [1], parameters: [...one(1, 0), ...one(3, 0)] }, 'gradients');
  // Residuals −3 and 3; ∂w₂ = mean(2·r·x) = 3, ∂b₂ = 0; ∂w₁ = 3·3, ∂b₁ = 0.
  expect(deeper!.layers).toEqual([{ norm: 9 }, { norm: 3 }]);
});

test('noise of the gradient by hand', async () => {
  // ŷ = x once more: the gradients (∂w, ∂b) of the two examples are 2·(−1)·(1, 1) and 2·1·(2, 1), with the mean (1, 0); their squares are 8 and 20 long.
  const given = { x: [[1], [2]], y: [2, 1], parameters: one(1, 0) };
  const [reading] = await read(given, 'gradientNoise');
  expect(reading).toMatchObject({ variance: 13, square: 1, scale: 13 });
  // Of one example alone there is no scatter.
  const [alone] = await read(given, 'gradientNoise', { examples: 1 });
  expect(alone).toMatchObject({ variance: 0, square: 8, scale: 0 });
});

test('activations of a constructed layer: two of three units are dead', async () => {
  // For x = 1 and 2: relu(x), relu(−x) and relu(0·x − 1): 1, 0, 0 and 2, 0, 0.
  const hidden = { kernel: [[1, -1, 0]], bias: [0, 0, -1] };
  const output = { kernel: [[1], [1], [1]], bias: [0.5] };
  const given = { x: [[1], [2]], y: [0, 0], hidden: [3], activation: 'relu', parameters: [hidden, output] };
  const [reading] = await read(given, 'activations', { bins: 2 });
  expect(reading!.layers[0]).toEqual({ mean: 0.5, variance: 5 / 6 - 1 / 4, dead: 2 / 3, histogram: { low: 0, high: 2, counts: [4, 2] } });
  expect(reading!.layers[1]).toMatchObject({ mean: 2, variance: 0.25, dead: 0 });
});

test('update-to-weight ratio by hand', async () => {
  // Batches of one in stored order, learning rate ¼, w = 1, b = 0. Step 1, x = 1, y = 2: gradient −2 for both, so both move ½: √½ of 1.
  const given = { x: [[1], [2]], y: [2, 1], parameters: one(1, 0), training: { batchSize: 1, optimizer: { name: 'sgd', learningRate: 0.25 }, epochs: 2 } };
  const readings = await read(given, 'updates', { every: 1 });
  expect(readings.map(({ step, epoch }) => [step, epoch])).toEqual([
    [0, 0],
    [2, 1],
  ]);
  expect(readings[0]!.layers[0]!.ratio).toBeCloseTo(Math.sqrt(0.5), 7);
  // After step 2 they are −1 and −0.75 (tests/cli/lab.test.ts). Step 3: ŷ = −1.75, residual −3.75, gradient −7.5 for both, so both move 1.875.
  expect(readings[1]!.layers[0]!.ratio).toBeCloseTo((1.875 * Math.SQRT2) / 1.25, 6);
});

test('movement of activations: of two weights in a row by hand', async () => {
  // As below: at a rate of 1/16, w goes from 1 to 0.5 and v from 2 to 1.75. So h = ±1 becomes ±0.5, and ŷ = ±2 becomes ±0.875.
  const parameters = [...one(1, 0), ...one(2, 0)];
  const training = { optimizer: { name: 'sgd', learningRate: 0.0625 }, epochs: 1 };
  const readings = await read({ x: [[1], [-1]], y: [0, 0], hidden: [1], parameters, training }, 'movement');
  expect(readings.map(({ step, layers }) => [step, layers])).toEqual([
    [0, [{ size: 0 }, { size: 0 }]],
    [1, [{ size: 0.5 }, { size: 1.125 }]],
  ]);
});

test('shift of the gradient: of two weights in a row by hand', async () => {
  // ŷ = v w x for x = ±1 and y = 0, so biases have no gradient: L = (vw)², ∂L/∂w = 2v²w, ∂L/∂v = 2w²v. With w = 1, v = 2 and a rate of ⅛: a step of w leads to 0,
  // and one of v to 1.5.
  const given = {
    x: [[1], [-1]],
    y: [0, 0],
    hidden: [1],
    parameters: [...one(1, 0), ...one(2, 0)],
    training: { optimizer: { name: 'sgd', learningRate: 0.125 }, epochs: 1 },
  };
  const [start] = await read(given, 'shift');
  // After w’s step v has no gradient left. After both, none has.
  expect(start!.layers).toEqual([
    { earlier: 0, all: 1 },
    { earlier: 1, all: 1 },
  ]);
  // At 1/16, w → 0.5 and v → 1.75. ∂L/∂v goes from 4 to 2 · 0.25 · 2 = 1, or with both to 2 · 0.25 · 1.75; ∂L/∂w from 8 to 2 · 1.75² · 0.5.
  const [small] = await read(given, 'shift', { rate: 0.0625 });
  expect(small!.layers[0]!.all).toBeCloseTo(1 - 1.75 ** 2 / 8, 6);
  expect(small!.layers[1]!.earlier).toBeCloseTo(0.75, 6);
  expect(small!.layers[1]!.all).toBeCloseTo(1 - 0.875 / 4, 6);
});

test('batch and running statistics: the same weights, two accuracies', async () => {
  // In batches of two the feature becomes −1 and 1 (but for ε), and the output unit’s −½ + u tells them apart. With the running mean 0 and variance 1 of the start only 0 is below ½.
  const hidden = { kernel: [[1]], bias: [0] };
  const spec = (batchSize: number) => ({
    dataset: { name: 'inline', task: 'classification', x: [[0], [2], [10], [12]], y: [0, 1, 0, 1] },
    network: {
      hidden: [1],
      activation: 'linear',
      normalization: 'batch',
      initializer: { name: 'given', parameters: [hidden, { kernel: [[1]], bias: [-0.5] }] },
    },
    training: { loss: 'binaryCrossentropy', optimizer: { name: 'sgd', learningRate: 0 }, batchSize, shuffle: false, epochs: 1 },
    probes: [{ name: 'statistics' }],
  });
  const readingOf = async (batchSize: number) => {
    const [first] = expand(parseExperiment(spec(batchSize), 'probes.yaml'), [1]);
    return (await trainRun(first!, fused, kernel)).probes![0];
  };
  expect(await readingOf(2)).toMatchObject({ batch: 1, running: 0.75, gap: 0.25 });
  // All four at once: mean 6, so that the two small ones are below it.
  expect(await readingOf(4)).toMatchObject({ batch: 0.5, running: 0.75, gap: -0.25 });
});

test('weights: moments, share of zeros, histogram', async () => {
  const parameters = [{ kernel: [[-1], [0], [1], [0]], bias: [7] }];
  const [reading] = await read({ x: [[1, 2, 3, 4]], y: [0], parameters }, 'weights', { bins: 2 });
  expect(reading!.layers).toEqual([{ mean: 0, variance: 0.5, zero: 0.5, histogram: { low: -1, high: 1, counts: [1, 3] } }]);
});

test('biases: the same of them', async () => {
  const parameters = [
    { kernel: [[1, 1, 1, 1]], bias: [-1, 0, 1, 0] },
    { kernel: [[1], [1], [1], [1]], bias: [7] },
  ];
  const [reading] = await read({ x: [[1]], y: [0], hidden: [4], parameters }, 'biases', { bins: 2 });
  expect(reading!.layers).toEqual([
    { mean: 0, variance: 0.5, zero: 0.5, histogram: { low: -1, high: 1, counts: [1, 3] } },
    { mean: 7, variance: 0, zero: 0, histogram: { low: 7, high: 7, counts: [1, 0] } },
  ]);
});

test('histogram: all in one bin where all are equal, the largest in the last', () => {
  expect(histogram([2, 2], 3)).toEqual({ low: 2, high: 2, counts: [2, 0, 0] });
  expect(histogram([0, 1, 2, 3], 3)).toEqual({ low: 0, high: 3, counts: [1, 1, 2] });
});

test('surface of a plane, in the data’s own units', async () => {
  const x = [
    [-1, 0],
    [1, 4],
  ];
  const [reading] = await read({ x, y: [0, 1], parameters: [{ kernel: [[2], [-1]], bias: [1] }] }, 'surface', { resolution: 3 });
  expect(reading!.x1).toEqual([-1.2, 0, 1.2]);
  reading!.x2.forEach((value, i) => expect(value).toBeCloseTo([-0.4, 2, 4.4][i]!, 12));
  reading!.outputs[0]!.forEach((row, r) => row.forEach((value, c) => expect(value).toBeCloseTo(2 * reading!.x1[c]! - reading!.x2[r]! + 1, 5)));
});

test('loss along the line from start to end: a parabola for a linear network, through the losses of the run', async () => {
  const given = { x: [[1], [2]], y: [2, 1], parameters: one(1, 0), training: { optimizer: { name: 'sgd', learningRate: 0.1 }, epochs: 3 } };
  const { probes, history } = await run(given, [{ name: 'lossLine', points: 5, from: -0.5, to: 1.5 }]);
  expect(probes).toHaveLength(1);
  const line = probes![0] as unknown as ProbeData['lossLine'];
  expect(line.at).toEqual([-0.5, 0, 0.5, 1, 1.5]);
  const losses = columnOf(history, 'train', 'loss')!;
  expect(line.loss[1]).toBeCloseTo(losses[0]!, 6);
  expect(line.loss[3]).toBeCloseTo(losses.at(-1)!, 6);
  const second = (i: number) => line.loss[i]! - 2 * line.loss[i + 1]! + line.loss[i + 2]!;
  expect(second(1)).toBeCloseTo(second(0), 6);
  expect(second(2)).toBeCloseTo(second(0), 6);
});

test('loss on a plane: the final loss in the middle, a paraboloid for a linear network', async () => {
  const given = {
    x: [[1], [2]],
    y: [2, 1],
    parameters: one(1, 0),
    training: { optimizer: { name: 'sgd', learningRate: 0.1 }, epochs: 4, checkpoints: { every: 2 } },
  };
  for (const checkpoints of [false, true]) {
    const { probes, history } = await run(given, [{ name: 'lossPlane', points: 3, radius: 1, checkpoints }]);
    const { a, b, loss } = probes![0] as unknown as ProbeData['lossPlane'];
    expect([a, b]).toEqual([
      [-1, 0, 1],
      [-1, 0, 1],
    ]);
    const losses = columnOf(history, 'train', 'loss')!;
    expect(loss[1]![1]).toBeCloseTo(losses.at(-1)!, 6);
    // Along each row the second difference is the same.
    const curve = loss.map((row) => row[0]! - 2 * row[1]! + row[2]!);
    expect(curve[0]).toBeCloseTo(curve[1]!, 5);
    expect(curve[2]).toBeCloseTo(curve[1]!, 5);
    if (!checkpoints) continue;
    // One step along the first direction lie the initial parameters, along the second those of epoch 2.
    expect(loss[1]![2]).toBeCloseTo(losses[0]!, 6);
    expect(loss[2]![1]).toBeCloseTo(losses[2]!, 6);
  }
});

test('loss on a plane along the way: without a checkpoint, one direction is the start and the other is random', async () => {
  const given = {
    x: [[1], [2]],
    y: [2, 1],
    parameters: one(1, 0),
    training: { optimizer: { name: 'sgd', learningRate: 0.1 }, epochs: 1, checkpoints: { every: 2 } },
  };
  const { probes, history } = await run(given, [{ name: 'lossPlane', points: 3, radius: 1, checkpoints: true }]);
  const { loss, way } = probes![0] as unknown as ProbeData['lossPlane'];
  const losses = columnOf(history, 'train', 'loss')!;
  expect([loss[1]![1], loss[1]![2]].map((value) => value!.toFixed(6))).toEqual([losses.at(-1)!, losses[0]!].map((value) => value.toFixed(6)));
  expect(way.step).toHaveLength(2);
  expect(loss[2]![1]).not.toBeCloseTo(loss[1]![1]!, 6);
});

test('filter normalization: the weights into each unit get the norm that they have, biases stay', () => {
  const layer = { kernel: Float32Array.of(3, 0.1, 4, 0), bias: Float32Array.of(1, 2), gamma: Float32Array.of(1, 1), beta: Float32Array.of(0, 0) };
  const [direction] = filterNormalized([layer], openStream(kernel, 1, 'probe'));
  const norm = (unit: number) => Math.sqrt(direction!.kernel[unit]! ** 2 + direction!.kernel[unit + 2]! ** 2);
  expect(norm(0)).toBeCloseTo(5, 5);
  expect(norm(1)).toBeCloseTo(0.1, 6);
  expect([...direction!.bias, ...direction!.gamma!, ...direction!.beta!]).toEqual([0, 0, 0, 0, 0, 0]);
});

test('looking does not change what is seen: all probes, and the same bits', async () => {
  const x = Array.from({ length: 40 }, (_, i) => [(i % 7) - 3, (i % 5) - 2]);
  const given = {
    x,
    y: x.map(([a, b]) => a! * b!),
    hidden: [5, 4],
    activation: 'tanh',
    network: { dropout: 0.2, noise: { input: 0.1 }, normalization: 'batch' },
    training: { batchSize: 8, shuffle: true, epochs: 4, optimizer: 'adam', averaging: { momentum: 0.9 }, checkpoints: { every: 2 } },
  };
  const layers = ['activations', 'activity', 'gradients', 'updates', 'shift', 'movement', 'weights', 'biases'];
  const names = [...layers, 'surface', 'curvature', 'conditioning', 'gradientNoise'];
  const plain = await run(given, []);
  const probed = await run(given, [
    ...names.map((name) => ({ name, every: 1 })),
    'lossLine',
    { name: 'lossPlane', points: 3, checkpoints: true },
    { name: 'barrier', points: 3 },
  ]);
  expect(probed.digest).toBe(plain.digest);
  expect(probed.parameters).toEqual(plain.parameters);
  // Five readings of each: before training and after each epoch; of updates four; of the last three one each (barriers against closed forms: barrier.test.ts).
  const count = (name: string) => probed.probes!.filter(({ probe }) => probe === name).length;
  expect(Object.fromEntries([...names, 'lossLine', 'lossPlane', 'barrier'].map((name) => [name, count(name)]))).toEqual({
    activations: 5,
    activity: 5,
    gradients: 5,
    updates: 4,
    shift: 5,
    movement: 5,
    weights: 5,
    biases: 5,
    surface: 5,
    curvature: 5,
    conditioning: 5,
    gradientNoise: 5,
    lossLine: 1,
    lossPlane: 1,
    barrier: 1,
  });
});

test('both engines see the same', async () => {
  const tfjs = await loadEngine('tfjs-cpu', kernel);
  const hidden = { kernel: [[0.5, -1]], bias: [0.25, 0] };
  const given = {
    x: [[1], [2], [-1]],
    y: [2, 1, 0],
    hidden: [2],
    activation: 'tanh',
    parameters: [hidden, { kernel: [[1], [2]], bias: [0] }],
    training: { checkpoints: { every: 1 } },
  };
  const probes = ['activations', 'gradients', 'shift', 'movement', 'weights', 'biases', 'curvature', 'gradientNoise', 'snapshots'];
  const [a, b] = [await run(given, probes), await run(given, probes, tfjs)];
  expect(b.probes!.map(({ probe }) => probe)).toEqual(a.probes!.map(({ probe }) => probe));
  const numbers = (value: unknown): number[] =>
    typeof value === 'number' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(numbers) : [];
  const [left, right] = [
    numbers(a.probes!.map((reading) => ({ ...reading, products: 0 }))),
    numbers(b.probes!.map((reading) => ({ ...reading, products: 0 }))),
  ];
  expect(left.length).toBeGreaterThan(100);
  left.forEach((value, i) => expect(Math.abs(value - right[i]!)).toBeLessThan(1e-3 * Math.max(1, Math.abs(value))));
}, 30_000);

test('a network is read with its weights, biases and the mean of each feature and unit', async () => {
  // y = 2x + 1 and -x: over x = 1, 3 the means are 2, then 5 and −2; the output adds both and 0.5.
  const parameters = [
    { kernel: [[2, -1]], bias: [1, 0] },
    { kernel: [[1], [1]], bias: [0.5] },
  ];
  const [reading] = await read({ x: [[1], [3]], y: [0, 0], hidden: [2], parameters }, 'network');
  expect(reading).toMatchObject({
    widths: [1, 2, 1],
    layers: [
      { weights: [[2, -1]], biases: [1, 0] },
      { weights: [[1], [1]], biases: [0.5] },
    ],
    means: [[2], [5, -2], [3.5]],
  });
  const [few] = await read({ x: [[1], [3]], y: [0, 0], hidden: [2], parameters }, 'network', { units: 1 });
  expect(few).toMatchObject({
    widths: [1, 2, 1],
    layers: [
      { weights: [[2]], biases: [1] },
      { weights: [[1]], biases: [0.5] },
    ],
    means: [[2], [5], [3.5]],
  });
});

test('weights from pixels are hundredths of the largest, unit by unit', async () => {
  const spec = { dataset: { name: 'digits', examples: 20 }, network: { hidden: [3] }, probes: [{ name: 'firstLayer', units: 2 }] };
  const training = { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 8, epochs: 1 };
  const [first] = expand(parseExperiment({ ...spec, training }, 'pixels.yaml'), [1]);
  const { probes, parameters } = await trainRun(first!, fused, kernel, { keepParameters: true });
  const last = probes!.at(-1);
  if (last?.probe !== 'firstLayer') throw new Error('The last reading should be of the first layer.');
  const weights = parameters![0]!.kernel;
  expect([last.width, last.height, last.units.length]).toEqual([28, 28, 2]);
  // kernel[pixel][unit] of three units; the third is not shown.
  const shown = Array.from(weights).filter((_, i) => i % 3 < 2);
  expect(last.largest).toBeCloseTo(Math.max(...shown.map(Math.abs)), 6);
  for (const [pixel, unit] of [
    [0, 0],
    [400, 1],
    [783, 0],
  ] as const)
    expect(last.units[unit]![pixel]).toBe(Math.round((100 * weights[pixel * 3 + unit]!) / last.largest));
  expect(() => parseExperiment({ ...spec, training, dataset: 'circles' }, 'pixels.yaml')).toThrow(/pixels of a picture/);
});

test('active units: their share, their mean size, and the outputs of the first layer in order of the labels', async () => {
  // relu of x and of −x − 1: for 3, −2 and 1 they are (3, 0), (0, 1), (1, 0); their sum is the output.
  const parameters = [
    { kernel: [[1, -1]], bias: [0, -1] },
    { kernel: [[1], [1]], bias: [0] },
  ];
  const [reading] = await read({ x: [[3], [-2], [1]], y: [3, 1, 2], hidden: [2], activation: 'relu', parameters }, 'activity');
  expect(reading!.layers[0]!.active).toBeCloseTo(3 / 6, 6);
  expect(reading!.layers[0]!.size).toBeCloseTo(5 / 6, 6);
  expect(reading!.layers[1]).toEqual({ active: 1, size: expect.closeTo(5 / 3, 6) as number });
  expect(reading!.code).toEqual({
    classes: 0,
    labels: [1, 2, 3],
    largest: 3,
    rows: [
      [0, 33],
      [33, 0],
      [100, 0],
    ],
  });
});

test('a surface shows the training examples in the units of the data', async () => {
  const x = [
    [1, 10],
    [2, 20],
    [3, 30],
    [4, 40],
  ];
  const { probes } = await trainRun(
    expand(
      parseExperiment(
        {
          dataset: { name: 'inline', task: 'classification', x, y: [0, 1, 1, 0] },
          split: { validation: 0 },
          scaling: { features: 'minMax' },
          network: { hidden: [2] },
          training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 4, epochs: 1 },
          probes: [{ name: 'surface', resolution: 2 }],
        },
        'surface.yaml',
      ),
      [1],
    )[0]!,
    fused,
    kernel,
  );
  const reading = probes![0]!;
  if (reading.probe !== 'surface') throw new Error('The first reading should be a surface.');
  const rows = reading.points.x1.map((x1, i) => [x1, reading.points.x2[i], reading.points.label[i]]).sort((a, b) => a[0]! - b[0]!);
  expect(reading.classes).toBe(2);
  expect(rows.map((row) => row.map((value) => Math.round(value! * 1000) / 1000))).toEqual([
    [1, 10, 0],
    [2, 20, 1],
    [3, 30, 1],
    [4, 40, 0],
  ]);
});

test('the way of training is moved to the nearest point of a plane', () => {
  const layer = (...kernel: number[]) => [{ kernel: Float32Array.from(kernel), bias: new Float32Array(1) }];
  // u and v are not at right angles: (3, 2, 7) is nearest to (3, 2, 0) = 1 u + 2 v.
  expect(nearestOnPlane(layer(3, 2, 7), layer(1, 0, 0), layer(1, 1, 0))).toEqual([1, 2]);
  // Two directions that are one.
  expect(nearestOnPlane(layer(3, 2, 7), layer(2, 0, 0), layer(1, 0, 0))).toEqual([1.5, 0]);
});
