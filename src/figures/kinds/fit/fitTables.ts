/** The numbers behind `fit`: what was measured, and what each arm makes of it. */
import { armTitle, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { formatNumber } from '../../../words/format.ts';
import { residualsOf } from './residuals.ts';
import type { Table } from '../../tables/table.ts';

/** Rows: no one reads hundreds. */
const MOST_ROWS = 60;

export function fitTables(data: FigureData): Table[] {
  const fitted = data.arms.filter((arm) => residualsOf(data, arm).length > 0);
  // One for each set of measurements.
  return Map.groupBy(fitted, (arm) => JSON.stringify(arm.points ?? data.points))
    .values()
    .flatMap((arms) => tableOf(data, arms))
    .toArray();
}

function tableOf(data: FigureData, arms: ArmFigure[]): Table[] {
  const points = arms[0]?.points ?? data.points;
  if (!points) return [];
  const at = arms.map((arm) => new Map(residualsOf(data, arm).map((one) => [one.x, one])));
  const all = points.x.map((x, index) => ({ x, y: points.y[index] ?? NaN })).sort((a, b) => a.x - b.x);
  const shown = evenly(all, MOST_ROWS);
  const where = shown.length < all.length ? ` at ${shown.length} of ${all.length} points` : '';
  return [
    {
      caption: `${data.title}: measured and fitted values${where}${data.seeds.length > 1 ? `, median over ${data.seeds.length} seeds` : ''}`,
      head: [
        data.feature ?? 'feature',
        `measured ${data.label ?? 'label'}`,
        ...arms.flatMap((arm) => [`fitted, ${armTitle(data, arm) || 'network'}`, 'measured − fitted']),
      ],
      rows: shown.map(({ x, y }) => [
        formatNumber(x, 5),
        formatNumber(y, 5),
        ...at.flatMap((fitted) => [formatNumber(fitted.get(x)?.fitted ?? NaN, 4), formatNumber(y - (fitted.get(x)?.fitted ?? NaN))]),
      ]),
    },
  ];
}

/** At most `most` of them, from the first to the last. */
function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.round((index * (all.length - 1)) / (most - 1))]!);
}
