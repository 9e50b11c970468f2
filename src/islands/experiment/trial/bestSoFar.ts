import { quantityName } from '../../../figures/data/figureData.ts';
import { rankArms, type Ranking } from './bestArms.ts';
import type { BestSoFar } from '../state/islandState.ts';

/** With fewer arms the figures show them all. */
const FEWEST_ARMS = 25;

/** What a sweep has found so far; undefined before the first run of it is done, or where a glance at the figures says it. */
export function bestSoFar(trial: Ranking): BestSoFar | undefined {
  if (trial.arms.length < FEWEST_ARMS) return undefined;
  const [best] = rankArms(trial);
  const { split, metric } = trial.experiment.show;
  return best && { arm: best.arm.label, quantity: `final ${quantityName(split, metric)}`, value: best.value, seeds: best.seeds };
}
