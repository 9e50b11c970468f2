import { expect, test } from 'vitest';
import { penPath } from '../../../../src/datasets/kinds/digits/penPath.ts';
import { render } from '../../../../src/datasets/kinds/digits/render.ts';
import { templates } from '../../../../src/datasets/kinds/digits/templates.ts';
import { createExamples, findDataset } from '../../../../src/datasets/index.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';
import { openStream } from '../../../../src/kernel/random.ts';

const kernel = await loadKernel();
const defaults = Object.fromEntries(Object.entries(findDataset('digits').options).map(([key, option]) => [key, option.default]));
const make = (options: Record<string, number>, seed = 1) => createExamples({ name: 'digits', ...defaults, ...options }, kernel, seed);
const images = ({ x, y }: ReturnType<typeof make>) => Array.from(y, (label, i) => ({ label, pixels: x.subarray(784 * i, 784 * (i + 1)) }));

const sample = images(make({ examples: 500 }));

test('all digits are equally frequent, in shuffled order', () => {
  for (let digit = 0; digit < 10; digit++) expect(sample.filter(({ label }) => label === digit).length).toBe(50);
  expect(sample.slice(0, 10).map(({ label }) => label)).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('pixels are shades from 0 to 1 in steps of 1/255, with paper at the corners and ink somewhere', () => {
  for (const { pixels } of sample) {
    expect(pixels.every((value) => value >= 0 && value <= 1 && Math.abs(255 * value - Math.round(255 * value)) < 1e-4)).toBe(true);
    expect([pixels[0], pixels[27], pixels[756], pixels[783]]).toEqual([0, 0, 0, 0]);
    expect(Math.max(...pixels)).toBe(1);
  }
});

test('as in MNIST, the ink fits 20 × 20 pixels and its centre of mass is at the centre', () => {
  for (const { pixels } of sample) {
    const inked = Array.from(pixels).flatMap((value, i) => (value > 0 ? [{ value, column: i % 28, row: Math.floor(i / 28) }] : []));
    const span = (axis: 'column' | 'row') => Math.max(...inked.map((pixel) => pixel[axis])) - Math.min(...inked.map((pixel) => pixel[axis])) + 1;
    // The antialiased edge may touch one pixel more on either side.
    expect(Math.max(span('column'), span('row'))).toBeLessThanOrEqual(22);
    const mass = inked.reduce((sum, { value }) => sum + value, 0);
    for (const axis of ['column', 'row'] as const) {
      const centre = inked.reduce((sum, pixel) => sum + pixel.value * (pixel[axis] + 0.5), 0) / mass;
      expect(Math.abs(centre - 14)).toBeLessThanOrEqual(0.51);
    }
  }
});

test('every image has its own stream: it stays what it is when more are made after it', () => {
  // Of 20 and of 40 images, those that stand in the same row and show the same digit are the same image.
  const [few, many] = [images(make({ examples: 20 })), images(make({ examples: 40 }))];
  const pairs = few.map((image, i) => [image, many[i]!] as const).filter(([a, b]) => a.label === b.label);
  expect(pairs.length).toBeGreaterThan(0);
  for (const [a, b] of pairs) expect(a.pixels).toEqual(b.pixels);
});

test('a thicker pen leaves more ink', () => {
  const ink = (thickness: number) => Float32Array.from(make({ examples: 100, thickness }).x).reduce((a, b) => a + b, 0);
  expect(ink(4)).toBeGreaterThan(1.3 * ink(2));
});

test('without jitter, a path runs through the points of its template and stays between its ends', () => {
  const mark = kernel.mark();
  const stream = openStream(kernel, 1, 'data');
  for (const template of templates.flat()) {
    const pieces = penPath(template, 0, stream);
    for (const [x, y] of template.flat()) {
      const nearest = Math.min(...pieces.flatMap((_, i) => (i % 2 === 0 ? [Math.hypot(pieces[i]! - x, pieces[i + 1]! - y)] : [])));
      expect(nearest).toBeLessThan(1e-12);
    }
  }
  kernel.release(mark);
});

test('a straight vertical stroke is drawn 20 pixels high and as wide as the pen', () => {
  const image = new Float32Array(784);
  render([0, 0, 0, 1], { start: 4, end: 4 }, image);
  const rows = Array.from({ length: 28 }, (_, row) => image.subarray(28 * row, 28 * row + 28).reduce((a, b) => a + b, 0));
  // In the middle of the stroke a row of pixels crosses a band 4 pixels wide, whose edges fade symmetrically.
  expect(rows[14]).toBeCloseTo(4, 1);
  expect(rows.filter((ink) => ink > 0.5).length).toBe(20);
});
