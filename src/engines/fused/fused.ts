/**
 * The engine `fused`: forward, loss, backward and update of a whole batch in one call into the
 * WebAssembly kernel, many batches per call.
 */
import { instantiate, type Kernel } from '../../kernel/kernel.ts';
import type { Engine, Features, RunPlan } from '../engine.ts';
import { createTrainer } from './trainer.ts';

/**
 * `kernel` gives the compiled module; each trainer gets an instance with memory of its own, taken
 * from those that earlier trainers gave back, so that a thousand runs need no more memory than one.
 */
export function fusedEngine(kernel: Kernel): Engine {
  const idle: { kernel: Kernel; start: number }[] = [];
  return {
    name: 'fused',
    async create(plan: RunPlan<Features>) {
      const instance = idle.pop() ?? (await fresh(kernel.module));
      return createTrainer(instance.kernel, plan, () => {
        instance.kernel.release(instance.start);
        // A large memory cannot be shrunk, so it is dropped instead of kept for small runs.
        if (instance.kernel.exports.memory.buffer.byteLength <= KEPT_BYTES) idle.push(instance);
      });
    },
  };
}

const KEPT_BYTES = 64 * 1024 * 1024;

async function fresh(module: WebAssembly.Module) {
  const kernel = await instantiate(module);
  return { kernel, start: kernel.mark() };
}
