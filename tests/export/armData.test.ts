/** What programs know of an arm without its data is what the plan, which has the data, comes to. */
import { describe, expect, it } from 'vitest';
import { planRun } from '../../src/experiments/plan/plan.ts';
import { armDataOf } from '../../src/export/data/armData.ts';
import { loadKernel } from '../../src/kernel/node.ts';
import { example, REGRESSION } from './examples.ts';

const kernel = await loadKernel();
const DIGITS = { dataset: { name: 'digits', examples: 43 }, split: { validation: 10, test: 0.1 } };
const FOLDS = { split: { validation: 0, test: 7 } };

const cases: [string, Parameters<typeof example>[0], number?][] = [
  ['epochs, a last batch that is short', {}],
  ['updates', { training: { epochs: undefined, updates: 31 } }],
  ['examples', { training: { epochs: undefined, examples: 100 } }],
  ['a regression', REGRESSION],
  ['one output for two classes', { training: { loss: 'binaryCrossentropy' } }],
  ['three splits', DIGITS],
  ['no validation', { split: { validation: 0, test: 5 } }],
  ['moved copies', { ...DIGITS, augmentation: { copies: 2, shift: 2, rotation: 10 } }],
  ['the first fold, which is larger', FOLDS, 0],
  ['the last fold', FOLDS, 3],
  ['a fold with moved copies', { ...DIGITS, split: { validation: 0, test: 3 }, augmentation: { copies: 1, shift: 1, rotation: 0 } }, 2],
];

describe('counts of an arm', () => {
  it.each(cases)('%s', (_, parts, index) => {
    const { configuration } = example(parts).arms[0]!;
    const fold = index === undefined ? undefined : { index, count: 4 };
    const { plan, updates, updatesPerEpoch, examples } = planRun(configuration, 1, kernel, undefined, fold);
    expect(armDataOf({ configuration, ...(fold && { fold }) })).toEqual({
      updates,
      updatesPerEpoch,
      outputs: plan.network.layers.at(-1)!.units,
      task: examples.task,
      hasValidation: plan.data.validation !== undefined,
    });
  });

  it('by hand: 30 pictures and two copies of each, in batches of 16, are 6 updates an epoch', () => {
    const { arms } = example({ dataset: { name: 'digits', examples: 40 }, split: { validation: 10 }, augmentation: { copies: 2, shift: 2, rotation: 10 } });
    expect(armDataOf(arms[0]!)).toMatchObject({ updatesPerEpoch: 6, updates: 72, outputs: 10, hasValidation: true });
  });
});
