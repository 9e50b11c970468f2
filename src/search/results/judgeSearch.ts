/**
 * Are the claims about a search borne out? Per seed, in which strategies and arms are paired: same data, same draws, same budget;
 * then over seeds, as for experiments (judge.ts). The effect is by how much what is claimed to be better is better, so that it is
 * above 0 where the claim holds, whether the metric is to be low or high.
 */
import { weighSeeds } from '../../experiments/verdicts/judge.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { chosenAtEqualBudget } from './equalBudget.ts';
import { nameOf } from '../names.ts';
import type { Search, SearchVerdict } from '../search.ts';
import type { SearchLog } from '../run/drive.ts';
import { bestOf } from '../run/trace.ts';
import { meanOf, type Trial } from '../run/trial.ts';

/** `logs`: every strategy with each of the seeds that are judged; of a tuned comparison, the one log. */
export function judgeSearch(search: Search, logs: readonly SearchLog[], kernel: Kernel): Judgement[] {
  return search.verdicts.map((verdict) => {
    const seeds = verdict.ranking ? rankings(search, verdict, verdict.ranking, logs) : choices(search, verdict, logs);
    return weighSeeds(verdict, seeds, ({ low }) => low > 0, quantityOf(search, verdict), kernel);
  });
}

interface Said {
  holds: boolean;
  effect: number;
}

function rankings(search: Search, { on }: SearchVerdict, names: readonly string[], logs: readonly SearchLog[]): Said[] {
  // Equal among those that are ranked: what others left unspent does not concern them.
  const ranked = logs.filter(({ strategy }) => names.includes(nameOf(strategy, search.strategies)));
  const scoreOf = search.strategies[0]!.name === 'tuned' ? armScores(logs[0]!, on, search) : strategyScores(search, ranked, on);
  const seeds = search.strategies[0]!.name === 'tuned' ? seedsOfTuned(logs[0]!) : [...new Set(logs.map(({ seed }) => seed))];
  return seeds.flatMap((seed) => {
    const scores = names.map((name) => scoreOf(name, seed));
    if (scores.some((score) => score === undefined)) return [];
    const known = scores as number[];
    return [{ holds: known.every((score, place) => place === 0 || score > known[place - 1]!), effect: difference(known.at(-1)!, known[0]!) }];
  });
}

function strategyScores(search: Search, logs: readonly SearchLog[], on: SearchVerdict['on']) {
  const chosen = chosenAtEqualBudget(search, logs);
  return (name: string, seed: number): number | undefined => {
    const log = logs.find((one) => one.seed === seed && nameOf(one.strategy, search.strategies) === name);
    const trial = log && chosen(log);
    return trial && scoreOf(search, trial, on);
  };
}

/** The trials of the comparison, which come last, have one value per seed. */
function armScores({ trials }: SearchLog, on: SearchVerdict['on'], search: Search) {
  return (arm: string, seed: number): number | undefined => {
    const compared = trials.findLast(({ proposal }) => proposal.arm === arm);
    const place = compared?.proposal.seeds?.indexOf(seed) ?? -1;
    const value = (on === 'test' ? compared?.tests : compared?.values)?.[place];
    return value === undefined ? undefined : lowerIsBetter(search, value);
  };
}

function seedsOfTuned({ trials }: SearchLog): readonly number[] {
  return trials.at(-1)?.proposal.seeds ?? [];
}

/** Whether the best of the trials has one of the values; and how far the best with them is ahead of the best without. */
function choices(search: Search, { chooses = {}, strategy }: SearchVerdict, logs: readonly SearchLog[]): Said[] {
  const own = logs.filter((log) => (strategy === undefined ? log.strategy === search.strategies[0] : nameOf(log.strategy, search.strategies) === strategy));
  const fits = ({ proposal }: Trial) =>
    Object.entries(chooses).every(([path, values]) => values.some((value) => JSON.stringify(value) === JSON.stringify(proposal.point[path])));
  return own.flatMap(({ trials }) => {
    const full = trials.filter(({ proposal }) => proposal.share === 1);
    const best = (some: readonly Trial[]) => some.reduce((least, { score }) => Math.min(least, score), Infinity);
    const [inside, outside] = [best(full.filter(fits)), best(full.filter((trial) => !fits(trial)))];
    return full.length === 0 ? [] : [{ holds: fits(bestOf(trials)!), effect: difference(outside, inside) }];
  });
}

function scoreOf(search: Search, trial: Trial, on: SearchVerdict['on']): number | undefined {
  if (on === 'found') return trial.score;
  return trial.tests && lowerIsBetter(search, meanOf(trial.tests));
}

function lowerIsBetter({ metric }: Search, value: number): number {
  return findMetric(metric).better === 'low' ? value : -value;
}

/** Two infinite scores do not differ. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function quantityOf({ metric, split }: Search, { ranking, on }: SearchVerdict): string {
  const score = `${on === 'test' && ranking ? 'test' : split} ${findMetric(metric).title}`;
  return ranking ? `advantage in ${score}` : `advantage over all other values in ${score}`;
}
