import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addWork, multiplyAddsPerExample, NO_WORK, workAfter } from '../../../src/experiments/plan/work.ts';
import { circlesExperiment, circlesSpec } from '../examples.ts';

it('counts multiply-adds forward and backward', () => {
  // 2–3–2: 6 + 6 forward, as many for the gradients of the weights, 6 to pass the gradient to the hidden layer.
  expect(multiplyAddsPerExample([2, 3, 2])).toBe(30);
  // No hidden layer: forward, and the gradient of the weights.
  expect(multiplyAddsPerExample([4, 5])).toBe(40);
});

it('gives what a budget comes to, in every unit', () => {
  // 80 training examples in batches of 10 for 3 epochs; 2–4–2: 2·8 + 3·8 = 40 an example.
  const { configuration } = circlesExperiment();
  expect(workAfter(configuration)).toEqual({ epochs: 3, updates: 24, examples: 240, multiplyAdds: 9600 });
  expect(workAfter(configuration, 12)).toEqual({ epochs: 1.5, updates: 12, examples: 120, multiplyAdds: 4800 });
  // In a fold of 75 the last batch of an epoch has 5: 8 updates an epoch.
  expect(workAfter(configuration, 9, 75)).toEqual({ epochs: 85 / 75, updates: 9, examples: 85, multiplyAdds: 3400 });
});

it('includes pre-training', () => {
  const { configuration } = circlesExperiment({ pretraining: { epochs: 2 } });
  // The autoencoder 2–4–2 is, by chance, the shape of the network itself: 40 an example, 80 examples twice.
  expect(workAfter(configuration, 0)).toEqual({ epochs: 0, updates: 16, examples: 160, multiplyAdds: 6400 });
  // Two hidden layers of 4: the second is an autoencoder 4–4–4, 2·16 + 3·16 = 80 an example.
  const { configuration: two } = circlesExperiment({ network: { hidden: [4, 4] }, pretraining: { epochs: 2, batchSize: 20 } });
  expect(workAfter(two, 0)).toEqual({ epochs: 0, updates: 2 * 2 * 4, examples: 320, multiplyAdds: 160 * (40 + 80) });
});

it('is the same whether the budget is in epochs, updates or examples', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 5 }), (batchSize, epochs) => {
      const of = (budget: object) => {
        const { loss, optimizer } = circlesSpec.training;
        return workAfter(circlesExperiment({ training: { loss, optimizer, batchSize, ...budget } }).configuration);
      };
      const work = of({ epochs });
      expect(work).toMatchObject({ epochs, updates: epochs * Math.ceil(80 / batchSize), examples: 80 * epochs });
      expect(of({ updates: work.updates })).toEqual(work);
      expect(of({ examples: work.examples })).toEqual(work);
    }),
  );
});

it('adds up', () => {
  const work = { epochs: 1, updates: 2, examples: 3, multiplyAdds: 4 };
  expect(addWork(work, addWork(work, NO_WORK))).toEqual({ epochs: 2, updates: 4, examples: 6, multiplyAdds: 8 });
});
