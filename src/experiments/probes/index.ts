/** The probes. A new one is one file here, one line in this list and in reading.ts, one test against a closed form. */
import { activations } from './activations.ts';
import { activity } from './activity.ts';
import { barrier } from './barrier.ts';
import { biases } from './biases.ts';
import { conditioning } from './conditioning.ts';
import { curvature } from './curvature.ts';
import { firstLayer } from './firstLayer.ts';
import { gradientNoise } from './gradientNoise.ts';
import { gradients } from './gradients.ts';
import { lossLine } from './lossLine.ts';
import { lossPlane } from './lossPlane.ts';
import { movement } from './movement.ts';
import { network } from './network.ts';
import { shift } from './shift.ts';
import { snapshots } from './snapshots.ts';
import { statistics } from './statistics.ts';
import { surface } from './surface.ts';
import { updates } from './updates.ts';
import { weights } from './weights.ts';

export const probes = [
  activations,
  activity,
  gradients,
  updates,
  shift,
  movement,
  statistics,
  weights,
  biases,
  network,
  firstLayer,
  surface,
  lossLine,
  lossPlane,
  barrier,
  curvature,
  conditioning,
  gradientNoise,
  snapshots,
] as const;
