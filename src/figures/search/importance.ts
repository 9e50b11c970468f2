/** How much of the score's variance each dimension explains by itself, largest first. */
import * as Plot from '@observablehq/plot';
import { accessible } from '../parts/accessible.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import type { Table } from '../tables/table.ts';
import type { SearchFigureData } from './searchFigureData.ts';

const WIDTH = 330;
const ROW = 26;

export function* importance(data: SearchFigureData, { document }: FigureOptions): Figure {
  const { figure, panels } = figureElement('importance', document, 1);
  const rows = sorted(data);
  panels.append(
    accessible(
      draw(rows, document),
      document,
      `${data.title}: what matters`,
      rows
        .map(({ name, share }) => `${name}: ${percent(share)}`)
        .join('; ')
        .concat('.'),
    ),
  );
  figure.append(
    caption(
      document,
      `Share of the variance of the trials’ ranks that each hyperparameter explains by itself, over all seeds. What only combinations explain is in no bar.`,
    ),
  );
  yield;
  return figure;
}

export function importanceTables(data: SearchFigureData): Table[] {
  return [
    {
      caption: `${data.title}: share of the variance explained by each hyperparameter`,
      head: ['hyperparameter', 'share'],
      rows: sorted(data).map(({ name, share }) => [name, percent(share)]),
    },
  ];
}

function draw(rows: { name: string; share: number }[], document: Document): Element {
  const marginLeft = 12 + 6.4 * Math.max(...rows.map(({ name }) => name.length), 2);
  return Plot.plot({
    ...{ document, width: WIDTH, height: ROW * rows.length + 34, marginLeft, marginRight: 44, marginTop: 6, marginBottom: 28 },
    x: { domain: [0, 1], label: null, ticks: [0, 0.5, 1], tickFormat: (share: number) => percent(share) },
    y: { domain: rows.map(({ name }) => name), label: null, tickSize: 0, padding: 0.35 },
    marks: [
      Plot.gridX([0, 0.5, 1], { stroke: 'currentColor', strokeOpacity: 0.12 }),
      Plot.barX(rows, { x: 'share', y: 'name', fill: 'var(--series-1)', fillOpacity: 0.85 }),
      Plot.text(rows, { x: 'share', y: 'name', text: ({ share }: { share: number }) => percent(share), dx: 5, textAnchor: 'start' }),
    ],
  });
}

function sorted({ importance: shares = [] }: SearchFigureData) {
  return [...shares].sort((a, b) => b.share - a.share);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
