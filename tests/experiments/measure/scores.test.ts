import { expect, test } from 'vitest';
import { classScores, confusionMatrix, macroF1 } from '../../../src/experiments/measure/confusion.ts';
import { rSquared } from '../../../src/experiments/measure/residuals.ts';

test('confusion matrix of three classes: rows are actual, columns predicted, the first of equal outputs wins', () => {
  const labels = Float32Array.of(1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
  const outputs = Float32Array.of(0.8, 0.1, 0.1, 0.2, 0.7, 0.1, 0.1, 0.8, 0.1, 0.5, 0, 0.5);
  expect(confusionMatrix(outputs, labels, 4, 3, 0.5)).toEqual([
    [1, 1, 0],
    [0, 1, 0],
    [1, 0, 0],
  ]);
});

test('confusion matrix of one output: class 1 lies above the threshold', () => {
  const labels = Float32Array.of(0, 0, 1, 1);
  expect(confusionMatrix(Float32Array.of(0.5, 0.6, 0.4, 0.9), labels, 4, 2, 0.5)).toEqual([
    [1, 1],
    [1, 1],
  ]);
  // Scores of the hinge loss are about 0.
  expect(confusionMatrix(Float32Array.of(-1, 0.25, 0.25, 1), labels, 4, 2, 0)).toEqual([
    [1, 1],
    [0, 2],
  ]);
});

test('F₁ per class and macro, as in the documentation of scikit-learn', () => {
  // f1_score: y_true = [0, 1, 2, 0, 1, 2], y_pred = [0, 2, 1, 0, 0, 1]; average='macro' gives 0.266…, average=None [0.8, 0, 0].
  const matrix = [
    [2, 0, 0],
    [1, 0, 1],
    [0, 2, 0],
  ];
  expect(classScores(matrix).map(({ f1 }) => f1)).toEqual([0.8, 0, 0]);
  expect(classScores(matrix)[0]).toEqual({ precision: 2 / 3, recall: 1, f1: 0.8 });
  expect(macroF1(matrix)).toBeCloseTo(0.8 / 3, 12);
  // A class that nobody has and nobody is given does not count.
  expect(
    macroF1([
      [3, 0, 0],
      [0, 0, 0],
      [0, 0, 2],
    ]),
  ).toBe(1);
});

test('R², as in the documentation of scikit-learn', () => {
  // r2_score: [3, -0.5, 2, 7] against [2.5, 0.0, 2, 8] gives 0.948…
  expect(rSquared(Float32Array.of(2.5, 0, 2, 8), Float32Array.of(3, -0.5, 2, 7), 1)).toBeCloseTo(0.9486081370449679, 12);
  // [[0.5, 1], [-1, 1], [7, -6]] against [[0, 2], [-1, 2], [8, -5]], uniform average: 0.938… of 0.965… and 0.908…
  expect(rSquared(Float32Array.of(0, 2, -1, 2, 8, -5), Float32Array.of(0.5, 1, -1, 1, 7, -6), 2)).toBeCloseTo((0.9654377880184332 + 0.9081632653061225) / 2, 8);
  // The mean explains nothing; a constant label is explained wholly or not at all.
  expect(rSquared(Float32Array.of(2, 2, 2), Float32Array.of(1, 2, 3), 1)).toBe(0);
  expect(rSquared(Float32Array.of(1, 1), Float32Array.of(1, 1), 1)).toBe(1);
  expect(rSquared(Float32Array.of(1, 2), Float32Array.of(1, 1), 1)).toBe(0);
});
