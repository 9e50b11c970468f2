/** What the chapter on loss landscapes says of many starts, and a bowl in which everybody arrives. */
import { expect, test } from 'vitest';
import { MANY, manyStarts } from '../../../../../src/islands/explorers/race/starts/manyStarts.ts';
import { loadKernel } from '../../../../../src/kernel/node.ts';

const kernel = await loadKernel();
const IDS = ['sgd', 'momentum', 'adagrad', 'rmsprop', 'adam'];
const on = (name: string) => Object.fromEntries(manyStarts(kernel, name, IDS).map((standing) => [standing.id, standing]));

test('in a quadratic ravine every start arrives with plain SGD, as theory has it for a rate below 2 over the curvature', () => {
  expect(on('ravine')['sgd']).toMatchObject({ arrived: MANY.judged, left: 0, starts: MANY.judged });
});

test('Beale: Adam and RMSprop arrive from the most starts, Adam soonest and nearest; SGD runs off most often', () => {
  const beale = on('beale');
  const best = (key: 'arrived' | 'left' | 'steps' | 'precision', pick: (...values: number[]) => number) => pick(...IDS.map((id) => beale[id]![key]));
  expect([beale['adam']!.arrived, beale['rmsprop']!.arrived]).toEqual([best('arrived', Math.max), best('arrived', Math.max)]);
  expect(beale['adam']!.steps).toBe(best('steps', Math.min));
  expect(beale['adam']!.precision).toBe(best('precision', Math.min));
  expect(beale['sgd']!.left).toBe(best('left', Math.max));
  expect(['adagrad', 'rmsprop', 'adam'].map((id) => beale[id]!.left)).toEqual([0, 0, 0]);
});

test('Rosenbrock and Himmelblau: the order is another, or there is none', () => {
  const rosenbrock = on('rosenbrock');
  expect(rosenbrock['momentum']!.arrived).toBeGreaterThan(3 * rosenbrock['rmsprop']!.arrived);
  expect(rosenbrock['adam']!.arrived).toBeGreaterThan(rosenbrock['momentum']!.arrived);
  expect(Object.values(on('himmelblau')).map(({ arrived }) => arrived)).toEqual(IDS.map(() => MANY.judged));
});
