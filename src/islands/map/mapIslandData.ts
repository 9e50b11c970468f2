import type { Mapped } from '../../experiments/maps/cells.ts';
import type { MapRecording } from '../../experiments/maps/mapRecording.ts';

/** What the page /maps/<id>.json holds. */
export interface MapIslandData {
  experiment: Mapped;
  recording: MapRecording;
}

/** Throws, saying what the server answered, if the page has no such data. */
export async function fetchMapData(url: string): Promise<MapIslandData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${response.statusText}.`);
  return (await response.json()) as MapIslandData;
}
