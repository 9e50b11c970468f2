/** What a run reports beyond the usual metrics at the usual points. Observing never changes what is computed. */
import type { Choice } from '../../nn/entry.ts';
import { needsOf } from './figureNeeds.ts';
import { CONFUSION, findMetric } from '../configuration/metrics.ts';
import { neededProbes } from './neededProbes.ts';
import type { Experiment } from '../types.ts';

/** A probe by name, with its options. */
export type ProbeSpec = Choice;

export interface Observation {
  /** Names of metrics, besides those that are always reported. */
  metrics?: string[];
  /** Whether the result carries confusion matrices. */
  confusion?: boolean;
  /** Updates from point to point of the history. Defaults to an epoch. */
  every?: number;
  probes?: ProbeSpec[];
  /** Whether the result carries the loss of chance. */
  chance?: boolean;
  /** Sizes below which weights are counted as small. */
  small?: number[];
}

/** What an experiment asks for, and what its verdicts and figures need; undefined if that is nothing. */
export function observationOf(experiment: Experiment): Observation | undefined {
  const { metrics = [], verdicts, show, history, figures } = experiment;
  const probes = neededProbes(experiment);
  const wanted = [...metrics, ...verdicts.map(({ metric }) => metric), show.metric];
  const asked = [...new Set(wanted)].filter((name) => name !== CONFUSION && findMetric(name).onRequest === true);
  const thresholds = [...new Set(verdicts.flatMap(({ sparsity }) => sparsity?.threshold ?? []))];
  const observation: Observation = {
    ...(asked.length > 0 && { metrics: asked }),
    ...((metrics.includes(CONFUSION) || figures.some((name) => needsOf(name).confusion)) && { confusion: true }),
    ...(history && { every: history.every }),
    ...(probes.length > 0 && { probes }),
    ...(verdicts.some(({ stuck, learns }) => stuck ?? learns) && { chance: true }),
    ...(thresholds.length > 0 && { small: thresholds }),
  };
  return Object.keys(observation).length > 0 ? observation : undefined;
}
