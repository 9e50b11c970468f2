/** The map of a published experiment with what was recorded of it. Anything missing or stale stops the build. */
import { isMapped, type Mapped } from '../experiments/maps/cells.ts';
import { checkMapRecording, mapHash, originOfMap, type MapRecording } from '../experiments/maps/mapRecording.ts';
import { recordedKernel } from './kernelFile.ts';
import { published, publishedIds } from './published.ts';
import { usableRecording } from './usableRecording.ts';

export interface PublishedMap {
  experiment: Mapped;
  recording: MapRecording;
}

const recordings = import.meta.glob<string>('/content/recordings/maps/*.json', { query: '?raw', import: 'default', eager: true });

/** Throws if the experiment has no map, or no recording that fits it. */
export async function publishedMap(id: string): Promise<PublishedMap> {
  const { experiment } = await published(id);
  if (!isMapped(experiment)) throw new Error(`The experiment "${id}" has no map: content/experiments/${id}.yaml says nothing under "map".`);
  const file = `content/recordings/maps/${id}.json`;
  const recording = usableRecording({
    ...{ what: 'map of experiment', file, text: recordings[`/${file}`], check: checkMapRecording, originOf: originOfMap },
    now: { id, spec: mapHash(experiment), kernel: await recordedKernel() },
  } as const);
  return { experiment, recording };
}

/** Ids of the published experiments that have a map. */
export async function mappedIds(): Promise<string[]> {
  const all = await Promise.all(publishedIds.map(published));
  return all.flatMap(({ experiment }) => (isMapped(experiment) ? [experiment.id] : []));
}
