/**
 * Are the claims about a search borne out? Per seed, in which strategies and arms are paired: same data, same draws, same budget;
 * then over seeds, by the rules for experiments (verdicts/decide.ts). The effect is by how much what is claimed to be better is better, so
 * that it is above 0 where the claim holds, whether the metric is to be low or high.
 */
import { toJudgement } from '../../experiments/verdicts/judge.ts';
import { resolveMatters } from '../../experiments/configuration/matters.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import { decide } from '../../experiments/verdicts/decide.ts';
import { decideOrder, difference } from '../../experiments/verdicts/ordered.ts';
import type { Stance } from '../../experiments/verdicts/side.ts';
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import { chosenAtEqualBudget } from './equalBudget.ts';
import { nameOf } from '../names.ts';
import type { Search, SearchVerdict } from '../search.ts';
import type { SearchLog } from '../run/drive.ts';
import { bestOf } from '../run/trace.ts';
import { meanOf, type Trial } from '../run/trial.ts';

/** `logs`: every strategy with each of the seeds that are judged; of a tuned comparison, the one log. */
export function judgeSearch(search: Search, logs: readonly SearchLog[]): Judgement[] {
  return search.verdicts.map((verdict) => {
    const quantity = quantityOf(search, verdict);
    const { inAtLeast } = verdict;
    if (verdict.ranking) {
      const seeds = rankings(search, verdict, verdict.ranking, logs);
      const matters = resolveMatters(verdict.matters ?? findMetric(search.metric).matters, [], seeds);
      return toJudgement(verdict, seeds.length, decideOrder(seeds, { matters, inAtLeast }), { quantity, matters });
    }
    const seeds = choices(search, verdict, logs);
    const stances = seeds.map(({ stance }) => stance);
    const effects = seeds.map(({ effect }) => effect);
    // A choice is a choice, however close: an advantage of nothing is on the side of what was chosen.
    const side = { above: 0, inclusive: true } as const;
    return toJudgement(verdict, seeds.length, decide(effects, { side, matters: 0, inAtLeast, stances }), { quantity });
  });
}

/** For each seed the scores of what is ranked, the lower the better, in the order claimed. */
function rankings(search: Search, { on }: SearchVerdict, names: readonly string[], logs: readonly SearchLog[]): number[][] {
  // Equal among those that are ranked: what others left unspent does not concern them.
  const ranked = logs.filter(({ strategy }) => names.includes(nameOf(strategy, search.strategies)));
  const scoreOf = search.strategies[0]!.name === 'tuned' ? armScores(logs[0]!, on, search) : strategyScores(search, ranked, on);
  const seeds = search.strategies[0]!.name === 'tuned' ? seedsOfTuned(logs[0]!) : [...new Set(logs.map(({ seed }) => seed))];
  return seeds.flatMap((seed) => {
    const scores = names.flatMap((name) => scoreOf(name, seed) ?? []);
    return scores.length === names.length ? [scores] : [];
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
function choices(search: Search, { chooses = {}, strategy }: SearchVerdict, logs: readonly SearchLog[]): { stance: Stance; effect: number }[] {
  const own = logs.filter((log) => (strategy === undefined ? log.strategy === search.strategies[0] : nameOf(log.strategy, search.strategies) === strategy));
  const fits = ({ proposal }: Trial) =>
    Object.entries(chooses).every(([path, values]) => values.some((value) => JSON.stringify(value) === JSON.stringify(proposal.point[path])));
  return own.flatMap(({ trials }) => {
    const full = trials.filter(({ proposal }) => proposal.share === 1);
    const best = (some: readonly Trial[]) => some.reduce((least, { score }) => Math.min(least, score), Infinity);
    const [inside, outside] = [best(full.filter(fits)), best(full.filter((trial) => !fits(trial)))];
    return full.length === 0 ? [] : [{ stance: fits(bestOf(trials)!) ? 'for' : 'against', effect: difference(outside, inside) }];
  });
}

function scoreOf(search: Search, trial: Trial, on: SearchVerdict['on']): number | undefined {
  if (on === 'found') return trial.score;
  return trial.tests && lowerIsBetter(search, meanOf(trial.tests));
}

function lowerIsBetter({ metric }: Search, value: number): number {
  return findMetric(metric).better === 'low' ? value : -value;
}

function quantityOf({ metric, split }: Search, { ranking, on }: SearchVerdict): string {
  const score = `${on === 'test' && ranking ? 'test' : split} ${findMetric(metric).title}`;
  return ranking ? `advantage in ${score}` : `advantage over all other values in ${score}`;
}
