/** What experiments train with, and what recorded searches chose for it. */
import { openLibrary } from '../../src/cli/library/library.ts';
import type { Configuration } from '../../src/experiments/configuration/configuration.ts';
import { armsOf } from '../../src/experiments/spec/armsOf.ts';

export const { experiment, searches } = openLibrary();

/** What the search chose for one of its arms: the last trial of it, the one at the seeds of the comparison. `dimension`: of its space, in order. */
export function chosen(id: string, arm: string, dimension = 0): unknown {
  const [log] = searches.recording(id).logs;
  return log!.points[log!.arms!.lastIndexOf(arm)]![dimension];
}

export function searched(id: string, arm: string): Configuration {
  return armsOf(searches.spec(id), []).find(({ label }) => label === arm)!.configuration;
}

export function trained(id: string, arm: string): Configuration {
  return experiment(id).arms.find(({ label }) => label === arm)!.configuration;
}
