import { describe, expect, test } from 'vitest';
import type { InlineChoice } from '../../../../src/datasets/dataset.ts';
import { parseExperiment } from '../../../../src/experiments/spec/spec.ts';
import type { OwnData } from '../../../../src/islands/experiment/ownData/ownData.ts';
import {
  publishedVersion,
  shareable,
  withChange,
  withOwnData,
  withoutOwnData,
  type Step,
  type Version,
} from '../../../../src/islands/experiment/draft/version.ts';

/** Trains on 800 of 1000 points. */
const published = parseExperiment(
  {
    dataset: 'circles',
    split: { validation: 0.2, stratified: true },
    network: { hidden: [4] },
    training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 100, epochs: 2, earlyStopping: { metric: 'accuracy' } },
    compare: { 'training.shuffle': [true, false] },
  },
  'published.yaml',
);
const start = publishedVersion(published);

function own(task: InlineChoice['task'], rows: number): OwnData {
  const y = Array.from({ length: rows }, (_, row) => (task === 'regression' ? row / 2 : row % 3));
  return { file: 'own.csv', data: { name: 'inline', task, x: y.map((_, row) => [row]), y } };
}

function made(step: Step): Version {
  if ('refused' in step) throw new Error(step.refused.join(' '));
  return step.version;
}

describe('own data', () => {
  test('of the same task: everything else stays', () => {
    const { experiment, own: used } = made(withOwnData(published, start, own('classification', 500)));
    expect(used!.adaptations).toEqual([]);
    expect(experiment.configuration).toEqual({ ...published.configuration, dataset: own('classification', 500).data });
  });

  test('of another task: loss, output, split and stopping follow, and each is told', () => {
    const { experiment, own: used } = made(withOwnData(published, start, own('regression', 500)));
    expect(experiment.configuration).toMatchObject({
      split: { validation: 0.2 },
      network: { outputActivation: { name: 'linear' } },
      training: { loss: { name: 'meanSquaredError' }, earlyStopping: { metric: 'loss' } },
    });
    expect(experiment.configuration.split.stratified).toBeUndefined();
    expect(used!.adaptations.map(({ why }) => why)).toEqual([
      'The loss is now meanSquaredError: categoricalCrossentropy is not for regression.',
      'The split is no longer stratified: there are no classes.',
      'Early stopping now watches the loss: accuracy is not a metric of regression.',
    ]);
  });

  test('of few rows: the batch size comes down to them', () => {
    // A fifth of 50 rows is held out.
    expect(made(withOwnData(published, start, own('classification', 50))).experiment.configuration.training.batchSize).toBe(40);
  });

  test('of fewer rows than are held out: shares take the place of their number', () => {
    const many = made(withChange(published, made(withChange(published, start, 'split.stratified', false)), 'split.validation', 60));
    const { experiment, own: used } = made(withOwnData(published, many, own('classification', 50)));
    expect(experiment.configuration.split).toEqual({ validation: 0.2, test: 0 });
    expect(used!.adaptations.map(({ why }) => why)).toContain('A fifth of the examples is now for validation: there are not 60 to spare.');
  });

  test('changes made before are kept, but for those of the old data; changes made after are on top', () => {
    const before = made(withChange(published, made(withChange(published, start, 'dataset.noise', 0.2)), 'network.hidden', [7]));
    const after = made(withChange(published, made(withOwnData(published, before, own('regression', 500))), 'training.loss', 'huber'));
    expect(after.changes.map(({ path }) => path)).toEqual(['network.hidden', 'training.loss']);
    expect(after.experiment.configuration).toMatchObject({ dataset: { name: 'inline' }, network: { hidden: [7] }, training: { loss: { name: 'huber' } } });
  });

  test('a loss that the reader chose and the data do not allow gives way', () => {
    const before = made(withChange(published, start, 'training.loss', 'kullbackLeibler'));
    expect(made(withOwnData(published, before, own('regression', 500))).experiment.configuration.training.loss.name).toBe('meanSquaredError');
  });

  test('what was adapted cannot be set back to the published value, which is said', () => {
    const version = made(withOwnData(published, start, own('regression', 500)));
    expect(withChange(published, version, 'training.loss', 'categoricalCrossentropy')).toMatchObject({
      refused: [expect.stringContaining('training.loss: categoricalCrossentropy, a loss for classification is refused; allowed: ')],
    });
  });

  test('what is compared is not given up', () => {
    const compared = parseExperiment(
      {
        dataset: 'circles',
        network: { hidden: [4] },
        training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 10, epochs: 2 },
        compare: { dataset: ['circles', 'moons'] },
      },
      'compared.yaml',
    );
    expect(withOwnData(compared, publishedVersion(compared), own('classification', 500))).toMatchObject({
      refused: [expect.stringContaining('no change: dataset is what this experiment compares')],
    });
  });

  test('of what is compared, what the data cannot have is left out, and that is said', () => {
    const compared = parseExperiment(
      {
        dataset: { name: 'digits', examples: 300 },
        network: { hidden: [4] },
        training: { loss: 'categoricalCrossentropy', optimizer: 'sgd', batchSize: 10, epochs: 2 },
        compare: {
          method: [
            { label: 'none', set: { 'network.dropout': 0 } },
            { label: 'dropout', set: { 'network.dropout': 0.5 } },
            { label: 'copies', set: { augmentation: { copies: 2, rotation: 10 } } },
            { label: 'soft', set: { 'training.loss.labelSmoothing': 0.1 } },
          ],
        },
      },
      'compared.yaml',
    );
    const classes = made(withOwnData(compared, publishedVersion(compared), own('classification', 500)));
    expect(classes.experiment.arms.map(({ label }) => label)).toEqual(['none', 'dropout', 'soft']);
    expect(classes.own!.adaptations.map(({ why }) => why)).toEqual([
      expect.stringMatching(
        /^“copies” is left out of what is compared: it does not go with this file \(augmentation: found copies of examples of inline; allowed: none, or /,
      ),
    ]);
    const numbers = made(withOwnData(compared, publishedVersion(compared), own('regression', 500)));
    expect(numbers.experiment.arms.map(({ label }) => label)).toEqual(['none', 'dropout']);
    expect(numbers.experiment.configuration.training.loss.name).toBe('meanSquaredError');
    expect(withoutOwnData(compared, numbers)).toEqual(publishedVersion(compared));
  });

  test('a link carries the other changes alone; leaving gives the published data back', () => {
    const version = made(withChange(published, made(withOwnData(published, start, own('regression', 500))), 'network.hidden', [7]));
    const { configuration } = shareable(published, version);
    expect(configuration).toEqual({ ...published.configuration, network: { ...published.configuration.network, hidden: [7] } });
    expect(withoutOwnData(published, version)).toMatchObject({ experiment: { configuration }, changes: [{ path: 'network.hidden' }] });
    expect(withoutOwnData(published, version).own).toBeUndefined();
    // A change that only the own data allowed goes with them.
    const huber = made(withChange(published, version, 'training.loss', 'huber'));
    expect(withoutOwnData(published, huber)).toEqual(start);
  });
});

test('a change back to the published value is none', () => {
  const version = made(withChange(published, start, 'network.hidden', [7]));
  expect(made(withChange(published, version, 'network.hidden', [4]))).toEqual(start);
});
