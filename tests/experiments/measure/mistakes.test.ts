import { expect, test } from 'vitest';
import { findMistakes } from '../../../src/experiments/measure/mistakes.ts';

const scaling = { shift: [0, 0, 0, 0], scale: [1, 1, 1, 1] };

test('mistakes are counted, the surest first, with their pictures from lightest to darkest', () => {
  const data = {
    examples: 3,
    x: Float32Array.of(0, 1, 0.5, 0, /**/ 0, 0, 0, 0, /**/ 1, 0, 0, 0.2),
    y: Float32Array.of(1, 0, /**/ 0, 1, /**/ 0, 1),
  };
  const outputs = Float32Array.of(0.25, 0.75, /**/ 0.125, 0.875, /**/ 1, 0);
  expect(findMistakes(data, outputs, { split: 'test', width: 2, scaling })).toEqual({
    split: 'test',
    width: 2,
    wrong: 2,
    examples: 3,
    shown: [
      { picture: 'f003', actual: 1, probabilities: [1, 0] },
      // 0.5 of 15 is rounded up.
      { picture: '0f80', actual: 0, probabilities: [0.25, 0.75] },
    ],
  });
});

test('scaled pixels are shown in their own units, codes as what they stand for', () => {
  const values = Float32Array.from({ length: 256 }, (_, code) => code / 255);
  const data = {
    examples: 1,
    x: { codes: Uint8Array.of(255, 0, 0, 0, /**/ 0, 0, 255, 51), columns: 4, values, rows: Int32Array.of(1) },
    y: Float32Array.of(1, 0),
  };
  const outputs = Float32Array.of(0.5, 0.75);
  expect(findMistakes(data, outputs, { split: 'train', width: 2, scaling }).shown[0]!.picture).toBe('00f3');
  // (v − 1) / 2: what is seen as 0 and 0.5 was 1 and 2.
  const scaled = { examples: 1, x: Float32Array.of(0, 0.5, 0, 0.5), y: Float32Array.of(1, 0) };
  const shifted = { shift: [1, 1, 1, 1], scale: [2, 2, 2, 2] };
  expect(findMistakes(scaled, outputs, { split: 'train', width: 2, scaling: shifted }).shown[0]!.picture).toBe('0f0f');
});

test('equal outputs: the first is predicted; without a mistake nothing is shown', () => {
  const data = { examples: 1, x: Float32Array.of(0, 0, 0, 0), y: Float32Array.of(1, 0) };
  expect(findMistakes(data, Float32Array.of(0.5, 0.5), { split: 'test', width: 2, scaling })).toMatchObject({ wrong: 0, shown: [] });
});
