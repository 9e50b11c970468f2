/** What probes give. */
import type { LayerActivations } from './activations.ts';
import type { Activity } from './activity.ts';
import type { Barrier } from './barrier.ts';
import type { Conditioning } from './conditioning.ts';
import type { Curvature } from './curvature.ts';
import type { FirstLayer } from './firstLayer.ts';
import type { GradientNoise } from './gradientNoise.ts';
import type { LayerShift } from './shift.ts';
import type { LayerValues } from './layerValues.ts';
import type { LossLine } from './lossLine.ts';
import type { LossPlane } from './lossPlane.ts';
import type { NetworkReading } from './network.ts';
import type { Snapshots } from './snapshots.ts';
import type { Statistics } from './statistics.ts';
import type { Surface } from './surface.ts';

/** Data of each probe, by its name. Layers come from the first hidden one to the output layer. */
export interface ProbeData {
  activations: { layers: LayerActivations[] };
  activity: Activity;
  movement: { layers: { size: number }[] };
  gradients: { layers: { norm: number }[] };
  updates: { layers: { ratio: number }[] };
  shift: { layers: LayerShift[] };
  statistics: Statistics;
  weights: { layers: LayerValues[] };
  biases: { layers: LayerValues[] };
  network: NetworkReading;
  firstLayer: FirstLayer;
  surface: Surface;
  lossLine: LossLine;
  lossPlane: LossPlane;
  barrier: Barrier;
  curvature: Curvature;
  conditioning: Conditioning;
  gradientNoise: GradientNoise;
  snapshots: Snapshots;
}

export type ProbeName = keyof ProbeData;

/** One reading of one probe: when, and what. */
export type ProbeReading = { [Name in ProbeName]: { probe: Name; step: number; epoch: number } & ProbeData[Name] }[ProbeName];
