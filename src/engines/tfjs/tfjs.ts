/**
 * The second engine: the same training on TensorFlow.js. It carries the GPU path and is the oracle
 * of `fused`: gradients come from TensorFlow.js' automatic differentiation, batch order and initial
 * parameters from the kernel's streams. Its results agree with those of `fused` within float32
 * tolerance, not bit for bit.
 */
import type { Kernel } from '../../kernel/kernel.ts';
import type { Engine, EngineName } from '../engine.ts';
import { startBackend } from './backend.ts';
import { createTrainer } from './trainer.ts';

export type TfjsEngineName = Exclude<EngineName, 'fused'>;

/** Start the backend that `name` says. Rejects, with a sentence for the reader, where it cannot run. */
export async function tfjsEngine(name: TfjsEngineName, kernel: Kernel): Promise<Engine> {
  const backend = await startBackend(BACKENDS[name]);
  return {
    name,
    // A plan that cannot be trained rejects, as in the other engine, rather than throws.
    create: (plan) => new Promise((resolve) => resolve(createTrainer(plan, backend, kernel))),
  };
}

const BACKENDS = { 'tfjs-wasm': 'wasm', 'tfjs-webgl': 'webgl', 'tfjs-cpu': 'cpu' } as const;
