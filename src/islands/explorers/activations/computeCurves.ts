/** Curves in the browser. Loads with the first change: the kernel, and the engine that drives it. */
import type { Engine } from '../../../engines/engine.ts';
import { fusedEngine } from '../../../engines/fused/fused.ts';
import { loadKernel } from '../../../kernel/browser.ts';
import type { Activation } from '../../../nn/catalog.ts';
import { activationCurve, type ActivationCurve } from './activationCurve.ts';

let engine: Promise<Engine> | undefined;

export async function computeCurves(activations: Activation[]): Promise<ActivationCurve[]> {
  // A failed load may be tried again.
  engine ??= loadKernel()
    .then(fusedEngine)
    .catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
  const ready = await engine;
  return Promise.all(activations.map((activation) => activationCurve(ready, activation)));
}
