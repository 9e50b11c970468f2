/** The address that carries what the reader has changed. */
import { encodeHash } from '../experiments/share.ts';
import type { Experiment } from '../experiments/types.ts';
import type { IslandState } from './islandState.ts';
import { shareable, type Version } from './version.ts';

/** The reader's version as a hash. The seed and the engine are in it where they are not the usual ones. */
export function islandHash(published: Experiment, version: Version, { firstSeed, engine }: IslandState): string {
  return encodeHash(published, shareable(published, version), {
    ...(firstSeed.value !== 1 && { seed: firstSeed.value }),
    ...(engine.value !== 'fused' && { engine: engine.value }),
  });
}

/** Of this page. */
export function islandLink(published: Experiment, version: Version, state: IslandState): string {
  return `${location.origin}${location.pathname}${islandHash(published, version, state)}`;
}
