/** The one place that turns recordings and live runs into what figures draw. */
import { quantileSorted } from 'simple-statistics';
import type { ProbeReading } from '../experiments/probes/reading.ts';
import type { Recording } from '../experiments/recording.ts';
import type { Arm, Ending, Experiment, History } from '../experiments/types.ts';
import type { ArmFigure, CurveFigure, FigureData, RunFigure } from './figureData.ts';

/** At most about this many points of a curve are drawn. */
const POINTS = 120;

/** A run as the page knows it while it trains: its history so far. */
export interface LiveRun {
  arm: string;
  seed: number;
  history: History;
  /** Absent while the run is under way. */
  ending?: Ending;
  /** Values of the final parameters, which need not be those of the last point; absent where that is what they are. */
  final?: Record<string, number>;
  fit?: { x: number[]; y: number[] };
  probes?: ProbeReading[];
  confusion?: NonNullable<ArmFigure['confusion']>;
}

/** What the experiment shows beside its runs: for `fit`, the data and a reference function. */
export type Context = Pick<FigureData, 'points' | 'reference' | 'feature' | 'label'>;
export type ArmFacts = NonNullable<ArmFigure['facts']>;

export function fromRecording(experiment: Experiment, recording: Recording, context: Context = {}): FigureData {
  const layout = layOut(experiment, recording.arms);
  const seeds = [...new Set(recording.arms.flatMap((arm) => arm.runs.map((run) => run.seed)))];
  const arms = recording.arms.map((arm): ArmFigure => {
    const { parameterCount, updates, epochs, examplesSeen } = arm;
    const perEpoch = examplesSeen / epochs;
    const several = arm.runs.length >= 3;
    return {
      label: arm.label,
      ...layout.place(arm.labels),
      facts: { parameterCount, updates, epochs, examplesSeen },
      runs: arm.runs.map((run) => ({ seed: run.seed, ending: run.ending as RunFigure['ending'], final: finiteOrNaN(run.final) })),
      curve: {
        x: xValues(experiment.show.x, arm.curve.step, arm.curve.epoch, perEpoch),
        median: arm.curve.median.map(orNaN),
        ...(several && { low: arm.curve.low.map(orNaN), high: arm.curve.high.map(orNaN) }),
      },
      ...(arm.fit && { fit: { x: arm.fit.x, y: arm.fit.median } }),
      ...(arm.probes && { readings: arm.probes }),
      ...(arm.confusion && { confusion: arm.confusion }),
    };
  });
  return { ...base(experiment, layout), ...context, seeds, arms };
}

/** `facts`, by arm label, give the table its counts and the axis "examples seen" its unit. */
export function fromRuns(experiment: Experiment, arms: Arm[], runs: LiveRun[], facts: Map<string, ArmFacts>, context: Context = {}): FigureData {
  const layout = layOut(experiment, arms);
  const seeds = [...new Set(runs.map((run) => run.seed))].sort((a, b) => a - b);
  const figures = arms.map((arm): ArmFigure => {
    const own = runs.filter((run) => run.arm === arm.label);
    const fact = facts.get(arm.label);
    const fit = medianFit(own.flatMap((run) => run.fit ?? []));
    return {
      label: arm.label,
      ...layout.place(arm.labels),
      ...(fact && { facts: fact }),
      runs: own.filter((run) => run.history.step.length > 0).map((run) => ({ seed: run.seed, ending: run.ending?.state ?? 'running', final: lastValues(run) })),
      curve: liveCurve(
        own.map((run) => run.history),
        experiment,
        fact ? fact.examplesSeen / fact.epochs : 1,
      ),
      ...(fit && { fit }),
      ...insideOf(own),
    };
  });
  return { ...base(experiment, layout), ...context, seeds, arms: figures };
}

function base(experiment: Experiment, layout: Layout): Omit<FigureData, 'arms' | 'seeds'> {
  const { metric, split, scale, x } = experiment.show;
  const bounds = experiment.verdicts.filter((verdict) => verdict.at === 'final' && verdict.metric === metric && verdict.split === split);
  const thresholds = [...new Set(bounds.flatMap(({ below, above }) => [below ?? [], above ?? []].flat()))];
  return { title: experiment.title, metric, split, scale, x, series: layout.series, facets: layout.facets, axes: layout.axes, thresholds };
}

interface Layout {
  series: FigureData['series'];
  facets: FigureData['facets'];
  axes: FigureData['axes'];
  place(labels: Record<string, string>): Pick<ArmFigure, 'series' | 'facet' | 'place'>;
}

