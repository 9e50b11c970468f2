import type { Recording } from '../../../experiments/record/recording.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { RecordingContext } from '../../../figures/data/adapter.ts';
import type { Publication } from './publication.ts';

/** What the page /experiments/<id>.json holds. */
export interface IslandData {
  experiment: Experiment;
  recording: Recording;
  context: RecordingContext;
  publication: Publication;
}

/** Throws, saying what the server answered, if the page has no such data. */
export async function fetchIslandData(url: string): Promise<IslandData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${response.statusText}.`);
  return (await response.json()) as IslandData;
}
