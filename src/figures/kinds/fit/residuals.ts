/**
 * What is left over of a fit: measured minus fitted at each measured point, under the fit and over the same axis; where the arms' marks
 * would lie on each other, in a small panel for each arm.
 */
import * as Plot from '@observablehq/plot';
import { quantile } from 'simple-statistics';
import { accessible } from '../../parts/accessible.ts';
import type { ArmFigure, FigureData } from '../../data/figureData.ts';
import { MARGIN_TOP, panelTop } from '../../parts/figureElement.ts';
import { formatNumber } from '../../../words/format.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';
import { valueScale } from '../../parts/ticks.ts';

/** Height of the panel, px; its margins are those of the fit above it. */
const HEIGHT = 120;
const MARGIN = { left: 46, right: 12, bottom: 20 };
/** Of an arm's own panel, px. */
const SMALL = { width: 180, height: 108, left: 34, right: 4, bottom: 6 };
/** More marks than this in one panel cannot be told apart. */
const MOST_MARKS = 200;

export interface Residual {
  x: number;
  measured: number;
  fitted: number;
  residual: number;
}

/** The fitted function between the two points of its grid beside each measured one. Without measured points, or a fit: none. */
export function residualsOf(data: Pick<FigureData, 'points'>, { fit, points = data.points }: Pick<ArmFigure, 'fit' | 'points'>): Residual[] {
  if (!points || !fit) return [];
  return points.x.flatMap((x, index) => {
    const measured = points.y[index] ?? NaN;
    const fitted = interpolated(fit, x);
    return Number.isFinite(measured - fitted) ? [{ x, measured, fitted, residual: measured - fitted }] : [];
  });
}

/** `fit.x` ascends. NaN outside of it. */
function interpolated(fit: { x: number[]; y: number[] }, x: number): number {
  const after = fit.x.findIndex((value) => value >= x);
  const [right, above] = [fit.x[after] ?? NaN, fit.y[after] ?? NaN];
  if (after <= 0) return right === x ? above : NaN;
  const [left, below] = [fit.x[after - 1] ?? NaN, fit.y[after - 1] ?? NaN];
  return below + ((above - below) * (x - left)) / (right - left);
}

/** The same scale in every panel: the range of all residuals, but no wider than that of the measurements, and not for the sake of outliers. */
export function residualDomain(data: FigureData): [number, number] {
  const sizes = data.arms.map((arm) => residualsOf(data, arm).map(({ residual }) => Math.abs(residual))).filter((own) => own.length > 0);
  const most = Math.max(0, ...sizes.flat());
  const usual = Math.max(0, ...sizes.map((own) => quantile(own, USUAL)));
  const y = data.points?.y ?? [];
  const range = y.length > 0 ? Math.max(...y) - Math.min(...y) : Infinity;
  const reach = (Math.min(most, range, OUTLYING * usual) || 1) * 1.08;
  return [-reach, reach];
}

/** This share of an arm's residuals is what they usually are … */
const USUAL = 0.8;
/** … and one so many times larger is an outlier. */
const OUTLYING = 2.5;

/** Whether some of the residuals lie beyond the scale, at its edge. */
export function exceeds(data: FigureData, [, reach]: [number, number]): boolean {
  return data.arms.some((arm) => residualsOf(data, arm).some(({ residual }) => Math.abs(residual) > reach));
}

/** Whether the arms' residuals are too many for one panel. */
export function areMany(data: FigureData, arms: ArmFigure[]): boolean {
  return arms.length > 1 && arms.length * (data.points?.x.length ?? 0) > MOST_MARKS;
}

export function residualPanel(data: FigureData, arms: ArmFigure[], x: [number, number], y: [number, number], width: number, document: Document): Element {
  const plot = Plot.plot({
    document,
    width,
    height: HEIGHT,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN_TOP.plain,
    marginBottom: MARGIN.bottom,
    x: { domain: x, axis: null },
    y: { domain: y, clamp: true },
    marks: [
      ...axisMarks(y),
      ...panelTop('', '↑ measured − fitted', MARGIN.left),
      ...arms.map((arm) => {
        const { color, symbol } = seriesStyle(arm.series);
        return Plot.dot(residualsOf(data, arm), { x: 'x', y: 'residual', stroke: color, symbol, r: 2.2, title: tipOf(data, arm) });
      }),
    ],
  });
  return accessible(plot, document, `${data.title}: residuals, measured minus fitted`, description(data, arms));
}

/** One arm's residuals, under its name. */
export function residualsOfArm(data: FigureData, arm: ArmFigure, x: [number, number], y: [number, number], document: Document): Element {
  const { color } = seriesStyle(arm.series);
  const label = data.series.labels[arm.series] ?? '';
  const plot = Plot.plot({
    document,
    width: SMALL.width,
    height: SMALL.height,
    marginLeft: SMALL.left,
    marginRight: SMALL.right,
    marginTop: MARGIN_TOP.plain,
    marginBottom: SMALL.bottom,
    x: { domain: x, axis: null },
    y: { domain: y, clamp: true },
    marks: [
      ...axisMarks(y),
      Plot.text([label], { frameAnchor: 'top-left', dy: -9, lineAnchor: 'bottom', text: String, fill: color, fontWeight: 600 }),
      // Squares are the shortest paths, and at this size as good as circles.
      Plot.dot(residualsOf(data, arm), { x: 'x', y: 'residual', symbol: 'square', r: 1.1, fill: color, fillOpacity: 0.7, title: tipOf(data, arm) }),
    ],
  });
  return accessible(plot, document, `${data.title}: residuals, measured minus fitted, ${label}`, description(data, [arm]));
}

/** Few ticks, 0 among them. */
function axisMarks(y: [number, number]): Plot.Markish[] {
  const { ticks, tickFormat } = valueScale(y, 'linear');
  const inside = ticks.filter((tick) => Math.abs(tick) <= y[1]);
  const shown = inside.length > 3 ? inside.filter((_, index) => (index - inside.indexOf(0)) % 2 === 0) : inside;
  return [
    Plot.axisY(shown, { text: tickFormat, label: null }),
    Plot.gridY(shown, { stroke: 'currentColor', strokeOpacity: 0.1 }),
    Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.6 }),
  ];
}

function tipOf(data: FigureData, arm: ArmFigure): (one: Residual) => string {
  const label = data.series.labels[arm.series] ?? '';
  return (one) => `${label && `${label}, `}at ${formatNumber(one.x, 4)}: ${formatNumber(one.residual)}`;
}

function description(data: FigureData, arms: ArmFigure[]): string {
  const text = arms.map((arm) => {
    const residuals = residualsOf(data, arm);
    const sum = residuals.reduce((total, { residual }) => total + residual * residual, 0);
    const largest = Math.max(0, ...residuals.map(({ residual }) => Math.abs(residual)));
    return `${data.series.labels[arm.series] ?? 'network'}: sum of squares ${formatNumber(sum)}, largest ${formatNumber(largest)}`;
  });
  return `${text.join('; ') || 'No network has been fitted yet'}.`;
}
