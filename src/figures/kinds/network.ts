/**
 * The network as a drawing: a column of units for each layer, a line for each weight (width: size; blue and solid:
 * positive, orange and dashed: negative), a unit the fuller the larger its mean activation.
 */
import { armPanels, seedNote, type Panel } from '../parts/armPanels.ts';
import { armTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { keyElement, lineSample } from '../parts/key.ts';
import { armsWith, layerName, momentName, readingsOf, type Reading } from '../data/readings.ts';
import { seriesStyle } from '../parts/seriesStyle.ts';
import { drawing, svgElement, textElement } from '../parts/svg.ts';
import type { Table } from '../tables/table.ts';

type Network = Reading<'network'>;

/** Px. */
const WIDTH = 320;
const UNIT = { gap: 22, radius: 6.5 };
const MARGIN = { side: 24, bottom: 26 };
const WIDEST = 3.2;
/** Weights smaller than this share of the largest one are not drawn. */
const FAINT = 0.02;
const POSITIVE = { stroke: seriesStyle(0).color };
const NEGATIVE = { stroke: seriesStyle(1).color, 'stroke-dasharray': '5 3' };

export function network(data: FigureData, options: FigureOptions): Figure {
  const arms = armsWith(data, 'network');
  const last = arms[0] && readingsOf(arms[0], 'network').at(-1);
  const left = last?.widths.some((width, layer) => width > (last.means[layer]?.length ?? 0)) ? ' Of wide layers the first units.' : '';
  return armPanels(data, options, {
    kind: 'network',
    arms,
    panel: (arm, title) => panel(data, arm, title, options.document),
    caption: last
      ? `The network ${momentName(last)}. Width of a line: size of the weight. Filling of a unit: size of its mean activation, within its layer.${left}${seedNote(data)}`
      : '',
    above: arms.length
      ? [
          keyElement(options.document, [
            { text: 'positive', color: POSITIVE.stroke, mark: lineSample() },
            { text: 'negative', color: NEGATIVE.stroke, mark: lineSample(NEGATIVE['stroke-dasharray']) },
          ]),
        ]
      : [],
  });
}

export function networkTables(data: FigureData): Table[] {
  return armsWith(data, 'network').flatMap((arm) => {
    const reading = readingsOf(arm, 'network').at(-1)!;
    const name = armTitle(data, arm);
    return reading.layers.map(({ weights, biases }, layer) => ({
      caption: `${data.title}: weights into ${layerTitle(reading, layer + 1)}, ${momentName(reading)}${name && `, ${name}`}`,
      head: ['from ＼ to unit', ...biases.map((_, unit) => outputName(data, reading, layer + 1, unit) ?? String(unit + 1))],
      rows: [
        ...weights.map((row, input) => [unitName(data, reading, layer, input), ...row.map((weight) => formatNumber(weight))]),
        ['bias', ...biases.map((bias) => formatNumber(bias))],
        ['mean activation', ...(reading.means[layer + 1] ?? []).map((mean) => formatNumber(mean))],
      ],
    }));
  });
}

function panel(data: FigureData, arm: ArmFigure, title: string, document: Document): Panel {
  const reading = readingsOf(arm, 'network').at(-1)!;
  const tallest = Math.max(...reading.means.map((means) => means.length));
  const top = title ? 30 : 12;
  const height = top + tallest * UNIT.gap + MARGIN.bottom;
  const svg = drawing(document, WIDTH, height);
  if (title) svg.append(textElement(document, title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  const columns = reading.means.length;
  const x = (layer: number) => MARGIN.side + ((WIDTH - 2 * MARGIN.side) * layer) / (columns - 1);
  const y = (layer: number, unit: number) => top + (tallest / 2 + unit - ((reading.means[layer]?.length ?? 0) - 1) / 2) * UNIT.gap;
  const sizes = reading.layers.flatMap(({ weights }) => weights.flat()).map(Math.abs);
  const largest = Math.max(...sizes, 0);
  for (const [layer, { weights }] of reading.layers.entries()) {
    const signs = [svgElement(document, 'g', POSITIVE), svgElement(document, 'g', NEGATIVE)] as const;
    weights.forEach((row, input) =>
      row.forEach((weight, unit) => {
        const share = largest > 0 ? Math.abs(weight) / largest : 0;
        if (share < FAINT) return;
        signs[weight < 0 ? 1 : 0].append(
          svgElement(document, 'line', {
            ...{ x1: x(layer), y1: y(layer, input), x2: x(layer + 1), y2: y(layer + 1, unit) },
            'stroke-width': String(Math.round(100 * Math.max(0.3, WIDEST * share)) / 100),
            'data-tip': `${unitName(data, reading, layer, input)} to ${unitName(data, reading, layer + 1, unit)}: weight ${formatNumber(weight)}`,
          }),
        );
      }),
    );
    svg.append(...signs);
  }
  reading.means.forEach((means, layer) => {
    const most = Math.max(...means.map(Math.abs));
    means.forEach((mean, unit) => {
      const style = mean < 0 ? NEGATIVE : POSITIVE;
      const bias = reading.layers[layer - 1]?.biases[unit];
      const place = { cx: x(layer), cy: y(layer, unit), r: UNIT.radius };
      svg.append(
        svgElement(document, 'circle', { ...place, fill: 'var(--fc-paper)' }),
        svgElement(document, 'circle', {
          ...place,
          fill: style.stroke,
          'fill-opacity': String(most > 0 ? Math.round((100 * Math.abs(mean)) / most) / 100 : 0),
          stroke: 'currentColor',
          'stroke-width': '1.2',
          'stroke-dasharray': mean < 0 ? '2.5 1.8' : undefined,
          'data-tip': `${unitName(data, reading, layer, unit)}: mean ${layer === 0 ? 'value' : 'activation'} ${formatNumber(mean)}${bias === undefined ? '' : `, bias ${formatNumber(bias)}`}`,
        }),
      );
    });
    (layer === 0 ? (data.features ?? []).slice(0, means.length) : []).forEach((name, unit) => svg.append(...nameElements(document, name, y(0, unit))));
    const all = reading.widths[layer] ?? 0;
    const text = layer === 0 ? 'features' : layerTitle(reading, layer);
    svg.append(
      textElement(document, all > means.length ? `${text}: ${means.length} of ${all}` : text, {
        x: layer === 0 ? 0 : layer === columns - 1 ? WIDTH : x(layer),
        y: height - 6,
        'text-anchor': layer === 0 ? 'start' : layer === columns - 1 ? 'end' : 'middle',
      }),
    );
  });
  return { plot: svg, title: `network ${momentName(reading)}`, description: description(reading) };
}

/** A feature's name above its unit; what it covers of the lines is covered first. */
function nameElements(document: Document, name: string, y: number): Element[] {
  const text = name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
  const place = { x: 0, y: y - UNIT.radius - 2, 'font-size': '9' };
  const halo = { stroke: 'var(--fc-paper)', 'stroke-width': '3', 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
  return [textElement(document, text, { ...place, ...halo }), textElement(document, text, place)];
}

/** Characters of a name that is drawn. */
const LONGEST = 18;

function layerTitle(reading: Network, column: number): string {
  return layerName(column - 1, reading.layers.length);
}

/** In the words of the data, where it has some: a feature's name, or the class that an output stands for. */
function unitName(data: FigureData, reading: Network, column: number, unit: number): string {
  if (column === 0) return data.features?.[unit] ?? `feature ${unit + 1}`;
  const own = outputName(data, reading, column, unit);
  return `${layerTitle(reading, column)} unit ${unit + 1}${own === undefined ? '' : ` (${own})`}`;
}

/** One output for two classes stands for the second of them. */
function outputName({ classes = [] }: FigureData, reading: Network, column: number, unit: number): string | undefined {
  if (column !== reading.layers.length) return undefined;
  return classes[reading.widths[column] === 1 && classes.length === 2 ? 1 : unit];
}

function description(reading: Network): string {
  const weights = reading.layers.flatMap((layer) => layer.weights.flat());
  const negative = weights.filter((weight) => weight < 0).length;
  const largest = weights.reduce((most, weight) => (Math.abs(weight) > Math.abs(most) ? weight : most), 0);
  return `Layers of ${reading.widths.join(', ')} units. ${weights.length} weights, ${negative} of them negative; the largest in size is ${formatNumber(largest)}.`;
}
