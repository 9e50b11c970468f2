import type { IslandState } from './islandState.ts';

/** Take away what was said of the last run: another one begins, or the recorded result comes back. */
export function forgetRun(state: IslandState): void {
  state.report.value = [];
  state.result.value = undefined;
  state.failure.value = undefined;
  state.offer.value = undefined;
  state.moment.value = undefined;
}
