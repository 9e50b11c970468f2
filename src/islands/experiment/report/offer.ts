import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import type { Offer } from '../state/islandState.ts';

/** What can stand in for data that a run found missing. */
export function offerOf({ configuration: { dataset } }: Experiment, results: readonly RunResult[]): Offer | undefined {
  const name = results.map(({ ending }) => (ending.state === 'failed' ? ending.missing?.offer : undefined)).find((offer) => offer !== undefined);
  if (name === undefined) return undefined;
  const examples = 'examples' in dataset ? dataset['examples'] : undefined;
  return { name, examples: typeof examples === 'number' ? examples : undefined };
}
