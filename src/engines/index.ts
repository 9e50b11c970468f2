/** Engines by name. Each is loaded when it is first asked for, so that a page pays for none that it does not use. */
import type { Kernel } from '../kernel/kernel.ts';
import type { Engine, EngineName } from './engine.ts';

/** `kernel` serves the random streams of every engine; `fused` also computes in it. */
export async function loadEngine(name: EngineName, kernel: Kernel): Promise<Engine> {
  if (name === 'fused') {
    const { fusedEngine } = await import('./fused/fused.ts');
    return fusedEngine(kernel);
  }
  const { tfjsEngine } = await import('./tfjs/tfjs.ts');
  return tfjsEngine(name, kernel);
}
