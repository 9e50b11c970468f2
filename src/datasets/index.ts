/** The data sets. A new one is one file here, one line in this list, one row in its test. */
import type { Kernel } from '../kernel/kernel.ts';
import { circles } from './circles.ts';
import type { DataShape, Dataset, DatasetChoice, Examples, Options } from './dataset.ts';
import { eckerle4 } from './eckerle4.ts';
import { inlineExamples, inlineShape, isInline } from './inline.ts';

export const datasets: readonly Dataset[] = [circles, eckerle4];

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

/** The examples themselves. For a real data set, and for `inline`, the same for every seed. */
export function createExamples(choice: DatasetChoice, kernel: Kernel, seed: number): Examples {
  return isInline(choice) ? inlineExamples(choice) : findDataset(choice.name).create(optionsOf(choice), kernel, seed);
}

function optionsOf(choice: Exclude<DatasetChoice, { name: 'inline' }>): Options {
  return Object.fromEntries(
    Object.entries(choice)
      .filter(([key]) => key !== 'name')
      .map(([key, value]) => [key, Number(value)]),
  );
}
