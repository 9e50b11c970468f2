/** Small experiments for the tests of this folder. */
import { parseExperiment } from '../../src/experiments/spec/spec.ts';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';

/** As it would stand in a file: circles, two small layers, a few epochs. */
export const circlesSpec = {
  title: 'A test',
  claim: 'A larger batch ends with a higher loss.',
  dataset: { name: 'circles', examples: 100, noise: 0.1 },
  network: { hidden: [4], activation: 'relu' },
  training: { loss: 'categoricalCrossentropy', optimizer: { name: 'adam', learningRate: 0.01 }, batchSize: 10, epochs: 3 },
};

/** A regression of one number on another. */
export const eckerleSpec = {
  title: 'A fit',
  claim: 'It fits.',
  dataset: 'eckerle4',
  split: { validation: 0.4 },
  scaling: { features: 'minMax', labels: 'minMax' },
  network: { hidden: [5], activation: 'tanh' },
  training: { loss: 'meanSquaredError', optimizer: { name: 'sgd', learningRate: 0.1 }, batchSize: 5, epochs: 4 },
};

export function circlesExperiment(changes: object = {}): Experiment {
  return parseExperiment({ ...circlesSpec, ...changes }, 'circles-test.yaml');
}

export function eckerleExperiment(changes: object = {}): Experiment {
  return parseExperiment({ ...eckerleSpec, ...changes }, 'eckerle-test.yaml');
}
