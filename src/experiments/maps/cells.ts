/** The cells of an experiment's map, ready to be trained, shown and linked. */
import { changeExperiment } from '../change/change.ts';
import { encodeHash } from '../change/share.ts';
import { findSetting } from '../settings/settings.ts';
import type { Experiment } from '../spec/experiment.ts';
import type { ClaimMap } from '../spec/map.ts';
import { cellExperiment, combinationsOf, type Combination } from '../spec/mapCells.ts';
import type { Verdict } from '../verdicts/verdict.ts';

export interface Cell extends Combination {
  /** What is trained in it. */
  experiment: Experiment;
}

/** An experiment that has a map. */
export interface Mapped extends Experiment {
  map: ClaimMap;
}

export function isMapped(experiment: Experiment): experiment is Mapped {
  return experiment.map !== undefined;
}

/** The claim that the map is about. */
export function claimOf({ verdicts, map }: Mapped): Verdict {
  const verdict = verdicts[map.claim - 1];
  if (!verdict) throw new Error(`A map is about one of the experiment’s verdicts; there is no verdict ${map.claim}.`);
  return verdict;
}

/** Row by row. Throws if the map was not checked (parseMap.ts). */
export function cellsOf(experiment: Mapped): Cell[] {
  return combinationsOf(experiment.map.over).map((combination) => {
    const cell = cellExperiment(experiment, claimOf(experiment), combination.settings);
    if ('problems' in cell) throw new Error(`The cell ${combination.labels.join(', ')} of a map cannot be run.`);
    return { ...combination, experiment: cell };
  });
}

/** A cell as a link to the experiment with its settings. */
export function cellHash(experiment: Experiment, { settings }: Combination): string {
  const changed = changeExperiment(
    experiment,
    Object.entries(settings).map(([path, value]) => ({ path, value })),
  );
  if ('problems' in changed) throw new Error(`${experiment.id} cannot take the settings of a cell of its map.`);
  return encodeHash(experiment, changed.experiment);
}

/** The conditions by the names that controls use: "batch size". */
export function conditionTitles({ map, ...experiment }: Mapped): string[] {
  return map.over.map(({ name }) => findSetting(experiment, name)?.label ?? name);
}
