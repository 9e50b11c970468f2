/** Exported Keras programs, run for real: Keras 3 on JAX. */
import { describe, expect, it } from 'vitest';
import { initializers } from '../../src/nn/catalog.ts';
import { sampled } from '../browser/sample.ts';
import { example } from '../export/examples.ts';
import { cases, rate } from './cases.ts';
import { itFollows, itRuns, trainLosses } from './follow.ts';
import { published, publishedAtNight } from './published.ts';
import { pythonWith } from './python.ts';

const keras = pythonWith('keras');

describe.skipIf(!keras)('the Keras program', () => {
  // JAX compiles each arm for a second or two.
  itFollows('keras', keras, [...sampled(cases, 1), ...published]);
});

describe.skipIf(!keras)('the Keras program with numbers of its own', () => {
  itRuns('keras', keras, publishedAtNight);

  it('draws noise that is stronger than its own layer takes, and as strong as it should be', { timeout: 300_000 }, async () => {
    // One weight, x = y = ±1, noise of 1.5 on x: its best value is 1/(1 + 1.5²) = 0.308, where the loss without noise is (1 − 0.308)².
    const sides = Array.from({ length: 200 }, (_, row) => (row % 2 ? 1 : -1));
    const experiment = example({
      dataset: { name: 'inline', task: 'regression', x: sides.map((side) => [side]), y: sides },
      network: { hidden: [], noise: { input: 1.5 } },
      training: { loss: 'meanSquaredError', optimizer: rate('sgd'), batchSize: 200, epochs: 200 },
      split: { validation: 0 },
    });
    const [curve] = (await trainLosses(experiment, 'keras', keras!)).values();
    expect(curve!.at(-1)).toBeGreaterThan(0.42);
    expect(curve!.at(-1)).toBeLessThan(0.54);
  });

  it('draws initializers, dropout and noise, and learns', { timeout: 300_000 }, async () => {
    const drawn = initializers.filter(({ name }) => !['zeros', 'ones', 'constant'].includes(name)).map(({ name }) => name);
    const random = sampled(drawn, 2);
    const experiment = example({
      network: { dropout: 0.05, inputDropout: 0.05, outputDropout: 0.05, noise: { input: 0.01, hidden: 0.01 }, hidden: [16] },
      training: { optimizer: rate('adam'), epochs: 20 },
      compare: { 'network.initializer': random },
    });
    const losses = await trainLosses(experiment, 'keras', keras!);
    expect([...losses.keys()]).toEqual(random);
    // A coin's cross-entropy is ln 2; whoever has learned the circles is below it.
    for (const curve of losses.values()) expect(curve.at(-1)).toBeLessThan(Math.LN2);
  });
});
