/** The one place that turns recordings and live runs into what figures draw. */
import { median, quantileSorted } from 'simple-statistics';
import type { ProbeReading } from '../../experiments/probes/reading.ts';
import { pooledReliability } from './pooledReliability.ts';
import type { Recording } from '../../experiments/record/recording.ts';
import type { Arm } from '../../experiments/configuration/arm.ts';
import type { Ending, History } from '../../experiments/train/result.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { ArmFigure, CurveFigure, FigureData, RunFigure } from './figureData.ts';
import { xValues } from './xAxis.ts';

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
  /** Milliseconds that the whole run took. */
  time?: number;
  fit?: { x: number[]; y: number[] };
  probes?: ProbeReading[];
  confusion?: NonNullable<ArmFigure['confusion']>;
  mistakes?: NonNullable<ArmFigure['mistakes']>;
  pretraining?: NonNullable<ArmFigure['pretraining']>;
  reliability?: NonNullable<ArmFigure['reliability']>;
}

/** What the experiment shows beside its runs: for `fit`, the data and a reference function. */
export type Context = Pick<FigureData, 'points' | 'reference' | 'feature' | 'label' | 'features' | 'classes'> & {
  /** By label of the arm, of those that have other data than the experiment's base. */
  armPoints?: Record<string, NonNullable<FigureData['points']>>;
};
/** And, by arm label, what a recording does not hold. */
export type RecordingContext = Context & { multiplyAdds?: Record<string, NonNullable<ArmFacts['multiplyAdds']>> };
export type ArmFacts = NonNullable<ArmFigure['facts']>;

export function fromRecording(experiment: Experiment, recording: Recording, { multiplyAdds, armPoints, ...shown }: RecordingContext = {}): FigureData {
  const layout = layOut(experiment, recording.arms);
  const seeds = [...new Set(recording.arms.flatMap((arm) => arm.runs.map((run) => run.seed)))];
  const arms = recording.arms.map((arm): ArmFigure => {
    const { parameterCount, updates, epochs, examplesSeen } = arm;
    const work = multiplyAdds?.[arm.label];
    const facts = { parameterCount, updates, epochs, examplesSeen, ...(work && { multiplyAdds: work }) };
    const { step, epoch } = arm.curve;
    const several = arm.runs.length >= 3;
    return {
      label: arm.label,
      ...layout.place(arm.labels),
      facts,
      runs: arm.runs.map((run) => ({ seed: run.seed, ending: run.ending as RunFigure['ending'], final: finiteOrNaN(run.final) })),
      curve: {
        ...{ step, epoch, x: xValues({ facts }, { step, epoch }, experiment.show.x) },
        median: arm.curve.median.map(orNaN),
        ...(several && { low: arm.curve.low.map(orNaN), high: arm.curve.high.map(orNaN) }),
      },
      ...reportedOf(experiment, arm.label),
      ...(arm.fit && { fit: { x: arm.fit.x, y: arm.fit.median } }),
      ...(armPoints?.[arm.label] && { points: armPoints[arm.label]! }),
      ...(arm.probes && { readings: arm.probes }),
      ...(arm.confusion && { confusion: arm.confusion }),
      ...(arm.mistakes && { mistakes: arm.mistakes }),
      ...(arm.pretraining && { pretraining: arm.pretraining }),
      ...(arm.reliability && { reliability: arm.reliability }),
    };
  });
  return { ...base(experiment, layout), ...shown, seeds, arms };
}

/** `facts`, by arm label, give the table its counts and the axis "examples seen" its unit. */
export function fromRuns(
  experiment: Experiment,
  arms: Arm[],
  runs: LiveRun[],
  facts: Map<string, ArmFacts>,
  { armPoints, ...context }: Context = {},
): FigureData {
  const layout = layOut(experiment, arms);
  const seeds = [...new Set(runs.map((run) => run.seed))].sort((a, b) => a - b);
  const figures = arms.map((arm): ArmFigure => {
    const own = runs.filter((run) => run.arm === arm.label);
    const fact = facts.get(arm.label);
    const seconds = secondsPerStep(own);
    const reliability = pooledReliability(own.flatMap((run) => run.reliability ?? []));
    const fit = medianFit(own.flatMap((run) => run.fit ?? []));
    return {
      label: arm.label,
      ...layout.place(arm.labels),
      ...(fact && { facts: fact }),
      runs: own.filter((run) => run.history.step.length > 0).map((run) => ({ seed: run.seed, ending: run.ending?.state ?? 'running', final: lastValues(run) })),
      ...(seconds !== undefined && { secondsPerStep: seconds }),
      curve: liveCurve(
        own.map((run) => run.history),
        experiment,
        { ...(fact && { facts: fact }), ...(seconds !== undefined && { secondsPerStep: seconds }) },
      ),
      ...reportedOf(experiment, arm.label),
      ...(fit && { fit }),
      ...(armPoints?.[arm.label] && { points: armPoints[arm.label]! }),
      ...insideOf(own),
      ...(reliability && { reliability }),
    };
  });
  return { ...base(experiment, layout), ...context, seeds, arms: figures };
}

