/** Final values: one row per arm, one mark per seed, the median and the middle half of the seeds. */
import { median, quantile } from 'simple-statistics';
import { accessible } from '../parts/accessible.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { facetTitle, quantityName, shownKey, type ArmFigure, type FigureData } from '../data/figureData.ts';
import { formatCount, formatNumber, formatValue } from '../../words/format.ts';
import { medianDigits, stripsPlot, type Strip, type StripGroup } from '../parts/strips.ts';
import { valueScale, type ValueScale } from '../parts/ticks.ts';

/** Quartiles of fewer seeds than this would be the marks themselves. */
const FEWEST = 3;
/** Arms this far from all others, as a multiple of the range of these, are left outside the axis … */
const FAR = 5;
/** … if for each of them there are so many that are not. */
const COMPANY = 6;

export function* finals(data: FigureData, { document }: FigureOptions): Figure {
  const { figure, panels } = figureElement('finals', document, 1);
  const groups = groupsOf(data);
  const strips = groups.flatMap((group) => group.strips);
  const { scale, beyond } = axisOf(strips, data);
  const axis = quantityThen(data);
  const plot = stripsPlot({ document, groups, scale, axis, bounds: data.thresholds });
  const svg = accessible(plot, document, `${data.title}: ${axis} of each seed`, description(strips));
  svg.classList.add('figure-strips');
  panels.append(svg);
  yield;
  figure.append(caption(document, captionText(data, strips, beyond)));
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
  const values = arm.runs.map(({ seed, final }) => ({ seed, value: final[key] ?? NaN })).filter(({ value }) => Number.isFinite(value));
  const numbers = values.map(({ value }) => value);
  const lost = arm.runs.filter((run) => run.ending === 'diverged').length;
  // A logarithmic axis has no place for them.
  const zeros = data.scale === 'log' ? numbers.filter((value) => value === 0).length : 0;
  const reported = (arm.reported ?? []).filter(({ split, metric }) => split === data.split && metric === data.metric);
  return {
    label: data.series.labels[arm.series] ?? '',
    series: arm.series,
    values,
    ...(values.length >= FEWEST && { interval: [quantile(numbers, 0.25), quantile(numbers, 0.75)] as [number, number] }),
    ...(reported.length > 0 && data.step === undefined && { reported }),
    note: [zeros > 0 && `${zeros} at 0`, lost > 0 && `${lost} diverged`].filter(Boolean).join(', '),
  };
}

/** An axis that shows how most arms differ: one that is far away is left beyond its end, rather than drawing all others into one place. */
function axisOf(strips: Strip[], { thresholds, scale: type }: FigureData): { scale: ValueScale; beyond: Strip[] } {
  const place = type === 'log' ? Math.log : Number;
  const numbers = (strip: Strip) => [...strip.values, ...(strip.reported ?? [])].map(({ value }) => value);
  const range = (some: Strip[]): [number, number] => {
    const places = [...some.flatMap(numbers), ...thresholds].map(place).filter(Number.isFinite);
    return [Math.min(...places), Math.max(...places)];
  };
  const ascending = strips.filter(({ values }) => values.length > 0).sort((a, b) => median(numbers(a)) - median(numbers(b)));
  const splits = Array.from({ length: Math.floor(ascending.length / (COMPANY + 1)) }, (_, index) => index + 1).flatMap((count) => [
    { beyond: ascending.slice(0, count), rest: ascending.slice(count) },
    { beyond: ascending.slice(-count), rest: ascending.slice(0, -count) },
  ]);
  const found = splits.find(({ beyond, rest }) => {
    const [low, high] = range(rest);
    return high > low && beyond.flatMap(numbers).every((value) => Math.max(low - place(value), place(value) - high) > FAR * (high - low));
  });
  const { beyond, rest } = found ?? { beyond: [], rest: strips };
  return { scale: valueScale([...rest.flatMap(numbers), ...thresholds], type), beyond };
}

function description(strips: Strip[]): string {
  const digits = medianDigits(strips);
  return strips
    .map(({ label, values, note }) => {
      const middle = values.length
        ? `${values.length > 1 ? 'median ' : ''}${formatNumber(median(values.map(({ value }) => value)), digits)}`
        : 'no finite value';
      return `${label || 'All runs'}: ${middle}${note && `, ${note}`}`;
    })
    .join('; ')
    .concat('.');
}

function captionText(data: FigureData, strips: Strip[], beyond: Strip[]): string {
  const name = quantityThen(data);
  const quantity = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const [one] = data.seeds;
  const marks =
    data.seeds.length > 1 ? `: one mark per seed, bar: median (the number)${strips.some(({ interval }) => interval) ? ', line: middle half' : ''}` : '';
  const seed = data.seeds.length === 1 ? ` of seed ${one ?? ''}` : '';
  return [`${quantity}${seed}${marks}.`, boundsText(data.thresholds), reportedText(strips), beyondText(beyond)].filter(Boolean).join(' ');
}

function reportedText(strips: Strip[]): string {
  const sources = [...new Set(strips.flatMap(({ reported = [] }) => reported.map(({ source }) => source)))];
  return sources.length > 0 ? `Diamond: what the source reports (${sources.join(', ')}).` : '';
}

/** Exactly where rounding would make two of them one. */
function boundsText(thresholds: number[]): string {
  if (thresholds.length === 0) return '';
  const rounded = new Set(thresholds.map((bound) => formatNumber(bound)));
  const bounds = thresholds.toSorted((a, b) => a - b).map((bound) => (rounded.size < thresholds.length ? formatValue(bound) : formatNumber(bound)));
  return `Dashed: the claim’s ${bounds.length === 1 ? 'bound' : 'bounds'}, ${bounds.join(', ')}.`;
}

function beyondText(beyond: Strip[]): string {
  return beyond.length > 0 ? `Far off and beyond the axis: ${beyond.map(({ label }) => label).join(', ')}.` : '';
}
