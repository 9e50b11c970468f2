import { expect, test } from 'vitest';
import { openPool, trainAll } from '../../src/cli/training/train.ts';
import { circlesExperiment } from '../experiments/examples.ts';

test('one worker and three give the same bits, in the same order', async () => {
  const experiment = circlesExperiment({
    dataset: { name: 'circles', examples: 2000 },
    network: { hidden: [32, 32] },
    training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 20, epochs: 40 },
    seeds: 6,
  });
  const digestsWith = async (workers: number) => {
    const pool = openPool(workers);
    const results = await trainAll(experiment, { pool, engine: 'fused', seeds: 6 });
    pool.close();
    return results.map(({ digest }) => digest);
  };
  const alone = await digestsWith(1);
  expect(new Set(alone).size).toBe(6);
  expect(await digestsWith(3)).toEqual(alone);
});
