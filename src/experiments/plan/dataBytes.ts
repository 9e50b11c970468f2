import { shapeOf } from '../../datasets/index.ts';
import type { Configuration } from '../configuration/configuration.ts';

/** Once as they were read, and once in the memory in which the network trains. */
const COPIES = 2;
const FLOAT = 4;

/** About how many bytes of features a worker holds while it trains a run of this configuration: one for each code, four for each float. */
export function dataBytes({ dataset }: Pick<Configuration, 'dataset'>): number {
  const { examples, features, coded } = shapeOf(dataset);
  return examples * features * (coded ? 1 : FLOAT) * COPIES;
}
