import { encodeHash } from '../../../experiments/change/share.ts';
import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { IslandState } from '../state/islandState.ts';
import { runState } from './seedHash.ts';
import { shareable, type Version } from './version.ts';

/** What the reader has changed, as the hash of a link. */
export function islandHash(published: Experiment, version: Version, state: IslandState): string {
  return encodeHash(published, shareable(published, version), runState(state));
}
