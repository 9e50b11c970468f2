import { expect, test } from 'vitest';
import { certifiedFit, certifiedModel } from '../../../../src/datasets/kinds/eckerle4/eckerle4.ts';
import { createExamples } from '../../../../src/datasets/index.ts';
import { loadKernel } from '../../../../src/kernel/node.ts';

const kernel = await loadKernel();
const { x, y } = createExamples({ name: 'eckerle4' }, kernel, 1);

test('the certified parameters leave the certified residual sum of squares, 1.4635887487E-03', () => {
  const rss = Float64Array.from(x).reduce((sum, wavelength, i) => sum + (y[i]! - certifiedModel(wavelength, kernel)) ** 2, 0);
  // A slip in a single one of the 70 figures would show: nine significant digits agree.
  expect(rss.toPrecision(9)).toBe((1.4635887487e-3).toPrecision(9));
  expect(certifiedFit.residualSumOfSquares).toBe(1.4635887487e-3);
});

test('the residual standard deviation has 35 − 3 degrees of freedom', () => {
  expect(certifiedFit.residualStandardDeviation).toBeCloseTo(Math.sqrt(1.4635887487e-3 / 32), 12);
});

test('35 measurements from 400 to 500 nm, the same for every seed', () => {
  expect(x.length).toBe(35);
  expect([x[0], x.at(-1)]).toEqual([400, 500]);
  expect(createExamples({ name: 'eckerle4' }, kernel, 2)).toEqual(createExamples({ name: 'eckerle4' }, kernel, 1));
});
