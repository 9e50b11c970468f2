import { expect, test } from 'vitest';
import { createExamples, datasets } from '../../src/datasets/index.ts';
import { examplesPicture } from '../../src/figures/examplesPicture.ts';
import { plainDocument } from '../../src/figures/parts/plainDocument.ts';
import { loadKernel } from '../../src/kernel/node.ts';

test('classes are told apart by shape as well as by colour', () => {
  const picture = examplesPicture({ x: [0, 0, 1, 1], y: [0, 1], features: 2, classes: 2 }, 'two', plainDocument());
  const [disc, square] = [picture.querySelector('circle')!, picture.querySelector('rect')!];
  expect(disc.getAttribute('fill')).not.toBe(square.getAttribute('fill'));
  // The first is at the lower left of a box of 240 px with a margin of 12.
  expect([disc.getAttribute('cx'), disc.getAttribute('cy')]).toEqual(['12', '228']);
});

test('one feature is drawn below the number to predict', () => {
  const picture = examplesPicture({ x: [0, 1], y: [5, 7], features: 1, classes: 0 }, 'line', plainDocument());
  const places = Array.from(picture.querySelectorAll('circle'), (point) => [point.getAttribute('cx'), point.getAttribute('cy')]);
  expect(places).toEqual([['12', '228'], ['228', '12']]); // prettier-ignore
});

test('every data set that is made has a picture of at most 500 points', async () => {
  const kernel = await loadKernel();
  for (const { name, title, options, load } of datasets) {
    if (load) continue;
    const usual = Object.fromEntries(Object.entries(options).map(([option, { default: value }]) => [option, value]));
    const picture = examplesPicture(createExamples({ name, ...usual }, kernel, 1), title, plainDocument());
    const marks = picture.querySelectorAll('circle').length + picture.querySelectorAll('rect').length + picture.querySelectorAll('image').length;
    expect(marks, name).toBeGreaterThan(0);
    expect(marks, name).toBeLessThanOrEqual(500);
  }
});
