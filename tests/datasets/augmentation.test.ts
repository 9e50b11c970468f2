import { expect, test } from 'vitest';
import { movedCodes, movedCopies } from '../../src/datasets/augmentation/movedCopies.ts';
import { KNOTS, movePicture, type Move } from '../../src/datasets/augmentation/movePicture.ts';
import type { Augmentation } from '../../src/datasets/augmentation/augmentation.ts';
import { createExamples } from '../../src/datasets/index.ts';
import { parseConfiguration } from '../../src/experiments/configuration/parseConfiguration.ts';
import { splitSizes } from '../../src/experiments/configuration/splitSizes.ts';
import { trainedInFold } from '../../src/experiments/plan/foldHoldout.ts';
import { planRun } from '../../src/experiments/plan/plan.ts';
import { featureNumbers } from '../../src/engines/engine.ts';
import { loadKernel } from '../../src/kernel/node.ts';

const STILL: Move = { across: 0, down: 0, turn: 0, size: 1, slant: 0 };
const NONE: Augmentation = { copies: 2, shift: 0, rotation: 0, scaling: 0, shear: 0, elastic: 0 };
const functions = { sin: Math.sin, cos: Math.cos };

/** A picture of side 5 with one dark pixel. */
function dot(row: number, column: number): number[] {
  return Array.from({ length: 25 }, (_, pixel) => Number(pixel === row * 5 + column));
}

function moved(values: number[], move: Partial<Move>): number[] {
  const to = new Float64Array(25);
  movePicture({ width: 5, height: 5 }, { ...STILL, ...move }, functions, { values, start: 0 }, { values: to, place: 0 });
  return Array.from(to, (value) => Math.round(value * 1e9) / 1e9);
}

test('a picture that is not moved stays as it is', () => {
  const values = Array.from({ length: 25 }, (_, pixel) => pixel / 25);
  expect(moved(values, {})).toEqual(values.map((value) => Math.round(value * 1e9) / 1e9));
});

test('whole shifts, quarter turns, slants and sizes move a pixel where geometry says', () => {
  expect(moved(dot(1, 1), { across: 2 })).toEqual(dot(1, 3));
  expect(moved(dot(1, 1), { down: 3 })).toEqual(dot(4, 1));
  // Out of the picture.
  expect(moved(dot(1, 1), { across: -2 })).toEqual(dot(1, 1).fill(0));
  // Clockwise: from right of the middle to below it.
  expect(moved(dot(2, 4), { turn: Math.PI / 2 })).toEqual(dot(4, 2));
  // A row above the middle leans to the right.
  expect(moved(dot(1, 2), { slant: 1 })).toEqual(dot(1, 3));
  expect(moved(dot(3, 2), { slant: 1 })).toEqual(dot(3, 1));
  // Twice the size: one pixel from the middle becomes two.
  expect(moved(dot(2, 3), { size: 2 })[2 * 5 + 4]).toBe(1);
});

test('between pixels the shade is shared between the four around', () => {
  const half = moved(dot(2, 2), { across: 0.5, down: 0.25 });
  expect([half[12], half[13], half[17], half[18]]).toEqual([0.375, 0.375, 0.125, 0.125]);
  expect(half.reduce((sum, value) => sum + value, 0)).toBe(1);
});

test('the same displacement at all knots is a shift', () => {
  const all = (value: number) => Array.from({ length: KNOTS * KNOTS }, () => value);
  expect(moved(dot(2, 2), { knots: { across: all(1), down: all(-1) } })).toEqual(dot(3, 1));
});

