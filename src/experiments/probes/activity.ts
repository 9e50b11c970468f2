/** How many units of each layer are active for an example, how large their outputs are, and what the first hidden layer puts out for some examples. */
import { count, every, type PointProbe } from './probe.ts';
import { examples, trainingRows, type Rows } from './trainingRows.ts';

export interface LayerActivity {
  /** Share of the layer's units that do not put out exactly 0, as the mean over examples. */
  active: number;
  /** Mean size of its outputs, those of 0 included. */
  size: number;
}

export interface Activity {
  layers: LayerActivity[];
  /** Of the first layer, for the examples shown, ordered by class, in regression by label. Only of the last reading in recordings. */
  code?: {
    /** Classes of the labels; 0 in regression. */
    classes: number;
    /** Class of each example shown, from 0; its label in regression. */
    labels: number[];
    /** Largest size of the outputs shown; 0 if all are 0. */
    largest: number;
    /** rows[example][unit]: hundredths of `largest`, from -100 to 100. */
    rows: number[][];
  };
}

/** Units shown, at most. */
const UNITS = 64;

export const activity: PointProbe<Activity> = {
  name: 'activity',
  title: 'active units',
  summary: 'Share of the units of every layer that are active for an example, mean size of the outputs, and the outputs of the first layer for some examples.',
  options: { every, examples, shown: count('examples whose outputs are kept, the first ones, at most', 40, 1, 200) },
  when: 'points',
  async read(context, options) {
    const rows = trainingRows(context, Number(options.examples));
    const outputs = await context.trainer.activations(rows.x, rows.examples);
    const { task, classes } = context.plan.examples;
    const shown = Array.from({ length: Math.min(rows.examples, Number(options.shown)) }, (_, row) => ({ row, label: labelOf(rows, row, task) }));
    return { layers: outputs.map(activityOf), code: { classes, ...codeOf(outputs[0]!, rows.examples, shown) } };
  },
  keep: ({ layers, code }, isLast) => ({ layers, ...(isLast && { code }) }),
};

function activityOf(values: Float32Array): LayerActivity {
  let [active, sum] = [0, 0];
  for (const value of values) {
    if (value !== 0) active++;
    sum += Math.abs(value);
  }
  return { active: active / values.length, size: sum / values.length };
}

function labelOf({ y, examples: all }: Rows, row: number, task: string): number {
  const width = y.length / all;
  return task === 'classification' && width > 1 ? y.subarray(row * width, (row + 1) * width).indexOf(1) : y[row * width]!;
}

/** `values`: [examples][units]. */
function codeOf(values: Float32Array, all: number, shown: readonly { row: number; label: number }[]): Omit<NonNullable<Activity['code']>, 'classes'> {
  const units = values.length / all;
  const ordered = [...shown].sort((a, b) => a.label - b.label || a.row - b.row);
  const rows = ordered.map(({ row }) => values.subarray(row * units, row * units + Math.min(units, UNITS)));
  const largest = Math.max(0, ...rows.map((row) => row.reduce((most, value) => Math.max(most, Math.abs(value)), 0)));
  const hundredths = (value: number) => (largest > 0 ? Math.round((100 * value) / largest) : 0);
  return { labels: ordered.map(({ label }) => label), largest, rows: rows.map((row) => Array.from(row, hundredths)) };
}
