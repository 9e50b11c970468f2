/** The training loss along the straight line from the initial parameters to the final ones (Goodfellow et al. 2015). */
import type { LayerParameters } from '../../engines/engine.ts';
import { difference, moved } from './directions.ts';
import { count, type PointProbe, type ProbeContext } from './probe.ts';

export interface LossLine {
  /** 0: initial parameters; 1: final ones. */
  at: number[];
  loss: number[];
  /** The most by which the loss rises on its way from 0 to 1: 0 where it never rises. */
  climb: number;
}

export const lossLine: PointProbe<LossLine> = {
  name: 'lossLine',
  title: 'loss along a line',
  summary: 'Training loss at points of the line through the initial (0) and the final parameters (1).',
  options: {
    points: count('points of the line', 41, 2, 1001),
    from: { kind: 'number', description: 'where the line begins', default: -0.5, min: -10, max: 0 },
    to: { kind: 'number', description: 'where the line ends', default: 1.5, min: 1, max: 10 },
  },
  when: 'end',
  async read(context, options) {
    const [from, to] = [Number(options.from), Number(options.to)];
    const at = spread(from, to, Number(options.points));
    const loss = await lossAlongLine(context, context.initial, context.parameters, at);
    return { at, loss, climb: climbOf(loss.filter((_, index) => at[index]! >= 0 && at[index]! <= 1)) };
  },
};

/** Training loss at (1 − t) a + t b for each t. */
export async function lossAlongLine(
  { trainer, pause }: Pick<ProbeContext, 'trainer' | 'pause'>,
  a: LayerParameters[],
  b: LayerParameters[],
  at: number[],
): Promise<number[]> {
  const direction = difference(b, a);
  const losses: number[] = [];
  for (const t of at) {
    await pause();
    await trainer.setParameters(moved(a, [t, direction]));
    losses.push((await trainer.evaluate('train'))['loss']!);
  }
  return losses;
}

/** The most by which a later loss lies above an earlier one. */
export function climbOf(losses: number[]): number {
  let [lowest, climb] = [Infinity, 0];
  for (const loss of losses) {
    lowest = Math.min(lowest, loss);
    climb = Math.max(climb, loss - lowest);
  }
  return climb;
}

/** `points` numbers from `from` to `to`, both included. */
export function spread(from: number, to: number, points: number): number[] {
  return Array.from({ length: points }, (_, i) => from + ((to - from) * i) / (points - 1));
}
