/** The training loss on the straight line to a twin, before (dashed) and after its units are matched. */
import { accessible } from '../../parts/accessible.ts';
import { seedNote } from '../../parts/armPanels.ts';
import { armTitle, facetTitle, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../../parts/figureElement.ts';
import { formatNumber } from '../../../words/format.ts';
import { linePanel } from '../../parts/linePanel.ts';
import { barrierOf } from './barrierTables.ts';
import { armsWith } from '../../data/readings.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';
import { valueScale, type ValueScale } from '../../parts/ticks.ts';

export function* barrier(data: FigureData, { document }: FigureOptions): Figure {
  const arms = armsWith(data, 'barrier').filter((arm) => barrierOf(arm).at.length > 0);
  const facets = [...data.facets.labels.keys()].filter((facet) => arms.some((arm) => arm.facet === facet));
  const { figure, panels } = figureElement('barrier', document, facets.length);
  const losses = arms.flatMap((arm) => [...pointsOf(arm, 'loss'), ...pointsOf(arm, 'matched')].map(({ loss }) => loss));
  const scale = valueScale(losses, data.scale);
  for (const facet of facets) {
    const own = arms.filter((arm) => arm.facet === facet);
    const name = facetTitle(data, facet);
    const title = `${data.title}: training loss on the line to a twin, before and after matching${name && `, ${name}`}`;
    panels.append(accessible(panel(data, own, scale, name, document), document, title, description(data, own)));
    yield;
  }
  figure.append(caption(document, arms.length > 0 ? captionText(data) : 'This is read when a run has ended.'));
  return figure;
}

/** A recording holds null where the loss was no number. */
function pointsOf(arm: ArmFigure, which: 'loss' | 'matched'): { at: number; loss: number }[] {
  const reading = barrierOf(arm);
  const losses: (number | null)[] = reading[which];
  return reading.at.map((at, index) => ({ at, loss: losses[index] ?? NaN }));
}

function panel(data: FigureData, arms: ArmFigure[], scale: ValueScale, heading: string, document: Document): Element {
  const lines = arms.flatMap((arm) => {
    const { color } = seriesStyle(arm.series);
    const label = data.series.labels[arm.series] ?? '';
    return [
      { label: '', color, dash: '4 3', points: pointsOf(arm, 'loss') },
      { label, color, dash: 'none', points: pointsOf(arm, 'matched') },
    ];
  });
  return linePanel({ lines, scale, heading, marks: ['network', 'twin'] }, document);
}

function description(data: FigureData, arms: ArmFigure[]): string {
  const told = arms.map((arm) => {
    const { before, after } = barrierOf(arm);
    return `${armTitle(data, arm) || 'Barrier'}: ${formatNumber(before)} high before, ${formatNumber(after)} after matching`;
  });
  return `${told.join('; ')}.`;
}

function captionText(data: FigureData): string {
  return `Training loss on the straight line from the network (0) to a twin from another start (1)${data.scale === 'log' ? ', logarithmic scale' : ''}. Dashed: as trained. Solid: with the twin's hidden units in the order that matches best.${seedNote(data)}`;
}
