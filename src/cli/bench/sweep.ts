/** A sweep of a thousand short runs, in which handing out the runs weighs most: ten learning rates on circles, ten epochs each. */
import { expand, seedsUpTo } from '../../experiments/spec/expand.ts';
import { parseExperiment } from '../../experiments/spec/spec.ts';
import type { Run } from '../../experiments/train/observation.ts';

const RATES = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];
const SEEDS = 100;

export function sweepRuns(): Run[] {
  const experiment = parseExperiment(
    {
      title: 'A sweep',
      claim: 'Some learning rates are better than others.',
      dataset: { name: 'circles', examples: 500, noise: 0.1 },
      split: { validation: 0.2 },
      network: { hidden: [8], activation: 'relu' },
      training: { loss: 'categoricalCrossentropy', optimizer: { name: 'sgd', momentum: 0.9 }, batchSize: 50, epochs: 10 },
      compare: { 'training.optimizer.learningRate': RATES },
    },
    'sweep.yaml',
  );
  return expand(experiment, seedsUpTo(SEEDS));
}
