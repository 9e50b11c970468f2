import { expect, test } from 'vitest';
import { plainDocument } from '../../../src/figures/parts/plainDocument.ts';
import type { ArmFigure } from '../../../src/figures/data/figureData.ts';
import { sketchCurves } from '../../../src/islands/drawing/sketch.ts';

const SIZE = { width: 124, height: 74 };
const arm = (series: number, x: number[], median: number[]) => ({ series, curve: { step: x, epoch: x, x, median } }) as unknown as ArmFigure;
const linesOf = (arms: ArmFigure[], scale: 'linear' | 'log' = 'linear') =>
  Array.from(sketchCurves(plainDocument(), { arms, scale }, SIZE)?.querySelectorAll('path') ?? [], (path) => path.getAttribute('d'));

test('curves fill the box within its margin of 12 px, on one scale for all', () => {
  // From 0 to 10 over 100 px, from 1 (below) to 3 (above) over 50 px.
  expect(linesOf([arm(0, [0, 10], [3, 1]), arm(1, [0, 5], [3, 2])])).toEqual(['M12,12L112,62', 'M12,12L62,37']);
});

test('a logarithmic scale has equal steps for equal factors', () => {
  expect(linesOf([arm(0, [0, 1, 2], [100, 10, 1])], 'log')).toEqual(['M12,12L62,37L112,62']);
});

test('what is no finite number is left out, and without two points of a curve there is nothing to see', () => {
  expect(linesOf([arm(0, [0, 1, 2], [3, NaN, 1])])).toEqual(['M12,12L112,62']);
  expect(sketchCurves(plainDocument(), { arms: [arm(0, [0], [1]), arm(1, [0], [2])], scale: 'linear' }, SIZE)).toBeUndefined();
});
