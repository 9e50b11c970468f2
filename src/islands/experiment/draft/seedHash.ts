import { linkHash, type RunState } from '../../../experiments/change/linkHash.ts';
import type { IslandState } from '../state/islandState.ts';

/** A link to the published experiment, with the reader's seed and engine where they are not the usual ones. */
export function seedHash(id: string, state: IslandState): string {
  return linkHash(id, [], runState(state));
}

export function runState({ firstSeed, engine }: IslandState): RunState {
  return { ...(firstSeed.value !== 1 && { seed: firstSeed.value }), ...(engine.value !== 'fused' && { engine: engine.value }) };
}
