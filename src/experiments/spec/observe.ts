/** What the runs of an experiment report beyond the usual, because it asks for that, or because a verdict or a figure needs it. */
import { findEntry } from '../../nn/entry.ts';
import { needsOf } from './figureNeeds.ts';
import { CONFUSION, findMetric } from '../configuration/metrics.ts';
import type { ProbeSpec } from '../probes/probe.ts';
import { probes as catalog } from '../probes/index.ts';
import type { Observation } from '../train/observation.ts';
import { looksAtChance } from '../verdicts/looksAtChance.ts';
import type { Experiment } from './experiment.ts';

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
    ...(figures.some((name) => needsOf(name).mistakes) && { mistakes: true }),
    ...(figures.some((name) => needsOf(name).reliability) && { reliability: true }),
    ...(figures.some((name) => needsOf(name).reconstructions) && { reconstructions: true }),
    ...(history && { every: history.every }),
    ...(probes.length > 0 && { probes }),
    ...(verdicts.some(looksAtChance) && { chance: true }),
    ...(thresholds.length > 0 && { small: thresholds }),
  };
  return Object.keys(observation).length > 0 ? observation : undefined;
}

/** A probe that is written in the spec is read as it is written there, whatever a figure would choose. */
export function neededProbes({ probes = [], figures }: Pick<Experiment, 'probes' | 'figures'>): ProbeSpec[] {
  const needed = figures.flatMap((figure) => needsOf(figure).probes ?? []);
  const added = needed.filter(({ name }, index) => [...probes, ...needed.slice(0, index)].every((other) => other.name !== name));
  return [...probes, ...added.map(({ name, ...options }) => ({ ...defaultsOf(name), ...(options as Partial<ProbeSpec>), name }))];
}

function defaultsOf(name: string): Record<string, number | boolean> {
  const { options } = findEntry('probe', catalog, name);
  return Object.fromEntries(Object.entries(options).map(([key, option]) => [key, option.default]));
}
