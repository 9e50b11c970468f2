import { describe, expect, it } from 'vitest';
import { SpecError } from '../../../src/schema/problem.ts';
import { readSpec } from '../../../src/experiments/spec/read.ts';
import { parseSearch } from '../../../src/search/spec/parseSearch.ts';
import { plannedRuns } from '../../../src/search/run/plannedRuns.ts';
import { gridOf } from '../../../src/search/space/space.ts';
import { configurationOf } from '../../../src/search/run/prepare.ts';
import { rates, searchOf } from '../specs.ts';

function problemsOf(search: object, changes: object = {}): string[] {
  try {
    searchOf(search, changes);
  } catch (error) {
    if (error instanceof SpecError) return error.problems.map(({ path, found, allowed }) => `${path}: ${found}; ${allowed}`);
    throw error;
  }
  return [];
}

const compare = { 'training.optimizer': ['sgd', 'adam'] };

describe('a search', () => {
  it('is explicit once it is parsed', () => {
    const { configuration, ...search } = searchOf({ space: rates, strategy: ['random', { name: 'grid' }] });
    expect(search).toEqual({
      ...{ id: 'test', title: 'test', claim: '', sources: [], verdicts: [], axes: [], metric: 'loss', split: 'validation', at: 'final', seeds: 1 },
      space: [{ kind: 'list', path: 'training.optimizer.learningRate', values: [0.001, 0.01, 0.1] }],
      strategies: [{ name: 'random' }, { name: 'grid', levels: 5 }],
      budget: { trials: 3 },
    });
    expect(configuration.training.optimizer).toMatchObject({ name: 'adam', learningRate: 0.001 });
  });

  it('gets what its grid or its greedy way takes, if no budget is stated', () => {
    const space = { ...rates, 'training.batchSize': { min: 1, max: 3, integer: true } };
    expect(searchOf({ space, strategy: 'grid' }).budget).toEqual({ trials: 9 });
    expect(searchOf({ space, strategy: { name: 'greedy', rounds: 2 } }).budget).toEqual({ trials: 12 });
    expect(searchOf({ space, strategy: 'random' }).budget).toEqual({ trials: 20 });
  });
});

