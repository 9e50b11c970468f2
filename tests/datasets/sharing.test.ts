/** What runs of one seed share: examples are drawn once, and nobody changes them. */
import { expect, it } from 'vitest';
import { createExamples, loadExamples } from '../../src/datasets/index.ts';
import { fusedEngine } from '../../src/engines/fused/fused.ts';
import { expand } from '../../src/experiments/spec/expand.ts';
import { trainRun } from '../../src/experiments/train/run.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { example, NO_FILES, REGRESSION } from '../export/examples.ts';

const kernel = await loadKernel();
const circles = { name: 'circles', examples: 60, noise: 0.1, factor: 0.5 } as const;

it('keeps what was drawn last, whatever the order of the options', async () => {
  const examples = await loadExamples(circles, kernel, 1, NO_FILES);
  expect(examples).toEqual(createExamples(circles, kernel, 1));
  expect(await loadExamples({ factor: 0.5, noise: 0.1, examples: 60, name: 'circles' }, kernel, 1, NO_FILES)).toBe(examples);
  expect(await loadExamples(circles, kernel, 2, NO_FILES)).toEqual(createExamples(circles, kernel, 2));
  expect(await loadExamples({ ...circles, noise: 0.2 }, kernel, 2, NO_FILES)).toEqual(createExamples({ ...circles, noise: 0.2 }, kernel, 2));
  expect(await loadExamples({ ...circles, noise: 0.2 }, await loadKernel(), 2, NO_FILES)).toEqual(createExamples({ ...circles, noise: 0.2 }, kernel, 2));
});

it.each([
  ['classification', example({ scaling: 'standardize', network: { dropout: 0.2, noise: { input: 0.1 } } })],
  ['regression', example({ ...REGRESSION, scaling: { features: 'minMax', labels: 'standardize' } })],
])('training leaves them as they were: %s', async (_, experiment) => {
  const { dataset } = experiment.configuration;
  const engine = fusedEngine(kernel);
  for (const run of expand(experiment, [3])) await trainRun(run, engine, kernel);
  expect(await loadExamples(dataset, kernel, 3, NO_FILES)).toEqual(createExamples(dataset, kernel, 3));
});
