/**
 * Paired differences: for each seed, an arm's final value minus that of the arm that most verdicts name (`pairing`); with
 * the median and its interval, as verdicts are judged.
 */
import { median } from 'simple-statistics';
import { accessible } from '../parts/accessible.ts';
import { facetTitle, quantityName, type ArmFigure, type FigureData } from '../data/figureData.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { stripsPlot, type Strip, type StripGroup } from '../parts/strips.ts';
import type { Table } from '../tables/table.ts';
import { CONFIDENCE, FEWEST_SEEDS, medianInterval } from '../../statistics/medianInterval.ts';
import { valueScale } from '../parts/ticks.ts';

export function* differences(data: FigureData, options: FigureOptions): Figure {
  const { document } = options;
  const { figure, panels } = figureElement('differences', document, 1);
  const groups: StripGroup[] = [];
  for (const facet of data.facets.labels.keys()) {
    const strips: Strip[] = [];
    for (const arm of data.arms.filter((one) => one.facet === facet && one.series !== data.pairing.series).sort((a, b) => a.series - b.series)) {
      strips.push(stripOf(data, arm));
    }
    if (strips.length > 0) groups.push({ heading: facetTitle(data, facet), strips });
  }
  const strips = groups.flatMap((group) => group.strips);
  const all = strips.flatMap(({ values, interval }) => [...values.map(({ value }) => value), ...(interval ?? [])]);
  const scale = valueScale(all.length > 0 ? [0, ...all] : [], 'linear');
  const axis = axisName(data);
  const plot = stripsPlot({ document, groups, scale, axis, bounds: [], zero: true });
  const svg = accessible(plot, document, `${data.title}: ${axis}, seed by seed`, description(strips));
  svg.classList.add('figure-strips');
  panels.append(svg);
  yield;
  figure.append(caption(document, captionText(data, strips)));
  return figure;
}

export function differencesTables(data: FigureData): Table[] {
  const names = data.facets.name ? [data.facets.name, data.series.name] : [data.series.name];
  const others = data.arms.filter((arm) => arm.series !== data.pairing.series);
  const seeds = [...new Set(others.flatMap((arm) => differencesOf(data, arm).map(({ seed }) => seed)))].sort((a, b) => a - b);
  const rows = others.map((arm) => {
    const { values, interval } = stripOf(data, arm);
    const own = new Map(values.map(({ seed, value }) => [seed, value]));
    return [
      ...(data.facets.name ? [data.facets.labels[arm.facet] ?? ''] : []),
      data.series.labels[arm.series] ?? '',
      values.length > 0 ? formatNumber(median([...own.values()])) : '–',
      interval ? `${formatNumber(interval[0])} to ${formatNumber(interval[1])}` : '–',
      ...seeds.map((seed) => (own.has(seed) ? formatNumber(own.get(seed) ?? NaN) : '–')),
    ];
  });
  const head = [...names, 'median', `${CONFIDENCE} interval`, ...seeds.map((seed) => `seed ${seed}`)];
  return [{ caption: `${data.title}: ${axisName(data)}`, head, rows, names: names.length }];
}

/** Seeds in which both arms have a finite value. */
export function differencesOf(data: FigureData, arm: ArmFigure): { seed: number; value: number }[] {
  const { series, split, metric } = data.pairing;
  const reference = data.arms.find((other) => other.series === series && other.facet === arm.facet);
  const key = `${split}.${metric}`;
  return arm.runs.flatMap(({ seed, final }) => {
    const other = reference?.runs.find((run) => run.seed === seed)?.final[key] ?? NaN;
    const value = (final[key] ?? NaN) - other;
    return Number.isFinite(value) ? [{ seed, value }] : [];
  });
}

function stripOf(data: FigureData, arm: ArmFigure): Strip {
  const values = differencesOf(data, arm);
  const over = arm.runs.every(({ ending }) => ending !== 'running');
  const lost = over ? arm.runs.length - values.length : 0;
  return {
    label: data.series.labels[arm.series] ?? '',
    series: arm.series,
    values,
    ...(over && values.length >= FEWEST_SEEDS && { interval: intervalOf(values.map(({ value }) => value)) }),
    note: lost > 0 ? `${lost} not paired` : '',
  };
}

function intervalOf(values: readonly number[]): [number, number] {
  const { low, high } = medianInterval(values);
  return [low, high];
}

function axisName(data: FigureData): string {
  const reference = data.series.labels[data.pairing.series] ?? '';
  return `final ${quantityName(data.pairing.split, data.pairing.metric)} minus that of ${reference || 'the first arm'}`;
}

function description(strips: Strip[]): string {
  const text = strips.map(({ label, values, interval }) => {
    const middle = values.length ? `median difference ${formatNumber(median(values.map(({ value }) => value)))}` : 'no pair';
    const above = values.filter(({ value }) => value > 0).length;
    return `${label}: ${middle}${interval ? `, interval from ${formatNumber(interval[0])} to ${formatNumber(interval[1])}` : ''}, above zero in ${above} of ${values.length} seeds`;
  });
  return `${text.join('; ') || 'There are no pairs yet'}.`;
}

function captionText(data: FigureData, strips: Strip[]): string {
  const own = `${axisName(data).replace(/^final/, 'Final')}: one mark per seed`;
  const parts = strips.some(({ values }) => values.length > 1) ? ', bar: median (the number)' : '';
  return `${own}${parts}${strips.some(({ interval }) => interval) ? `, line: ${CONFIDENCE} interval of the median` : ''}.`;
}
