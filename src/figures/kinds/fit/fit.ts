/** Regression with one feature: the data, the function each arm has learned, a reference function, and below what is left over. */
import * as Plot from '@observablehq/plot';
import { accessible } from '../../parts/accessible.ts';
import { caption, figureElement, MARGIN_TOP, panelTop, type Figure, type FigureOptions } from '../../parts/figureElement.ts';
import { armTitle, facetTitle, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { formatNumber } from '../../../words/format.ts';
import { keyElement, lineSample } from '../../parts/key.ts';
import { lineTips } from '../../tips/lineTips.ts';
import { areMany, exceeds, residualDomain, residualPanel, residualsOfArm } from './residuals.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';

/** Width and height of a panel, px. */
const SIZES = { wide: [560, 340], narrow: [340, 280], panel: [380, 270] } as const;
const REFERENCE_DASH = '1 2.5';
/** With more measured points than this, they are small, and the networks lie over them. */
const MANY_POINTS = 80;

export function* fit(data: FigureData, options: FigureOptions): Figure {
  const { document } = options;
  const { figure, panels } = figureElement('fit', document, data.facets.labels.length);
  const domain = sharedDomain(data);
  const leftover = residualDomain(data);
  figure.prepend(key(data, document));
  for (const facet of data.facets.labels.keys()) {
    const name = facetTitle(data, facet);
    const arms = data.arms.filter((arm) => arm.facet === facet && arm.fit);
    const sizes = data.facets.labels.length > 1 ? (['panel'] as const) : (options.sizes ?? (['wide', 'narrow'] as const));
    const apart = areMany(data, arms);
    let stack = document.createElement('div');
    for (const size of sizes) {
      const svg = accessible(panel(data, arms, domain, size, name, document), document, heading(data, name), description(data, arms));
      svg.classList.add(`figure-${size}`);
      stack = document.createElement('div');
      stack.append(svg);
      panels.append(stack);
      yield;
      if (!data.points || apart) continue;
      const below = residualPanel(data, arms, domain.x, leftover, SIZES[size][0], document);
      below.classList.add(`figure-${size}`);
      stack.append(below);
      yield;
    }
    if (!apart) continue;
    const grid = document.createElement('div');
    grid.setAttribute('class', 'figure-residuals');
    stack.append(grid);
    for (const arm of arms) {
      grid.append(residualsOfArm(data, arm, domain.x, leftover, document));
      yield;
    }
  }
  figure.append(caption(document, captionText(data, exceeds(data, leftover))));
  return figure;
}

function panel(data: FigureData, arms: ArmFigure[], domain: Domain, size: keyof typeof SIZES, facet: string, document: Document): Element {
  const [width, height] = SIZES[size];
  const { points, reference } = data;
  const marginLeft = 46;
  const many = (points?.x.length ?? 0) > MANY_POINTS;
  const look = many ? { r: 1.5, strokeOpacity: 0.55, strokeWidth: 0.8 } : { r: 2.6, strokeWidth: 1.1, fill: 'var(--fc-paper)' };
  const measured = points ? [Plot.dot(pairs(points), { x: 'x', y: 'y', stroke: 'currentColor', ...look, title: pointTip })] : [];
  const others = otherPoints(data, arms).map(({ points: own, symbol }) =>
    Plot.dot(pairs(own), { x: 'x', y: 'y', stroke: 'currentColor', ...look, fill: undefined, symbol, title: pointTip }),
  );
  return Plot.plot({
    document,
    width,
    height,
    marginLeft,
    marginTop: facet ? MARGIN_TOP.facet : MARGIN_TOP.plain,
    marginBottom: 34,
    marginRight: 12,
    x: { domain: domain.x, label: `${data.feature ?? 'feature'} →`, labelAnchor: 'right', ticks: size === 'wide' ? 8 : 4 },
    y: { domain: domain.y, label: null, ticks: 5 },
    marks: [
      Plot.gridY({ ticks: 5, stroke: 'currentColor', strokeOpacity: 0.1 }),
      ...panelTop(facet, `↑ ${data.label ?? 'label'}`, marginLeft),
      ...(many ? [...measured, ...others] : []),
      ...(reference
        ? [Plot.line(pairs(reference), { x: 'x', y: 'y', stroke: 'currentColor', strokeWidth: 1.6, strokeDasharray: REFERENCE_DASH, clip: true })]
        : []),
      ...arms.map((arm) => {
        const style = seriesStyle(arm.series);
        return Plot.line(pairs(arm.fit ?? { x: [], y: [] }), {
          x: 'x',
          y: 'y',
          stroke: style.color,
          strokeDasharray: style.dash,
          strokeWidth: 1.8,
          clip: true,
          ...tips(data, arm),
        });
      }),
      ...(many ? [] : [...measured, ...others]),
    ],
  });
}

function tips(data: FigureData, arm: ArmFigure) {
  const drawn = pairs(arm.fit ?? { x: [], y: [] }).filter(({ y }) => Number.isFinite(y));
  return lineTips(
    data.series.labels[arm.series] ?? '',
    data.feature ?? 'feature',
    drawn.map(({ x }) => formatNumber(x, 4)),
    drawn.map(({ y }) => formatNumber(y, 4)),
  );
}

function pointTip({ x, y }: { x: number; y: number }): string {
  return `measured at ${formatNumber(x, 4)}: ${formatNumber(y, 4)}`;
}

interface OtherPoints {
  arms: ArmFigure[];
  /** Those that are not among the figure's. */
  points: { x: number[]; y: number[] };
  symbol: (typeof OTHER_SYMBOLS)[number];
}

const OTHER_SYMBOLS = ['plus', 'times', 'triangle', 'square'] as const;

/** Measurements of arms that have data of their own, each set once. */
function otherPoints({ points }: FigureData, arms: ArmFigure[]): OtherPoints[] {
  const known = new Set(points?.x.map((x, index) => `${x} ${points.y[index] ?? NaN}`));
  const groups = Map.groupBy(
    arms.filter((arm) => arm.points),
    (arm) => JSON.stringify(arm.points),
  );
  return Array.from(groups.values(), (group, index) => {
    const own = pairs(group[0]!.points!).filter(({ x, y }) => !known.has(`${x} ${y}`));
    return { arms: group, points: { x: own.map(({ x }) => x), y: own.map(({ y }) => y) }, symbol: OTHER_SYMBOLS[index % OTHER_SYMBOLS.length]! };
  });
}

interface Domain {
  x: [number, number];
  y: [number, number];
}

/** From the data and the reference; a wild network is cut off at half a range above and below. */
function sharedDomain({ points, reference, arms }: FigureData): Domain {
  const sets = [points, reference, ...arms.map((arm) => arm.points)].filter((set) => set !== undefined);
  const solid = { x: sets.flatMap(({ x }) => x), y: sets.flatMap(({ y }) => y) };
  const fits = { x: arms.flatMap((arm) => arm.fit?.x ?? []), y: arms.flatMap((arm) => arm.fit?.y ?? []).filter(Number.isFinite) };
  const x = extent(solid.x.length ? solid.x : fits.x);
  const y = extent(solid.y.length ? solid.y : fits.y);
  const range = y[1] - y[0];
  const all = extent([...y, ...fits.y]);
  const margin = range * 0.06;
  return { x, y: [Math.max(all[0], y[0] - range / 2) - margin, Math.min(all[1], y[1] + range / 2) + margin] };
}

function extent(values: number[]): [number, number] {
  return values.length ? [Math.min(...values), Math.max(...values)] : [0, 1];
}

function pairs({ x, y }: { x: number[]; y: number[] }): { x: number; y: number }[] {
  return x.map((at, index) => ({ x: at, y: y[index] ?? NaN }));
}

const SYMBOL_SAMPLES: Record<(typeof OTHER_SYMBOLS)[number], string> = {
  plus: '<path d="M11 6h8M15 2v8" stroke-width="1.3"/>',
  times: '<path d="M12 3l6 6M18 3l-6 6" stroke-width="1.3"/>',
  triangle: '<path d="M15 2l4 7h-8z" stroke-width="1.3"/>',
  square: '<path d="M12 3h6v6h-6z" stroke-width="1.3"/>',
};

/** The peaks lie on each other, so labels at the curves would too: a key with line samples instead. */
function key(data: FigureData, document: Document): HTMLElement {
  const networks = data.series.labels.map((label, index) => {
    const { color, dash } = seriesStyle(index);
    return { text: `${data.series.name} ${label}`.trim() || 'network', color, mark: lineSample(dash) };
  });
  return keyElement(document, [
    ...(data.points ? [{ text: 'measured', color: 'currentColor', mark: '<circle cx="15" cy="6" r="3.2" stroke-width="1.3"/>' }] : []),
    ...otherPoints(data, data.arms).map(({ arms, symbol }) => ({
      text: `measured, where it differs: ${arms.map((arm) => armTitle(data, arm)).join(', ')}`,
      color: 'currentColor',
      mark: SYMBOL_SAMPLES[symbol],
    })),
    ...(data.reference ? [{ text: data.reference.label, color: 'currentColor', mark: lineSample(REFERENCE_DASH) }] : []),
    ...networks,
  ]);
}

function heading(data: FigureData, facet: string): string {
  return `${data.title}: data and fitted functions${facet ? `, ${facet}` : ''}`;
}

function description(data: FigureData, arms: ArmFigure[]): string {
  const names = arms.map((arm) => data.series.labels[arm.series] ?? '').filter(Boolean);
  const measured = data.points ? `${data.points.x.length} measured points. ` : '';
  const reference = data.reference ? `Reference: ${data.reference.label}. ` : '';
  return `${measured}${reference}Networks: ${names.join(', ') || 'one'}.`;
}

/** `isCut`: whether some residuals are beyond their scale. */
function captionText(data: FigureData, isCut: boolean): string {
  const several = data.seeds.length > 1;
  const left = data.points ? `; below, measured − fitted${isCut ? ', what is larger at the edge' : ''}` : '';
  return `Data and fitted functions${several ? `, median over ${data.seeds.length} seeds at each point` : ''}${left}.`;
}
