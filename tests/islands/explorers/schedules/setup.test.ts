import { describe, expect, it } from 'vitest';
import { schedules } from '../../../../src/nn/schedules/index.ts';
import {
  chooseSchedule,
  readSchedule,
  readSetup,
  START_RUN,
  writeSchedule,
  writeSetup,
  type Setup,
} from '../../../../src/islands/explorers/schedules/setup.ts';
import { titlesOf } from '../../../../src/islands/explorers/schedules/titlesOf.ts';

describe('a schedule in an address', () => {
  it.each([...schedules.map(({ name }) => name), 'cosine,0.1', 'stepDecay,0.5,5', 'exponential,0.5,false', 'triangular,0.2,3,true'])('reads back: %s', (text) =>
    expect(writeSchedule(readSchedule(text)!)).toBe(text),
  );
  it.each([
    '',
    'nothing',
    '__proto__',
    'constant,1',
    'cosine,2',
    'cosine,',
    'cosine,x',
    'stepDecay,0.5',
    'stepDecay,0.5,0.01',
    'exponential,0.5,yes',
    'reduceOnPlateau,1,10,0.0001,0,0',
  ])(
    // prettier-ignore
    'is refused: “%s”',
    (text) => expect(readSchedule(text)).toBeUndefined(),
  );
});

describe('everything that is set, in an address', () => {
  const entries = (setup: Setup) => new Map(Object.entries(writeSetup(setup)));

  it('reads back, and is short at the start', () => {
    const setup: Setup = {
      run: { epochs: 12, examples: 100, batchSize: 32, learningRate: 0.3, warmUp: 2 },
      schedules: [chooseSchedule('cosine'), { ...chooseSchedule('stepDecay'), period: 5 }],
      unit: 'epochs',
      axis: 'log',
    };
    expect(readSetup(writeSchedule(setup.schedules[0]!), entries(setup))).toEqual({ setup, refused: [] });
    expect(writeSetup({ run: START_RUN, schedules: [chooseSchedule('cosine')], unit: 'updates', axis: 'linear' })).toEqual({});
  });

  it('says what it refuses, and puts the start in its place', () => {
    const { setup, refused } = readSetup(
      'nothing',
      new Map([
        ['with', 'cosine'],
        ['epochs', '1e9'],
        ['x', 'years'],
      ]),
    );
    expect(setup).toEqual({ run: START_RUN, schedules: [chooseSchedule('cosine')], unit: 'updates', axis: 'linear' });
    expect(refused).toHaveLength(2);
    expect(refused[1]).toContain('Found “1e9” for epochs; allowed: a whole number from 1 to 1000.');
  });
});

it('two of the same kind are named by what differs', () => {
  const step = chooseSchedule('stepDecay');
  expect(titlesOf([chooseSchedule('cosine'), step])).toEqual(['cosine decay', 'step decay']);
  expect(titlesOf([step, { ...step, period: 5 }])).toEqual(['step decay, period 10', 'step decay, period 5']);
  expect(titlesOf([step, step])).toEqual(['step decay', 'step decay (again)']);
});
