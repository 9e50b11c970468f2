import { describe, expect, test } from 'vitest';
import { changeExperiment } from '../../../src/experiments/change/change.ts';
import { parseExperiment, writeExperiment } from '../../../src/experiments/spec/spec.ts';
import { circlesExperiment } from '../examples.ts';

const onTest = { metric: 'loss', split: 'test', ascending: ['10', '20'] };
const onTraining = { metric: 'loss', split: 'train', ascending: ['10', '20'] };

describe('the author’s question', () => {
  const asked = (verdict: number) =>
    circlesExperiment({
      split: { validation: 0.2, test: 0.2 },
      compare: { 'training.batchSize': [10, 20] },
      seeds: 7,
      verdict: [onTest, onTraining],
      predict: { question: 'Which ends lower?', options: ['10', '20'], answer: { verdict, holds: '10', reversed: '20' } },
    });
  const withoutTest = (verdict: number) => {
    const changed = changeExperiment(asked(verdict), [{ path: 'split.test', value: 0 }]);
    if ('problems' in changed) throw new Error('It can be.');
    return changed.experiment;
  };

  test('goes on with its verdict, whose number is another one now', () => {
    const { verdicts, predict } = withoutTest(2);
    expect(verdicts.map(({ split }) => split)).toEqual(['train']);
    expect(predict?.answer).toEqual({ verdict: 1, holds: '10', reversed: '20' });
  });

  test('is dropped with the verdict that answers it', () => {
    expect(withoutTest(1)).not.toHaveProperty('predict');
  });

  test.each([1, 2])('answered by verdict %i: what is written can be read again', (verdict) => {
    const written = writeExperiment(withoutTest(verdict));
    expect(writeExperiment(parseExperiment(written, 'changed.yaml'))).toEqual(written);
  });

  test('stays as it is where no verdict is dropped', () => {
    const published = asked(2);
    expect(changeExperiment(published, [{ path: 'split.test', value: 0.1 }])).toMatchObject({ experiment: { predict: published.predict } });
  });
});
