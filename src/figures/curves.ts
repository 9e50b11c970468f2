/**
 * Learning curves: the median over seeds with a band from the lower to the upper quartile, one
 * panel per label of the second axis, labels at the ends of the curves.
 */
import * as Plot from '@observablehq/plot';
import { accessible } from './accessible.ts';
import { endLabels } from './endLabels.ts';
import { caption, figureElement, MARGIN_TOP, panelTop, type Figure, type FigureOptions } from './figureElement.ts';
import { facetTitle, quantityName, type ArmFigure, type FigureData } from './figureData.ts';
import { formatCount, formatNumber } from './format.ts';
import { keyElement, lineSample, type KeyEntry } from './key.ts';
import { lineTips } from './lineTips.ts';
import { seriesStyle } from './seriesStyle.ts';
import { tickRoom, valueScale, type ValueScale } from './ticks.ts';
import { equalBudget } from './xAxis.ts';
import { X_NAMES } from './xNames.ts';
import { leavesOutStart, xAxisMark, xScale, type XScale } from './xScale.ts';

/** Width and height of a panel, px: a single one in a wide and a narrow place, and one of several. */
const SIZES = { wide: [530, 320], narrow: [340, 260], panel: [262, 200], tallPanel: [262, 250] } as const;
/** A panel with more series than this is taller, so that their labels come near their curves. */
const MANY = 6;
/** Panels whose labels would take more than this, px, have one key above them instead. */
const MOST_LABEL_ROOM = 80;

export function* curves(data: FigureData, options: FigureOptions): Figure {
  const { document } = options;
  const scales = sharedScales(data);
  const several = data.facets.labels.length > 1;
  const apart = !several && data.arms.length > MOST_TOGETHER;
  const { figure, panels } = figureElement('curves', document, apart ? data.arms.length : data.facets.labels.length);
  const keyed = several && labelRoom(data.series.labels) > MOST_LABEL_ROOM;
  if (keyed) figure.prepend(keyElement(document, data.series.labels.map(keyEntry)));
  for (const arm of apart ? data.arms : []) {
    const name = data.series.labels[arm.series] ?? '';
    const kind: PanelKind = { size: 'panel', facet: name, keyed: true };
    const svg = accessible(panel(data, [arm], scales, kind, document), document, heading(data, name), description(data, [arm]));
    svg.classList.add('figure-panel');
    panels.append(svg);
    yield;
  }
  for (const facet of apart ? [] : data.facets.labels.keys()) {
    const name = facetTitle(data, facet);
    const arms = data.arms.filter((arm) => arm.facet === facet);
    const sizes = several ? ([arms.length > MANY ? 'tallPanel' : 'panel'] as const) : (options.sizes ?? (['wide', 'narrow'] as const));
    for (const size of sizes) {
      const svg = accessible(panel(data, arms, scales, { size, facet: name, keyed }, document), document, heading(data, name), description(data, arms));
      svg.classList.add(`figure-${size}`);
      panels.append(svg);
      yield;
    }
  }
  figure.append(caption(document, captionText(data, scales, apart)));
  return figure;
}

function keyEntry(text: string, index: number): KeyEntry {
  const { color, dash } = seriesStyle(index);
  return { text, color, mark: lineSample(dash) };
}

/** More curves than this in one panel cannot be told apart: each gets a panel of its own. */
const MOST_TOGETHER = 8;
/** At most about so many points of a curve in the background are drawn. */
const POINTS_BEHIND = 24;

interface PanelKind {
  size: keyof typeof SIZES;
  /** Its heading; '' for none. */
  facet: string;
  /** Whether a key names the series, rather than labels at the curves. */
  keyed: boolean;
}

