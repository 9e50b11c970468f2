import { expect, test } from 'vitest';
import { plainDocument } from '../../../src/figures/parts/plainDocument.ts';
import { sketchCurves, stairs, type SketchCurve } from '../../../src/islands/drawing/sketch.ts';

const SIZE = { width: 124, height: 74 };
const curve = (series: number, x: number[], y: number[]): SketchCurve => ({ series, x, y });
const linesOf = (curves: SketchCurve[], scale: 'linear' | 'log' = 'linear') =>
  Array.from(sketchCurves(plainDocument(), { curves, scale }, SIZE)?.querySelectorAll('path') ?? [], (path) => path.getAttribute('d'));

test('curves fill the box within its margin of 12 px, on one scale for all', () => {
  // From 0 to 10 over 100 px, from 1 (below) to 3 (above) over 50 px.
  expect(linesOf([curve(0, [0, 10], [3, 1]), curve(1, [0, 5], [3, 2])])).toEqual(['M12,12L112,62', 'M12,12L62,37']);
});

test('a logarithmic scale has equal steps for equal factors', () => {
  expect(linesOf([curve(0, [0, 1, 2], [100, 10, 1])], 'log')).toEqual(['M12,12L62,37L112,62']);
});

test('what is no finite number is left out, and without two points of a curve there is nothing to see', () => {
  expect(linesOf([curve(0, [0, 1, 2], [3, NaN, 1])])).toEqual(['M12,12L112,62']);
  expect(sketchCurves(plainDocument(), { curves: [curve(0, [0], [1]), curve(1, [0], [2])], scale: 'linear' }, SIZE)).toBeUndefined();
});

test('stairs stay level to the next point, and step there', () => {
  expect(stairs(curve(2, [1, 3, 4], [9, 5, 5]))).toEqual({ series: 2, x: [1, 3, 3, 4, 4], y: [9, 9, 5, 5, 5] });
  expect(stairs(curve(0, [], []))).toEqual({ series: 0, x: [], y: [] });
});
