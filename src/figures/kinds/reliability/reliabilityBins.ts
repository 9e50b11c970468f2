/** The bins of a reliability diagram: how many predictions had about one probability, what it was on average, how many were right. */
import type { ArmFigure, FigureData } from '../../data/figureData.ts';
import { formatNumber } from '../../../words/format.ts';

export type Bin = NonNullable<NonNullable<ArmFigure['reliability']>[FigureData['split']]>[number];

/** The split shown, where it was read; else the one farthest from training. */
export function splitOf(data: FigureData): FigureData['split'] {
  const there = (split: FigureData['split']) => data.arms.some((arm) => arm.reliability?.[split]);
  return ([data.split, 'test', 'validation', 'train'] as const).find(there) ?? data.split;
}

export function binsOf(data: FigureData, arm: ArmFigure): Bin[] | undefined {
  return arm.reliability?.[splitOf(data)];
}

export const meanOf = ([predictions, probability]: Bin) => probability / predictions;
export const shareOf = ([predictions, , right]: Bin) => right / predictions;

export function rangeOf(index: number, count: number): string {
  return `${formatNumber(index / count)} to ${formatNumber((index + 1) / count)}`;
}