function panel(data: FigureData, arms: ArmFigure[], scales: Scales, { size, facet, keyed }: PanelKind, document: Document): Element {
  const [width, height] = SIZES[size];
  const labelOf = (arm: ArmFigure) => (keyed ? '' : (data.series.labels[arm.series] ?? ''));
  const margins = {
    marginTop: facet ? MARGIN_TOP.facet : MARGIN_TOP.plain,
    marginBottom: 34,
    marginLeft: tickRoom(scales.y),
    marginRight: labelRoom(arms.map(labelOf)),
  };
  const y = { type: scales.y.type, domain: scales.y.domain, clamp: true };
  const marks = arms.flatMap((arm) => {
    const style = seriesStyle(arm.series);
    const points = pointsOf(arm, scales);
    return [
      ...(arm.curve.low
        ? [Plot.areaY(points, { x: 'x', y1: 'low', y2: 'high', fill: style.color, fillOpacity: arms.length > 3 ? 0.1 : 0.16, clip: true })]
        : []),
      Plot.line(points, { x: 'x', y: 'median', stroke: style.color, strokeDasharray: style.dash, strokeWidth: 1.8, clip: true, ...tips(data, arm, points) }),
    ];
  });
  const ends = arms.map((arm) => ({ ...lastDrawn(arm, scales), label: labelOf(arm), color: seriesStyle(arm.series).color }));
  return Plot.plot({
    document,
    width,
    height,
    ...margins,
    x: scales.x,
    y,
    marks: [
      xAxisMark(data, scales.x, size === 'wide' ? 8 : 4),
      Plot.axisY(scales.y.ticks, { text: scales.y.tickFormat, label: null }),
      Plot.gridY(scales.y.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      ...panelTop(facet, `↑ ${quantityName(data.split, data.metric)}`, margins.marginLeft),
      ...behind(data, arms, scales),
      ...marks,
      ...presentMarks(data, arms, scales),
      ...endLabels(ends, { x: scales.x, y: scales.y, width, height, ...margins }),
    ],
  });
}

/** The curves that are not this panel's, where each has its own: one quiet path. */
function behind(data: FigureData, arms: ArmFigure[], scales: Scales): Plot.Markish[] {
  if (arms.length > 1 || data.facets.labels.length > 1) return [];
  const gap = { x: NaN, median: NaN };
  const points = data.arms
    .filter((arm) => !arms.includes(arm))
    .flatMap((arm) => {
      const all = pointsOf(arm, scales);
      const stride = Math.max(1, Math.ceil(all.length / POINTS_BEHIND));
      return [...all.filter((_, index) => index % stride === 0 || index === all.length - 1), gap];
    });
  return [Plot.line(points, { x: 'x', y: 'median', stroke: 'currentColor', strokeOpacity: 0.2, strokeWidth: 1, clip: true })];
}

interface Scales {
  x: XScale;
  y: ValueScale;
}

/** All panels share their scales, so that they compare. */
function sharedScales(data: FigureData): Scales {
  const sane = data.arms.filter((arm) => !arm.runs.some((run) => run.ending === 'diverged'));
  // A diverging arm leaves the picture rather than flattening all others.
  const shown = sane.length > 0 ? sane : data.arms;
  const values = shown.flatMap((arm) => [...arm.curve.median, ...(arm.curve.low ?? []), ...(arm.curve.high ?? [])]);
  return { x: xScale(data), y: valueScale(values, data.scale) };
}

/** One for each point of the curve; not a number is what has no place in the panel. */
function pointsOf(arm: ArmFigure, scales: Scales) {
  const { x, median, low, high } = arm.curve;
  const has = (scale: 'linear' | 'log', value: number) => Number.isFinite(value) && (scale === 'linear' || value > 0);
  return x.map((at, index) => {
    const drawable = (value: number | undefined = NaN) => {
      const held = isOnEdge(scales.y, value) ? scales.y.domain[0] : value;
      return has(scales.x.type, at) && has(scales.y.type, held) ? held : NaN;
    };
    return { x: at, median: drawable(median[index]), low: drawable(low?.[index]), high: drawable(high?.[index]), told: median[index] ?? NaN };
  });
}

/** A loss of exactly 0 is not missing: it lies on the lower edge of a logarithmic scale. */
function isOnEdge({ type }: ValueScale, value: number): boolean {
  return type === 'log' && value === 0;
}

function tips(data: FigureData, arm: ArmFigure, points: ReturnType<typeof pointsOf>) {
  const drawn = points.filter(({ median }) => !Number.isNaN(median));
  return lineTips(
    data.series.labels[arm.series] ?? '',
    X_NAMES[data.x],
    drawn.map(({ x }) => formatCount(x)),
    drawn.map(({ told }) => formatNumber(told, 4)),
  );
}

/** Where each curve is at the moment that the figures show, if that is not the end. */
function presentMarks(data: FigureData, arms: ArmFigure[], scales: Scales): Plot.Markish[] {
  const { step } = data;
  if (step === undefined) return [];
  return arms.map((arm) => {
    const point = pointsOf(arm, scales).findLast(({ median }, index) => (arm.curve.step[index] ?? Infinity) <= step && !Number.isNaN(median));
    return Plot.dot(point ? [point] : [], { x: 'x', y: 'median', r: 4, fill: seriesStyle(arm.series).color, stroke: 'var(--fc-paper)', strokeWidth: 1.5 });
  });
}

function lastDrawn(arm: ArmFigure, scales: Scales): { x: number; y: number } {
  const points = pointsOf(arm, scales).filter((point) => !Number.isNaN(point.median));
  const last = points.at(-1);
  const [low, high] = scales.y.domain;
  return last ? { x: last.x, y: Math.min(Math.max(last.median, low), high) } : { x: NaN, y: NaN };
}

/** Room for the longest label, px, with the leader before it. */
function labelRoom(labels: string[]): number {
  return 14 + 5.7 * Math.max(...labels.map((label) => label.length), 0);
}

function heading(data: FigureData, facet: string): string {
  const quantity = quantityName(data.split, data.metric);
  return `${data.title}: ${quantity} by ${X_NAMES[data.x]}${facet ? `, ${facet}` : ''}`;
}

function description(data: FigureData, arms: ArmFigure[]): string {
  const ends = arms.map((arm) => {
    const last = arm.curve.median.at(-1) ?? NaN;
    const name = data.series.labels[arm.series];
    return `${name ? `${data.series.name} ${name} ` : ''}ends at ${formatNumber(last)}`;
  });
  const across = data.xScale === 'log' ? ', logarithmic across' : '';
  return `${data.scale === 'log' ? 'Logarithmic' : 'Linear'} scale${across}. ${ends.join('; ')}.`;
}

function captionText(data: FigureData, { y }: Scales, apart: boolean): string {
  const name = quantityName(data.split, data.metric);
  const quantity = `${name.charAt(0).toUpperCase()}${name.slice(1)}${data.scale === 'log' ? ', logarithmic scale' : ''}.`;
  const named = apart ? ` One panel for each ${data.series.name}; the others are in gray.` : ` Color and dash: ${data.series.name}.`;
  const series = data.series.name ? named : '';
  const several = data.arms.some((arm) => arm.curve.low);
  const seeds =
    data.seeds.length === 1
      ? ` One run each, seed ${data.seeds[0] ?? ''}.`
      : several
        ? ` Line: median of ${data.seeds.length} seeds; band: middle half of them.`
        : ` Line: median of ${data.seeds.length} seeds.`;
  const start = leavesOutStart(data) ? 'The horizontal scale is logarithmic: the start, at 0, has no place on it.' : '';
  const onEdge = data.arms.some(({ curve }) => [curve.median, curve.low ?? []].flat().some((value) => isOnEdge(y, value)));
  const zero = onEdge ? 'What is 0, which a logarithmic scale does not have, lies on its lower edge.' : '';
  return [quantity + series + seeds, start, zero, equalBudget(data)].filter(Boolean).join(' ');
}
