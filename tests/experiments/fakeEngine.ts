/**
 * An engine that computes nothing: its loss is 1/(1 + step), its one parameter the number of updates. Seeds stand
 * for behaviours, so that what surrounds an engine can be tested for what it does when one misbehaves.
 */
import type { Engine } from '../../src/engines/engine.ts';

export const DIES = 1001;
export const HANGS = 1002;
export const THROWS = 1003;
/** Goes on until it is cancelled. */
export const SLOW = 1004;
export const BECOMES_INFINITE = 1005;

export function fakeEngine(): Engine {
  return {
    name: 'fused',
    async create({ seed }) {
      if (seed === DIES) process.exit(3);
      if (seed === THROWS) throw new Error('This seed is cursed.');
      let step = 0;
      return {
        get step() {
          return step;
        },
        get divergedAt() {
          return undefined;
        },
        async train(updates) {
          if (seed === HANGS) for (;;);
          if (seed === SLOW) await new Promise((resolve) => setTimeout(resolve, 5));
          step += seed === SLOW ? 1 : updates;
        },
        async evaluate() {
          return { loss: seed === BECOMES_INFINITE && step > 0 ? Infinity : 1 / (1 + step), accuracy: 0 };
        },
        async predict(_x, examples) {
          return new Float32Array(examples);
        },
        async parameters() {
          return [{ kernel: Float32Array.of(step), bias: Float32Array.of(0) }];
        },
        async setParameters() {
          throw new Error('The fake engine has one parameter, which counts.');
        },
        async gradients() {
          return [{ kernel: Float32Array.of(0), bias: Float32Array.of(0) }];
        },
        async activations(_x, examples) {
          return [new Float32Array(examples)];
        },
        async batchActivations(_x, examples) {
          return [new Float32Array(examples)];
        },
        dispose() {
          step = 0;
        },
      };
    },
  };
}
