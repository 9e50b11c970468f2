/** From an explicit configuration and a seed to everything that an engine needs: data, scaled and split, and initial parameters. */
import type { Augmentation } from '../../datasets/augmentation/augmentation.ts';
import { movedCodes, movedCopies } from '../../datasets/augmentation/movedCopies.ts';
import type { Examples, FeatureColumns } from '../../datasets/dataset.ts';
import { createExamples } from '../../datasets/index.ts';
import { applyScaling, fitScaling, type Scaling } from '../../datasets/scaling.ts';
import { holdout, stratifiedHoldout, type Holdout } from '../../datasets/split.ts';
import { featureNumbers, SPLITS, updatesPerEpoch, type Features, type RunPlan, type Split, type SplitData, type Splits } from '../../engines/engine.ts';
import type { CodedRows } from '../../kernel/coded.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { updatesOf } from '../configuration/budget.ts';
import { foldHoldout, type FoldChoice } from './foldHoldout.ts';
import { initialParameters } from './initialParameters.ts';
import { networkPlan } from './networkPlan.ts';
import { layerWidths } from '../configuration/output.ts';
import type { Configuration } from '../configuration/configuration.ts';

export interface Plan {
  plan: RunPlan<Features>;
  /** Features of the training split, scaled, and behind them those of the examples without labels, of which there may be none. */
  allFeatures: () => Float32Array;
  /** Updates that spend the budget. */
  updates: number;
  updatesPerEpoch: number;
  /** All examples in the data's own units. */
  examples: Examples<FeatureColumns>;
  /** Labels of each split in the data's own units, [examples][labels]; regression alone. */
  targets: Partial<Record<Split, Float64Array>>;
  /** From the data's own units to what the network sees. */
  scaling: { features: Scaling; labels: Scaling };
}

/**
 * Streams by purpose: the data from (seed, 'data'), the holdout from (seed, 'split'), layer i's weights
 * from (seed, 'initializer', i), moved copies from (seed, 'augmentation', …); engines draw the batch order from (seed, 'order'), dropout and noise from streams of
 * their own. So arms of one seed are paired in whatever their configurations have in common.
 *
 * `examples`: those of the data set; to be given where it lies in files (see loadExamples). `fold`: takes the place of the
 * validation split. Throws if a feature or a label is not a number.
 */
export function planRun(
  configuration: Configuration,
  seed: number,
  kernel: Kernel,
  examples: Examples<FeatureColumns> = createExamples(configuration.dataset, kernel, seed),
  fold?: FoldChoice,
): Plan {
  const { training } = configuration;
  requireNumbers(examples);
  const { split } = configuration;
  const rows = fold ? foldHoldout(examples, split, fold, kernel, seed) : hold(examples, split, kernel, seed);
  const scaling = {
    features: fitScaling(configuration.scaling.features, examples.x, examples.features, rows.train),
    labels: fitScaling(configuration.scaling.labels, examples.y, examples.labels, rows.train),
  };
  const widths = layerWidths(configuration, examples);
  const scaled: Examples<FeatureColumns> = { ...examples, x: applyScaling(scaling.features, examples.x), y: applyScaling(scaling.labels, examples.y) };
  const data: Splits<Features> = { train: splitData(scaled, rows.train, widths.at(-1)!) };
  if (configuration.augmentation) {
    const { copies } = configuration.augmentation;
    data.train = withCopies(data.train, copiesOf(examples, rows.train, scaling.features, configuration.augmentation, kernel, seed), copies);
  }
  const targets: Plan['targets'] = {};
  for (const name of SPLITS) {
    if (rows[name].length === 0) continue;
    if (name !== 'train') data[name] = splitData(scaled, rows[name], widths.at(-1)!);
    if (examples.task === 'regression') targets[name] = pickRows(examples.y, examples.labels, rows[name]);
  }
  const trained = data.train.examples;
  const allFeatures = () => {
    const own = featureNumbers(data.train.x);
    if (rows.unlabelled.length === 0) return own;
    return joinNumbers(own, featuresOf(scaled.x, scaled.features, rows.unlabelled));
  };
  return {
    plan: {
      network: networkPlan(configuration, widths),
      training: {
        optimizer: training.optimizer,
        batchSize: training.batchSize,
        shuffle: training.shuffle,
        ...(training.momentumWarmUp && { momentumWarmUp: training.momentumWarmUp }),
        ...(training.clip && { clip: training.clip }),
        ...(training.averaging && { averaging: training.averaging }),
      },
      parameters: initialParameters(configuration, widths, kernel, seed),
      data,
      seed,
    },
    allFeatures,
    updates: updatesOf(training, trained, training.batchSize),
    updatesPerEpoch: updatesPerEpoch(trained, training.batchSize),
    examples,
    targets,
    scaling,
  };
}

