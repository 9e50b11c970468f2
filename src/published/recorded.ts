/** A number (or a few words) taken from a recording, formatted for prose. See Recorded.astro for the author's view. */
import { max, mean, median, min, quantile, sampleStandardDeviation } from 'simple-statistics';
import { worst } from '../experiments/configuration/metrics.ts';
import type { ArmRecording, Recording } from '../experiments/record/recording.ts';
import { formatCount, formatNumber } from '../words/format.ts';

const STATISTICS = ['median', 'mean', 'sd', 'mean±sd', 'min', 'max', 'quartiles', 'share', 'diverged', 'seeds'] as const;
const FACTS = ['parameterCount', 'updates', 'epochs', 'examplesSeen'] as const;
const VERDICTS = ['agree', 'against', 'share', 'outcome', 'effect', 'interval', 'seeds'] as const;
const MOMENTS = ['final', 'best'] as const;

/** Nothing checks the types of MDX, so names arrive as plain text and are checked here. */
export interface ArmRequest {
  arm: string;
  metric: string;
  at?: string;
  as?: string;
  /** With as="share": counts the seeds whose value is below (above) this. */
  below?: number;
  above?: number;
  /** Divide by the same statistic of this arm. */
  over?: string;
  /** Subtract, seed by seed, what this arm has. */
  minus?: string;
  digits?: number;
}
export interface FactRequest {
  arm: string;
  fact: string;
}
/** Of the curve that is shown. */
export interface LevelRequest {
  arm: string;
  /** A value of the shown metric. */
  level: number;
}
export interface VerdictRequest {
  /** Number of the verdict, counted from 1. */
  verdict: number;
  as?: string;
  digits?: number;
}
export type RecordedRequest = ArmRequest | FactRequest | LevelRequest | VerdictRequest;

/** Throws, saying what there is, on an unknown arm, metric, statistic or verdict. */
export function recorded(recording: Recording, request: RecordedRequest): string {
  const source = openSource(recording);
  if ('verdict' in request) return verdictText(source, request);
  if ('fact' in request) return formatCount(source.arm(request.arm)[source.oneOf('fact', FACTS, request.fact)]);
  if ('level' in request) return formatCount(updatesTo(source, request));
  return statisticText(source, request);
}

/** Updates after which the median over the seeds has first crossed the level, counted at the recorded points. */
function updatesTo(source: Source, { arm, level }: LevelRequest): number {
  const { step, median: values } = source.arm(arm).curve;
  const wasAbove = values[0]! > level;
  // Where runs diverged, the file has null.
  const point = values.findIndex((value) => Number.isFinite(value) && value > level !== wasAbove);
  if (point < 0) throw source.fail(`the median curve of arm "${arm}" does not cross ${level}.`);
  return step[point]!;
}

interface Source {
  recording: Recording;
  arm(label: string, key?: string): ArmRecording;
  oneOf<Name extends string>(key: string, allowed: readonly Name[], found: string): Name;
  fail(problem: string): Error;
}

function openSource(recording: Recording): Source {
  const fail = (problem: string) => new Error(`<Recorded experiment="${recording.experiment}">: ${problem}`);
  const oneOf = <Name extends string>(key: string, allowed: readonly Name[], found: string) => {
    const name = allowed.find((candidate) => candidate === found);
    if (name === undefined) throw fail(`${key} "${found}" is not in the recording; there is: ${allowed.join(', ')}.`);
    return name;
  };
  const arm = (label: string, key = 'arm') => {
    const labels = recording.arms.map((candidate) => candidate.label);
    return recording.arms[labels.indexOf(oneOf(key, labels, label))]!;
  };
  return { recording, arm, oneOf, fail };
}

function statisticText(source: Source, request: ArmRequest): string {
  const { digits = 3, over, below = Infinity, above = -Infinity } = request;
  const as = source.oneOf('as', STATISTICS, request.as ?? 'median');
  const arm = source.arm(request.arm);
  const own = valuesOf(source, arm, request);
  const others = request.minus === undefined ? undefined : valuesOf(source, source.arm(request.minus, 'minus'), request);
  const values = others ? own.map((value, seed) => value - others[seed]!) : own;
  const format = (value: number) => formatNumber(value, digits);
  switch (as) {
    case 'seeds':
      return String(arm.runs.length);
    case 'diverged':
      return `${arm.runs.filter((run) => run.ending === 'diverged').length} of ${arm.runs.length}`;
    case 'share':
      if (below === Infinity && above === -Infinity) throw source.fail('as="share" needs below={…} or above={…}.');
      return `${values.filter((value) => value < below && value > above).length} of ${values.length}`;
    case 'mean±sd':
      return `${format(mean(values))} ± ${format(sampleStandardDeviation(values))}`;
    case 'quartiles':
      return `${format(quantile(values, 0.25))} to ${format(quantile(values, 0.75))}`;
    default: {
      const compute = { median, mean, min, max, sd: sampleStandardDeviation }[as];
      return format(over === undefined ? compute(values) : compute(values) / compute(valuesOf(source, source.arm(over, 'over'), request)));
    }
  }
}

/** One value per seed. JSON has no infinity: where a run diverged there is null, or nothing at all. */
function valuesOf(source: Source, arm: ArmRecording, request: ArmRequest): number[] {
  if (request.metric in STOPS) return arm.runs.map((run) => stopEpoch(source, run.stop, request.metric as keyof typeof STOPS));
  const at = source.oneOf('at', MOMENTS, request.at ?? 'final');
  const metric = source.oneOf('metric', [...new Set(arm.runs.flatMap((run) => Object.keys(run[at])))], request.metric);
  return arm.runs.map((run) => run[at][metric] ?? worst(metric.slice(metric.indexOf('.') + 1)));
}

/** Of early stopping: epochs done, and the best of them. */
const STOPS = { 'stop.epoch': 'epoch', 'stop.best': 'best' } as const;

function stopEpoch(source: Source, stop: ArmRecording['runs'][number]['stop'], name: keyof typeof STOPS): number {
  if (!stop) throw source.fail(`${name} needs an arm with early stopping, all of whose runs finished.`);
  return stop[STOPS[name]];
}

function verdictText(source: Source, request: VerdictRequest): string {
  const numbers = source.recording.judgements.map((_, index) => String(index + 1));
  const judgement = source.recording.judgements[Number(source.oneOf('verdict', numbers, String(request.verdict))) - 1]!;
  const { agree, against, seeds, outcome, effect } = judgement;
  const finite = (value: number | null) => {
    if (value === null) throw source.fail(`the effect of verdict ${request.verdict} is not a finite number, because runs diverged.`);
    return formatNumber(value, request.digits ?? 3);
  };
  switch (source.oneOf('as', VERDICTS, request.as ?? 'agree')) {
    case 'agree':
      return `${agree} of ${seeds}`;
    case 'against':
      return `${against} of ${seeds}`;
    case 'share':
      return `${formatNumber((100 * agree) / seeds, 3)} %`;
    case 'outcome':
      return outcome;
    case 'seeds':
      return String(seeds);
    case 'effect':
      return finite(effect.median);
    case 'interval':
      return `${finite(effect.low)} to ${finite(effect.high)}`;
  }
}
