import { expect, test } from 'vitest';
import { writePack } from '../../src/cli/mnist/writePack.ts';
import { TEST_ONLY_TITLE } from '../../src/datasets/kinds/mnist/images.ts';
import { lab, testFolder } from './lab.ts';

const { write } = testFolder();
const spec = {
  dataset: { name: 'mnist', examples: 10, testExamples: 10 },
  split: { validation: 0 },
  network: { hidden: [] },
  training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 3, epochs: 1 },
  seeds: 3,
};

test('where MNIST is not at hand, it is said once, with what can be done', async () => {
  const { code, stdout } = await lab(['run', write('missing.json', spec)], { MNIST_DIR: testFolder().folder });
  expect(code).toBe(1);
  expect(stdout.match(/MNIST is not at hand/g)).toHaveLength(1);
  expect(stdout).toMatch(/3 of 3 runs failed: MNIST is not at hand.*npm run data:mnist.*MNIST_DIR.*"digits"/);
});

test('what MNIST was at hand stands above the results, once', async () => {
  const { folder } = testFolder();
  const blank = { labels: Uint8Array.from({ length: 10 }, (_, i) => i), pixels: new Uint8Array(10 * 784) };
  await writePack({ title: TEST_ONLY_TITLE, train: blank, test: blank }, folder);
  const { code, stdout } = await lab(['run', write('there.json', spec)], { MNIST_DIR: folder });
  expect(code).toBe(0);
  expect(stdout.match(/^Data: MNIST test files only: 8,000 for training, 2,000 for testing$/gm)).toHaveLength(1);
});
