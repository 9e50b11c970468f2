/** The probes of an experiment: those that it asks for, with what its figures need beyond that. */
import { findEntry } from '../../nn/entry.ts';
import { needsOf } from './figureNeeds.ts';
import type { ProbeSpec } from './observation.ts';
import { probes as catalog } from '../probes/index.ts';
import type { Experiment } from '../types.ts';

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
