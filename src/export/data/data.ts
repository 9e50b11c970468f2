/**
 * The sidecar of a program, `<id>.data.json`: the exact numbers that each run sees. Arrays are base64 of
 * little-endian float32 (row-major; kernels [inputs][units]), each stored once however many runs share it.
 */
import type { DataSource } from '../../datasets/dataSource.ts';
import { loadExamples } from '../../datasets/index.ts';
import { featureNumbers, SPLITS, type LayerParameters } from '../../engines/engine.ts';
import { planRun, type Plan } from '../../experiments/plan/plan.ts';
import type { FoldChoice } from '../../experiments/plan/foldHoldout.ts';
import type { Arm } from '../../experiments/configuration/arm.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { openStream } from '../../kernel/random.ts';
import { base64 } from './base64.ts';
import { ExportError } from '../exported.ts';

export interface DataOptions {
  kernel: Kernel;
  source: DataSource;
  seeds: readonly number[];
  /** Whether initial parameters are written down. */
  parameters: boolean;
  /** Whether the order of the examples is written down, epoch by epoch. */
  order: boolean;
}

interface ArrayJson {
  shape: number[];
  dtype: '<f4' | '<u2' | '<u4';
  base64: string;
}

interface RunJson {
  /** Split → indices of x and y. */
  splits: Record<string, [number, number]>;
  /** Standard deviation or range by which each label was divided. */
  labelScale: number[];
  parameters?: Record<string, number>[];
  /** Index of [epochs][examples]: rows of the training split in the order in which they are visited. */
  order?: number;
}

/** Characters of text beyond which no program is a good way to carry data. */
const MOST_CHARACTERS = 128 * 1024 * 1024;

/** Its text. Throws an ExportError where the data would be too much for a text file. */
export async function writeData(arms: readonly (Pick<Arm, 'label' | 'configuration'> & { fold?: FoldChoice })[], options: DataOptions): Promise<string> {
  const store = new ArrayStore();
  const runs: Record<string, Record<string, RunJson>> = {};
  // Seed by seed, because the arms of one share its data.
  for (const seed of options.seeds) {
    for (const { label, configuration, fold } of arms) {
      const examples = await loadExamples(configuration.dataset, options.kernel, seed, options.source);
      const planned = planRun(configuration, seed, options.kernel, examples, fold);
      (runs[label] ??= {})[String(seed)] = runJson(planned, store, options);
    }
  }
  return `${JSON.stringify({ format: 'fully-connected data', version: 1, runs, arrays: store.arrays })}\n`;
}

function runJson({ plan, scaling, updates, updatesPerEpoch }: Plan, store: ArrayStore, { parameters, order, kernel }: DataOptions): RunJson {
  const { network, data } = plan;
  const outputs = network.layers.at(-1)!.units;
  const splits: RunJson['splits'] = {};
  for (const split of SPLITS) {
    const held = data[split];
    if (!held) continue;
    if ((held.examples * network.inputs * 4 * 4) / 3 > MOST_CHARACTERS) throw tooMuch();
    splits[split] = [store.add(featureNumbers(held.x), [held.examples, network.inputs]), store.add(held.y, [held.examples, outputs])];
  }
  return {
    splits,
    labelScale: scaling.labels.scale,
    ...(parameters && { parameters: plan.parameters.map((layer) => layerJson(layer, store)) }),
    ...(order && plan.training.shuffle && { order: addOrder(kernel, plan.seed, data.train.examples, Math.ceil(updates / updatesPerEpoch), store) }),
  };
}

function layerJson(layer: LayerParameters, store: ArrayStore): Record<string, number> {
  const units = layer.bias.length;
  return Object.fromEntries(
    Object.entries(layer as unknown as Record<string, Float32Array>).map(([key, values]) => [
      key,
      store.add(values, key === 'kernel' ? [values.length / units, units] : [units]),
    ]),
  );
}

/** As the engines draw it: one permutation, shuffled once more at the start of every epoch. */
function addOrder(kernel: Kernel, seed: number, examples: number, epochs: number, store: ArrayStore): number {
  const short = examples <= 0x10000;
  if ((epochs * examples * (short ? 2 : 4) * 4) / 3 > MOST_CHARACTERS) throw tooMuch();
  const mark = kernel.mark();
  const stream = openStream(kernel, seed, 'order');
  const permutation = Int32Array.from({ length: examples }, (_, row) => row);
  const all = new (short ? Uint16Array : Uint32Array)(epochs * examples);
  for (let epoch = 0; epoch < epochs; epoch++) {
    stream.shuffle(permutation);
    all.set(permutation, epoch * examples);
  }
  kernel.release(mark);
  return store.add(all, [epochs, examples]);
}

type Numbers = Float32Array | Uint16Array | Uint32Array;

class ArrayStore {
  readonly arrays: ArrayJson[] = [];
  readonly #values: Numbers[] = [];
  #characters = 0;

  /** Its place among the arrays; that of an equal one, if there is one. */
  add(values: Numbers, shape: number[]): number {
    const known = this.#values.findIndex((other, place) => isEqual(other, values) && isEqual(this.arrays[place]!.shape, shape));
    if (known >= 0) return known;
    this.#characters += (values.byteLength * 4) / 3;
    if (this.#characters > MOST_CHARACTERS) throw tooMuch();
    const dtype = values instanceof Float32Array ? '<f4' : values instanceof Uint16Array ? '<u2' : '<u4';
    this.#values.push(values);
    return this.arrays.push({ shape, dtype, base64: base64(values) }) - 1;
  }
}

/** Of one type, too; −0 is another number than 0. */
function isEqual(a: Numbers | number[], b: Numbers | number[]): boolean {
  if (a.constructor !== b.constructor || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

function tooMuch(): ExportError {
  return new ExportError('The data of these runs are more than 128 MB of text; allowed: less. Export fewer seeds, or a smaller data set.');
}
