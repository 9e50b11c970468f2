/** A published search as a program that searches the same space with Optuna or Ray Tune; runs are those of the PyTorch program. */
import { shapeOf } from '../datasets/index.ts';
import { applySettings } from '../experiments/configuration/applySettings.ts';
import { budgetKind } from '../experiments/configuration/budget.ts';
import { isGiven } from '../experiments/configuration/checkGiven.ts';
import { armsOf } from '../experiments/spec/armsOf.ts';
import { seedsUpTo } from '../experiments/spec/expand.ts';
import type { Arm } from '../experiments/configuration/arm.ts';
import { plannedRuns, trialsOfGrid } from '../search/run/plannedRuns.ts';
import type { Search } from '../search/search.ts';
import { settingsAt } from '../search/space/space.ts';
import { keyOf, type Point } from '../search/space/turn.ts';
import { armDataOf } from './data/armData.ts';
import { writeData } from './data/data.ts';
import { ExportError, type ExportFile } from './exported.ts';
import { orderRemarks, programFiles, type ProgramOptions } from './exportProgram.ts';
import type { ProgramPlan } from './python/framework.ts';
import { armTable, type Settings } from './python/armTable.ts';
import { literal } from './python/literal.ts';
import { REPORTED } from './python/scores.ts';
import { pytorch } from './pytorch/pytorch.ts';
import { LIBRARIES, searchCells, type SearchTarget } from './tuning/searchCells.ts';
import { probedPoints, spaceTable } from './tuning/searchSpace.ts';
import { usesOf } from './uses.ts';

/** `seeds` defaults to 1: a candidate is scored by its mean over them. Throws an ExportError where a script cannot do what the search does. */
export async function exportSearch(search: Search, target: SearchTarget, options: Omit<ProgramOptions, 'given'>): Promise<ExportFile[]> {
  const { kernel, source, form = 'script' } = options;
  const { id, space, folds } = search;
  const seeds = seedsUpTo(options.seeds ?? 1);
  if (seeds.length === 0) throw new ExportError('Found 0 seeds; allowed: at least 1.');
  const bases = basesOf(search);
  refuse(search, bases);
  const points = probedPoints(space);
  const arms = bases.flatMap((base) => points.map((point) => variant(search, base, point)));
  refuseOtherBudgets(search, arms);
  const parts = bases.flatMap(({ label, configuration }) =>
    folds === undefined
      ? [{ label, configuration }]
      : Array.from({ length: folds }, (_, index) => ({ label: `${label}, fold ${index + 1}`, configuration, fold: { index, count: folds } })),
  );
  const text = await (options.data ?? writeData)(parts, { kernel, source, seeds, parameters: false, order: false });
  const reported: readonly string[] = REPORTED[shapeOf(search.configuration.dataset).task];
  if (!reported.includes(search.metric)) throw new ExportError(`The metric is ${search.metric}; the programs report ${reported.join(', ')}.`);
  const uses = usesOf(arms);
  const plan: ProgramPlan = {
    ...{ id, arms, uses, seeds, parameters: false, form },
    data: new Map(
      arms.map(({ label, configuration }) => [label, armDataOf({ configuration, ...(folds !== undefined && { fold: { index: 0, count: folds } }) })]),
    ),
    remarks: [...(options.remarks ?? []), ...orderRemarks(false, false, uses), LIBRARIES[target].remark],
    header: (framework, remarks) => headerOf(search, target, framework, remarks),
    table: (settings) => tables(search, bases, points, arms, settings),
  };
  return programFiles(`${id}.${target}`, [...pytorch.definitions(plan), ...searchCells(search, target, trialsOf(search))], form, {
    name: `${id}.data.json`,
    text,
  });
}

/** Of a tuned comparison, the arms that are tuned. */
function basesOf(search: Search): Arm[] {
  return search.axes.length > 0 ? armsOf(search, []) : [{ label: 'base', labels: {}, configuration: search.configuration }];
}

