/** `map` as it is written, from a file to an explicit one, checked cell by cell, and back. */
import { formatFound, formatPath, type Path } from '../../schema/problem.ts';
import type { Located } from '../../schema/zodProblems.ts';
import { MOST_RUNS } from '../configuration/limits.ts';
import { findSetting } from '../settings/settings.ts';
import { parseAxes, writeAxes } from './comparison.ts';
import type { Experiment } from './experiment.ts';
import { MOST_CONDITIONS, type ClaimMap, type WrittenMap } from './map.ts';
import { cellExperiment, combinationsOf } from './mapCells.ts';

/** `experiment` is in order. Adds what is wrong to `problems`. */
export function parseMap(written: WrittenMap, experiment: Experiment, problems: Located[]): ClaimMap {
  const at: Path = ['map'];
  const { sentence, ...rest } = written;
  const map = { ...rest, ...(sentence !== undefined && { sentence }), over: parseAxes(written.over, problems, [...at, 'over']) };
  if (problems.length === 0) problems.push(...mapProblems(map, experiment, at));
  return map;
}

/** The value of `map` that parses to this one. */
export function writeMap({ over, ...map }: ClaimMap): WrittenMap {
  return { ...map, over: writeAxes(over) };
}

/** Why this map cannot be made of the experiment. `prefix`: where the map stands. */
export function mapProblems(map: ClaimMap, experiment: Experiment, prefix: Path = []): Located[] {
  const problems: Located[] = [];
  const report = (at: Path, found: string, allowed: string) => {
    const whole = [...prefix, ...at];
    problems.push({ at: whole, path: formatPath(whole), found, allowed });
  };
  const verdict = experiment.verdicts[map.claim - 1];
  if (!verdict) {
    report(['claim'], String(map.claim), `the number of one of the experiment’s verdicts, of which there are ${experiment.verdicts.length}`);
    return problems;
  }
  if (map.over.length < 1 || map.over.length > MOST_CONDITIONS) report(['over'], `${map.over.length} conditions`, `one or ${MOST_CONDITIONS}`);
  for (const { name, values } of map.over) {
    for (const path of new Set(values.flatMap(({ set }) => Object.keys(set)))) {
      const by = findSetting(experiment, path)?.comparedBy;
      if (by !== undefined) report(['over', name], path, `a setting that is not compared; this one is set by the axis ${formatFound(by)}`);
    }
  }
  if (problems.length > 0) return problems;
  let runs = 0;
  for (const { labels, settings } of combinationsOf(map.over)) {
    const cell = cellExperiment(experiment, verdict, settings);
    if ('problems' in cell) {
      const [first] = cell.problems;
      report(['over'], `${labels.join(' × ')}, where ${first?.path ?? 'a setting'} is ${first?.found ?? 'wrong'}`, first?.allowed ?? 'values that go together');
      return problems;
    }
    runs += cell.arms.length * map.seeds;
  }
  if (runs > MOST_RUNS) report([], `${runs} runs`, `at most ${MOST_RUNS}: cells times arms times seeds`);
  return problems;
}
