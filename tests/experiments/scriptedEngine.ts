/**
 * An engine that plays back validation losses, one per epoch, and takes down the learning rates that it is given. Its one
 * parameter is the number of updates done.
 */
import type { Engine, LayerParameters } from '../../src/engines/engine.ts';

export interface Script {
  engine: Engine;
  /** Learning rate of every update; NaN where the optimizer's own was to be used. */
  rates: number[];
}

/** `losses[e]`: validation loss after e epochs of `perEpoch` updates; the last one goes on. The training loss is 100 − epochs. */
export function scriptedEngine(losses: number[], perEpoch: number): Script {
  const rates: number[] = [];
  const create = async () => {
    let step = 0;
    let set: LayerParameters[] | undefined;
    return {
      get step() {
        return step;
      },
      divergedAt: undefined,
      async train(updates: number, given?: Float64Array) {
        if (given && given.length !== updates) throw new Error(`${updates} updates, ${given.length} rates`);
        for (let i = 0; i < updates; i++) rates.push(given ? given[i]! : NaN);
        step += updates;
      },
      async evaluate(split: string) {
        const epoch = Math.floor(step / perEpoch);
        return { loss: split === 'validation' ? losses[Math.min(epoch, losses.length - 1)]! : 100 - epoch, accuracy: 0.5 };
      },
      predict: async (_x: Float32Array, examples: number) => new Float32Array(2 * examples),
      parameters: async () => set ?? [{ kernel: Float32Array.of(step), bias: Float32Array.of(0) }],
      async setParameters(parameters: LayerParameters[]) {
        set = parameters;
      },
      gradients: async () => [],
      activations: async () => [],
      async batchActivations() {
        return [];
      },
      dispose() {
        set = undefined;
      },
    };
  };
  return { engine: { name: 'fused', create }, rates };
}
