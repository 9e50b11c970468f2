import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../../../src/experiments/spec/experiment.ts';
import type { Judgement } from '../../../../src/experiments/verdicts/verdict.ts';
import type { ArmRecording } from '../../../../src/experiments/record/recording.ts';
import { liveAnswer, recordedAnswer } from '../../../../src/islands/experiment/prediction/answer.ts';
import { FAILS, HOLDS, NO_DIFFERENCE, questionOf, type Question } from '../../../../src/islands/experiment/prediction/question.ts';
import { example } from '../../../export/examples.ts';
import { history } from '../../../figures/data.ts';

const contest = (verdict: object, seeds = 5, more: object = {}): Experiment =>
  example({
    ...more,
    split: { validation: 0.2 },
    seeds,
    compare: {
      'training.batchSize': [4, 16],
      optimizer: [
        { label: 'sgd', set: { 'training.optimizer': 'sgd' } },
        { label: 'adam', set: { 'training.optimizer': 'adam' } },
      ],
    },
    verdict: { claim: 'Small wins.', metric: 'loss', split: 'train', where: { optimizer: 'adam' }, ...verdict },
  });

function ask(experiment: Experiment): Question {
  const question = questionOf(experiment);
  if (!question) throw new Error('This experiment has a verdict, and so a question.');
  return question;
}

/** Final training losses of the two batch sizes, seed by seed; null: diverged. */
function recorded(four: (number | null)[], sixteen: (number | null)[]): ArmRecording[] {
  const arm = (batch: string, optimizer: string, values: (number | null)[]): ArmRecording => ({
    label: `${batch} · ${optimizer}`,
    labels: { 'training.batchSize': batch, optimizer },
    ...{ parameterCount: 1, updates: 1, epochs: 1, examplesSeen: 1, curve: { step: [], epoch: [], median: [], low: [], high: [], first: [] } },
    runs: values.map((value, index) => ({
      seed: index + 1,
      ending: value === null ? 'diverged' : 'finished',
      digest: '',
      final: { 'train.loss': value },
      best: { 'train.loss': value },
    })),
  });
  // The other optimizer says the opposite and is not asked.
  return [arm('4', 'adam', four), arm('16', 'adam', sixteen), arm('4', 'sgd', sixteen), arm('16', 'sgd', four)];
}

describe('the question', () => {
  it('asks which arm wins, without giving away what the claim says', () => {
    const rising = ask(contest({ ascending: ['16', '4'] }));
    expect(rising.text).toBe('With optimizer adam, which batch size ends with the lowest training loss?');
    expect(rising.choices).toEqual(['4', '16', NO_DIFFERENCE]);
    const accuracy = ask(contest({ ascending: ['4', '16'], metric: 'accuracy', split: 'train', at: 'best' }));
    expect(accuracy.text).toBe('With optimizer adam, which batch size has, where its validation split reads best, the highest training accuracy?');
  });

  it('asks about the claim where no arms compete, and nothing where nothing is claimed', () => {
    const bound = ask(contest({ below: 0.1, inAtLeast: 0.8 }));
    expect(bound.text).toBe('Small wins. Does that hold in at least 80 % of the seeds?');
    expect(bound.choices).toEqual([HOLDS, FAILS]);
    expect(ask(contest({ ascending: ['4', '16'], at: 'area' })).choices).toEqual([HOLDS, FAILS]);
    expect(questionOf(example({}))).toBeUndefined();
  });
});

describe('a question that the author asks', () => {
  const experiment = example({
    compare: { 'training.batchSize': [4, 16] },
    verdict: [
      { claim: 'It is low.', metric: 'loss', split: 'train', below: 0.1 },
      { claim: 'Small wins.', metric: 'loss', split: 'train', ascending: ['4', '16'] },
    ],
    predict: {
      question: 'Which batch?',
      options: ['four', 'sixteen', 'neither'],
      answer: { verdict: 2, holds: 'four', reversed: 'sixteen', 'no difference': 'neither' },
    },
  });
  const judged = (outcome: Judgement['outcome'], agree: number, against: number, seeds: number): Judgement => ({
    ...{ claim: 'Small wins.', outcome, expected: 'holds', agree, against, seeds, effect: { median: 0, low: 0, high: 0 } },
  });
  const other = { ...judged('reversed', 0, 9, 9), claim: 'It is low.' };
  const answer = (judgement: Judgement) => recordedAnswer(ask(experiment), { arms: [], judgements: [other, judgement] });

  it('is asked as written, of the verdict that is named', () => {
    expect(ask(experiment)).toMatchObject({ text: 'Which batch?', choices: ['four', 'sixteen', 'neither'], verdict: 1 });
  });

  it('is answered by what came of that verdict', () => {
    expect(answer(judged('holds', 9, 0, 9))).toEqual({ choice: 'four', text: '“Small wins.” is true in 9 of 9 seeds.' });
    expect(answer(judged('reversed', 0, 9, 9))?.choice).toBe('sixteen');
    expect(answer(judged('no difference', 4, 4, 9))?.choice).toBe('neither');
    expect(answer(judged('open', 5, 2, 9))?.choice).toBe('');
  });

  it('is answered by a count where there are too few seeds to judge', () => {
    expect(answer(judged('open', 0, 1, 1))?.choice).toBe('sixteen');
    expect(answer(judged('open', 1, 1, 2))?.choice).toBe('');
  });

  it('must have its answers among its options', () => {
    const wrong = (answer: object) => () => contest({ below: 0.1 }, 5, { predict: { question: 'Q?', options: ['a', 'b'], answer } });
    expect(wrong({ holds: 'c' })).toThrow('one of the options: a, b');
    expect(wrong({ verdict: 2, holds: 'a' })).toThrow('the number of a verdict, at most 1');
    expect(wrong({})).toThrow('at least one, for example');
  });
});

