/** Exported PyTorch programs, run for real. */
import { describe, expect, it } from 'vitest';
import { initializers } from '../../src/nn/catalog.ts';
import { sampled } from '../browser/sample.ts';
import { example } from '../export/examples.ts';
import { cases, rate } from './cases.ts';
import { itFollows, itRuns, trainLosses } from './follow.ts';
import { published, publishedAtNight } from './published.ts';
import { pythonWith } from './python.ts';

const torch = pythonWith('torch');

describe.skipIf(!torch)('the PyTorch program', () => {
  itFollows('pytorch', torch, [...sampled(cases, 4), ...published]);
});

describe.skipIf(!torch)('the PyTorch program with numbers of its own', () => {
  itRuns('pytorch', torch, publishedAtNight);

  it('draws every initializer, dropout and noise, and learns', { timeout: 300_000 }, async () => {
    const random = initializers.filter(({ name }) => !['zeros', 'ones', 'constant'].includes(name)).map(({ name }) => name);
    const experiment = example({
      network: { dropout: 0.05, inputDropout: 0.05, outputDropout: 0.05, noise: { input: 0.01, hidden: 0.01 }, hidden: [16] },
      training: { optimizer: rate('adam'), epochs: 20 },
      compare: { 'network.initializer': random },
    });
    const losses = await trainLosses(experiment, 'pytorch', torch!);
    expect([...losses.keys()]).toEqual(random);
    // A coin's cross-entropy is ln 2; whoever has learned the circles is below it.
    for (const curve of losses.values()) expect(curve.at(-1)).toBeLessThan(Math.LN2);
  });
});
