import { expect, test } from 'vitest';
import { neededProbes, observationOf } from '../../../src/experiments/spec/observe.ts';
import { circlesExperiment, eckerleExperiment } from '../examples.ts';

test('a figure brings the probes that it needs, with their defaults', () => {
  const experiment = circlesExperiment({ figures: ['curves', 'profiles'] });
  expect(experiment.probes).toBeUndefined();
  expect(observationOf(experiment)?.probes).toEqual([
    { name: 'activations', every: 0, examples: 1000, bins: 20 },
    { name: 'gradients', every: 0, examples: 1000 },
  ]);
});

test('a probe that the spec asks for is read as it says, once', () => {
  const experiment = circlesExperiment({ figures: ['profiles'], probes: [{ name: 'gradients', every: 2 }] });
  expect(neededProbes(experiment).map(({ name, every }) => [name, every])).toEqual([
    ['gradients', 2],
    ['activations', 0],
  ]);
});

test('reliability diagrams have predictions sorted by probability, which needs classes', () => {
  expect(observationOf(circlesExperiment({ figures: ['reliability'] }))).toEqual({ reliability: true });
});

test('the figure of a confusion matrix has one made', () => {
  expect(observationOf(circlesExperiment({ figures: ['confusion'] }))).toEqual({ confusion: true });
});

test.each([
  ['decision', /data with two features/, () => eckerleExperiment({ figures: ['decision'] })],
  ['weightImages', /pixels of a picture/, () => circlesExperiment({ figures: ['weightImages'] })],
  ['mistakes', /data of pictures with classes/, () => circlesExperiment({ figures: ['mistakes'] })],
  ['confusion', /data with classes/, () => eckerleExperiment({ figures: ['confusion'] })],
  ['reliability', /data with classes/, () => eckerleExperiment({ figures: ['reliability'] })],
  ['heatmap', /two axes to span it; there is one/, () => circlesExperiment({ figures: ['heatmap'], compare: { 'training.batchSize': [10, 20] } })],
  ['differences', /two arms or more/, () => circlesExperiment({ figures: ['differences'] })],
  ['curves twice', /each figure once/, () => circlesExperiment({ figures: ['curves', 'curves'] })],
])('%s is refused where there is nothing to draw', (_name, message, parse) => {
  expect(parse).toThrow(message);
});
