/** How many seeds a reader can run, and how many More seeds leads to. */
import { MOST_RUNS } from '../../../experiments/configuration/limits.ts';

/** More seeds goes up these steps. */
const STEPS = [1, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
/** More seeds stops here, or at the recording's number: an interval hardly gets narrower. */
const ENOUGH = 100;

/** `recorded`: seeds of the recording. */
export function seedChoices(arms: number, recorded: number): number[] {
  const most = mostSeeds(arms);
  return [...new Set([...STEPS, recorded])].filter((count) => count <= most).sort((a, b) => a - b);
}

/** The number of seeds that comes after `present`; undefined if there are enough. At least five: fewer say nothing. */
export function moreSeeds(present: number, arms: number, recorded: number): number | undefined {
  const most = Math.min(mostSeeds(arms), Math.max(ENOUGH, recorded));
  const wanted = [...new Set([...STEPS.filter((count) => count >= 5), recorded])].sort((a, b) => a - b).find((count) => count > present);
  const next = Math.min(wanted ?? most, most);
  return next > present ? next : undefined;
}

function mostSeeds(arms: number): number {
  return Math.max(1, Math.floor(MOST_RUNS / arms));
}