/** The axis that the first verdict orders is told apart by colour; every other axis makes panels. */
function layOut(experiment: Experiment, arms: { labels: Record<string, string> }[]): Layout {
  const { axes, verdicts } = experiment;
  const ordered = verdicts.find((verdict) => verdict.ascending)?.ascending;
  const axis = axes.find((candidate) => ordered?.every((label) => candidate.values.some((value) => value.label === label))) ?? axes[0];
  const others = axes.filter((candidate) => candidate !== axis);
  const seriesLabels = axis ? axis.values.map((value) => value.label) : [''];
  const facetOf = (labels: Record<string, string>) => others.map((other) => labels[other.name] ?? '').join(' · ');
  const facetLabels = [...new Set(arms.map((arm) => facetOf(arm.labels)))];
  return {
    series: { name: axisTitle(axis?.name ?? ''), labels: seriesLabels },
    facets: { name: others.map((other) => axisTitle(other.name)).join(' · '), labels: facetLabels },
    axes: axes.map(({ name, values }) => ({ name: axisTitle(name), labels: values.map(({ label }) => label) })),
    place: (labels) => ({
      series: axis ? seriesLabels.indexOf(labels[axis.name] ?? '') : 0,
      facet: facetLabels.indexOf(facetOf(labels)),
      place: axes.map(({ name, values }) => values.findIndex(({ label }) => label === labels[name])),
    }),
  };
}

/** `training.batchSize` → "batch size"; a free name stays as it is. */
export function axisTitle(name: string): string {
  const leaf = name.slice(name.lastIndexOf('.') + 1);
  if (name === 'network.hidden') return 'hidden layers';
  return leaf === name && name.includes(' ') ? name : leaf.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function xValues(x: FigureData['x'], step: ArrayLike<number>, epoch: ArrayLike<number>, examplesPerEpoch: number): number[] {
  if (x === 'step') return Array.from(step);
  return Array.from(epoch, (value) => (x === 'epoch' ? value : value * examplesPerEpoch));
}

/** Median and quartiles at each point over the runs that have got there. */
function liveCurve(histories: History[], experiment: Experiment, examplesPerEpoch: number): CurveFigure {
  const { metric, split, x } = experiment.show;
  const longest = histories.reduce<History | undefined>((best, history) => (history.step.length > (best?.step.length ?? 0) ? history : best), undefined);
  if (!longest) return { x: [], median: [] };
  const columns = histories.map((history) => history.columns.find((column) => column.split === split && column.metric === metric)?.values);
  const indices = thin(longest.step.length);
  const allX = xValues(x, longest.step, longest.epoch, examplesPerEpoch);
  const curve: CurveFigure = { x: indices.map((index) => allX[index] ?? NaN), median: [] };
  const bands = histories.length >= 3;
  if (bands) Object.assign(curve, { low: [], high: [] });
  for (const index of indices) {
    const values: number[] = [];
    for (const column of columns) {
      const value = column?.[index];
      if (value !== undefined && Number.isFinite(value)) values.push(value);
    }
    values.sort((a, b) => a - b);
    const at = (share: number) => (values.length ? quantileSorted(values, share) : NaN);
    curve.median.push(at(0.5));
    curve.low?.push(at(0.25));
    curve.high?.push(at(0.75));
  }
  return curve;
}

/** Of the first seed that has come to its end. */
function insideOf(runs: LiveRun[]): Pick<ArmFigure, 'readings' | 'confusion'> {
  const first = runs.filter((run) => run.probes ?? run.confusion).sort((a, b) => a.seed - b.seed)[0];
  return { ...(first?.probes && { readings: first.probes }), ...(first?.confusion && { confusion: first.confusion }) };
}

/** Median over seeds at each point of the grid, which all seeds share. */
function medianFit(fits: { x: number[]; y: number[] }[]): { x: number[]; y: number[] } | undefined {
  const x = fits[0]?.x;
  if (!x) return undefined;
  const middle = (index: number) => {
    const values = fits
      .map((fit) => fit.y[index] ?? NaN)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    return values.length ? quantileSorted(values, 0.5) : NaN;
  };
  return { x, y: x.map((_, index) => middle(index)) };
}

function thin(length: number): number[] {
  const stride = Math.max(1, Math.ceil(length / POINTS));
  const indices = Array.from({ length: Math.ceil(length / stride) }, (_, index) => index * stride);
  if (length > 0 && indices.at(-1) !== length - 1) indices.push(length - 1);
  return indices;
}

/** A run that diverged ended at no value, whatever its last one was. */
function lastValues({ history, ending, final }: LiveRun): Record<string, number> {
  const diverged = ending?.state === 'diverged';
  if (final && !diverged) return final;
  return Object.fromEntries(history.columns.map(({ split, metric, values }) => [`${split}.${metric}`, diverged ? NaN : (values.at(-1) ?? NaN)]));
}

/** JSON has no NaN and no infinity: what a recording could not hold is null there. */
function orNaN(value: number | null): number {
  return value ?? NaN;
}

function finiteOrNaN(values: Record<string, number | null>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, orNaN(value)]));
}
