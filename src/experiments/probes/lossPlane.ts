/** The training loss on a plane through the final parameters. */
import type { LayerParameters } from '../../engines/engine.ts';
import { openStream } from '../../kernel/random.ts';
import { difference, filterNormalized, moved, nearestOnPlane } from './directions.ts';
import { spread } from './lossLine.ts';
import { count, type PointProbe, type ProbeContext } from './probe.ts';

export interface LossPlane {
  /** Coordinates along the two directions; the final parameters are at (0, 0). */
  a: number[];
  b: number[];
  /** loss[row][column] at (a[column], b[row]). */
  loss: number[][];
  /** The way of training, seen from straight above the plane: before training, at each checkpoint, at the end. */
  way: { step: number[]; a: number[]; b: number[] };
}

export const lossPlane: PointProbe<LossPlane> = {
  name: 'lossPlane',
  title: 'loss on a plane',
  summary:
    'Training loss on a plane through the final parameters: along two random, filter-normalized directions, or through the first and the middle checkpoint.',
  options: {
    points: count('points along each direction', 21, 2, 201),
    radius: { kind: 'number', description: 'how far the plane reaches on each side', default: 1, min: 0, max: 100, exclusiveMin: true },
    checkpoints: { kind: 'boolean', description: 'span the plane by the way to two checkpoints', default: false },
  },
  when: 'end',
  async read(context, options) {
    const radius = Number(options.radius);
    const along = spread(-radius, radius, Number(options.points));
    const [u, v] = options.checkpoints === true ? alongTheWay(context) : randomDirections(context);
    const way = wayOnPlane(context, u, v);
    return { a: along, b: along, loss: await lossOnPlane(context, context.parameters, u, v, along, along), way };
  },
};

/** Each point of the way is taken to the nearest point of the plane. */
function wayOnPlane({ step, parameters, initial, checkpoints }: ProbeContext, u: LayerParameters[], v: LayerParameters[]): LossPlane['way'] {
  const kept = [{ step: 0, parameters: initial }, ...checkpoints.filter((checkpoint) => checkpoint.step < step)];
  const places = kept.map((point) => nearestOnPlane(difference(point.parameters, parameters), u, v));
  return {
    step: [...kept.map((point) => point.step), step],
    a: [...places.map(([a]) => a), 0],
    b: [...places.map(([, b]) => b), 0],
  };
}

/** Training loss at origin + a u + b v for each pair. */
async function lossOnPlane(
  { trainer, pause }: Pick<ProbeContext, 'trainer' | 'pause'>,
  origin: LayerParameters[],
  u: LayerParameters[],
  v: LayerParameters[],
  a: number[],
  b: number[],
): Promise<number[][]> {
  const rows: number[][] = [];
  for (const down of b) {
    const row: number[] = [];
    for (const across of a) {
      await pause();
      await trainer.setParameters(moved(origin, [across, u], [down, v]));
      row.push((await trainer.evaluate('train'))['loss']!);
    }
    rows.push(row);
  }
  return rows;
}

function randomDirections({ kernel, plan, parameters }: ProbeContext): [LayerParameters[], LayerParameters[]] {
  const mark = kernel.mark();
  const stream = openStream(kernel, plan.plan.seed, 'probe', PLANE);
  const directions: [LayerParameters[], LayerParameters[]] = [filterNormalized(parameters, stream), filterNormalized(parameters, stream)];
  kernel.release(mark);
  return directions;
}

/**
 * At distance 1 lie the parameters before training and those of the middle checkpoint. Where a run was too short for one, as a run is
 * that a reader has shortened: its start, and a random direction.
 */
function alongTheWay(context: ProbeContext): [LayerParameters[], LayerParameters[]] {
  const { parameters, initial, checkpoints } = context;
  const middle = checkpoints[Math.floor((checkpoints.length - 1) / 2)];
  const first = difference(initial, parameters);
  return [first, middle ? difference(middle.parameters, parameters) : randomDirections(context)[0]];
}

/** Index of the stream: part of the meaning of a seed. */
const PLANE = 1;
