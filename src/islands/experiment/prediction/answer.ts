/** What came of what was predicted, in the recording or in a run of the reader's. */
import { worst } from '../../../experiments/configuration/metrics.ts';
import type { Recording } from '../../../experiments/record/recording.ts';
import { summarize } from '../../../experiments/train/summary.ts';
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import type { RunResult } from '../../../experiments/train/result.ts';
import { FEWEST_SEEDS } from '../../../statistics/medianInterval.ts';
import { describeCount, type Outcome } from '../../../words/verdictText.ts';
import { FAILS, HOLDS, NO_DIFFERENCE, type Question } from './question.ts';

export interface Answer {
  /** One of the question's choices; '' where the seeds bear out none. */
  choice: string;
  /** What was seen, in a sentence. */
  text: string;
}

/** Undefined where nothing can be said: no seed is complete. */
export function recordedAnswer(question: Question, { arms, judgements }: Pick<Recording, 'arms' | 'judgements'>): Answer | undefined {
  const { contest } = question;
  if (!contest) return claimAnswer(question, judgements[question.verdict]);
  const { split, metric, at } = contest.verdict;
  const runs = new Map(arms.flatMap(({ label, runs: own }) => own.map((run) => [`${run.seed} ${label}`, run])));
  const seeds = [...new Set(arms.flatMap((arm) => arm.runs.map(({ seed }) => seed)))];
  return contestAnswer(question, judgements[0]?.matters, seeds, (arm, seed) => {
    const run = runs.get(`${seed} ${arm}`);
    if (!run) return undefined;
    return run.ending === 'diverged' ? worst(metric) : (run[at === 'best' ? 'best' : 'final'][`${split}.${metric}`] ?? undefined);
  });
}

export function liveAnswer(question: Question, results: readonly RunResult[], judgements: readonly Judgement[]): Answer | undefined {
  const { contest } = question;
  if (!contest) return claimAnswer(question, judgements[0]);
  const { split, metric, at } = contest.verdict;
  const runs = new Map(results.map((result) => [`${result.seed} ${result.arm}`, result]));
  const seeds = [...new Set(results.map(({ seed }) => seed))];
  return contestAnswer(question, judgements[0]?.matters, seeds, (arm, seed) => {
    const result = runs.get(`${seed} ${arm}`);
    return result && summarize(result, split, metric, at);
  });
}

function claimAnswer({ right }: Question, judgement: Judgement | undefined): Answer | undefined {
  if (!judgement || judgement.seeds === 0) return undefined;
  const { claim, agree, seeds } = judgement;
  const seen = seenOutcome(judgement);
  if (right) return { choice: right[seen] ?? '', text: `“${claim}” is ${describeCount({ agree, seeds })}.` };
  return { choice: seen === 'holds' ? HOLDS : FAILS, text: `It held in ${counted(agree, seeds)}.` };
}

/** Of a handful of seeds nothing is inferred: it is counted. */
function seenOutcome({ outcome, agree, against, seeds }: Judgement): Outcome {
  if (seeds >= FEWEST_SEEDS) return outcome;
  return agree === seeds ? 'holds' : against === seeds ? 'reversed' : outcome;
}

/** `matters`: the smallest difference that does; where the claim is that there is none, its margin. */
function contestAnswer(
  question: Question,
  matters: number | undefined,
  seeds: readonly number[],
  valueOf: (arm: string, seed: number) => number | undefined,
): Answer | undefined {
  const { arms, better } = question.contest!;
  const margin = matters ?? question.contest!.margin;
  const sign = better === 'low' ? 1 : -1;
  const wins = new Map<string, number>();
  let complete = 0;
  for (const seed of seeds) {
    const ranked = Object.entries(arms)
      .map(([choice, arm]) => ({ choice, value: valueOf(arm, seed) }))
      .sort((a, b) => sign * ((a.value ?? NaN) - (b.value ?? NaN)));
    if (ranked.some(({ value }) => value === undefined)) continue;
    complete++;
    const [first, second] = ranked;
    // Equal values, two infinite ones among them, have no winner.
    const isWon = first && (!second || (first.value !== second.value && Math.abs(second.value! - first.value!) >= margin));
    if (isWon) wins.set(first.choice, (wins.get(first.choice) ?? 0) + 1);
  }
  if (complete === 0) return undefined;
  const [leader, count] = [...wins].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  // Counts, not shares, as in judge.ts.
  const isClear = count >= Math.ceil(question.inAtLeast * complete - 1e-9);
  const text =
    count === 0 ? `None was ahead in any of ${complete} seeds.` : `${leader} was ahead in ${counted(count, complete)}${isClear ? '' : ', too few to call it'}.`;
  return { choice: isClear ? leader : NO_DIFFERENCE, text };
}

function counted(count: number, seeds: number): string {
  return `${count} of ${seeds} ${seeds === 1 ? 'seed' : 'seeds'}`;
}
