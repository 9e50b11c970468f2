import { describe, expect, it } from 'vitest';
import { backpropagate } from '../../../../src/islands/explorers/backpropagation/backpropagate.ts';
import { published, type Exercise } from '../../../../src/islands/explorers/backpropagation/exercise.ts';
import { explain, quantityText, STEPS, type StepName } from '../../../../src/islands/explorers/backpropagation/explain.ts';
import { fraction } from '../../../../src/islands/explorers/backpropagation/fraction.ts';
import { readExercise, writeExercise } from '../../../../src/islands/explorers/backpropagation/shareExercise.ts';

/** The equations of a step as text: `z¹₁₁ = 1·(−1) + … = −1`. */
function lines(exercise: Exercise, name: StepName): string[] {
  const step = explain(exercise, backpropagate(exercise)).find((candidate) => candidate.name === name)!;
  return step.groups.flatMap(({ equations }) =>
    equations.map(({ quantity, relation = '=', terms, value }) => [quantityText(quantity), relation, terms && `${terms} =`, value].filter(Boolean).join(' ')),
  );
}

// Numbers from the derivation in backpropagate.test.ts.
describe('the worked example in words and numbers', () => {
  it('comes in the order of the steps', () => {
    expect(explain(published, backpropagate(published)).map(({ name }) => name)).toEqual([...STEPS]);
  });

  it.each<[StepName, number, string]>([
    ['given', 0, 'x₁ = (−1, 1)'],
    ['z1', 0, 'z¹₁₁ = 1·(−1) + 2·1 + (−2) = −1'],
    ['z1', 7, 'z¹₂₄ = (−2)·2 + 2·(−1) + (−2) = −8'],
    ['a1', 3, 'a¹₁₄ = max(0, 2) = 2'],
    ['output', 1, 'ŷ₂ = 1·0 + 0·3 + (−1)·1 + 2·0 + (−2) = −3'],
    ['loss', 1, 'e₂ = −3 − (−1) = −2'],
    ['loss', 2, 'L = ½·(1² + (−2)²) = 2.5'],
    ['delta2', 1, 'δ²₂ = −2'],
    ['gradient2', 1, '∂L/∂W²₂ = 1·1 + (−2)·3 = −5'],
    ['delta1', 6, 'δ¹₂₃ = (−1)·(−2)·1 = 2'],
    ['gradient1', 2, '∂L/∂W¹₃₁ = 0·(−1) + 2·2 = 4'],
    ['update', 1, 'W²₂ ← 0 − 0.1·(−5) = 0.5'],
    ['update', 9, 'W¹₃₁ ← −1 − 0.1·4 = −1.4'],
  ])('has in step %s, at %i: %s', (name, at, line) => expect(lines(published, name)[at]).toBe(line));

  it('carries the factor of the convention', () => {
    expect(lines({ ...published, convention: 'halfMean' }, 'delta2')[1]).toBe('δ²₂ = ½·(−2) = −1');
    expect(lines({ ...published, convention: 'halfMean' }, 'loss')[2]).toBe('L = ¼·(1² + (−2)²) = 1.25');
    expect(lines({ ...published, convention: 'sum' }, 'delta2')[0]).toBe('δ²₁ = 2·1 = 2');
    expect(lines({ ...published, convention: 'sum' }, 'loss')[2]).toBe('L = 1² + (−2)² = 5');
  });
});

describe('an exercise in an address', () => {
  const changed: Exercise = { ...published, learningRate: fraction(1, 3), convention: 'mean', b1: [1, -2, 3, 4].map((n) => fraction(n, 4)) };

  it('holds what differs, and reads back', () => {
    expect(writeExercise(published)).toEqual({});
    expect(writeExercise(changed)).toEqual({ lr: '1/3', loss: 'mean', b1: '0.25,-0.5,0.75,1' });
    expect(readExercise(new Map(Object.entries(writeExercise(changed))))).toEqual({ exercise: changed, refused: [] });
  });

  it('refuses what it does not allow, each for itself', () => {
    const { exercise, refused } = readExercise(new Map([['lr', '99'], ['loss', 'huber'], ['w2', '1,2'], ['x', '1,2,3,x'], ['y', '3,4'], ['zz', '1']])); // prettier-ignore
    expect(refused).toHaveLength(4);
    expect(exercise).toEqual({ ...published, y: [fraction(3), fraction(4)] });
  });
});
