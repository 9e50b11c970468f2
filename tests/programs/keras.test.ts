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

  it('draws noise that is stronger than its own layer takes', { timeout: 300_000 }, async () => {
    const experiment = example({ network: { noise: { input: 1.5, hidden: 0.1 } }, training: { optimizer: rate('sgd'), epochs: 2 } });
    const losses = await trainLosses(experiment, 'keras', keras!);
    for (const curve of losses.values()) expect(curve.every(Number.isFinite)).toBe(true);
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
