/** What the schema of a search cannot check, because it depends on more than one setting. */
import { shapeOf } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import { budgetKind } from '../../experiments/configuration/budget.ts';
import { MOST_RUNS } from '../../experiments/spec/expand.ts';
import { foldedExamples, trainedInFold } from '../../experiments/plan/foldHoldout.ts';
import { metricNamesOf } from '../../experiments/configuration/metrics.ts';
import { formatFound, type Report } from '../../schema/problem.ts';
import { splitSizes } from '../../experiments/configuration/splitSizes.ts';
import { gridCost, plannedRuns } from '../run/plannedRuns.ts';
import type { Search } from '../search.ts';
import type { WrittenSearch } from './searchSchema.ts';
import { checkVerdicts } from './checkVerdicts.ts';
import { halvingsFor } from '../strategies/strategyChoice.ts';
import { halvingsOf } from '../strategies/halving.ts';

/** `sound`: whether nothing was found wrong so far; runs are counted only of what is sound. */
export function checkSearch(search: Search, written: WrittenSearch['search'], sound: boolean, report: Report): void {
  let found = !sound;
  const note: Report = (...problem) => {
    found = true;
    report(...problem);
  };
  checkBudget(written.budget ?? {}, note);
  checkScore(search, note);
  for (const check of [() => checkStrategies(search, written, note), () => checkRuns(search, note), () => checkVerdicts(search, note)]) if (!found) check();
}

function checkBudget({ trials, updates }: { trials?: number; updates?: number }, report: Report): void {
  if (trials !== undefined && updates !== undefined) report(['search', 'budget'], 'trials and updates', 'one of the two');
}

function checkScore({ configuration, metric, split, folds }: Search, report: Report): void {
  const names = metricNamesOf(shapeOf(configuration.dataset).task, split);
  if (!names.includes(metric)) report(['search', 'metric'], metric, `one of ${names.join(', ')} for the ${split} split`);
  if (folds === undefined) {
    if (splitSizes(configuration)[split] === 0) report(['search', 'split'], split, `a split that is there (see split.${split}), or folds`);
    return;
  }
  const examples = foldedExamples(configuration);
  if (folds > examples)
    return report(['search', 'folds'], String(folds), `a whole number from 2 to ${examples}, the number of examples that are not for testing`);
  const smallest = smallestClass(configuration);
  if (smallest && folds > smallest.size)
    report(
      ['search', 'folds'],
      String(folds),
      `at most ${smallest.size}, the number of examples of the smallest class, ${smallest.name}, with split.stratified`,
    );
  const trained = trainedInFold(configuration, { index: 0, count: folds });
  if (configuration.training.batchSize > trained)
    report(['training', 'batchSize'], String(configuration.training.batchSize), `at most ${trained}, what a fold trains on`);
}

/** Of stratified folds each needs an example of each class. Known of data that the file brings itself; of drawn data a run tells. */
function smallestClass({ dataset, split }: Search['configuration']): { name: number; size: number } | undefined {
  if (!split.stratified || !isInline(dataset) || dataset.task !== 'classification') return undefined;
  const sizes = new Map<number, number>();
  for (const own of dataset.y) if (typeof own === 'number') sizes.set(own, (sizes.get(own) ?? 0) + 1);
  return [...sizes].map(([name, size]) => ({ name, size })).sort((a, b) => a.size - b.size)[0];
}

function checkStrategies(search: Search, { strategy, budget }: WrittenSearch['search'], report: Report): void {
  const { axes, configuration, space } = search;
  const tuned = strategy.find(({ name }) => name === 'tuned');
  const at = ['search', 'strategy'];
  if (tuned && strategy.length > 1) report(at, 'tuned beside other strategies', 'tuned alone: it compares arms, not strategies');
  if (tuned && axes.length === 0) report(['compare'], 'nothing', 'the arms that are to be tuned and compared');
  if (!tuned && axes.length > 0) report(['compare'], 'arms', 'arms with the strategy tuned alone; here, what is searched stands under search.space');
  if (tuned && budget) report(['search', 'budget'], formatFound(budget), 'none with tuned: every arm gets the whole grid');
  for (const dimension of space) {
    const paths = dimension.kind === 'list' && dimension.sets ? dimension.sets.flatMap((set) => Object.keys(set)) : [dimension.path];
    const axis = axes.find(({ values }) => values.some(({ set }) => paths.some((path) => path in set)));
    if (axis) report(['search', 'space', dimension.path], formatFound(dimension.path), `a path that ${formatFound(axis.name)} does not set`);
  }
  const kind = budgetKind(configuration.training);
  const units = configuration.training[kind]!;
  strategy.forEach((one) => {
    const halvings = one.name === 'successiveHalving' ? halvingsOf(one.candidates, one.eta) : one.name === 'hyperband' ? halvingsFor(one, units) : 0;
    const eta = 'eta' in one ? one.eta : 1;
    const shortest = Array.from({ length: halvings }).reduce<number>((share) => share / eta, units);
    if (shortest < 1 - 1e-9)
      report(
        at,
        `${one.name} with ${halvings} halvings of ${units} ${kind}`,
        `at most ${halvingsOf(units, eta)} with eta ${eta}: no training is shorter than one`,
      );
    if (one.name !== 'grid') return;
    const cost = gridCost(search, one.levels);
    const limit = 'trials' in search.budget ? search.budget.trials : search.budget.updates;
    if (cost > limit)
      report(['search', 'budget'], `${limit}, with a grid of ${cost}`, `at least ${cost}: a grid cut off is no grid. Or fewer values, or random`);
  });
}

function checkRuns(search: Search, report: Report): void {
  const runs = search.strategies.reduce((sum, strategy) => sum + plannedRuns(search, strategy), 0);
  if (runs > MOST_RUNS) report(['search'], `${runs} runs`, `at most ${MOST_RUNS}: trials times folds times seeds, for all strategies`);
}
