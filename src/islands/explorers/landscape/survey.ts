/** Trains two networks, and reads the training loss on a plane through the end of each. Runs in a worker, and when the site is built. */
import { fusedEngine } from '../../../engines/fused/fused.ts';
import { planRun } from '../../../experiments/plan/plan.ts';
import { lossPlane, type LossPlane } from '../../../experiments/probes/lossPlane.ts';
import type { Checkpoint } from '../../../experiments/probes/probe.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { drawBands, type Band } from '../parts/bands.ts';
import { configurationOf, EPOCHS, RING, type Setup } from './setup.ts';

export interface View {
  batchSize: number;
  updates: number;
  /** At the end of training. */
  trainLoss: number;
  testLoss: number;
  /** Mean training loss over the points of the plane within RING of the end, and the greatest on the whole plane. */
  near: number;
  greatest: number;
  bands: Band[];
  /** The way of training, each point moved to the nearest point of the plane. */
  way: LossPlane['way'];
}

export interface Survey {
  setup: Setup;
  views: [View, View];
}

/** Bands, the lowest one included: even steps of the logarithm, the same for both. */
const BANDS = 8;
/** Epochs from one kept point of the way to the next. */
const EVERY = 3;

export async function survey(kernel: Kernel, setup: Setup): Promise<Survey> {
  const [first, second] = [await look(kernel, setup, 0), await look(kernel, setup, 1)];
  const values = [...first.plane.loss.flat(), ...second.plane.loss.flat()].filter((value) => Number.isFinite(value));
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  const thresholds = Array.from({ length: BANDS }, (_, level) => low * (high / low) ** (level / BANDS));
  const view = ({ plane, ...told }: Look): View => {
    const rows = plane.loss.toReversed().flat();
    const finite = rows.map((value) => (Number.isFinite(value) ? value : high));
    return { ...told, near: nearMean(plane), greatest: Math.max(...finite), bands: drawBands(finite, setup.points, thresholds), way: plane.way };
  };
  return { setup, views: [view(first), view(second)] };
}

type Look = Omit<View, 'bands' | 'near' | 'greatest' | 'way'> & { plane: LossPlane };

async function look(kernel: Kernel, setup: Setup, side: 0 | 1): Promise<Look> {
  const plan = planRun(configurationOf(setup, side), setup.seed, kernel);
  const trainer = await fusedEngine(kernel).create(plan.plan);
  const checkpoints: Checkpoint[] = [];
  for (let epoch = EVERY; epoch <= EPOCHS; epoch += EVERY) {
    await trainer.train(EVERY * plan.updatesPerEpoch);
    checkpoints.push({ step: trainer.step, epoch, best: false, parameters: await trainer.parameters() });
  }
  const parameters = await trainer.parameters();
  const [trainLoss, testLoss] = [(await trainer.evaluate('train'))['loss']!, (await trainer.evaluate('test'))['loss']!];
  const plane = await lossPlane.read(
    {
      // The probe draws its directions from the run's seed; here they have one of their own.
      plan: { ...plan, plan: { ...plan.plan, seed: setup.directions } },
      kernel,
      trainer,
      parameters,
      initial: plan.plan.parameters,
      step: trainer.step,
      checkpoints,
      pause: () => Promise.resolve(),
    },
    { name: 'lossPlane', points: setup.points, radius: setup.radius, checkpoints: setup.plane === 'way' },
  );
  const updates = trainer.step;
  trainer.dispose();
  return { batchSize: setup.batchSizes[side], updates, trainLoss, testLoss, plane };
}

function nearMean({ a, b, loss }: LossPlane): number {
  const near = loss.flatMap((row, r) => row.filter((value, c) => Number.isFinite(value) && a[c]! ** 2 + b[r]! ** 2 <= RING ** 2));
  return near.reduce((sum, value) => sum + value, 0) / near.length;
}