function base(experiment: Experiment, layout: Layout): Omit<FigureData, 'arms' | 'seeds'> {
  const { metric, split, scale, x, xScale = 'linear' } = experiment.show;
  const bounds = experiment.verdicts.filter((verdict) => verdict.at === 'final' && verdict.metric === metric && verdict.split === split);
  const thresholds = [...new Set(bounds.flatMap(({ below, above }) => [below ?? [], above ?? []].flat()))];
  return {
    title: experiment.title,
    metric,
    split,
    scale,
    x,
    xScale,
    series: layout.series,
    facets: layout.facets,
    axes: layout.axes,
    pairing: pairingOf(experiment, layout.series),
    thresholds,
  };
}

function reportedOf({ reported = [] }: Experiment, label: string): Pick<ArmFigure, 'reported'> {
  const own = reported.filter(({ arm }) => arm === label).map(({ split, metric, value, sd, source }) => ({ split, metric, value, sd, source }));
  return own.length > 0 ? { reported: own } : {};
}

interface Layout {
  series: FigureData['series'];
  facets: FigureData['facets'];
  axes: FigureData['axes'];
  place(labels: Record<string, string>): Pick<ArmFigure, 'series' | 'facet' | 'place'>;
}

/** One axis is told apart by colour; every other axis makes panels. */
function layOut(experiment: Experiment, arms: { labels: Record<string, string> }[]): Layout {
  const { axes } = experiment;
  const axis = colorAxis(experiment);
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

/**
 * The axis that `show.color` names; else the one whose values the first verdict with labels compares; else, where verdicts say
 * different things of the values of one axis, that one; else the first.
 */
function colorAxis({ axes, verdicts, show }: Experiment): Experiment['axes'][number] | undefined {
  const named = verdicts.find(namedLabels);
  const labels = named && namedLabels(named);
  return (
    axes.find(({ name }) => name === show.color) ??
    axes.find(({ name, values }) => named?.where[name] === undefined && labels?.every((label) => values.some((value) => value.label === label))) ??
    axes.find(({ name }) => new Set(verdicts.flatMap(({ where }) => where[name] ?? [])).size > 1) ??
    axes[0]
  );
}

/** Labels of one axis that a verdict compares, in its order. */
function namedLabels({ ascending, reaches, same, smoother, rises }: Experiment['verdicts'][number]): string[] | undefined {
  return ascending ?? reaches?.sooner ?? same?.arms ?? smoother ?? rises?.along;
}

/**
 * What the first verdict with labels compares, and the label that most verdicts like it name, of equally many the one that is named
 * first: where several arms are each held against one, it is that one. Without such a verdict, what is shown, against the first.
 */
function pairingOf({ verdicts, show }: Experiment, series: FigureData['series']): FigureData['pairing'] {
  const verdict = verdicts.find(namedLabels);
  const { split, metric } = verdict ?? show;
  const named = verdicts.filter((other) => other.split === split && other.metric === metric).flatMap((other) => namedLabels(other) ?? []);
  const count = (label: string) => named.filter((other) => other === label).length;
  const most = named.reduce<string | undefined>((best, label) => (best === undefined || count(label) > count(best) ? label : best), undefined);
  return { split, metric, series: Math.max(0, series.labels.indexOf(most ?? '')) };
}

/** `training.batchSize` → "batch size"; a free name stays as it is. */
export function axisTitle(name: string): string {
  const leaf = name.slice(name.lastIndexOf('.') + 1);
  if (name === 'network.hidden') return 'hidden units';
  return leaf === name && name.includes(' ') ? name : leaf.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Median over the runs that are over. */
function secondsPerStep(runs: LiveRun[]): number | undefined {
  const paces = runs.flatMap(({ time, history }) => {
    const steps = history.step.at(-1) ?? 0;
    return time !== undefined && steps > 0 ? [time / 1000 / steps] : [];
  });
  return paces.length > 0 ? median(paces) : undefined;
}

/** Median and quartiles at each point over the runs that have got there. */
function liveCurve(histories: History[], experiment: Experiment, arm: Pick<ArmFigure, 'facts' | 'secondsPerStep'>): CurveFigure {
  const { metric, split, x } = experiment.show;
  const longest = histories.reduce<History | undefined>((best, history) => (history.step.length > (best?.step.length ?? 0) ? history : best), undefined);
  if (!longest) return { step: [], epoch: [], x: [], median: [] };
  const columns = histories.map((history) => history.columns.find((column) => column.split === split && column.metric === metric)?.values);
  const indices = thin(longest.step.length);
  const [step, epoch] = [longest.step, longest.epoch].map((column) => indices.map((index) => column[index] ?? NaN)) as [number[], number[]];
  const curve: CurveFigure = { step, epoch, x: xValues(arm, { step, epoch }, x), median: [] };
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
function insideOf(runs: LiveRun[]): Pick<ArmFigure, 'readings' | 'confusion' | 'mistakes' | 'pretraining'> {
  const first = runs.filter((run) => run.probes ?? run.confusion ?? run.mistakes ?? run.pretraining).sort((a, b) => a.seed - b.seed)[0];
  return {
    ...(first?.probes && { readings: first.probes }),
    ...(first?.confusion && { confusion: first.confusion }),
    ...(first?.mistakes && { mistakes: first.mistakes }),
    ...(first?.pretraining && { pretraining: first.pretraining }),
  };
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
