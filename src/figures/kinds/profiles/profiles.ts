/**
 * What happens from layer to layer: standard deviation of the activations, share of dead units, norm of the gradient; before
 * training and at the end, in panels side by side, one line per arm. Outputs stand in one place, however many layers are before them.
 */
import * as Plot from '@observablehq/plot';
import { accessible } from '../../parts/accessible.ts';
import { seedNote } from '../../parts/armPanels.ts';
import { endLabels } from '../../parts/endLabels.ts';
import { facetTitle, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { caption, figureElement, MARGIN_TOP, panelTop, type Figure, type FigureOptions } from '../../parts/figureElement.ts';
import { formatNumber } from '../../../words/format.ts';
import { firstAndLast, layerName, momentName } from '../../data/readings.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';
import type { Table } from '../../tables/table.ts';
import { tickRoom, valueScale, type ValueScale } from '../../parts/ticks.ts';

/** Px. */
const [WIDTH, HEIGHT] = [330, 200];

/** One number of each layer, at two moments. */
interface Profile {
  arm: ArmFigure;
  before: Moment;
  after: Moment;
}

interface Moment {
  name: string;
  /** By layer, from the first hidden one to the output. */
  values: number[];
}

export interface Quantity {
  name: string;
  scale: 'linear' | 'log';
  of(arm: ArmFigure): Omit<Profile, 'arm'> | undefined;
}

const PROFILES: Quantity[] = [
  { name: 'standard deviation of activations', scale: 'log', of: (arm) => activations(arm, ({ variance }) => Math.sqrt(variance)) },
  { name: 'share of dead units', scale: 'linear', of: (arm) => activations(arm, ({ dead }) => dead) },
  {
    name: 'gradient norm',
    scale: 'log',
    of(arm) {
      const readings = firstAndLast(arm, 'gradients');
      const moment = (reading: NonNullable<typeof readings>['first']) => ({ name: momentName(reading), values: reading.layers.map(({ norm }) => orNaN(norm)) });
      return readings && { before: moment(readings.first), after: moment(readings.last) };
    },
  },
];

export function profiles(data: FigureData, options: FigureOptions): Figure {
  return drawLayers('profiles', PROFILES, data, options);
}

/** `kind`: the word of the figure. */
export function* drawLayers(kind: string, quantities: readonly Quantity[], data: FigureData, { document }: FigureOptions): Figure {
  const shown = quantities
    .map((quantity) => ({ quantity, profiles: profilesOf(data, quantity) }))
    .filter(({ profiles: all, quantity }) => isWorthIt(quantity, all));
  const panelsOf = (all: Profile[]) => (all.every(isReadOnce) ? (['after'] as const) : (['before', 'after'] as const));
  const { figure, panels } = figureElement(kind, document, 2);
  for (const facet of data.facets.labels.keys()) {
    for (const { quantity, profiles: all } of shown) {
      const scale = valueScale(
        all.flatMap(({ before, after }) => [...before.values, ...after.values]),
        quantity.scale,
      );
      const own = all.filter(({ arm }) => arm.facet === facet);
      if (!isWorthIt(quantity, own)) continue;
      for (const moment of panelsOf(all)) {
        const read = moment === 'before' || panelsOf(all).length === 1 ? own : own.filter((profile) => !isReadOnce(profile));
        if (read.length === 0) continue;
        const when = [...new Set(read.map((profile) => profile[moment].name))].join(', ');
        const heading = [facetTitle(data, facet), when].filter(Boolean).join(', ');
        const title = `${data.title}: ${quantity.name} of each layer, ${heading}`;
        panels.append(accessible(panel(data, read, moment, quantity, scale, heading, document), document, title, description(data, read, moment)));
        yield;
      }
    }
  }
  figure.append(caption(document, shown.length > 0 ? captionText(data, shown) : 'This is read when a run has ended.'));
  return figure;
}

export function profilesTables(data: FigureData): Table[] {
  return tablesOfLayers([{ name: 'mean of activations', scale: 'linear', of: (arm) => activations(arm, ({ mean }) => mean) }, ...PROFILES], data);
}

export function tablesOfLayers(quantities: readonly Quantity[], data: FigureData): Table[] {
  return quantities.flatMap((quantity) => {
    const all = profilesOf(data, quantity);
    const most = Math.max(0, ...all.map(({ after }) => after.values.length));
    if (most === 0) return [];
    const rows = all.flatMap(({ arm, before, after }) =>
      (before.name === after.name ? [after] : [before, after]).map(({ name, values }) => [
        armName(data, arm),
        name,
        ...Array.from({ length: most }, (_, layer) => {
          const index = values.findIndex((__, own) => placeOf(own, values.length, most) === layer + 1);
          return index >= 0 ? formatNumber(values[index] ?? NaN) : '–';
        }),
      ]),
    );
    const head = ['arm', 'moment', ...Array.from({ length: most }, (_, layer) => layerName(layer, most))];
    return [{ caption: `${data.title}: ${quantity.name}`, head, rows, names: 2 }];
  });
}

function profilesOf(data: FigureData, quantity: Quantity): Profile[] {
  return data.arms.flatMap((arm) => {
    const moments = quantity.of(arm);
    return moments ? [{ arm, ...moments }] : [];
  });
}

/** At one moment alone: it does not change, or there was no other. */
function isReadOnce({ before, after }: Profile): boolean {
  return before.name === after.name;
}

/** Arms that are not in the panels of the end, because the run that is shown diverged. */
function lostOf(data: FigureData, all: Profile[]): string[] {
  const diverged = ({ arm }: Profile) => arm.runs.find(({ seed }) => seed === data.seeds[0])?.ending === 'diverged';
  return all.every(isReadOnce) ? [] : [...new Set(all.filter((profile) => isReadOnce(profile) && diverged(profile)).map(({ arm }) => armName(data, arm)))];
}

/** Dead units are shown where there are any. */
function isWorthIt({ scale }: Quantity, all: Profile[]): boolean {
  return all.length > 0 && (scale === 'log' || all.some(({ before, after }) => [...before.values, ...after.values].some((value) => value > 0)));
}

type LayerActivations = NonNullable<ReturnType<typeof firstAndLast<'activations'>>>['first']['layers'][number];

function activations(arm: ArmFigure, of: (layer: LayerActivations) => number): Omit<Profile, 'arm'> | undefined {
  const readings = firstAndLast(arm, 'activations');
  const moment = (reading: NonNullable<typeof readings>['first']): Moment => ({
    name: momentName(reading),
    values: reading.layers.map((layer) => orNaN(of(layer))),
  });
  return readings && { before: moment(readings.first), after: moment(readings.last) };
}

function panel(
  data: FigureData,
  own: Profile[],
  moment: 'before' | 'after',
  quantity: Quantity,
  scale: ValueScale,
  heading: string,
  document: Document,
): Element {
  const layers = Math.max(...own.map((profile) => profile[moment].values.length));
  const labels = own.map(({ arm }) => data.series.labels[arm.series] ?? '');
  const margins = {
    marginTop: MARGIN_TOP.facet,
    marginBottom: 34,
    marginLeft: tickRoom(scale),
    marginRight: 14 + 5.7 * Math.max(...labels.map((label) => label.length), 0),
  };
  const x: [number, number] = [1, Math.max(layers, 2)];
  const step = Math.ceil(layers / 8);
  const ticks = Array.from({ length: layers }, (_, layer) => layer + 1).filter(
    (layer) => layer === layers || (layer <= layers - step && (layer - 1) % step === 0),
  );
  const drawable = (value: number) => (Number.isFinite(value) && (scale.type === 'linear' || value > 0) ? value : NaN);
  const ends: Parameters<typeof endLabels>[0] = [];
  const marks = own.flatMap(({ arm, [moment]: { values } }) => {
    const { color, dash, symbol } = seriesStyle(arm.series);
    const points = values.map((value, layer) => ({ layer, place: placeOf(layer, values.length, layers), value: drawable(value) }));
    const isShort = values.length < layers;
    const last = points.findLast(({ value }) => !Number.isNaN(value));
    if (last) ends.push({ x: last.place, y: last.value, label: data.series.labels[arm.series] ?? '', color });
    return [
      Plot.line(isShort ? points.slice(0, -1) : points, { x: 'place', y: 'value', stroke: color, strokeDasharray: dash, strokeWidth: 1.6 }),
      // Over the layers that it does not have.
      ...(isShort ? [Plot.line(points.slice(-2), { x: 'place', y: 'value', stroke: color, strokeWidth: 0.8, strokeOpacity: 0.5 })] : []),
      Plot.dot(points, {
        x: 'place',
        y: 'value',
        symbol,
        r: 3,
        stroke: color,
        fill: 'var(--fc-paper)',
        title: ({ layer, value }: { layer: number; value: number }) =>
          `${[armName(data, arm), layerName(layer, values.length)].filter(Boolean).join(', ')}: ${formatNumber(value)}`,
      }),
    ];
  });
  return Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    ...margins,
    x: { domain: x, inset: 6 },
    y: { type: scale.type, domain: scale.domain, clamp: true },
    marks: [
      Plot.axisX(ticks, { text: (tick: number) => (tick === layers ? 'out' : String(tick)), label: 'layer →', labelAnchor: 'right' }),
      Plot.axisY(scale.ticks, { text: scale.tickFormat, label: null }),
      Plot.gridY(scale.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      ...panelTop(heading, `↑ ${quantity.name}`, margins.marginLeft),
      ...marks,
      ...endLabels(ends, { x: { domain: x }, y: scale, width: WIDTH, height: HEIGHT, ...margins }),
    ],
  });
}

