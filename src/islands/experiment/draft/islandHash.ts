import { encodeHash } from '../../../experiments/change/share.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { IslandState } from '../state/islandState.ts';
import { shareable, type Version } from './version.ts';

/** What the reader has changed, as the hash of a link. The seed and the engine are in it where they are not the usual ones. */
export function islandHash(published: Experiment, version: Version, { firstSeed, engine }: IslandState): string {
  return encodeHash(published, shareable(published, version), {
    ...(firstSeed.value !== 1 && { seed: firstSeed.value }),
    ...(engine.value !== 'fused' && { engine: engine.value }),
  });
}
