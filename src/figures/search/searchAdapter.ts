/** The one place that turns a search and what it has found into what its figures draw. */
import { quantileSorted } from 'simple-statistics';
import type { Json } from '../../schema/json.ts';
import type { Dimension } from '../../search/space/space.ts';
import type { Search } from '../../search/search.ts';
import type { Trial } from '../../search/run/trial.ts';
import { axisTitle } from '../data/adapter.ts';
import { quantityName } from '../data/figureData.ts';
import { formatValue } from '../../words/format.ts';
import type { BestCurve, CostUnit, SearchDimension, SearchFigureData, SearchTrial } from './searchFigureData.ts';

/** The trials of one strategy with one seed, as far as they have come. */
export interface NamedTrials {
  /** Of the strategy. */
  name: string;
  seed: number;
  trials: readonly Trial[];
}

export interface SearchFigureOptions {
  better: 'low' | 'high';
  importance: readonly { path: string; share: number }[] | undefined;
  cost?: CostUnit;
}

export function fromSearch(search: Search, logs: readonly NamedTrials[], { better, importance, cost }: SearchFigureOptions): SearchFigureData {
  const { title, metric, split, folds, space } = search;
  const tuned = search.strategies[0]!.name === 'tuned';
  const seeds = [...new Set(logs.map(({ seed }) => seed))];
  const shownSeed = Math.min(...seeds);
  const shown = logs.filter(({ seed }) => seed === shownSeed);
  const labelOf = (name: string, trial: Trial) => (tuned ? trial.proposal.arm! : name);
  const series = [...new Set(shown.flatMap(({ name, trials }) => (tuned ? trials.map((trial) => labelOf(name, trial)) : [name])))];
  const unit = cost ?? ('trials' in search.budget ? 'trials' : 'updates');
  const trials = shown.flatMap(({ name, trials: own }) => own.map((trial) => ({ trial, series: series.indexOf(labelOf(name, trial)) })));
  return {
    ...{ title, better, series, shownSeed, cost: unit },
    quantity: `${quantityName(split, metric)}${folds === undefined ? '' : `, mean of ${folds} folds`}`,
    scale: better === 'low' ? 'log' : 'linear',
    seeds: tuned ? search.seeds : seeds.length,
    dimensions: space.map(dimensionOf),
    trials: trials.map(({ trial, series: own }) =>
      trialOf(space, trial, own, bestAmong(trials.filter((other) => other.series === own).map((other) => other.trial))),
    ),
    curves: tuned
      ? []
      : series.map((name, index) =>
          curveOf(
            logs.filter((log) => log.name === name),
            index,
            unit,
          ),
        ),
    ...(importance && { importance: importance.map(({ path, share }) => ({ name: dimensionTitle(path), share })) }),
  };
}

/** The lowest score among those that were trained longest; the first wins a tie. */
function bestAmong(trials: readonly Trial[]): Trial | undefined {
  return trials.reduce<Trial | undefined>((best, trial) => {
    const [own, other] = [trial.proposal.share, best?.proposal.share ?? 0];
    return best === undefined || own > other || (own === other && trial.score < best.score) ? trial : best;
  }, undefined);
}

function trialOf(space: Search['space'], trial: Trial, series: number, best: Trial | undefined): SearchTrial {
  const values = space.map(({ path }) => trial.proposal.point[path]);
  const finite = (value: number) => (Number.isFinite(value) ? value : NaN);
  return {
    series,
    at: space.map((dimension, i) => positionOf(dimension, values[i])),
    text: values.map((value) => (value === undefined ? '–' : wordOf(value))),
    value: finite(trial.value),
    runs: trial.values.map(finite),
    share: trial.proposal.share,
    isBest: trial === best,
  };
}

function dimensionOf(dimension: Dimension): SearchDimension {
  const name = dimensionTitle(dimension.path);
  if (dimension.kind === 'range') {
    const ends = [dimension.min, dimension.max].map((end, at) => ({ at, text: formatValue(end) }));
    return { name, isLog: dimension.scale === 'log', ticks: ends };
  }
  return { name, isLog: false, ticks: dimension.values.map((value, i) => ({ at: placeOf(dimension.values, i), text: wordOf(value) })) };
}

function positionOf(dimension: Dimension, value: Json | undefined): number {
  if (value === undefined) return NaN;
  if (dimension.kind === 'list')
    return placeOf(
      dimension.values,
      dimension.values.findIndex((one) => JSON.stringify(one) === JSON.stringify(value)),
    );
  const { min, max, scale } = dimension;
  const [low, at, high] = scale === 'log' ? [Math.log(min), Math.log(Number(value)), Math.log(max)] : [min, Number(value), max];
  return (at - low) / (high - low);
}

function placeOf(values: readonly Json[], index: number): number {
  return values.length < 2 ? 0.5 : index / (values.length - 1);
}

/** As on an axis of a comparison, but where the last part alone says too little. */
export function dimensionTitle(path: string): string {
  const [parent, leaf] = path.split('.').slice(-2);
  if (parent === 'regularizer') return `${leaf!.toUpperCase()} penalty`;
  return parent === 'noise' ? `noise, ${leaf!}` : axisTitle(path);
}

/** A value as one would write it, a choice by its name. */
export function wordOf(value: Json): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return formatValue(value);
  const { name } = value;
  return typeof name === 'string' ? name : JSON.stringify(value);
}

/** Each seed's best is a flight of steps; they are read off at the costs at which any of them has one. */
function curveOf(logs: readonly NamedTrials[], series: number, unit: CostUnit): BestCurve {
  const flights = logs.map(({ trials }) => stepsOf(trials, unit)).filter(({ length }) => length > 0);
  if (flights.length === 0) return { series, x: [], median: [] };
  // A seed that is still under way must not leave the others alone on the right.
  const end = Math.max(...flights.map((steps) => steps.at(-1)!.cost));
  const start = Math.max(...flights.map((steps) => steps[0]!.cost));
  const all = [...new Set(flights.flatMap((steps) => steps.map(({ cost }) => cost)))].filter((cost) => cost >= start && cost <= end).sort((a, b) => a - b);
  const x = all.filter((_, i) => i % Math.ceil(all.length / POINTS) === 0 || i === all.length - 1);
  const curve: BestCurve = { series, x, median: [] };
  if (flights.length >= 3) Object.assign(curve, { low: [], high: [] });
  for (const cost of x) {
    const values = flights.map((steps) => steps.findLast((step) => step.cost <= cost * (1 + SLACK))!.best).sort((a, b) => a - b);
    curve.median.push(finiteQuantile(values, 0.5));
    curve.low?.push(finiteQuantile(values, 0.25));
    curve.high?.push(finiteQuantile(values, 0.75));
  }
  return curve;
}

function stepsOf(trials: readonly Trial[], unit: CostUnit): { cost: number; best: number }[] {
  let cost = 0;
  let best: Trial | undefined;
  return trials.map((trial) => {
    cost += unit === 'trials' ? trial.proposal.share : trial.work[unit];
    best = bestAmong(best ? [best, trial] : [trial]);
    return { cost, best: best!.value };
  });
}

/** An infinite neighbour makes the quantile none. */
function finiteQuantile(sorted: number[], share: number): number {
  const value = quantileSorted(sorted, share);
  return Number.isFinite(value) ? value : NaN;
}

const POINTS = 120;
const SLACK = 1e-9;
