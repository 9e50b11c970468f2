/** What no single setting can say: combinations that cannot be run. */
import { MOST_BYTES } from '../../datasets/augmentation/augmentation.ts';
import type { DataShape, DatasetChoice, DatasetOption, InlineChoice, Options, Task } from '../../datasets/dataset.ts';
import { datasets, shapeOf } from '../../datasets/index.ts';
import { isInline } from '../../datasets/kinds/inline.ts';
import { BUDGETS } from './budget.ts';
import { checkGiven } from './checkGiven.ts';
import { checkOptions } from './checkOptions.ts';
import type { WrittenConfiguration } from './configurationSchema.ts';
import { LIMITS } from './limits.ts';
import { lossesFor, outputRule } from './output.ts';
import { formatFound, formatPath, type Path, type Report } from '../../schema/problem.ts';
import { splitSizes } from './splitSizes.ts';
import type { Configuration } from './configuration.ts';
import type { Located } from '../../schema/zodProblems.ts';

/** Checked before the defaults that depend on the data are filled in: the data must be sound. */
export function checkWritten({ dataset, training }: WrittenConfiguration, prefix: Path): Located[] {
  return collect(prefix, (report) => {
    if (isInline(dataset)) checkInline(dataset, report);
    const given = BUDGETS.filter((kind) => training[kind] !== undefined);
    if (given.length !== 1) report(['training'], given.length === 0 ? 'no budget' : given.join(' and '), `exactly one of ${BUDGETS.join(', ')}`);
  });
}

/** Checked last, on the explicit configuration. */
export function checkConfiguration(configuration: Configuration, prefix: Path): Located[] {
  return collect(prefix, (report) => {
    const shape = shapeOf(configuration.dataset);
    const fits = checkTask(configuration, shape, report);
    checkSplit(configuration, shape, report);
    checkAugmentation(configuration, shape, report);
    checkOptions(configuration, report);
    if (fits) checkGiven(configuration, shape, report);
  });
}

/** Returns whether the loss fits the data, so that the output layer is known. */
function checkTask({ dataset, scaling, network, training }: Configuration, shape: DataShape, report: Report): boolean {
  const loss = training.loss.name;
  const rule = outputRule(loss, shape.task);
  if (shape.task === 'classification' && scaling.labels !== 'none') {
    report(['scaling', 'labels'], scaling.labels, 'none: the labels are classes, which have no scale');
  }
  if (!rule) {
    const fitting = lossesFor(shape.task).map(({ name }) => name);
    const other = shape.task === 'classification' ? 'regression' : 'classification';
    report(['training', 'loss'], `${loss}, a loss for ${other}`, `${fitting.join(', ')}: ${whatDataAre(dataset, shape.task)}`);
    return false;
  }
  if (loss === 'binaryCrossentropy' && shape.classes !== 2) {
    report(['training', 'loss'], `binaryCrossentropy with ${shape.classes} classes`, 'categoricalCrossentropy, which is for more than two classes');
  }
  if (!rule.activations.includes(network.outputActivation.name)) {
    report(['network', 'outputActivation'], network.outputActivation.name, `${rule.activations.join(', ')} with the loss ${loss}`);
  }
  return true;
}

/** Of a file, what made its data what they are, and how to ask for the other. */
function whatDataAre(dataset: DatasetChoice, task: Task): string {
  const about = isInline(dataset) ? dataset.about : undefined;
  if (!about) return `${dataset.name} is data for ${task}`;
  if (task === 'classification') return `the column "${about.label}" of ${about.file} holds classes; for numbers to predict write task: regression in dataset`;
  return `the column "${about.label}" of ${about.file} holds numbers to predict; if they are classes write task: classification in dataset`;
}

