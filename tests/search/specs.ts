/** Small searches for the tests of this folder. */
import { parseSearch } from '../../src/search/spec/parseSearch.ts';
import type { Search } from '../../src/search/search.ts';

/** As it would stand in a file. */
export const searchSpec = {
  dataset: { name: 'circles', examples: 60, noise: 0.1 },
  network: { hidden: [3] },
  training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 10, epochs: 9 },
};

export function searchOf(search: object, changes: object = {}): Search {
  return parseSearch({ ...searchSpec, ...changes, search }, 'searches/test.yaml');
}

export const rates = { 'training.optimizer.learningRate': [0.001, 0.01, 0.1] };