export function hold(
  { examples, y, testExamples }: Pick<Examples, 'examples' | 'y' | 'testExamples'>,
  { stratified, ...held }: Configuration['split'],
  kernel: Kernel,
  seed: number,
): Holdout {
  return stratified ? stratifiedHoldout(y, held, kernel, seed, testExamples) : holdout(examples, held, kernel, seed, testExamples);
}

function splitData({ task, x, y, features, labels }: Examples<FeatureColumns>, rows: Int32Array, outputs: number): SplitData<Features> {
  const numbers = task === 'classification' && outputs > 1 ? oneHot(y, rows, outputs) : pickRows(y, labels, rows);
  return { examples: rows.length, x: featuresOf(x, features, rows), y: Float32Array.from(numbers) };
}

/** Moved copies, scaled; of codes, codes. */
function copiesOf(
  { x, ...shape }: Examples<FeatureColumns>,
  rows: Int32Array,
  scaling: Scaling,
  augmentation: Augmentation,
  kernel: Kernel,
  seed: number,
): Features {
  if ('codes' in x) return applyScaling(scaling, { ...x, codes: movedCodes({ ...shape, x }, rows, augmentation, kernel, seed) });
  return Float32Array.from(applyScaling(scaling, movedCopies({ ...shape, x }, rows, augmentation, kernel, seed)));
}

/** Behind the examples their copies, with the same labels. */
function withCopies({ examples, x, y }: SplitData<Features>, copies: Features, count: number): SplitData<Features> {
  const labels = new Float32Array(y.length * (1 + count));
  for (let place = 0; place < labels.length; place += y.length) labels.set(y, place);
  return { examples: examples * (1 + count), x: 'codes' in x && 'codes' in copies ? joinCodes(x, copies) : joinNumbers(x, copies), y: labels };
}

function joinNumbers(first: Features, second: Features): Float32Array {
  const [own, others] = [featureNumbers(first), featureNumbers(second)];
  const all = new Float32Array(own.length + others.length);
  all.set(own);
  all.set(others, own.length);
  return all;
}

/** Both have the same values; the rows of the first alone are picked. */
function joinCodes({ codes, columns, values, rows }: CodedRows, second: CodedRows): CodedRows {
  const own = rows ? rows.length * columns : codes.length;
  const all = new Uint8Array(own + second.codes.length);
  if (rows) rows.forEach((row, index) => all.set(codes.subarray(row * columns, (row + 1) * columns), index * columns));
  else all.set(codes);
  all.set(second.codes, own);
  return { codes: all, columns, values };
}

/** Codes are not copied: splits share them. */
function featuresOf(x: FeatureColumns, columns: number, rows: Int32Array): Features {
  return 'codes' in x ? { ...x, rows } : copyRows(x, columns, rows, new Float32Array(rows.length * columns));
}

function pickRows(values: Float64Array, columns: number, rows: Int32Array): Float64Array {
  return copyRows(values, columns, rows, new Float64Array(rows.length * columns));
}

/** Copy rows one after another. Element by element: rows are short, and a view of each costs more than its numbers. */
function copyRows<Numbers extends Float64Array | Float32Array>(values: Float64Array | Float32Array, columns: number, rows: Int32Array, to: Numbers): Numbers {
  let next = 0;
  for (const row of rows) for (let column = 0; column < columns; column++) to[next++] = values[row * columns + column]!;
  return to;
}

function oneHot(classes: Float64Array, rows: Int32Array, count: number): Float64Array {
  const picked = new Float64Array(rows.length * count);
  rows.forEach((row, i) => (picked[i * count + classes[row]!] = 1));
  return picked;
}

/** Its place; −1 if there is none. */
function firstNotFinite(values: Float64Array | Float32Array): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}

function requireNumbers({ x, y, features, labels }: Examples<FeatureColumns>): void {
  for (const [what, values, columns] of [
    ['feature', 'codes' in x ? x.values : x, features],
    ['label', y, labels],
  ] as const) {
    const at = firstNotFinite(values);
    if (at < 0) continue;
    throw new Error(`Found ${values[at]} as ${what} ${(at % columns) + 1} of example ${Math.floor(at / columns) + 1}; allowed: finite numbers.`);
  }
}