describe('bad input', () => {
  // 60 examples, none for testing: folds of one example each are the most there can be.
  it.each([
    ['more folds than examples', { folds: 61 }, ['search.folds: 61; a whole number from 2 to 60, the number of examples that are not for testing']],
    ['one fold', { folds: 1 }, ['search.folds: 1; a whole number of at least 2']],
    ['a budget of zero', { budget: { trials: 0 } }, ['search.budget.trials: 0; a whole number from 1 to 2000']],
    ['no updates', { budget: { updates: 0 } }, ['search.budget.updates: 0; a whole number from 1 to 100000000']],
    ['two budgets', { budget: { updates: 10, trials: 3 } }, ['search.budget: trials and updates; one of the two']],
    ['too many runs', { budget: { trials: 101 }, folds: 20 }, ['search: 2020 runs; at most 2000: trials times folds times seeds, for all strategies']],
    ['too many seeds', { budget: { trials: 5 }, seeds: 401 }, ['search: 2005 runs; at most 2000: trials times folds times seeds, for all strategies']],
    ['nothing to search', { space: {} }, ['search.space: no path; at least one path of a setting, with a list of values or a range']],
    [
      'an unknown path, once',
      { space: { 'training.optimiser.learningRate': [0.1, 0.2] } },
      ['search.space.training.optimiser.learningRate: "training.optimiser.learningRate"; the path of a setting, for example training.batchSize'],
    ],
    [
      'what is no path',
      { space: { rate: [0.1] } },
      ['search.space.rate[0]: 0.1; { label, set }, or name the axis by the path of a setting, for example training.batchSize'],
    ],
    ['a value out of range', { space: { 'training.batchSize': [10, 0] } }, ['search.space.training.batchSize[1]: 0; a whole number from 1 to 1000000']],
    [
      'a range on a log scale from zero',
      { space: { 'training.optimizer.learningRate': { min: 0, max: 1, scale: 'log' } } },
      ['search.space.training.optimizer.learningRate.min: 0; a number above 0 on a log scale'],
    ],
    [
      'a range upside down',
      { space: { 'training.batchSize': { min: 9, max: 3, integer: true } } },
      ['search.space.training.batchSize: min 9 and max 3; min below max'],
    ],
    ['an unknown strategy', { strategy: 'luck' }, [expect.stringMatching(/^search\.strategy: "luck"; a list, or one of grid, random, /)]],
    ['an option out of range', { strategy: { name: 'hyperband', eta: 1 } }, ['search.strategy.eta: 1; a whole number from 2 to 10']],
    ['an option out of range in a list', { strategy: ['random', { name: 'grid', levels: 1 }] }, ['search.strategy[1].levels: 1; a whole number from 2 to 100']],
    ['an unknown option', { strategy: { name: 'grid', level: 3 } }, ['search.strategy.level: an unknown setting, "level"; one of name, levels']],
    ['a metric of another task', { metric: 'mae' }, [expect.stringContaining('search.metric: mae; one of loss, accuracy')]],
    ['a split that is not there', { split: 'test' }, ['search.split: test; a split that is there (see split.test), or folds']],
    [
      'a grid that the budget cuts off',
      { strategy: 'grid', budget: { trials: 2 } },
      ['search.budget: 2, with a grid of 3; at least 3: a grid cut off is no grid. Or fewer values, or random'],
    ],
    [
      'halvings below one epoch',
      { strategy: { name: 'successiveHalving', candidates: 27 } },
      ['search.strategy: successiveHalving with 3 halvings of 9 epochs; at most 2 with eta 3: no training is shorter than one'],
    ],
    ['a tuned comparison of nothing', { strategy: 'tuned' }, ['compare: nothing; the arms that are to be tuned and compared']],
  ])('%s', (_, search, problems) => expect(problemsOf({ space: rates, strategy: 'random', ...search })).toEqual(problems));

  it('arms without tuning, tuning with a budget, and tuning what is compared', () => {
    expect(problemsOf({ space: rates, strategy: 'random' }, { compare })).toEqual([
      expect.stringContaining('compare: arms; arms with the strategy tuned alone'),
    ]);
    expect(problemsOf({ space: rates, strategy: 'tuned', budget: { trials: 9 } }, { compare })).toEqual([
      expect.stringContaining('search.budget: {"trials":9}; none with tuned'),
    ]);
    expect(problemsOf({ space: { 'training.optimizer': ['sgd'] }, strategy: 'tuned' }, { compare })).toEqual([
      expect.stringContaining('a path that "training.optimizer" does not set'),
    ]);
  });

  it('a batch larger than what a fold trains on', () => {
    const training = { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 31, epochs: 9 };
    expect(problemsOf({ space: rates, strategy: 'random', folds: 2 }, { training })).toEqual(['training.batchSize: 31; at most 30, what a fold trains on']);
  });

  it('is shown with its line', () => {
    const text = 'dataset: circles\nnetwork: { hidden: [3] }\ntraining: { loss: categoricalCrossentropy, optimizer: adam, batchSize: 10, epochs: 9 }\n';
    const search = 'search:\n  space: { training.batchSize: [5, 10] }\n  strategy: random\n  budget: { trials: 0 }\n';
    expect(() => readSpec(text + search, 'a.yaml', parseSearch)).toThrow('line 7: search.budget.trials: found 0; allowed: a whole number from 1 to 2000');
  });
});

