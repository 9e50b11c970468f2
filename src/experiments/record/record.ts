/** From all runs of an experiment to its recording: what the site shows of it, and a digest of every run. */
import { quantileSorted } from 'simple-statistics';
import { armSize } from '../plan/armSize.ts';
import { jsonDigest } from '../train/digest.ts';
import { pooled } from '../measure/calibration.ts';
import { columnOf } from '../train/history.ts';
import { judge } from '../verdicts/judge.ts';
import type { ArmRecording, Recording } from './recording.ts';
import { probes } from '../probes/index.ts';
import type { ProbeReading } from '../probes/reading.ts';
import { roundToSingle } from './roundToSingle.ts';
import { summarize, type Moment } from '../train/summary.ts';
import type { Arm } from '../configuration/arm.ts';
import type { Experiment } from '../spec/experiment.ts';
import type { PretrainedLayer, RunResult } from '../train/result.ts';

/** Most points of a recorded curve. */
export const CURVE_POINTS = 100;

/** `results` in any order; every arm with the same seeds. `kernelName` names the kernel that they were made with. */
export function makeRecording(experiment: Experiment, results: readonly RunResult[], kernelName: string): Recording {
  const arms = experiment.arms.map((arm) =>
    recordArm(
      experiment,
      arm,
      results.filter((result) => result.arm === arm.label),
    ),
  );
  return { version: 2, experiment: experiment.id, spec: specHash(experiment), kernel: kernelName, arms, judgements: judge(experiment, results) };
}

/**
 * Fingerprint of the explicit experiment as JSON with sorted keys, without its arms, which follow from the rest, its map, which is
 * recorded by itself, what the reader is asked and what a source reports, which change no number.
 */
export function specHash(experiment: Experiment): string {
  return jsonDigest({ ...experiment, arms: undefined, map: undefined, predict: undefined, reported: undefined });
}

function recordArm(experiment: Experiment, { label, labels, configuration }: Arm, results: readonly RunResult[]): ArmRecording {
  const { parameterCount, updates, epochs, examplesSeen } = armSize(configuration);
  return {
    label,
    labels,
    parameterCount,
    updates,
    epochs: roundToSingle(epochs),
    examplesSeen,
    runs: results.map(recordRun),
    curve: curveOf(experiment, results),
    ...fitOf(results),
    ...insideOf(results[0]),
    ...reliabilityOf(results),
  };
}

export function recordRun(result: RunResult): ArmRecording['runs'][number] {
  return {
    seed: result.seed,
    ending: result.ending.state,
    digest: result.digest,
    ...stopOf(result),
    final: valuesOf(result, 'final'),
    best: valuesOf(result, 'best'),
  };
}

function stopOf({ ending }: RunResult): Pick<ArmRecording['runs'][number], 'stop'> {
  if (ending.state !== 'finished' || !ending.earlyStopping) return {};
  const { epoch, best, stopped, restored } = ending.earlyStopping;
  return { stop: { epoch, best: best.epoch, stopped, restored } };
}

/** Of the first seed: what was looked at inside the network, and what it takes for what. */
function insideOf(first: RunResult | undefined): Pick<ArmRecording, 'probes' | 'confusion' | 'mistakes' | 'pretraining'> {
  return {
    ...(first?.probes && { probes: keptReadings(first.probes).map((reading) => rounded(reading, PROBE_DIGITS) as ProbeReading) }),
    ...(first?.confusion && { confusion: first.confusion }),
    ...(first?.mistakes && { mistakes: first.mistakes }),
    ...(first?.pretraining && { pretraining: first.pretraining.map((layer) => rounded(layer, PROBE_DIGITS) as PretrainedLayer) }),
  };
}

/** Of all runs together. */
function reliabilityOf(results: readonly RunResult[]): Pick<ArmRecording, 'reliability'> {
  const reliability = pooled(results.map((result) => result.reliability));
  return reliability ? { reliability: rounded(reliability, PROBE_DIGITS) as NonNullable<ArmRecording['reliability']> } : {};
}

function keptReadings(readings: readonly ProbeReading[]): ProbeReading[] {
  return readings.flatMap((reading, place) => {
    const { probe, step, epoch, ...data } = reading;
    const isLast = !readings.slice(place + 1).some((later) => later.probe === probe);
    const { keep = (all: object) => all } = probes.find(({ name }) => name === probe) as { keep?(data: object, isLast: boolean): object | undefined };
    const kept = keep(data, isLast);
    return kept ? [{ probe, step, epoch, ...kept } as ProbeReading] : [];
  });
}

/** Readings are looked at, not compared: fewer digits keep recordings small. */
const PROBE_DIGITS = 5;

function rounded(value: unknown, digits: number): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;
  if (Array.isArray(value)) return value.map((item) => rounded(item, digits));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item, digits)]));
}

/** JSON knows no infinity: a diverged run's values are null. */
function valuesOf(result: RunResult, at: Moment): Record<string, number | null> {
  return Object.fromEntries(
    result.history.columns.map(({ split, metric }) => {
      const value = summarize(result, split, metric, at);
      return [`${split}.${metric}`, value === undefined || !Number.isFinite(value) ? null : roundToSingle(value)];
    }),
  );
}

/** Over the runs that reach each point; a run that diverged reaches none after that. `first` ends where seed 1 does. */
function curveOf({ show }: Experiment, results: readonly RunResult[]): ArmRecording['curve'] {
  const columns = results.map((result) => columnOf(result.history, show.split, show.metric) ?? new Float64Array());
  const longest = results[columns.reduce((best, column, i) => (column.length > columns[best]!.length ? i : best), 0)];
  const curve: ArmRecording['curve'] = { step: [], epoch: [], median: [], low: [], high: [], first: [] };
  for (const point of thin(longest?.history.step.length ?? 0)) {
    const values = columns.flatMap((column) => (point < column.length ? [column[point]!] : [])).sort((a, b) => a - b);
    curve.step.push(longest!.history.step[point]!);
    curve.epoch.push(roundToSingle(longest!.history.epoch[point]!));
    curve.median.push(roundToSingle(quantileSorted(values, 0.5)));
    curve.low.push(roundToSingle(quantileSorted(values, 0.25)));
    curve.high.push(roundToSingle(quantileSorted(values, 0.75)));
    const first = columns[0]?.[point];
    if (first !== undefined) curve.first.push(roundToSingle(first));
  }
  return curve;
}

/** At most CURVE_POINTS of `count` points, evenly spaced, with the first and the last. */
function thin(count: number): number[] {
  if (count <= CURVE_POINTS) return Array.from({ length: count }, (_, i) => i);
  return Array.from({ length: CURVE_POINTS }, (_, i) => Math.round((i * (count - 1)) / (CURVE_POINTS - 1)));
}

function fitOf(results: readonly RunResult[]): Pick<ArmRecording, 'fit'> {
  const fits = results.flatMap(({ fit }) => (fit ? [fit] : []));
  const x = fits[0]?.x;
  if (!x) return {};
  const median = x.map((_, i) =>
    roundToSingle(
      quantileSorted(
        fits.map(({ y }) => y[i]!).sort((a, b) => a - b),
        0.5,
      ),
    ),
  );
  return { fit: { x: x.map(roundToSingle), median } };
}