/** What a script of this form does not do. */
function refuse({ space }: Search, bases: readonly Arm[]): void {
  const paths = space.flatMap((dimension) => (dimension.kind === 'list' && dimension.sets ? dimension.sets.flatMap(Object.keys) : [dimension.path]));
  const ofData = paths.find((path) => /^(dataset|split|augmentation|scaling)\b/.test(path));
  if (ofData !== undefined) throw new ExportError(`The search chooses ${ofData}; allowed in a script: settings that leave the data as they are.`);
  for (const { configuration } of bases) {
    if (isGiven(configuration.network.initializer)) throw new ExportError('The initial parameters are given; allowed in a script: an initializer.');
    if (configuration.pretraining) throw new ExportError('There is greedy pre-training, which is a second program before this one.');
  }
}

/** What counts the updates of a script counts them in one way. */
function refuseOtherBudgets({ configuration }: Search, arms: readonly Arm[]): void {
  const own = budgetKind(configuration.training);
  const other = arms.map((arm) => budgetKind(arm.configuration.training)).find((kind) => kind !== own);
  if (other) throw new ExportError(`The search chooses ${other}, and the file gives ${own}; allowed in a script: the same in both, such as ${other}.`);
}

function variant({ space }: Search, base: Arm, point: Point): Arm {
  const parsed = applySettings(base.configuration, settingsAt(space, point));
  if ('problems' in parsed)
    throw new ExportError(
      `A script cannot leave out what cannot be run: ${parsed.problems.map(({ path, found, allowed }) => `${path}: found ${found}; allowed: ${allowed}`).join('. ')}`,
    );
  return { label: `${base.label} ${keyOf(point)}`, labels: {}, configuration: parsed.configuration };
}

/** Arms and space. Updates follow from the budget when the batch size is known. */
function tables({ space, configuration }: Search, bases: readonly Arm[], points: readonly Point[], arms: readonly Arm[], all: readonly Settings[]): string {
  const kind = budgetKind(configuration.training);
  const settings = all.map((own, index) => {
    const others = Object.entries(own).filter(([name]) => name !== 'updates');
    return { ...Object.fromEntries(others), [kind]: literal(arms[index]!.configuration.training[kind]!) };
  });
  const spaces = bases.map((_, index) => {
    const own = new Map(points.map((point, at) => [keyOf(point), settings[index * points.length + at]!]));
    return spaceTable(space, (point) => own.get(keyOf(point))!);
  });
  if (new Set(spaces).size > 1) throw new ExportError('The arms differ in what the space sets; allowed in a script: one space for all.');
  return `${armTable(bases.map(({ label }, index) => ({ label, settings: settings[index * points.length]! })))}\n# What each value sets.\n${spaces[0]}`;
}

/** As many as a strategy of the site has: of a budget in updates, full trainings of the base configuration. */
function trialsOf(search: Search): number {
  const [strategy] = search.strategies;
  if (strategy?.name === 'tuned') return trialsOfGrid(search.space, strategy.levels);
  return Math.max(1, Math.round(plannedRuns({ ...search, seeds: 1 }, { name: 'random' }) / (search.folds ?? 1)));
}

function headerOf({ id, title, claim, folds, metric, split }: Search, target: SearchTarget, framework: string, remarks: readonly string[]): string {
  return [
    title,
    ...(claim ? [claim] : []),
    '',
    `Search "${id}" of Fully Connected as a program for ${LIBRARIES[target].title}; networks are trained by ${framework}.`,
    `A candidate is scored by its ${split} ${metric}${folds === undefined ? '' : `, the mean of ${folds} folds`}, the mean over the seeds.`,
    `The data of every seed, split and scaled, lie beside it in ${id}.data.json.`,
    ...(remarks.length > 0 ? ['', ...remarks.map((remark) => `Note: ${remark}`)] : []),
  ].join('\n');
}