describe('values that are set together', () => {
  const size = [
    { label: 'small', set: { 'network.hidden': [2] } },
    { label: 'large', set: { 'network.hidden': [9, 9], 'training.batchSize': 5 } },
  ];

  it('have labels, and each label sets its paths', () => {
    const search = searchOf({ space: { size, ...rates }, strategy: 'grid' });
    expect(search.space[0]).toEqual({ kind: 'list', path: 'size', values: ['small', 'large'], sets: size.map(({ set }) => set) });
    const prepared = configurationOf(search, { point: { size: 'large', 'training.optimizer.learningRate': 0.1 }, share: 1 });
    expect(prepared).toMatchObject({ configuration: { network: { hidden: [9, 9] }, training: { batchSize: 5, optimizer: { learningRate: 0.1 } } } });
    expect(gridOf(search.space, 5, {} as never)).toHaveLength(6);
  });

  it('are refused where a path would be set twice, a value is out of range, or labels are equal', () => {
    expect(problemsOf({ space: { size, 'training.batchSize': [5, 10] }, strategy: 'grid' })).toEqual([
      'search.space.training.batchSize: a second dimension that sets training.batchSize; a path that "size" does not set',
    ]);
    expect(problemsOf({ space: { size: [{ label: 'none', set: { 'training.batchSize': 0 } }] }, strategy: 'grid' })).toEqual([
      expect.stringMatching(/^search\.space\.size\[0\]\.set.*training\.batchSize.*: 0; a whole number from 1/),
    ]);
    expect(problemsOf({ space: { size: [size[0], size[0]] }, strategy: 'grid' })).toEqual([
      'search.space.size[1]: a second value labelled "small"; labels that differ',
    ]);
  });
});

describe('a claim', () => {
  const search = { space: { 'training.batchSize': [5, 10] }, strategy: ['grid', 'random'] };
  it.each([
    ['neither form', {}, 'verdict[0]: neither of ranking and chooses; exactly one of the two'],
    ['an unknown strategy', { ranking: ['grid', 'luck'] }, 'verdict[0].ranking[1]: "luck"; one of grid, random'],
    ['a strategy twice', { ranking: ['grid', 'grid'] }, 'verdict[0].ranking[1]: "grid" a second time; each name once'],
    ['an unknown path', { chooses: { size: [1] } }, 'verdict[0].chooses.size: "size"; one of training.batchSize'],
    ['a value that is not searched', { chooses: { 'training.batchSize': [7] } }, 'verdict[0].chooses.training.batchSize[0]: 7; one of 5, 10'],
    ['no test split', { ranking: ['grid', 'random'], on: 'test' }, 'verdict[0].on: test; found, or a test split: see split.test'],
  ])('of %s is refused', (_, verdict, problem) => expect(problemsOf(search, { verdict: { claim: 'a', ...verdict } })).toEqual([problem]));
});

it('stratified folds larger than the smallest class are refused, with the class and its size', () => {
  const dataset = { name: 'inline', task: 'classification', x: [[1], [2], [3], [4], [5]], y: [0, 0, 0, 1, 1] };
  const training = { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: 1, epochs: 1 };
  expect(problemsOf({ space: rates, strategy: 'grid', folds: 3 }, { dataset, training, split: { stratified: true } })).toEqual([
    'search.folds: 3; at most 2, the number of examples of the smallest class, 1, with split.stratified',
  ]);
});

describe('planned runs', () => {
  const space = { ...rates, 'training.batchSize': [5, 10] };
  it.each([
    ['grid: 6 points, 3 folds, 2 seeds', { strategy: 'grid', folds: 3, seeds: 2 }, 36],
    ['greedy: 3 + 2', { strategy: 'greedy' }, 5],
    ['halving: 9, 3 and 1 candidates cost 3 trainings; two rounds', { strategy: { name: 'successiveHalving', candidates: 9 }, budget: { trials: 6 } }, 26],
    ['the same, and one training left for 9 at a ninth', { strategy: { name: 'successiveHalving', candidates: 9 }, budget: { trials: 4 } }, 22],
    // 9 epochs of ⌈48/10⌉ = 5 updates.
    ['updates: 100 of 45 each', { strategy: 'random', budget: { updates: 100 } }, 2],
  ])('%s', (_, search, runs) => {
    const parsed = searchOf({ space, ...search });
    expect(plannedRuns(parsed, parsed.strategies[0]!)).toBe(runs);
  });

  it('of a tuned comparison: every arm with every value and tuning seed, then every arm with every seed', () => {
    const parsed = searchOf({ space: rates, strategy: { name: 'tuned', seeds: 4 }, seeds: 5 }, { compare });
    expect(plannedRuns(parsed, parsed.strategies[0]!)).toBe(2 * (3 * 4 + 5));
  });
});
