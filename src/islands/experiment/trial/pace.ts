/** How fast this reader's machine is, as far as this page has seen: seconds measured over seconds estimated. Kept for the page only. */
import { signal } from '@preact/signals';
import type { EngineName } from '../../../engines/engine.ts';

/** The estimate (experiments/estimate.ts) speaks of the fused engine; of others nothing is known before they have run. */
export const paces = signal<Partial<Record<EngineName, number>>>({ fused: 1 });

/** Shorter runs say more about starting than about training; in seconds. */
const LEAST = 0.05;

/** Seconds of the same runs, on one core. */
export function learnPace(engine: EngineName, estimated: number, measured: number): void {
  if (estimated > 0 && measured >= LEAST) paces.value = { ...paces.value, [engine]: measured / estimated };
}