test('copies depend on the example and the copy alone, and stay still where nothing moves', async () => {
  const kernel = await loadKernel();
  const examples = createExamples(explicit({ ...spec, dataset: { name: 'digits', examples: 200 } }).dataset, kernel, 1);
  const still = movedCopies(examples, Int32Array.of(3, 0), NONE, kernel, 1);
  expect(Math.max(...examples.x.subarray(0, 784))).toBe(1);
  const own = (row: number) => Array.from(examples.x.subarray(row * 784, (row + 1) * 784));
  expect(Array.from(still.subarray(0, 784))).toEqual(own(3));
  expect(Array.from(still.subarray(3 * 784))).toEqual(own(0));
  const wild = { ...NONE, shift: 2, rotation: 20, scaling: 0.2, shear: 0.3 };
  const two = movedCopies(examples, Int32Array.of(3, 0), wild, kernel, 1);
  const three = movedCopies(examples, Int32Array.of(0, 5, 3), { ...wild, copies: 3 }, kernel, 1);
  // The first copy of example 3 is the same wherever it stands; its second is another, and so is that of another seed.
  expect(Array.from(three.subarray(2 * 784, 3 * 784))).toEqual(Array.from(two.subarray(0, 784)));
  expect(Array.from(two.subarray(2 * 784, 3 * 784))).not.toEqual(Array.from(two.subarray(0, 784)));
  expect(movedCopies(examples, Int32Array.of(3, 0), wild, kernel, 2)).not.toEqual(two);
  // Elastic displacement comes on top, with draws of its own behind the others.
  expect(movedCopies(examples, Int32Array.of(3, 0), { ...wild, elastic: 1 }, kernel, 1)).not.toEqual(two);
});

const spec = {
  dataset: { name: 'digits', examples: 60 },
  split: { validation: 10, test: 20 },
  network: { hidden: [] },
  training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 30, epochs: 1 },
};

function explicit(raw: object) {
  const parsed = parseConfiguration(raw);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.configuration;
}

test('copies are in the training split alone, behind the examples that they were made of, with their labels', async () => {
  const kernel = await loadKernel();
  const plain = planRun(explicit(spec), 1, kernel);
  const configuration = explicit({ ...spec, training: { ...spec.training, batchSize: 90 }, augmentation: { copies: 2, shift: 2 } });
  const { plan, updatesPerEpoch } = planRun(configuration, 1, kernel);
  expect(plan.data.train.examples).toBe(90);
  expect(updatesPerEpoch).toBe(1);
  expect(splitSizes(configuration)).toEqual({ train: 90, validation: 10, test: 20 });
  expect(trainedInFold(configuration, { index: 0, count: 4 })).toBe(90);
  expect(plan.data.validation).toEqual(plain.plan.data.validation);
  expect(plan.data.test).toEqual(plain.plan.data.test);
  expect(featureNumbers(plan.data.train.x).subarray(0, 30 * 784)).toEqual(featureNumbers(plain.plan.data.train.x));
  for (const start of [0, 300, 600]) expect(plan.data.train.y.subarray(start, start + 300)).toEqual(plain.plan.data.train.y);
  expect(plan.parameters).toEqual(plain.plan.parameters);
});

test('off means as if it had not been said; other data and too many copies are refused in words', () => {
  expect(explicit({ ...spec, augmentation: { copies: 0, shift: 3 } })).not.toHaveProperty('augmentation');
  const circles = { ...spec, dataset: 'circles', augmentation: { copies: 1 } };
  expect(parseConfiguration(circles)).toMatchObject({
    problems: [{ path: 'augmentation', found: 'copies of examples of circles', allowed: 'none, or a data set of pictures: digits, someDigits, mnist' }],
  });
  const many = { ...spec, dataset: { name: 'digits', examples: 60_000 }, augmentation: { copies: 9 } };
  expect(parseConfiguration(many)).toMatchObject({ problems: [{ path: 'augmentation.copies', allowed: 'what makes at most 63775 of them' }] });
});

test('copies of codes are the nearest codes, and all splits keep being read alike', async () => {
  const kernel = await loadKernel();
  const image = { width: 5, height: 5 };
  const values = Float32Array.from({ length: 256 }, (_, code) => code / 255);
  const codes = Uint8Array.from({ length: 75 }, (_, pixel) => (pixel % 25 === 12 ? 255 : 0));
  const x = { codes, columns: 25, values };
  const rows = Int32Array.of(2, 0);
  const shaken = { ...NONE, shift: 1, rotation: 30 };
  const exact = movedCopies({ x: Float64Array.from(codes, (code) => code / 255), image, features: 25 }, rows, shaken, kernel, 1);
  const moved = movedCodes({ x, image }, rows, shaken, kernel, 1);
  expect(moved).toHaveLength(2 * 2 * 25);
  moved.forEach((code, place) => expect(Math.abs(code / 255 - exact[place]!)).toBeLessThanOrEqual(0.5 / 255 + 1e-9));
  // Nothing moves: the codes themselves.
  expect(Array.from(movedCodes({ x, image }, rows, { ...NONE, copies: 1 }, kernel, 1))).toEqual(Array.from(codes.subarray(0, 50)));
});
