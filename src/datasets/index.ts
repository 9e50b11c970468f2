/** The data sets. A new one is one file in kinds/, one line in this list, one row in its test. */
import type { Kernel } from '../kernel/kernel.ts';
import { blobs } from './kinds/blobs.ts';
import { checkerboard } from './kinds/checkerboard.ts';
import { circles } from './kinds/circles.ts';
import type { DataShape, Dataset, DatasetChoice, Examples, FeatureColumns, Options } from './dataset.ts';
import type { DataFile, DataSource } from './dataSource.ts';
import { digits } from './kinds/digits/digits.ts';
import { eckerle4 } from './kinds/eckerle4/eckerle4.ts';
import { gaussianBump } from './kinds/gaussianBump.ts';
import { inlineExamples, inlineShape, isInline } from './kinds/inline.ts';
import { mnist } from './kinds/mnist/mnist.ts';
import { moons } from './kinds/moons.ts';
import { outliers } from './kinds/outliers.ts';
import { plane } from './kinds/plane.ts';
import { sine } from './kinds/sine.ts';
import { someDigits } from './kinds/someDigits/someDigits.ts';
import { sparseLinear } from './kinds/sparseLinear.ts';
import { spiral } from './kinds/spiral.ts';
import { unevenFeatures } from './kinds/unevenFeatures/unevenFeatures.ts';
import { xor } from './kinds/xor.ts';

export const datasets: readonly Dataset[] = [
  circles,
  moons,
  xor,
  spiral,
  blobs,
  checkerboard,
  digits,
  someDigits,
  mnist,
  sine,
  outliers,
  plane,
  gaussianBump,
  sparseLinear,
  unevenFeatures,
  eckerle4,
];

/** The data set of this name; `inline` has none. */
export function findDataset(name: string): Dataset {
  const dataset = datasets.find((candidate) => candidate.name === name);
  if (!dataset) throw new Error(`Unknown data set "${name}"; allowed: ${[...datasets.map((d) => d.name), 'inline'].join(', ')}.`);
  return dataset;
}

/** Task and sizes of the data chosen, without making it. */
export function shapeOf(choice: DatasetChoice): DataShape {
  return isInline(choice) ? inlineShape(choice) : findDataset(choice.name).shape(optionsOf(choice));
}

/** The examples themselves, of a data set that needs no files. For a real data set, and for `inline`, the same for every seed. */
export function createExamples(choice: DatasetChoice, kernel: Kernel, seed: number): Examples {
  return isInline(choice) ? inlineExamples(choice) : findDataset(choice.name).create(optionsOf(choice), kernel, seed);
}

/**
 * The examples themselves, of any data set: not to be changed, because runs share them. What lies in files is read from `source`,
 * and stays at hand until another choice is read from it; what is drawn stays at hand until another choice or seed is asked for, as the arms of one seed
 * come one after another. Throws a DataMissingError where the files are not at hand, a DataFileError where they are damaged.
 */
export async function loadExamples(choice: DatasetChoice, kernel: Kernel, seed: number, source: DataSource): Promise<LoadedExamples> {
  if (isInline(choice)) return inlineExamples(choice);
  const { load } = findDataset(choice.name);
  const key = JSON.stringify(Object.entries(choice).sort(([a], [b]) => (a < b ? -1 : 1)));
  return load ? loadOnce(key, source, () => load(optionsOf(choice), source)) : drawOnce(`${seed} ${key}`, kernel, () => createExamples(choice, kernel, seed));
}

type LoadedExamples = Examples<FeatureColumns>;

const LOADED = new WeakMap<DataSource, { key: string; examples: Promise<LoadedExamples> }>();

/** What was read last stays at hand: it may be most of the memory that there is. */
function loadOnce(key: string, source: DataSource, load: () => Promise<LoadedExamples>): Promise<LoadedExamples> {
  const last = LOADED.get(source);
  if (last?.key === key) return last.examples;
  const examples = load();
  LOADED.set(source, { key, examples });
  // What failed may be there at the next attempt.
  examples.catch(() => {
    if (LOADED.get(source)?.examples === examples) LOADED.delete(source);
  });
  return examples;
}

/** Whether the data chosen is read from files of a source. */
export function liesInFiles(choice: DatasetChoice): boolean {
  return !isInline(choice) && findDataset(choice.name).load !== undefined;
}

/** The files of a source that hold the data chosen, for those who fetch them ahead of `loadExamples`; none of a data set that is computed. */
export async function filesOf(choice: DatasetChoice, source: DataSource): Promise<DataFile[]> {
  if (isInline(choice)) return [];
  return (await findDataset(choice.name).files?.(optionsOf(choice), source)) ?? [];
}

const DRAWN = new WeakMap<Kernel, { key: string; examples: Examples }>();

function drawOnce(key: string, kernel: Kernel, draw: () => Examples): Examples {
  const last = DRAWN.get(kernel);
  if (last?.key === key) return last.examples;
  const examples = draw();
  DRAWN.set(kernel, { key, examples });
  return examples;
}

function optionsOf(choice: Exclude<DatasetChoice, { name: 'inline' }>): Options {
  return Object.fromEntries(
    Object.entries(choice)
      .filter(([key]) => key !== 'name')
      .map(([key, value]) => [key, Number(value)]),
  );
}