describe('the recorded answer', () => {
  const question = ask(contest({ ascending: ['16', '4'], inAtLeast: 0.8 }));
  const answer = (four: (number | null)[], sixteen: (number | null)[]) => recordedAnswer(question, { arms: recorded(four, sixteen), judgements: [] });

  it('is the arm that wins in enough seeds, whatever was claimed', () => {
    expect(answer([1, 1, 1, 1, 3], [2, 2, 2, 2, 2])).toEqual({ choice: '4', text: '4 was ahead in 4 of 5 seeds.' });
  });

  it('is no difference where none does', () => {
    expect(answer([1, 1, 1, 3, 3], [2, 2, 2, 2, 2])).toEqual({ choice: NO_DIFFERENCE, text: '4 was ahead in 3 of 5 seeds, too few to call it.' });
    expect(answer([2, 2], [2, 2])).toEqual({ choice: NO_DIFFERENCE, text: 'None was ahead in any of 2 seeds.' });
  });

  it('counts a run that diverged as the worst, and two of them as equal', () => {
    expect(answer([null, null], [2, null])).toEqual({ choice: NO_DIFFERENCE, text: '16 was ahead in 1 of 2 seeds, too few to call it.' });
  });

  it('takes the higher accuracy for the better one, and heeds the margin of sameness', () => {
    const same = ask(contest({ same: { arms: ['4', '16'], margin: 0.5 } }));
    expect(recordedAnswer(same, { arms: recorded([1, 1], [1.25, 1.25]), judgements: [] })!.choice).toBe(NO_DIFFERENCE);
    expect(recordedAnswer(same, { arms: recorded([1, 1], [2, 2]), judgements: [] })!.choice).toBe('4');
    const accuracy = ask(contest({ ascending: ['4', '16'], metric: 'accuracy' }));
    const arms = recorded([0.5, 0.5], [0.75, 0.75]);
    for (const { runs } of arms) for (const run of runs) run.final = { 'train.accuracy': run.final['train.loss']! };
    expect(recordedAnswer(accuracy, { arms, judgements: [] })!.choice).toBe('16');
  });

  it('of a claim is its verdict', () => {
    const bound = ask(contest({ below: 0.1 }));
    const judgement: Judgement = { claim: '', outcome: 'open', expected: 'holds', agree: 12, against: 8, seeds: 20, effect: { median: 0, low: 0, high: 0 } };
    expect(recordedAnswer(bound, { arms: [], judgements: [judgement] })).toEqual({ choice: FAILS, text: 'It held in 12 of 20 seeds.' });
    expect(recordedAnswer(bound, { arms: [], judgements: [{ ...judgement, outcome: 'holds', agree: 20 }] })!.choice).toBe(HOLDS);
  });
});

describe('the answer of a run', () => {
  const question = ask(contest({ ascending: ['16', '4'] }));
  const run = (arm: string, seed: number, loss: number) =>
    ({ arm, seed, engine: 'fused', ending: { state: 'finished' }, history: history([1, loss]), digest: '', trainingTime: 0, totalTime: 0 }) as const;

  it('counts the seeds that are complete', () => {
    const results = [run('4 · adam', 7, 0.5), run('16 · adam', 7, 0.75), run('4 · adam', 8, 0.5)];
    expect(liveAnswer(question, results, [])).toEqual({ choice: '4', text: '4 was ahead in 1 of 1 seed.' });
    expect(liveAnswer(question, results.slice(2), [])).toBeUndefined();
  });
});
