/**
 * The decision surface: what the network makes of every point of the plane, with examples on it. Classes: the class
 * ahead, in three bands by how far it is ahead. Regression: bands of the predicted value.
 */
import { classTitle, featureTitle } from '../data/dataNames.ts';
import * as Plot from '@observablehq/plot';
import { LEADS, leads } from '../parts/leads.ts';
import { armPanels, seedNote, type Panel } from '../parts/armPanels.ts';
import { armTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { HEAT_LEVELS } from './heatmap.ts';
import { keyElement } from '../parts/key.ts';
import { armsWith, momentName, readingsOf, type Reading } from '../data/readings.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import { at, svgElement } from '../parts/svg.ts';
import type { Table } from '../tables/table.ts';
import { valueScale } from '../parts/ticks.ts';

type Surface = Reading<'surface'>;

/** Px. */
const SIZE = 262;
const MARGIN = { top: 10, heading: 26, right: 8, bottom: 34, left: 38 };
/** Points of a side of the table. */
const TABLE_SIDE = 7;

export function decision(data: FigureData, options: FigureOptions): Figure {
  const arms = armsWith(data, 'surface');
  const last = arms[0] && lastOf(arms[0]);
  const many = last && last.classes > 0 ? Array.from({ length: last.classes }, (_, index) => index) : [];
  const entry = (index: number) => ({
    text: classTitle(data, index),
    color: seriesStyle(index).color,
    mark: `<rect x="1" y="0" width="28" height="12" fill="${seriesStyle(index).color}" fill-opacity=".3" stroke="none"/>${pointPath([[15, 6]], index)}`,
  });
  return armPanels(data, options, {
    kind: 'decision',
    arms,
    panel: (arm, title) => panel(data, arm, title, options.document),
    caption: captionText(data, last),
    above: many.length > 0 ? [keyElement(options.document, many.map(entry))] : [],
  });
}

export function decisionTables(data: FigureData): Table[] {
  return armsWith(data, 'surface').map((arm) => {
    const surface = lastOf(arm);
    const name = armTitle(data, arm);
    const pick = (values: number[]) => Array.from({ length: TABLE_SIDE }, (_, i) => Math.round((i * (values.length - 1)) / (TABLE_SIDE - 1)));
    const [rows, columns] = [pick(surface.x2).reverse(), pick(surface.x1)];
    const cell = (row: number, column: number) => surface.outputs.map((output) => formatNumber(output[row]?.[column] ?? NaN, 2)).join(', ');
    return {
      caption: `${data.title}: outputs of the network at ${TABLE_SIDE} × ${TABLE_SIDE} points, ${momentName(surface)}${name && `, ${name}`}`,
      head: [`${featureTitle(data, 1)} ＼ ${featureTitle(data, 0)}`, ...columns.map((column) => formatNumber(surface.x1[column] ?? NaN, 2))],
      rows: rows.map((row) => [formatNumber(surface.x2[row] ?? NaN, 2), ...columns.map((column) => cell(row, column))]),
    };
  });
}

function lastOf(arm: ArmFigure): Surface {
  return readingsOf(arm, 'surface').at(-1)!;
}

function panel(data: FigureData, arm: ArmFigure, title: string, document: Document): Panel {
  const surface = lastOf(arm);
  const { x1, x2 } = surface;
  const top = title ? MARGIN.heading : MARGIN.top;
  const ends = (values: number[]): [number, number] => [values[0] ?? 0, values.at(-1) ?? 1];
  const ticks = (values: number[]) => valueScale(values, 'linear').ticks.filter((tick) => tick >= ends(values)[0] && tick <= ends(values)[1]);
  const format = valueScale(x1, 'linear').tickFormat;
  const plot = Plot.plot({
    document,
    width: SIZE + MARGIN.left + MARGIN.right,
    height: SIZE + top + MARGIN.bottom,
    marginTop: top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { domain: ends(x1) },
    y: { domain: ends(x2) },
    marks: [
      ...(surface.classes > 0 ? classBands(data, surface) : valueBands(surface)),
      Plot.axisX(ticks(x1), { text: format, label: `${featureTitle(data, 0)} →`, labelAnchor: 'right' }),
      Plot.axisY(ticks(x2), { text: format, label: null }),
      Plot.text([`↑ ${featureTitle(data, 1)}`], { frameAnchor: 'top-left', dx: 4 - MARGIN.left, dy: -1, lineAnchor: 'top', text: (label: string) => label }),
      ...(title
        ? [
            Plot.text([title], {
              frameAnchor: 'top-left',
              dx: 4 - MARGIN.left,
              dy: -9,
              lineAnchor: 'bottom',
              fontWeight: 650,
              fontSize: 12.5,
              text: (label: string) => label,
            }),
          ]
        : []),
      pointsMark(surface, document),
      Plot.frame({ stroke: 'currentColor', strokeOpacity: 0.4 }),
    ],
  });
  return { plot, title: `decision surface ${momentName(surface)}`, description: description(data, surface) };
}

/** Of each class, the bands in which it leads; they lie on each other, so that a long lead is a strong color. */
function classBands(data: FigureData, surface: Surface): Plot.Markish[] {
  return leads(surface).flatMap((margins, own) => [
    Plot.contour(margins, {
      ...gridOf(surface),
      thresholds: LEADS,
      fill: seriesStyle(own).color,
      fillOpacity: 0.2,
      title: (lead: number) => `${classTitle(data, own)}${lead > 0 ? `, ahead by ${formatNumber(lead, 2)} or more` : ''}`,
    }),
    // The borders of all classes but one are the borders of all.
    ...(own > 0 ? [Plot.contour(margins, { ...gridOf(surface), thresholds: [0], stroke: 'currentColor', strokeWidth: 1.2 })] : []),
  ]);
}

function valueBands(surface: Surface): Plot.Markish[] {
  const values = (surface.outputs[0] ?? []).flat();
  const { low, step } = bandsOf(surface);
  return [
    ...Array.from({ length: HEAT_LEVELS }, (_, level) =>
      Plot.contour(values, {
        ...gridOf(surface),
        thresholds: [level === 0 ? -1e30 : low + level * step],
        fill: `var(--heat-${level + 1})`,
        title: () => (level === 0 ? `below ${formatNumber(low + step)}` : `${formatNumber(low + level * step)} or more`),
      }),
    ),
  ];
}

/** Even bands over the labels of the examples and the surface. */
function bandsOf({ outputs, points }: Surface): { low: number; step: number } {
  const values = [...(outputs[0] ?? []).flat(), ...points.label].filter(Number.isFinite);
  const [low, high] = [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
  return { low, step: (high - low || 1) / HEAT_LEVELS };
}

/** The values stand at the points of the grid; Plot puts them in the middle of cells. */
function gridOf({ x1, x2 }: Surface) {
  const half = (values: number[]) => ((values.at(-1) ?? 1) - (values[0] ?? 0)) / (values.length - 1) / 2;
  const [h1, h2] = [half(x1), half(x2)];
  return {
    width: x1.length,
    height: x2.length,
    x1: (x1[0] ?? 0) - h1,
    x2: (x1.at(-1) ?? 1) + h1,
    y1: (x2[0] ?? 0) - h2,
    y2: (x2.at(-1) ?? 1) + h2,
    value: (value: number) => value,
    clip: true,
  };
}

/** Examples as one path for each class: a shape of its own, on a rim in the color of the page. */
function pointsMark(surface: Surface, document: Document): Plot.Markish {
  return (_index: unknown, scales: { x?: (value: number) => number; y?: (value: number) => number }) => {
    const group = svgElement(document, 'g', { fill: 'none', 'pointer-events': 'none' });
    const { points, classes } = surface;
    const { low, step } = bandsOf(surface);
    const kinds = classes > 0 ? classes : HEAT_LEVELS;
    const kindOf = (label: number) => (classes > 0 ? label : Math.min(HEAT_LEVELS - 1, Math.floor((label - low) / step)));
    for (let kind = 0; kind < kinds; kind++) {
      const places = points.label.flatMap((label, i): [number, number][] =>
        kindOf(label) === kind ? [[scales.x?.(points.x1[i] ?? NaN) ?? NaN, scales.y?.(points.x2[i] ?? NaN) ?? NaN]] : [],
      );
      const { d, width, cap } = pointShape(places, classes > 0 ? kind : 0);
      if (d === '') continue;
      const color = classes > 0 ? seriesStyle(kind).color : `var(--heat-${kind + 1})`;
      group.append(
        svgElement(document, 'path', {
          d,
          stroke: classes > 0 ? 'var(--fc-paper)' : 'currentColor',
          'stroke-width': String(width + 1.6),
          'stroke-linecap': cap,
        }),
        svgElement(document, 'path', { d, stroke: color, 'stroke-width': String(width), 'stroke-linecap': cap }),
      );
    }
    return group;
  };
}

/** Round, square, ×, + and | by class, then again; a stroke without length is a dot in the shape of its cap. */
function pointShape(places: [number, number][], kind: number): { d: string; width: number; cap: string } {
  const shape = kind % 5;
  const strokes = ['h0', 'h0', 'm-2,-2l4,4m0,-4l-4,4', 'm-2.5,0h5m-2.5,-2.5v5', 'm0,-2.5v5'][shape] ?? 'h0';
  return { d: places.map(([x, y]) => `M${at(x, y)}${strokes}`).join(''), width: shape < 2 ? 3.6 - shape * 0.4 : 1.6, cap: shape === 1 ? 'square' : 'round' };
}

/** A single point, for the key. */
function pointPath(places: [number, number][], kind: number): string {
  const { d, width, cap } = pointShape(places, kind);
  return `<path d="${d}" stroke-width="${width + 1}" stroke-linecap="${cap}"/>`;
}

function description(data: FigureData, surface: Surface): string {
  const { x1, x2, classes, points } = surface;
  const range = `${featureTitle(data, 0)} from ${formatNumber(x1[0] ?? NaN, 2)} to ${formatNumber(x1.at(-1) ?? NaN, 2)}, ${featureTitle(data, 1)} from ${formatNumber(x2[0] ?? NaN, 2)} to ${formatNumber(x2.at(-1) ?? NaN, 2)}`;
  if (classes === 0) return `${range}. ${points.label.length} training examples.`;
  const all = leads(surface);
  const areas = all.map(
    (margins, own) => `${classTitle(data, own)} leads in ${Math.round((100 * margins.filter((lead) => lead > 0).length) / margins.length)} % of it`,
  );
  return `${range}; ${areas.join(', ')}. ${points.label.length} training examples.`;
}

function captionText(data: FigureData, last: Surface | undefined): string {
  if (!last) return '';
  const bands =
    last.classes > 0
      ? 'Color: the class ahead; the stronger, the further ahead (bands at a lead of ⅓ and ⅔). Line: where two classes are level.'
      : 'Color: predicted value; the stronger, the larger.';
  const colored = last.classes > 0 ? '' : ', in the color of their label';
  return `What the network makes of every point, ${momentName(last)}. ${bands} Marks: ${last.points.label.length} training examples${colored}.${seedNote(data)}`;
}
