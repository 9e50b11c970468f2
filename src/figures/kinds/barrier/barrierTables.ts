/** The heights of barriers as a table. */
import { armTitle, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { armsWith, readingsOf, type Reading } from '../../data/readings.ts';
import type { Table } from '../../tables/table.ts';
import { formatNumber } from '../../../words/format.ts';

/** A recording holds null where a height is infinite. */
export function barrierTables(data: FigureData): Table[] {
  const arms = armsWith(data, 'barrier');
  if (arms.length === 0) return [];
  return [
    {
      caption: `${data.title}: height of the barrier to the twin`,
      head: ['arm', 'before matching', 'after matching', 'share that is left'],
      rows: arms.map((arm) => {
        const { before, after, left } = barrierOf(arm);
        const heights: (number | null)[] = [before, after, left];
        return [armTitle(data, arm) || 'network', ...heights.map((value) => formatNumber(value ?? NaN))];
      }),
    },
  ];
}

export function barrierOf(arm: ArmFigure): Reading<'barrier'> {
  return readingsOf(arm, 'barrier').at(-1)!;
}
