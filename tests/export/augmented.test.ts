/** Moved copies of pictures leave with the data that programs read, as the network saw them. */
import { expect, it } from 'vitest';
import { writeData } from '../../src/export/data/data.ts';
import { featureNumbers } from '../../src/engines/engine.ts';
import { planRun } from '../../src/experiments/plan/plan.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { example, NO_FILES } from './examples.ts';

interface Sidecar {
  runs: Record<string, Record<string, { splits: Record<'train' | 'validation', [number, number]> }>>;
  arrays: { shape: number[]; base64: string }[];
}

it('training examples of a program are the pictures and their copies', async () => {
  const kernel = await loadKernel();
  const { arms } = example({ dataset: { name: 'digits', examples: 40 }, split: { validation: 10 }, augmentation: { copies: 2, shift: 2, rotation: 10 } });
  const written = await writeData(arms, { kernel, source: NO_FILES, seeds: [1], parameters: false, order: false });
  const { runs, arrays } = JSON.parse(written) as Sidecar;
  const { splits } = runs[arms[0]!.label]!['1']!;
  const [x, y] = splits.train.map((place) => arrays[place]!);
  expect([x!.shape, y!.shape]).toEqual([
    [90, 784],
    [90, 10],
  ]);
  expect(arrays[splits.validation[0]]!.shape).toEqual([10, 784]);
  const seen = featureNumbers(planRun(arms[0]!.configuration, 1, kernel).plan.data.train.x);
  const bytes = Buffer.from(x!.base64, 'base64');
  expect(new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)).toEqual(seen);
});
