import { readFrom } from '../../../faults/askFor.ts';
import type { Recording } from '../../../experiments/record/recording.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Observation } from '../../../experiments/train/observation.ts';
import type { RecordingContext } from '../../../figures/data/adapter.ts';
import type { Publication } from './publication.ts';

/** What the page /experiments/<id>.json holds. */
export interface IslandData {
  experiment: Experiment;
  /** What its runs report beyond the usual (observe.ts). */
  observe?: Observation | undefined;
  recording: Recording;
  context: RecordingContext;
  publication: Publication;
}

/** Rejects with a Fault where they do not come. */
export function fetchIslandData(url: string): Promise<IslandData> {
  return readFrom(url, (response) => response.json() as Promise<IslandData>);
}
