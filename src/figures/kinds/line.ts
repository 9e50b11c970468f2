/** The training loss along the straight line from the initial parameters (0) to the final ones (1). */
import { accessible } from '../parts/accessible.ts';
import { seedNote } from '../parts/armPanels.ts';
import { armTitle, facetTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { linePanel } from '../parts/linePanel.ts';
import { armsWith, readingsOf } from '../data/readings.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import type { Table } from '../tables/table.ts';
import { valueScale, type ValueScale } from '../parts/ticks.ts';

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
  const lines = arms.map((arm) => ({ label: data.series.labels[arm.series] ?? '', ...seriesStyle(arm.series), points: pointsOf(arm) }));
  return linePanel({ lines, scale, heading, marks: ['start', 'end'] }, document);
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