function checkSplit({ dataset, split, augmentation, training }: Configuration, { examples, task }: DataShape, report: Report): void {
  const sizes = splitSizes({ dataset, split, ...(augmentation && { augmentation }) });
  for (const name of ['validation', 'test'] as const) {
    if (split[name] > 0 && sizes[name] === 0) report(['split', name], String(split[name]), `0, or at least ${1 / examples}: one of ${examples} examples`);
  }
  const stopping = training.earlyStopping;
  if (stopping?.metric === 'r2' && sizes[stopping.split] === 1) {
    report(['training', 'earlyStopping', 'metric'], 'r2', `another metric, or at least two examples in the ${stopping.split} split: R² of one is not defined`);
  }
  if (split.stratified && task !== 'classification') report(['split', 'stratified'], 'true', 'false: there are no classes to keep in proportion');
  if (split.stratified && split.take === 'last') report(['split', 'stratified'], 'true', 'false with take: last, which leaves no choice of examples');
  if (sizes.train < 1) {
    const unlabelled = split.unlabelled ? `, unlabelled ${split.unlabelled}` : '';
    report(['split'], `validation ${split.validation} and test ${split.test}${unlabelled}`, `what leaves at least one of ${examples} examples to train on`);
  } else if (training.batchSize > sizes.train) {
    report(['training', 'batchSize'], String(training.batchSize), `at most ${sizes.train}, the number of examples in the training split`);
  }
}

function checkAugmentation({ augmentation, ...configuration }: Configuration, { image, features, coded }: DataShape, report: Report): void {
  if (!augmentation) return;
  if (!image) {
    const pictures = datasets.filter(({ options, shape }) => shape(defaultsOf(options)).image).map(({ name }) => name);
    return report(['augmentation'], `copies of examples of ${configuration.dataset.name}`, `none, or a data set of pictures: ${pictures.join(', ')}`);
  }
  const examples = splitSizes({ ...configuration, augmentation }).train;
  const most = Math.floor(MOST_BYTES / (features * (coded ? 1 : 4)));
  if (examples > most) report(['augmentation', 'copies'], `${augmentation.copies}: ${examples} training examples in all`, `what makes at most ${most} of them`);
}

function defaultsOf(options: Record<string, DatasetOption>): Options {
  return Object.fromEntries(Object.entries(options).map(([key, option]) => [key, option.default]));
}

function checkInline({ task, x, y }: InlineChoice, report: Report): void {
  const features = x[0]!.length;
  if (features < 1) report(['dataset', 'x', 0], '[]', 'at least one feature');
  const ragged = x.findIndex((row) => row.length !== features);
  if (ragged >= 0) report(['dataset', 'x', ragged], `${x[ragged]!.length} features`, `${features}, as in the first row`);
  if (y.length !== x.length) report(['dataset', 'y'], `${y.length} labels`, `${x.length}, one per row of x`);
  if (task === 'classification') checkClasses(y, report);
  else checkTargets(y, report);
}

function checkClasses(y: InlineChoice['y'], report: Report): void {
  const { max } = LIMITS.classes;
  const wrong = y.findIndex((label) => !(typeof label === 'number' && Number.isInteger(label) && label >= 0 && label <= max));
  if (wrong >= 0) return report(['dataset', 'y', wrong], formatFound(y[wrong]), `a class: a whole number from 0 to ${max}`);
  const classes = new Set(y.flat());
  if (classes.size < 2) return report(['dataset', 'y'], `one class, ${[...classes].join()}`, 'at least two classes');
  const missing = Array.from({ length: Math.max(...classes) }, (_, label) => label).find((label) => !classes.has(label));
  if (missing !== undefined) report(['dataset', 'y'], `no example of class ${missing}`, 'classes numbered from 0 without a gap');
}

function checkTargets(y: InlineChoice['y'], report: Report): void {
  const width = (row: number | number[]) => (typeof row === 'number' ? 1 : row.length);
  const labels = width(y[0] ?? 0);
  if (labels < 1) report(['dataset', 'y', 0], '[]', 'at least one number to predict');
  const ragged = y.findIndex((row) => width(row) !== labels);
  if (ragged >= 0) report(['dataset', 'y', ragged], `${width(y[ragged]!)} numbers`, `${labels}, as in the first row`);
}

function collect(prefix: Path, check: (report: Report) => void): Located[] {
  const problems: Located[] = [];
  check((at, found, allowed) => {
    const whole = [...prefix, ...at];
    problems.push({ at: whole, path: formatPath(whole), found, allowed });
  });
  return problems;
}
