/** What is left over of a fit: measured minus fitted at each measured point, under the fit and over the same axis. */
import * as Plot from '@observablehq/plot';
import { accessible } from './accessible.ts';
import type { ArmFigure, FigureData } from './figureData.ts';
import { MARGIN_TOP, panelTop } from './figureElement.ts';
import { formatNumber } from './format.ts';
import { seriesStyle } from './seriesStyle.ts';
import { valueScale } from './ticks.ts';

/** Height of the panel, px; its margins are those of the fit above it. */
const HEIGHT = 120;
const MARGIN = { left: 46, right: 12, bottom: 20 };

export interface Residual {
  x: number;
  measured: number;
  fitted: number;
  residual: number;
}

/** The fitted function between the two points of its grid beside each measured one. Without measured points, or a fit: none. */
export function residualsOf({ points }: Pick<FigureData, 'points'>, { fit }: Pick<ArmFigure, 'fit'>): Residual[] {
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

/** The same scale in every panel: the range of all residuals, but no wider than that of the measurements. */
export function residualDomain(data: FigureData): [number, number] {
  const most = Math.max(0, ...data.arms.flatMap((arm) => residualsOf(data, arm).map(({ residual }) => Math.abs(residual))));
  const y = data.points?.y ?? [];
  const range = y.length > 0 ? Math.max(...y) - Math.min(...y) : Infinity;
  const reach = (Math.min(most, range) || 1) * 1.08;
  return [-reach, reach];
}

export function residualPanel(data: FigureData, arms: ArmFigure[], x: [number, number], y: [number, number], width: number, document: Document): Element {
  const { ticks, tickFormat } = valueScale(y, 'linear');
  const inside = ticks.filter((tick) => Math.abs(tick) <= y[1]);
  const shown = inside.length > 3 ? inside.filter((_, index) => (index - inside.indexOf(0)) % 2 === 0) : inside;
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
      Plot.axisY(shown, { text: tickFormat, label: null }),
      Plot.gridY(shown, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      Plot.ruleY([0], { stroke: 'currentColor', strokeOpacity: 0.6 }),
      ...panelTop('', '↑ measured − fitted', MARGIN.left),
      ...arms.map((arm) => {
        const { color, symbol } = seriesStyle(arm.series);
        const label = data.series.labels[arm.series] ?? '';
        return Plot.dot(residualsOf(data, arm), {
          ...{ x: 'x', y: 'residual', stroke: color, symbol, r: 2.2 },
          title: (one: Residual) => `${label && `${label}, `}at ${formatNumber(one.x, 4)}: ${formatNumber(one.residual)}`,
        });
      }),
    ],
  });
  return accessible(plot, document, `${data.title}: residuals, measured minus fitted`, description(data, arms));
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
