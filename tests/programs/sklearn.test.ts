/** Exported scikit-learn programs, run for real. */
import { describe } from 'vitest';
import type { Experiment } from '../../src/experiments/spec/experiment.ts';
import { leftOutOfProgram } from '../../src/export/targets.ts';
import { optimizerCases } from '../engines/cases.ts';
import { example, REGRESSION } from '../export/examples.ts';
import { arm } from './cases.ts';
import { itFollows, itRuns } from './follow.ts';
import { published, publishedAtNight } from './published.ts';
import { pythonWith } from './python.ts';

const sklearn = pythonWith('sklearn');

describe.skipIf(!sklearn)('the scikit-learn program', () => {
  const some = {
    optimizer: optimizerCases
      .filter(({ name }) => ['sgd', 'adam'].includes(name))
      .map((optimizer, index) => arm(String(index), { 'training.optimizer': optimizer })),
  };
  itFollows('sklearn', sklearn, [
    ['mean squared error', example({ ...REGRESSION, compare: some })],
    [
      'binary cross-entropy, with L2',
      example({ training: { loss: 'binaryCrossentropy' }, network: { regularizer: { l2: 0.01 }, activation: 'sigmoid' }, compare: some }),
    ],
    [
      'categorical cross-entropy of three classes',
      example({ dataset: { name: 'blobs', classes: 3, examples: 60 }, network: { activation: 'relu' }, compare: some }),
    ],
    ...published.filter(canExpress),
  ]);
  itRuns('sklearn', sklearn, publishedAtNight.filter(canExpress));
});

/** It has few losses and optimizers: of many experiments there is nothing to run. */
function canExpress([, experiment]: readonly [string, Experiment]): boolean {
  return new Set(leftOutOfProgram(experiment, 'sklearn').flatMap(({ arms }) => arms)).size < experiment.arms.length;
}