/** Of layer `layer`, from 0, of an arm with `own` of them, among arms with up to `most`: from 1 for the first hidden layer to `most` for every output. */
function placeOf(layer: number, own: number, most: number): number {
  return layer === own - 1 ? most : layer + 1;
}

function armName(data: FigureData, arm: ArmFigure): string {
  return [data.facets.name && data.facets.labels[arm.facet], data.series.labels[arm.series]].filter(Boolean).join(' · ');
}

/** JSON holds null for what is not a number. */
export function orNaN(value: number | null): number {
  return value ?? NaN;
}

function description(data: FigureData, own: Profile[], moment: 'before' | 'after'): string {
  return own
    .map(
      ({ arm, [moment]: { values } }) =>
        `${data.series.name ? (data.series.labels[arm.series] ?? '') : 'layers'}: ${values.map((value) => formatNumber(value)).join(', ')}`,
    )
    .join('; ')
    .concat('. From the first hidden layer to the output.');
}

function captionText(data: FigureData, shown: { profiles: Profile[] }[]): string {
  const series = data.series.name ? ` Color, dash and mark: ${data.series.name}.` : '';
  const depths = new Set(shown.flatMap(({ profiles: all }) => all.map(({ after }) => after.values.length)));
  const thin = depths.size > 1 ? ' Thin: over layers that an arm does not have, to its output.' : '';
  const lost = lostOf(
    data,
    shown.flatMap((one) => one.profiles),
  );
  const diverged = lost.length > 0 ? ` Read before training alone, because the run diverged: ${lost.join(', ')}.` : '';
  return `From the first hidden layer to the output layer, over the first training examples.${series}${thin}${seedNote(data)}${diverged}`;
}
