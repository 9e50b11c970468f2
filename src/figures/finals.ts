/** Final values: one row per arm, one mark per seed, the median and the middle half of the seeds. */
import { median, quantile } from 'simple-statistics';
import { accessible } from './accessible.ts';
import { caption, figureElement, type Figure, type FigureOptions } from './figureElement.ts';
import { facetTitle, quantityName, shownKey, type ArmFigure, type FigureData } from './figureData.ts';
import { formatCount, formatNumber } from './format.ts';
import { stripsPlot, type Strip, type StripGroup } from './strips.ts';
import { valueScale } from './ticks.ts';

/** Quartiles of fewer seeds than this would be the marks themselves. */
const FEWEST = 3;

export function* finals(data: FigureData, { document }: FigureOptions): Figure {
  const { figure, panels } = figureElement('finals', document, 1);
  const groups = groupsOf(data);
  const strips = groups.flatMap((group) => group.strips);
  const values = strips.flatMap((strip) => strip.values.map(({ value }) => value));
  const axis = quantityThen(data);
  const plot = stripsPlot({ document, groups, scale: valueScale([...values, ...data.thresholds], data.scale), axis, bounds: data.thresholds });
  panels.append(accessible(plot, document, `${data.title}: ${axis} of each seed`, description(strips)));
  yield;
  figure.append(caption(document, captionText(data, strips)));
  return figure;
}

/** "final training loss", or, where the figures show an earlier moment, "training loss after 264 updates". */
function quantityThen({ split, metric, step }: FigureData): string {
  const name = quantityName(split, metric);
  return step === undefined ? `final ${name}` : `${name} after ${formatCount(step)} ${step === 1 ? 'update' : 'updates'}`;
}

function groupsOf(data: FigureData): StripGroup[] {
  return [...data.facets.labels.keys()].map((facet) => ({
    heading: facetTitle(data, facet),
    strips: data.arms
      .filter((arm) => arm.facet === facet)
      .sort((a, b) => a.series - b.series)
      .map((arm) => stripOf(data, arm)),
  }));
}

function stripOf(data: FigureData, arm: ArmFigure): Strip {
  const key = shownKey(data);
  const positive = data.scale === 'log';
  const values = arm.runs
    .map(({ seed, final }) => ({ seed, value: final[key] ?? NaN }))
    .filter(({ value }) => Number.isFinite(value) && (!positive || value > 0));
  const numbers = values.map(({ value }) => value);
  const lost = arm.runs.filter((run) => run.ending === 'diverged').length;
  return {
    label: data.series.labels[arm.series] ?? '',
    series: arm.series,
    values,
    ...(values.length >= FEWEST && { interval: [quantile(numbers, 0.25), quantile(numbers, 0.75)] as [number, number] }),
    note: lost > 0 ? `${lost} diverged` : '',
  };
}

function description(strips: Strip[]): string {
  return strips
    .map(({ label, values, note }) => {
      const middle = values.length ? `${values.length > 1 ? 'median ' : ''}${formatNumber(median(values.map(({ value }) => value)))}` : 'no finite value';
      return `${label || 'All runs'}: ${middle}${note && `, ${note}`}`;
    })
    .join('; ')
    .concat('.');
}

function captionText(data: FigureData, strips: Strip[]): string {
  const name = quantityThen(data);
  const quantity = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const bounds = data.thresholds.length > 0 ? ` Dashed: the claim’s bound, ${data.thresholds.map((bound) => formatNumber(bound)).join(', ')}.` : '';
  if (data.seeds.length <= 1) return `${quantity}${data.seeds.length === 1 ? ` of seed ${data.seeds[0] ?? ''}` : ''}.${bounds}`;
  if (strips.some(({ interval }) => interval)) return `${quantity}: one mark per seed, bar: median (the number), line: middle half.${bounds}`;
  return `${quantity}: one mark per seed, bar: median (the number).${bounds}`;
}
