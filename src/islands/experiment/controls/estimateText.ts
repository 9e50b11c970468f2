import type { IslandState } from '../state/islandState.ts';
import { paces } from '../trial/pace.ts';

/** Seconds from which the reader is told how long it will be. */
const LONG = 3;

/** "about 12 s on one core", where that is long. */
export function estimateText(state: IslandState): string[] {
  const pace = paces.value[state.engine.value];
  const seconds = (pace ?? 0) * state.secondsPerSeed.value * state.seeds.value;
  return seconds < LONG ? [] : [`about ${durationText(seconds)} on one core`];
}

/** To two digits at most: an estimate is not better. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${Number(seconds.toPrecision(seconds < 10 ? 1 : 2))} s`;
  const minutes = seconds / 60;
  if (minutes < 90) return `${Math.round(minutes)} min`;
  return `${Number((minutes / 60).toPrecision(2))} h`;
}
