/** The training loss along the straight line from the initial parameters (0) to the final ones (1). */
import * as Plot from '@observablehq/plot';
import { accessible } from '../parts/accessible.ts';
import { seedNote } from '../parts/armPanels.ts';
import { endLabels } from '../parts/endLabels.ts';
import { armTitle, facetTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import { caption, figureElement, MARGIN_TOP, panelTop, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { lineTips } from '../tips/lineTips.ts';
import { armsWith, readingsOf } from '../data/readings.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import type { Table } from '../tables/table.ts';
import { tickRoom, valueScale, type ValueScale } from '../parts/ticks.ts';

/** Px. */
const [WIDTH, HEIGHT] = [420, 250];

export function* line(data: FigureData, { document }: FigureOptions): Figure {
  const arms = armsWith(data, 'lossLine');
  const facets = [...data.facets.labels.keys()].filter((facet) => arms.some((arm) => arm.facet === facet));
  const { figure, panels } = figureElement('line', document, facets.length);
  const scale = valueScale(
    arms.flatMap((arm) => pointsOf(arm).map(({ loss }) => loss)),
    data.scale,
  );
  for (const facet of facets) {
    const own = arms.filter((arm) => arm.facet === facet);
    const name = facetTitle(data, facet);
    const title = `${data.title}: training loss along the line from the initial to the final parameters${name && `, ${name}`}`;
    panels.append(accessible(panel(data, own, scale, name, document), document, title, description(data, own)));
    yield;
  }
  figure.append(caption(document, arms.length > 0 ? captionText(data) : 'This is read when a run has ended.'));
  return figure;
}

export function lineTables(data: FigureData): Table[] {
  const arms = armsWith(data, 'lossLine');
  const first = arms[0];
  if (!first) return [];
  return [
    {
      caption: `${data.title}: training loss along the line from the initial (0) to the final parameters (1)`,
      head: ['place', ...arms.map((arm) => armTitle(data, arm) || 'loss')],
      rows: pointsOf(first).map(({ at }, index) => [formatNumber(at), ...arms.map((arm) => formatNumber(pointsOf(arm)[index]?.loss ?? NaN))]),
    },
  ];
}

/** A recording holds null where the loss was no number. */
function pointsOf(arm: ArmFigure): { at: number; loss: number }[] {
  const reading = readingsOf(arm, 'lossLine').at(-1);
  const losses: (number | null)[] = reading?.loss ?? [];
  return (reading?.at ?? []).map((at, index) => ({ at, loss: losses[index] ?? NaN }));
}

function panel(data: FigureData, arms: ArmFigure[], scale: ValueScale, heading: string, document: Document): Element {
  const labels = arms.map((arm) => data.series.labels[arm.series] ?? '');
  const margins = {
    marginTop: heading ? MARGIN_TOP.facet : MARGIN_TOP.plain,
    marginBottom: 34,
    marginLeft: tickRoom(scale),
    marginRight: 16 + 6.4 * Math.max(...labels.map((label) => label.length), 0),
  };
  const at = arms.flatMap((arm) => pointsOf(arm).map((point) => point.at));
  const x: [number, number] = [Math.min(...at), Math.max(...at)];
  const drawable = (value: number) => (Number.isFinite(value) && (scale.type === 'linear' || value > 0) ? value : NaN);
  const ends: Parameters<typeof endLabels>[0] = [];
  const lines = arms.map((arm) => {
    const { color, dash } = seriesStyle(arm.series);
    const points = pointsOf(arm).map((point) => ({ at: point.at, loss: drawable(point.loss) }));
    const drawn = points.filter(({ loss }) => !Number.isNaN(loss));
    const last = drawn.at(-1);
    const label = data.series.labels[arm.series] ?? '';
    if (last) ends.push({ x: last.at, y: last.loss, label, color });
    const tips = lineTips(
      label,
      'place',
      drawn.map((point) => formatNumber(point.at)),
      drawn.map(({ loss }) => formatNumber(loss, 4)),
    );
    return Plot.line(points, { x: 'at', y: 'loss', stroke: color, strokeDasharray: dash, strokeWidth: 1.8, clip: true, ...tips });
  });
  const marks = [0, 1].filter((place) => place >= x[0] && place <= x[1]);
  return Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    ...margins,
    x: { domain: x, label: 'place on the line →', labelAnchor: 'right', ticks: 5 },
    y: { type: scale.type, domain: scale.domain, clamp: true },
    marks: [
      Plot.axisY(scale.ticks, { text: scale.tickFormat, label: null }),
      Plot.gridY(scale.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      Plot.ruleX(marks, { stroke: 'currentColor', strokeDasharray: '3 3', strokeOpacity: 0.6 }),
      Plot.text(marks, {
        x: (place: number) => place,
        frameAnchor: 'bottom',
        dx: 4,
        dy: -6,
        textAnchor: 'start',
        fill: 'currentColor',
        stroke: 'var(--fc-paper)',
        strokeWidth: 4,
        text: (place: number) => (place === 0 ? 'start' : 'end'),
      }),
      ...panelTop(heading, '↑ training loss', margins.marginLeft),
      ...lines,
      ...endLabels(ends, { x: { domain: x }, y: scale, width: WIDTH, height: HEIGHT, ...margins }),
    ],
  });
}

function description(data: FigureData, arms: ArmFigure[]): string {
  return arms
    .map((arm) => {
      const points = pointsOf(arm);
      const nearest = (place: number) =>
        points.reduce((best, point) => (Math.abs(point.at - place) < Math.abs(best.at - place) ? point : best), points[0] ?? { at: 0, loss: NaN });
      const highest = Math.max(...points.filter(({ at }) => at >= 0 && at <= 1).map(({ loss }) => loss));
      return `${armTitle(data, arm) || 'Loss'}: ${formatNumber(nearest(0).loss)} at the start, ${formatNumber(nearest(1).loss)} at the end, at most ${formatNumber(highest)} between`;
    })
    .join('; ')
    .concat('.');
}

function captionText(data: FigureData): string {
  return `Training loss on the straight line through the initial (0) and the final parameters (1)${data.scale === 'log' ? ', logarithmic scale' : ''}.${seedNote(data)}`;
}
