import type { Recording } from '../experiments/recording.ts';
import type { Experiment } from '../experiments/types.ts';
import type { Context } from '../figures/adapter.ts';

/** What the page /experiments/<id>.json holds. */
export interface IslandData {
  experiment: Experiment;
  recording: Recording;
  context: Context;
}
