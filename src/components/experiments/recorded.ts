/** A number (or a few words) taken from a recording, formatted for prose. See Recorded.astro for the author's view. */
import { max, mean, median, min, quantile, sampleStandardDeviation } from 'simple-statistics';
import type { ArmRecording, Recording } from '../../experiments/recording.ts';
import { formatCount, formatNumber } from '../../figures/format.ts';

const STATISTICS = ['median', 'mean', 'sd', 'mean±sd', 'min', 'max', 'quartiles', 'share', 'diverged', 'seeds'] as const;
const FACTS = ['parameterCount', 'updates', 'epochs', 'examplesSeen'] as const;
const VERDICTS = ['agree', 'share', 'outcome', 'effect', 'interval', 'seeds'] as const;

export interface ArmRequest {
  arm: string;
  metric: string;
  at?: 'final' | 'best';
  as?: (typeof STATISTICS)[number];
  /** With as="share": counts the seeds whose value is below (above) this. */
  below?: number;
  above?: number;
  /** Divide by the same statistic of this arm. */
  over?: string;
  digits?: number;
}
export interface FactRequest {
  arm: string;
  fact: (typeof FACTS)[number];
}
export interface VerdictRequest {
  /** Number of the verdict, counted from 1. */
  verdict: number;
  as?: (typeof VERDICTS)[number];
  digits?: number;
}
export type RecordedRequest = ArmRequest | FactRequest | VerdictRequest;

/** Throws, saying what there is, on an unknown arm, metric, statistic or verdict. */
export function recorded(recording: Recording, request: RecordedRequest): string {
  if ('verdict' in request) return verdict(recording, request);
  if ('fact' in request) {
    if (!FACTS.includes(request.fact)) throw unknown(recording, 'fact', String(request.fact), FACTS);
    return formatCount(findArm(recording, request.arm)[request.fact]);
  }
  return statistic(recording, request);
}

function statistic(recording: Recording, request: ArmRequest): string {
  const { as = 'median', digits = 3 } = request;
  if (!STATISTICS.includes(as)) throw unknown(recording, 'as', String(as), STATISTICS);
  const arm = findArm(recording, request.arm);
  if (as === 'diverged') return `${arm.runs.filter((run) => run.ending === 'diverged').length} of ${arm.runs.length}`;
  if (as === 'seeds') return String(arm.runs.length);
  const values = valuesOf(recording, arm, request);
  if (as === 'share') {
    const { below = Infinity, above = -Infinity } = request;
    if (below === Infinity && above === -Infinity) throw new Error(`<Recorded experiment="${recording.experiment}" as="share"> needs below={…} or above={…}.`);
    return `${values.filter((value) => value < below && value > above).length} of ${values.length}`;
  }
  if (as === 'mean±sd') return `${formatNumber(mean(values), digits)} ± ${formatNumber(sampleStandardDeviation(values), digits)}`;
  if (as === 'quartiles') return `${formatNumber(quantile(values, 0.25), digits)} to ${formatNumber(quantile(values, 0.75), digits)}`;
  const compute = { median, mean, min, max, sd: sampleStandardDeviation }[as];
  if (request.over === undefined) return formatNumber(compute(values), digits);
  return formatNumber(compute(values) / compute(valuesOf(recording, findArm(recording, request.over), request)), digits);
}

function valuesOf(recording: Recording, arm: ArmRecording, request: ArmRequest): number[] {
  const at = request.at ?? 'final';
  if (at !== 'final' && at !== 'best') throw unknown(recording, 'at', String(at), ['final', 'best']);
  return arm.runs.map((run) => {
    const value = run[at][request.metric];
    if (value === undefined) throw unknown(recording, 'metric', request.metric, Object.keys(run[at]));
    // JSON has no infinity: a diverged run's value is null there.
    return value ?? (request.metric.endsWith('.accuracy') ? -Infinity : Infinity);
  });
}

function verdict(recording: Recording, request: VerdictRequest): string {
  const { as = 'agree', digits = 3 } = request;
  if (!VERDICTS.includes(as)) throw unknown(recording, 'as', String(as), VERDICTS);
  const judgement = recording.judgements[request.verdict - 1];
  if (!judgement)
    throw unknown(
      recording,
      'verdict',
      String(request.verdict),
      recording.judgements.map((_, index) => String(index + 1)),
    );
  const { agree, seeds, outcome, effect } = judgement;
  const finite = (value: number | null) => {
    if (value === null)
      throw new Error(
        `<Recorded experiment="${recording.experiment}" verdict={${request.verdict}} as="${as}">: the effect is not a finite number, because runs diverged.`,
      );
    return formatNumber(value, digits);
  };
  switch (as) {
    case 'agree':
      return `${agree} of ${seeds}`;
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

function findArm(recording: Recording, label: string): ArmRecording {
  const arm = recording.arms.find((candidate) => candidate.label === label);
  if (!arm)
    throw unknown(
      recording,
      'arm',
      label,
      recording.arms.map((candidate) => candidate.label),
    );
  return arm;
}

function unknown(recording: Recording, key: string, found: string, allowed: readonly string[]): Error {
  return new Error(`<Recorded experiment="${recording.experiment}">: ${key} "${found}" is not in the recording; there is: ${allowed.join(', ')}.`);
}
