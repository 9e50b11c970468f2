import { describe, expect, it } from 'vitest';
import { arrow, towards } from '../../../src/figures/drawings/parts/arrow.ts';
import { axes } from '../../../src/figures/drawings/parts/axes.ts';
import { formula, formulaParts } from '../../../src/figures/drawings/parts/formula.ts';
import { column } from '../../../src/figures/drawings/parts/unit.ts';
import { plainDocument } from '../../../src/figures/parts/plainDocument.ts';

const document = plainDocument();

describe('a formula', () => {
  it('is read as letters, signs, upright words and indices', () => {
    expect(formulaParts('z^{(l)}_j = "relu"(-x)')).toEqual([
      { part: 'z', upright: false },
      { part: '(', level: '^', upright: false },
      { part: 'l', level: '^', upright: false },
      { part: ')', level: '^', upright: false },
      { part: 'j', level: '_', upright: false },
      { part: ' = ', upright: false },
      { part: 'relu', upright: true },
      { part: '(−', upright: false },
      { part: 'x', upright: false },
      { part: ')', upright: false },
    ]);
  });

  it('comes back to its line after an index: what was raised is lowered by as much', () => {
    const { outerHTML } = formula(document, 'w_1x', { x: 0, y: 0 });
    const [down, up] = Array.from(outerHTML.matchAll(/dy="(-?[\d.]+)em"( font-size="0.72em")?/g), ([, dy, small]) => Number(dy) * (small ? 0.72 : 1));
    expect(down! + up!).toBeCloseTo(0, 2);
    expect(outerHTML).toContain('>w<');
  });
});

describe('an arrow', () => {
  it('leaves the gaps free and ends in its head', () => {
    // From (0, 0) to (100, 0) with 10 px free: the line begins at 10; the tip is at 90, the head 8 px long.
    const { outerHTML } = arrow(document, [0, 0], [100, 0], { gap: 10 });
    expect(outerHTML).toContain('d="M10,0L82,0"');
    expect(outerHTML).toContain('d="M90,0L82,3.4L82,-3.4Z"');
    expect(towards([0, 0], [3, 4], 5)).toEqual([3, 4]);
  });
});

describe('axes', () => {
  const frame = { left: 10, top: 20, width: 100, height: 50, x: [-1, 1], y: [0, 2] } as const;

  it('place numbers in their frame, upwards', () => {
    const { place } = axes(document, frame);
    expect(place(-1, 0)).toEqual([10, 70]);
    expect(place(1, 2)).toEqual([110, 20]);
    expect(place(0, 1)).toEqual([60, 45]);
  });

  it('draw a curve only where it lies within the frame', () => {
    const { curve } = axes(document, frame);
    const d = /d="([^"]*)"/.exec(curve((x) => 4 * x).outerHTML)![1]!;
    const points = Array.from(d.matchAll(/([\d.]+),([\d.]+)/g), ([, x, y]) => [Number(x), Number(y)] as const);
    // 4x lies between 0 and 2 for x from 0 to 0.5: from (60, 70) to (85, 20).
    expect(points[0]).toEqual([60, 70]);
    expect(points.at(-1)).toEqual([85, 20]);
    expect(d.match(/M/g)).toHaveLength(1);
  });
});

it('a column of units lies around its middle', () => {
  expect(column(3, 100, 20)).toEqual([80, 100, 120]);
  expect(column(2, 100, 20)).toEqual([90, 110]);
});
