import type { Kernel } from '../../kernel/kernel.ts';
import * as Mode from '../../kernel/program/mode.ts';
import type { Evaluation, Features, LayerParameters, RunPlan, Split, Trainer } from '../engine.ts';
import { metricsOf } from '../metric.ts';
import { smoothLabels } from '../smoothing.ts';
import { featureRows, placeSplit, placeTraining, type PlacedSplit } from './data.ts';
import { layOut, type Program } from './layout.ts';
import { bytesOf, placeMatrix, readMatrix } from './matrix.ts';
import { risingMomentum } from './risingMomentum.ts';
import { readGradients, readParameters, writeParameters } from './variables.ts';

/** A trainer whose network lives in `kernel`; `giveBack` is called once, on dispose. */
export function createTrainer(kernel: Kernel, plan: RunPlan<Features>, giveBack: () => void): Trainer {
  const { network, data } = plan;
  const { exports } = kernel;
  const outputs = network.layers.at(-1)!.units;
  const program = layOut(kernel, plan);
  const { header, variables } = program;
  const metrics = metricsOf(network);
  const splits = new Map<Split, PlacedSplit>();
  const updatesAt = risingMomentum(kernel, plan.training, program.hyperparameters, (count, rates) => exports.train(header, count, rates));
  let step = 0;
  let divergedAt: number | undefined;
  let disposed = false;

  return {
    get step() {
      return step;
    },
    get divergedAt() {
      return divergedAt;
    },
    async train(updates, rates) {
      if (divergedAt !== undefined || updates <= 0) return;
      place('train');
      const done = scratch(() => updatesAt(step, updates, rates ? placeRates(rates) : 0));
      step += done;
      if (done < updates) divergedAt = step + 1;
    },
    async evaluate(name): Promise<Evaluation> {
      const split = place(name);
      const sums = kernel.f64(program.results, 4);
      sums.fill(0);
      withAverages(() => exports.evaluate(header, split.x, split.y, split.examples));
      // Memory does not grow while the kernel works, so the view still holds.
      const evaluation: Evaluation = { loss: sums[0]! / split.examples };
      if (metrics.includes('accuracy')) evaluation['accuracy'] = sums[1]! / split.examples;
      if (metrics.includes('mae')) evaluation['mae'] = sums[2]! / split.examples;
      return evaluation;
    },
    async predict(x, examples) {
      const predicted = new Float32Array(examples * outputs);
      forEachPart(x, examples, (input, start, rows) => {
        const output = kernel.allocate(rows * outputs * 4);
        withAverages(() => exports.predict(header, input, rows, output));
        predicted.set(kernel.f32(output, rows * outputs), start * outputs);
      });
      return predicted;
    },
    async parameters() {
      return withAverages(() => readParameters(kernel, variables));
    },
    async setParameters(parameters) {
      writeParameters(kernel, variables, parameters);
      if (program.averages) kernel.f32(program.averages, variables.count).set(kernel.f32(variables.parameters, variables.count));
    },
    async gradients(x, y, examples) {
      return scratch(() => sumGradients(x, y, examples));
    },
    async activations(x, examples) {
      const layers = network.layers.map(({ units }) => new Float32Array(examples * units));
      forEachPart(x, examples, (input, first, count) => {
        withAverages(() => {
          forEachChunk(count, program.capacity, (start, rows) => {
            exports.forward(header, input + bytesOf(1, network.inputs) * start, rows, Mode.EVALUATE);
            network.layers.forEach(({ units }, l) => layers[l]!.set(readMatrix(kernel, program.ops.activations[l]!, rows, units), (first + start) * units));
          });
        });
      });
      return layers;
    },
    async batchActivations(x, examples, batch) {
      if (batch > program.capacity) throw new Error(`Batches of ${batch} rows do not fit: at most ${program.capacity} do.`);
      const layers = network.layers.map(({ units }) => new Float32Array(examples * units));
      scratch(() => {
        const input = placeMatrix(kernel, x, examples, network.inputs);
        withAverages(() => {
          forEachChunk(examples, batch, (start, rows) => {
            exports.forward(header, input + bytesOf(1, network.inputs) * start, rows, Mode.PROBE);
            network.layers.forEach(({ units }, l) => layers[l]!.set(readMatrix(kernel, program.ops.activations[l]!, rows, units), start * units));
          });
        });
      });
      return layers;
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      giveBack();
    },
  };

  /** Splits are copied into kernel memory when first asked for: probes have trainers that never ask. */
  function place(name: Split): PlacedSplit {
    let placed = splits.get(name);
    if (!placed) {
      const split = data[name];
      if (!split) throw new Error(`This run has no ${name} split.`);
      placed = name === 'train' ? placeTraining(kernel, header, network, split) : placeSplit(kernel, network, split);
      splits.set(name, placed);
    }
    return placed;
  }

  /** Features as floats in kernel memory: all at once, or, of codes, a part at a time. A part is whole passes, so the bits are the same. */
  function forEachPart(x: Features, examples: number, visit: (input: number, start: number, rows: number) => void): void {
    const part = x instanceof Float32Array ? examples : DECODED_PASSES * program.capacity;
    forEachChunk(examples, part, (start, rows) => scratch(() => visit(placeMatrix(kernel, featureRows(x, start, rows), rows, network.inputs), start, rows)));
  }

  /** The mean over all rows, chunk by chunk, each weighted by its share of the rows; NaN where the loss is not finite. */
  function sumGradients(x: Float32Array, y: Float32Array, examples: number): LayerParameters[] {
    const input = placeMatrix(kernel, x, examples, network.inputs);
    const labels = placeMatrix(kernel, smoothLabels(network.loss, y, outputs), examples, outputs);
    const { header, variables, capacity } = programFor(x, y, examples);
    let total: LayerParameters[] | undefined;
    forEachChunk(examples, capacity, (start, rows) => {
      exports.forward(header, input + bytesOf(1, network.inputs) * start, rows, Mode.PROBE);
      const finite = exports.backward(header, labels + bytesOf(1, outputs) * start, rows, Mode.PROBE);
      const weight = network.loss.average === false ? 1 : rows / examples;
      const share = finite ? weight : NaN;
      const part = readGradients(kernel, variables);
      total = part.map((layer, l) => addScaled(total?.[l], layer, share));
    });
    return total ?? [];
  }

  /** Statistics of a batch are those of all rows, which must then go through at once: if need be, through a program of their own. */
  function programFor(x: Float32Array, y: Float32Array, examples: number): Program {
    const batchNormalized = network.layers.some(({ normalization }) => normalization?.kind === 'batch');
    if (!batchNormalized || examples <= program.capacity) return program;
    const training = { ...plan.training, batchSize: examples };
    return layOut(kernel, { ...plan, training, parameters: readParameters(kernel, variables), data: { train: { x, y, examples } } });
  }

  function forEachChunk(examples: number, capacity: number, visit: (start: number, rows: number) => void): void {
    for (let start = 0; start < examples; start += capacity) visit(start, Math.min(capacity, examples - start));
  }

  function placeRates(rates: Float64Array): number {
    const pointer = kernel.allocate(rates.byteLength);
    kernel.f64(pointer, rates.length).set(rates);
    return pointer;
  }

  /** Run `work` and free what it allocated. */
  function scratch<Result>(work: () => Result): Result {
    const mark = kernel.mark();
    const result = work();
    kernel.release(mark);
    return result;
  }

  /** Run `work` with the moving average in place of the parameters, if there is one yet. */
  function withAverages<Result>(work: () => Result): Result {
    if (!program.averages || step === 0) return work();
    swap();
    const result = work();
    swap();
    return result;
  }

  function swap(): void {
    const parameters = kernel.f32(variables.parameters, variables.count);
    const averages = kernel.f32(program.averages, variables.count);
    const kept = parameters.slice();
    parameters.set(averages);
    averages.set(kept);
  }
}

/** Forward passes of features that are decoded at a time. */
const DECODED_PASSES = 16;

function addScaled(sum: LayerParameters | undefined, part: LayerParameters, share: number): LayerParameters {
  const keys = Object.keys(part) as (keyof LayerParameters)[];
  return Object.fromEntries(keys.map((key) => [key, part[key]!.map((value, i) => (sum?.[key]?.[i] ?? 0) + value * share)])) as unknown as LayerParameters;
}
