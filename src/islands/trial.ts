/** One press of Run: what is run, and what has come of it so far, as the figures and the report need it. */
import { armSize } from '../experiments/armSize.ts';
import { arms as armsOf, expand } from '../experiments/expand.ts';
import type { EngineName } from '../engines/engine.ts';
import type { Experiment, Run } from '../experiments/types.ts';
import { fromRuns } from '../figures/adapter.ts';
import type { FigureData } from '../figures/figureData.ts';
import type { IslandData } from './islandData.ts';
import { LiveRuns } from './liveRuns.ts';
import { ownContext } from './ownContext.ts';
import type { Version } from './version.ts';

export interface Trial {
  experiment: Experiment;
  /** Whether it differs from the published one. */
  modified: boolean;
  engine: EngineName;
  seeds: number[];
  runs: Run[];
  /** Updates in all runs. */
  total: number;
  live: LiveRuns;
  /** What the figures show of the runs as they are now. */
  figureData(): FigureData;
}

export function openTrial({ experiment: published, context }: IslandData, version: Version, engine: EngineName, seeds: number[]): Trial {
  const { experiment, own } = version;
  const runs = expand(experiment, seeds);
  const arms = armsOf(experiment);
  const facts = new Map(arms.map((arm) => [arm.label, armSize(arm.configuration)]));
  const live = new LiveRuns(runs);
  const sameData = !own && JSON.stringify(experiment.configuration.dataset) === JSON.stringify(published.configuration.dataset);
  const shown = own ? ownContext(own.data) : sameData ? context : {};
  return {
    experiment,
    modified: experiment !== published,
    engine,
    seeds,
    runs,
    total: runs.reduce((sum, { arm }) => sum + (facts.get(arm.label)?.updates ?? 0), 0),
    live,
    figureData: () => fromRuns(experiment, arms, live.gather(), facts, shown),
  };
}
