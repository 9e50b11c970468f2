/** The training loss on a plane through the final parameters, as bands, and the way of training seen from above the plane. */
import * as Plot from '@observablehq/plot';
import { armPanels, seedNote, type Panel } from '../parts/armPanels.ts';
import { armTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { formatCount, formatNumber } from '../../words/format.ts';
import { HEAT_LEVELS } from './heatmap.ts';
import { keyElement } from '../parts/key.ts';
import { armsWith, readingsOf, type Reading } from '../data/readings.ts';
import type { Table } from '../tables/table.ts';
import { valueScale } from '../parts/ticks.ts';

type Plane = Reading<'lossPlane'>;

/** Px. */
const SIZE = 262;
const MARGIN = { top: 22, heading: 40, right: 8, bottom: 34, left: 38 };

export function landscape(data: FigureData, options: FigureOptions): Figure {
  const arms = armsWith(data, 'lossPlane');
  const scale = bands(arms.map(planeOf));
  const sample = (level: number) => ({
    text: level === 0 ? `below ${formatNumber(scale.from(1), 2)}` : `${formatNumber(scale.from(level), 2)} or more`,
    color: 'none',
    mark: `<rect x="1" y="0" width="28" height="12" fill="var(--heat-${level + 1})" stroke="none"/>`,
  });
  return armPanels(data, options, {
    kind: 'landscape',
    arms,
    panel: (arm, title) => panel(data, arm, title, scale, options.document),
    caption: captionText(data, arms),
    above: arms.length > 0 ? [keyElement(options.document, [0, 4, 8].map(sample))] : [],
  });
}

export function landscapeTables(data: FigureData): Table[] {
  return armsWith(data, 'lossPlane').flatMap((arm) => {
    const { a, b, loss, way } = planeOf(arm);
    const name = armTitle(data, arm);
    const coordinate = (value: number) => formatNumber(value, 2);
    const every = Math.max(1, Math.ceil(a.length / MOST_COLUMNS));
    const picked = a.flatMap((_, index) => (index % every === 0 ? [index] : []));
    return [
      {
        caption: `${data.title}: training loss on a plane through the final parameters${name && `, ${name}`}`,
        head: ['direction 2 ＼ 1', ...picked.map((column) => coordinate(a[column] ?? NaN))],
        rows: picked.map((row) => [coordinate(b[row] ?? NaN), ...picked.map((column) => formatNumber(lossAt(loss, row, column)))]),
      },
      {
        caption: `${data.title}: way of training on that plane${name && `, ${name}`}`,
        head: ['step', 'direction 1', 'direction 2'],
        rows: way.step.map((step, index) => [formatCount(step), formatNumber(way.a[index] ?? NaN), formatNumber(way.b[index] ?? NaN)]),
      },
    ];
  });
}

/** Of the table. */
const MOST_COLUMNS = 11;

function planeOf(arm: ArmFigure): Plane {
  return readingsOf(arm, 'lossPlane').at(-1)!;
}

/** A recording holds null where the loss was no number. */
function lossAt(loss: (number | null)[][], row: number, column: number): number {
  return loss[row]?.[column] ?? NaN;
}

interface Bands {
  /** Where band `level`, from 0, begins. */
  from(level: number): number;
}

/** Even steps of the logarithm over all panels, where the loss is positive; else of the loss itself. */
function bands(planes: Plane[]): Bands {
  const finite = planes.flatMap(({ loss }) => loss.flat() as (number | null)[]).filter((value): value is number => value !== null && Number.isFinite(value));
  const log = finite.every((value) => value > 0);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (finite.length === 0) return { from: (level) => level };
  return { from: (level) => (log ? low * (high / low) ** (level / HEAT_LEVELS) : low + ((high - low) * level) / HEAT_LEVELS) };
}

function panel(data: FigureData, arm: ArmFigure, title: string, scale: Bands, document: Document): Panel {
  const { a, b, loss, way } = planeOf(arm);
  const top = title ? MARGIN.heading : MARGIN.top;
  const ends = (values: number[]): [number, number] => [values[0] ?? 0, values.at(-1) ?? 1];
  const { ticks, tickFormat } = valueScale(a, 'linear');
  const inside = ticks.filter((tick) => tick >= ends(a)[0] && tick <= ends(a)[1]);
  const half = (ends(a)[1] - ends(a)[0]) / (a.length - 1) / 2;
  const worst = loss.flat().reduce((most, value) => (Number.isFinite(value) ? Math.max(most, value) : most), -Infinity);
  const values = loss.flatMap((row) => row.map((value: number | null) => (value !== null && Number.isFinite(value) ? value : worst)));
  const grid = { width: a.length, height: b.length, x1: ends(a)[0] - half, x2: ends(a)[1] + half, y1: ends(b)[0] - half, y2: ends(b)[1] + half };
  const points = way.step.map((step, index) => ({ step, a: way.a[index] ?? NaN, b: way.b[index] ?? NaN }));
  const now = data.step === undefined ? points.at(-1) : points.findLast(({ step }) => step <= (data.step ?? 0));
  const tip = ({ step, a: first, b: second }: (typeof points)[number]) => `step ${formatCount(step)}: ${formatNumber(first)}, ${formatNumber(second)}`;
  const plot = Plot.plot({
    document,
    width: SIZE + MARGIN.left + MARGIN.right,
    height: SIZE + top + MARGIN.bottom,
    marginTop: top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { domain: ends(a) },
    y: { domain: ends(b) },
    marks: [
      ...Array.from({ length: HEAT_LEVELS }, (_, level) =>
        Plot.contour(values, {
          ...grid,
          value: (value: number) => value,
          thresholds: [level === 0 ? -1e30 : scale.from(level)],
          fill: `var(--heat-${level + 1})`,
          title: () => (level === 0 ? `loss below ${formatNumber(scale.from(1))}` : `loss ${formatNumber(scale.from(level))} or more`),
          clip: true,
        }),
      ),
      Plot.axisX(inside, { text: tickFormat, label: 'direction 1 →', labelAnchor: 'right' }),
      Plot.axisY(inside, { text: tickFormat, label: null }),
      Plot.text([title], {
        frameAnchor: 'top-left',
        dx: 4 - MARGIN.left,
        dy: -21,
        lineAnchor: 'bottom',
        fontWeight: 650,
        fontSize: 12.5,
        text: (label: string) => label,
      }),
      Plot.text(['↑ direction 2'], { frameAnchor: 'top-left', dx: 4 - MARGIN.left, dy: -7, lineAnchor: 'bottom', text: (label: string) => label }),
      Plot.line(points, { x: 'a', y: 'b', stroke: 'var(--fc-paper)', strokeWidth: 4, clip: true }),
      Plot.line(points, { x: 'a', y: 'b', stroke: 'var(--series-2)', strokeWidth: 1.8, clip: true }),
      Plot.dot(points.slice(0, -1), { x: 'a', y: 'b', r: 2.6, fill: 'var(--series-2)', stroke: 'var(--fc-paper)', title: tip, clip: true }),
      ...(now ? [Plot.dot([now], { x: 'a', y: 'b', r: 5, symbol: 'star', fill: 'var(--series-2)', stroke: 'var(--fc-paper)', title: tip })] : []),
      Plot.frame({ stroke: 'currentColor', strokeOpacity: 0.4 }),
    ],
  });
  return { plot, title: 'training loss on a plane through the final parameters', description: description(planeOf(arm), worst) };
}

function description({ a, b, loss, way }: Plane, worst: number): string {
  const middle = lossAt(loss, Math.floor(b.length / 2), Math.floor(a.length / 2));
  return `Loss ${formatNumber(middle)} in the middle, at most ${formatNumber(worst)} at up to ${formatNumber(a.at(-1) ?? NaN, 2)} from it. The way of training has ${way.step.length} points.`;
}

function captionText(data: FigureData, arms: ArmFigure[]): string {
  const some = arms.some((arm) => planeOf(arm).way.step.length > 2);
  return `Training loss on a plane through the final parameters (star). Line: the way of training, each point moved to the nearest point of the plane${some ? '; dots: checkpoints' : ''}. The stronger the color, the higher the loss, in even steps of its logarithm.${seedNote(data)}`;
}
