import type { Kernel } from '../../kernel/kernel.ts';
import type { Evaluation, RunPlan, Split, Trainer } from '../engine.ts';
import { layOut, readParameters, writeSplit } from './layout.ts';

/** A trainer whose network lives in `kernel`; `giveBack` is called once, on dispose. */
export function createTrainer(kernel: Kernel, plan: RunPlan, giveBack: () => void): Trainer {
  const { network, data } = plan;
  const outputs = network.layers.at(-1)!.units;
  const program = layOut(kernel, plan);
  const splits = new Map<Split, { x: number; y: number; examples: number }>();
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
    async train(updates) {
      if (divergedAt !== undefined || updates <= 0) return;
      const done = kernel.exports.train(program.header, updates);
      step += done;
      if (done < updates) divergedAt = step + 1;
    },
    async evaluate(name): Promise<Evaluation> {
      const split = place(name);
      kernel.f64(program.results, 4).fill(0);
      kernel.exports.evaluate(program.header, split.x, split.y, split.examples);
      const [loss = NaN, correct = NaN, absolute = NaN] = Array.from(kernel.f64(program.results, 4), (sum) => sum / split.examples);
      return isClassification(network.loss.name) ? { loss, accuracy: correct } : { loss, mae: absolute };
    },
    async predict(x, examples) {
      const mark = kernel.mark();
      const input = kernel.allocate(x.byteLength);
      const output = kernel.allocate(examples * outputs * 4);
      kernel.f32(input, x.length).set(x);
      kernel.exports.predict(program.header, input, examples, output);
      const result = kernel.f32(output, examples * outputs).slice();
      kernel.release(mark);
      return result;
    },
    async parameters() {
      return readParameters(kernel, program);
    },
    dispose() {
      if (disposed) return;
      disposed = true;
      giveBack();
    },
  };

  /** Splits other than the training split are copied into kernel memory when first asked for. */
  function place(name: Split) {
    let placed = splits.get(name);
    if (!placed) {
      const split = data[name];
      if (!split) throw new Error(`This run has no ${name} split.`);
      placed = { ...writeSplit(kernel, split, network.inputs, outputs), examples: split.examples };
      splits.set(name, placed);
    }
    return placed;
  }
}

function isClassification(loss: string): boolean {
  return loss === 'binaryCrossentropy' || loss === 'categoricalCrossentropy';
}
