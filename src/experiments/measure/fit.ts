/** The function that a one-feature regression network has learned, on a grid over the data's range. */
import { numbersOf } from '../../datasets/dataset.ts';
import { applyScaling, invertScaling } from '../../datasets/scaling.ts';
import type { Trainer } from '../../engines/engine.ts';
import type { Plan } from '../plan/plan.ts';

/** The fitted function on a grid, in the data's own units. */
export interface Fit {
  x: number[];
  y: number[];
}

const GRID_POINTS = 200;

/** In the data's own units; undefined unless one number is predicted from one other. */
export async function fitOnGrid(trainer: Trainer, { examples, scaling }: Plan): Promise<Fit | undefined> {
  if (examples.task !== 'regression' || examples.features !== 1 || examples.labels !== 1) return undefined;
  const features = Float64Array.from(numbersOf(examples.x));
  const low = features.reduce((a, b) => Math.min(a, b));
  const high = features.reduce((a, b) => Math.max(a, b));
  const x = Float64Array.from({ length: GRID_POINTS }, (_, i) => low + ((high - low) * i) / (GRID_POINTS - 1));
  const outputs = await trainer.predict(Float32Array.from(applyScaling(scaling.features, x)), GRID_POINTS);
  return { x: Array.from(x), y: Array.from(invertScaling(scaling.labels, outputs)) };
}
