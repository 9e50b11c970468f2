/** What a reader can draw and choose, and how it stands in an address: `#digit=own&ink=…`, `#digit=17` for a picture of the test data. */
import type { Configuration } from '../../../experiments/configuration/configuration.ts';
import type { DatasetChoice } from '../../../datasets/dataset.ts';
import { activations, initializers, losses, optimizers } from '../../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../../nn/entry.ts';

export const HIDDEN = 64;
export const EXAMPLES = 5000;
export const TESTED = 500;
export const COPIES = 2;
export const EPOCHS = 3;
export const BATCH = 50;

export const MNIST: DatasetChoice = { name: 'mnist', examples: EXAMPLES, testExamples: TESTED };

/** Where a site does not serve MNIST: digits that are drawn by the program. */
export const DRAWN: DatasetChoice = {
  ...{ name: 'digits', examples: EXAMPLES + TESTED },
};

/** One hidden layer of 64 relu units, three epochs of Adam over 5,000 pictures and two moved copies of each, at a rate that falls to zero. */
export function configurationOf(dataset: DatasetChoice): Configuration {
  return {
    dataset,
    split: { validation: 0, test: dataset === MNIST ? 0 : TESTED },
    augmentation: { copies: COPIES, shift: 1, rotation: 10, scaling: 0.1, shear: 0, elastic: 1 },
    scaling: { features: 'none', labels: 'none' },
    network: {
      hidden: [HIDDEN],
      activation: withDefaults(findEntry('activation', activations, 'relu')),
      outputActivation: withDefaults(findEntry('activation', activations, 'softmax')),
      initializer: withDefaults(findEntry('initializer', initializers, 'heNormal')),
    },
    training: {
      loss: withDefaults(findEntry('loss', losses, 'categoricalCrossentropy')),
      optimizer: withDefaults(findEntry('optimizer', optimizers, 'adam'), { learningRate: 0.003 }),
      batchSize: BATCH,
      shuffle: true,
      epochs: EPOCHS,
    },
  };
}
