/** What figures draw: the same for a recorded and for a live result. Made by adapter.ts. */
import type { Split } from '../../engines/engine.ts';
import type { Mistakes } from '../../experiments/measure/mistakes.ts';
import type { PretrainedLayer } from '../../experiments/train/result.ts';
import type { ProbeReading } from '../../experiments/probes/reading.ts';
import type { XAxis } from './xNames.ts';

export interface FigureData {
  /** Title of the experiment. */
  title: string;
  metric: string;
  split: Split;
  scale: 'linear' | 'log';
  /** What the curves are over; withAxis changes it. */
  x: XAxis;
  xScale: 'linear' | 'log';
  /** The axis whose values are told apart by colour and dash. Without axes: one series named ''. */
  series: { name: string; labels: string[] };
  /** The other axis (or axes, joined by ' · '): one panel for each label. At least one facet, named '' if there is none. */
  facets: { name: string; labels: string[] };
  /** All axes, as they are named in figures. */
  axes: { name: string; labels: string[] }[];
  arms: ArmFigure[];
  /** What paired differences are of, and the series that is taken from the others. */
  pairing: { split: Split; metric: string; series: number };
  /** Bounds that verdicts set for the shown quantity at the end of training. */
  thresholds: number[];
  /** Seeds shown, for captions. */
  seeds: number[];
  /** The moment shown, in updates, where it is not the end (see readings.ts). */
  step?: number;
  /** For `fit`: the measured points, and a reference function beside the networks. */
  points?: { x: number[]; y: number[] };
  reference?: { label: string; x: number[]; y: number[] };
  /** Of a reader's own data: names of all features, and of the classes. */
  features?: string[];
  classes?: string[];
  /** For `fit`: names of the feature and of the label. */
  feature?: string;
  label?: string;
}

export interface ArmFigure {
  label: string;
  /** Indices into `series.labels` and `facets.labels`. */
  series: number;
  facet: number;
  /** Index of its value on each of the axes. */
  place: number[];
  /** What a source text prints of it. */
  reported?: ReportedFigure[];
  /** Facts for the table; absent where a live run has not told them. */
  facts?: {
    parameterCount: number;
    updates: number;
    epochs: number;
    examplesSeen: number;
    /** Of training: before its first update (in pre-training), and for each example seen. */
    multiplyAdds?: { before: number; perExample: number };
  };
  /** Of a live run, with evaluations, on one core of the reader's machine; the median over seeds. */
  secondsPerStep?: number;
  runs: RunFigure[];
  curve: CurveFigure;
  fit?: { x: number[]; y: number[] };
  /** For `fit`: what it was trained on, where that is not the figure's `points`. */
  points?: { x: number[]; y: number[] };
  /** What probes read, of one seed: the first. */
  readings?: ProbeReading[];
  /** confusion[actual][predicted], counts by split, of the same seed. */
  confusion?: Partial<Record<Split, number[][]>>;
  /** Of the same seed: pictures taken for another class. */
  mistakes?: Mistakes;
  /** Of the same seed: how well each hidden layer could be pre-trained. */
  pretraining?: PretrainedLayer[];
  /** Predictions by their probability, in bins, of all seeds together: how many, the sum of their probabilities, how many are right. */
  reliability?: Partial<Record<Split, [predictions: number, probability: number, right: number][]>>;
}

/** A figure of a source text. */
export interface ReportedFigure {
  split: Split;
  metric: string;
  value: number;
  /** Standard deviation over the source's runs, where it prints one. */
  sd?: number | undefined;
  /** Id of the source's claim. */
  source: string;
}

export interface RunFigure {
  seed: number;
  ending: 'running' | 'finished' | 'diverged' | 'cancelled' | 'failed';
  /** `${split}.${metric}` → value at the last point. Not finite where the run diverged. */
  final: Record<string, number>;
}

/** Median over seeds, with quartiles where there are at least three seeds. */
export interface CurveFigure {
  /** Updates and epochs done at each point, and its place on the figure's horizontal axis. */
  step: number[];
  epoch: number[];
  x: number[];
  median: number[];
  low?: number[];
  high?: number[];
}

/** `${split}.${metric}` of what the figure shows. */
export function shownKey(data: Pick<FigureData, 'split' | 'metric'>): string {
  return `${data.split}.${data.metric}`;
}

/** The shown quantity in words: "training loss", "validation accuracy". */
export function quantityName(split: Split, metric: string): string {
  return `${SPLIT_NAMES[split]} ${METRIC_NAMES[metric] ?? metric}`;
}

export const SPLIT_NAMES: Record<Split, string> = { train: 'training', validation: 'validation', test: 'test' };

const METRIC_NAMES: Record<string, string> = { mae: 'mean absolute error', rmse: 'root mean squared error', rss: 'residual sum of squares' };

/** A panel's heading: "batch size 50"; without facets ''. */
export function facetTitle(data: FigureData, facet: number): string {
  const label = data.facets.labels[facet] ?? '';
  return label && data.facets.name && !data.facets.name.includes(' · ') ? `${data.facets.name} ${label}` : label;
}

/** An arm by itself: "batch size 50 · adam"; without axes ''. */
export function armTitle(data: FigureData, arm: ArmFigure): string {
  const label = data.series.labels[arm.series] ?? '';
  const own = label && data.series.name ? `${data.series.name} ${label}` : label;
  return [own, facetTitle(data, arm.facet)].filter(Boolean).join(' · ');
}
