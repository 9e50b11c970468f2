import type { Mapped } from '../../experiments/maps/cells.ts';
import type { MapRecording } from '../../experiments/maps/mapRecording.ts';
import { readFrom } from '../../faults/askFor.ts';

/** What the page /maps/<id>.json holds. */
export interface MapIslandData {
  experiment: Mapped;
  recording: MapRecording;
}

/** Rejects with a Fault where they do not come. */
export function fetchMapData(url: string): Promise<MapIslandData> {
  return readFrom(url, (response) => response.json() as Promise<MapIslandData>);
}
