/** Barriers between networks that are known, and the matching of units, against every order there is. */
import { expect, test } from 'vitest';
import type { LayerParameters } from '../../../src/engines/engine.ts';
import { loadEngine } from '../../../src/engines/index.ts';
import { bestAssignment } from '../../../src/experiments/probes/assignment.ts';
import { barrierTo, heightOf, type Barrier } from '../../../src/experiments/probes/barrier.ts';
import { planRun } from '../../../src/experiments/plan/plan.ts';
import { climbOf, spread } from '../../../src/experiments/probes/lossLine.ts';
import { matchUnits, reordered } from '../../../src/experiments/probes/matchUnits.ts';
import { expand } from '../../../src/experiments/spec/expand.ts';
import { parseExperiment } from '../../../src/experiments/spec/spec.ts';
import { trainRun } from '../../../src/experiments/train/run.ts';
import { loadKernel } from '../../../src/kernel/node.ts';
import { openStream } from '../../../src/kernel/random.ts';
import { circlesExperiment } from '../examples.ts';

const kernel = await loadKernel();
const fused = await loadEngine('fused', kernel);
const stream = openStream(kernel, 7, 'probe');

function ordersOf(n: number): number[][] {
  if (n === 0) return [[]];
  return ordersOf(n - 1).flatMap((order) => Array.from({ length: n }, (_, place) => order.toSpliced(place, 0, n - 1)));
}

function randomNetwork(widths: number[]): LayerParameters[] {
  const draw = (n: number) => Float32Array.from({ length: n }, () => stream.normal());
  return widths.slice(1).map((units, layer) => ({ kernel: draw(units * widths[layer]!), bias: draw(units) }));
}

const numbersOf = (network: LayerParameters[]) => network.map(({ kernel: weights, bias }) => [[...weights], [...bias]]);

test('the best assignment is the best of all orders', () => {
  for (const n of [1, 2, 3, 4, 5, 6]) {
    for (let draw = 0; draw < 20; draw++) {
      // Whole numbers from −2 to 2, so that there are ties.
      const worth = Array.from({ length: n }, () => Array.from({ length: n }, () => stream.integer(5) - 2));
      const total = (order: ArrayLike<number>) => Array.from(order).reduce((sum, column, row) => sum + worth[row]![column]!, 0);
      const found = bestAssignment(n, (row, column) => worth[row]![column]!);
      expect([...found].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      expect(total(found)).toBe(Math.max(...ordersOf(n).map(total)));
    }
  }
});

test('units in another order compute the same and are put back, bit for bit, in every layer', () => {
  const network = randomNetwork([3, 6, 5, 2]);
  const mixed = reordered(reordered(network, 0, [3, 5, 0, 1, 2, 4]), 1, [4, 2, 0, 1, 3]);
  expect(numbersOf(mixed)).not.toEqual(numbersOf(network));
  expect(numbersOf(matchUnits(network, mixed))).toEqual(numbersOf(network));
});

test('with one hidden layer no order is nearer than that of matching', () => {
  const [a, b] = [randomNetwork([2, 5, 3]), randomNetwork([2, 5, 3])];
  const distance = (network: LayerParameters[]) =>
    numbersOf(network)
      .flat(2)
      .reduce((sum, value, i) => sum + (value - numbersOf(a).flat(2)[i]!) ** 2, 0);
  const best = Math.min(...ordersOf(5).map((order) => distance(reordered(b, 0, order))));
  expect(distance(matchUnits(a, b))).toBeCloseTo(best, 9);
});

test('a network and its copy with two units exchanged: a barrier of 1, and exactly none once they are matched', async () => {
  // relu(x) + relu(−x) = |x|, fitted at ±1. On the line the slopes are ±(1 − 2t), so the network answers |1 − 2t| and the loss is (1 − |1 − 2t|)².
  const parameters = [
    { kernel: [[1, -1]], bias: [0, 0] },
    { kernel: [[1], [1]], bias: [0] },
  ];
  const spec = {
    dataset: { name: 'inline', task: 'regression', x: [[1], [-1]], y: [1, 1] },
    network: { hidden: [2], activation: 'relu', initializer: { name: 'given', parameters } },
    training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0 }, batchSize: 2, epochs: 1 },
  };
  const [first] = expand(parseExperiment(spec, 'barrier.yaml'), [1]);
  const { parameters: end } = await trainRun(first!, fused, kernel, { keepParameters: true });
  const trainer = await fused.create(planRun(first!.arm.configuration, 1, kernel).plan);
  const context = { trainer, parameters: end!, pause: () => Promise.resolve() };
  const reading = await barrierTo(context, reordered(end!, 0, [1, 0]), spread(0, 1, 5));
  trainer.dispose();
  expect(reading).toEqual({ at: [0, 0.25, 0.5, 0.75, 1], loss: [0, 0.25, 1, 0.25, 0], matched: [0, 0, 0, 0, 0], before: 1, after: 0, left: 0 });
});

test('heights are measured from the line between the ends, climbs from the lowest loss so far', () => {
  expect(heightOf([0, 0.5, 1], [1, 2.5, 3])).toBe(0.5);
  expect(heightOf([0, 0.5, 1], [1, 0.5, 3])).toBe(0);
  expect(heightOf([0, 0.5, 1], [1, NaN, 3])).toBe(Infinity);
  expect(climbOf([3, 2, 2.5, 1, 1.25])).toBe(0.5);
  expect(climbOf([3, 2, 1])).toBe(0);
});

async function barrierOf(training: object, options: object = {}) {
  const experiment = circlesExperiment({ network: { hidden: [6], activation: 'relu' }, training, probes: [{ name: 'barrier', points: 5, ...options }] });
  const [first] = expand(experiment, [1]);
  const result = await trainRun(first!, fused, kernel, { keepParameters: true });
  return { result, reading: result.probes![0] as unknown as Barrier };
}

test('a twin is trained as the run was, elsewhere: the same start and one batch for all give the same network', async () => {
  const training = { loss: 'categoricalCrossentropy', optimizer: { name: 'adam', learningRate: 0.03 }, epochs: 40 };
  const same = await barrierOf({ ...training, batchSize: 80, shuffle: false }, { sameStart: true });
  expect(new Set(same.reading.loss).size).toBe(1);
  expect(same.reading).toMatchObject({ before: 0, after: 0, left: 0 });
  const other = await barrierOf({ ...training, batchSize: 10 });
  expect(other.reading.before).toBeGreaterThan(0);
  expect(other.reading.loss[0]).toBe(other.reading.matched[0]);
  expect(other.reading.loss.at(-1)).toBeCloseTo(other.reading.matched.at(-1)!, 5);
  // Looking changes nothing, and a twin is the same twin each time.
  const again = await barrierOf({ ...training, batchSize: 10 });
  expect(again.reading).toEqual(other.reading);
  expect(again.result.digest).toBe(other.result.digest);
});
