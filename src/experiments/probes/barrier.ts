/**
 * How high the training loss rises on the straight line from this network to a twin: the same training from other initial parameters and
 * with other batches, on the same data (Frankle et al. 2020; Entezari et al. 2022). Once as the two are, and once after the twin's
 * hidden units were put in the order that matches this network's best (matchUnits.ts), which changes nothing that the twin computes.
 */
import type { LayerParameters } from '../../engines/engine.ts';
import { lossAlongLine, spread } from './lossLine.ts';
import { matchUnits } from './matchUnits.ts';
import { count, type PointProbe, type ProbeContext } from './probe.ts';

export interface Barrier {
  /** 0: this network; 1: its twin. */
  at: number[];
  /** Training loss there, before the units were matched and after. */
  loss: number[];
  matched: number[];
  /** Height of the barrier: the most by which the loss lies above the straight line between its two ends. At least 0. */
  before: number;
  after: number;
  /** `after` as a share of `before`; 0 where there is neither. */
  left: number;
}

export const barrier: PointProbe<Barrier> = {
  name: 'barrier',
  title: 'barrier to a twin',
  summary: 'Training loss on the straight line to a network from another start, before and after its hidden units are matched.',
  options: {
    points: count('points of the line', 25, 3, 1001),
    sameStart: { kind: 'boolean', description: 'let the twin begin with the same parameters, so that only the order of its batches differs', default: false },
  },
  when: 'end',
  async read(context, options) {
    const twin = await context.twin?.(options.sameStart === true);
    return barrierTo(context, twin, spread(0, 1, Number(options.points)));
  },
};

/** A twin that diverged is behind a barrier of infinite height. */
export async function barrierTo(
  context: Pick<ProbeContext, 'trainer' | 'pause' | 'parameters'>,
  twin: LayerParameters[] | undefined,
  at: number[],
): Promise<Barrier> {
  if (!twin) return { at: [], loss: [], matched: [], before: Infinity, after: Infinity, left: 1 };
  const loss = await lossAlongLine(context, context.parameters, twin, at);
  const matched = await lossAlongLine(context, context.parameters, matchUnits(context.parameters, twin), at);
  const [before, after] = [heightOf(at, loss), heightOf(at, matched)];
  return { at, loss, matched, before, after, left: before > 0 ? after / before : after > 0 ? Infinity : 0 };
}

/** A loss that is no number is infinitely high. */
export function heightOf(at: number[], loss: number[]): number {
  const [first, last] = [loss[0]!, loss.at(-1)!];
  return loss.reduce((most, value, index) => {
    const above = value - first - at[index]! * (last - first);
    return Number.isNaN(above) ? Infinity : Math.max(most, above);
  }, 0);
}
