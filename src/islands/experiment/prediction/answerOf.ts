import type { Experiment } from '../../../experiments/spec/experiment.ts';
import type { Judgement } from '../../../experiments/verdicts/verdict.ts';
import type { Trial } from '../trial/trial.ts';
import { liveAnswer } from './answer.ts';
import type { LiveAnswer } from './liveAnswers.ts';
import { questionOf } from './question.ts';

/** What a trial answers to the question about the published experiment; undefined where it has no answer to it. */
export function answerOf(published: Experiment, { results, modified }: Trial, judged: readonly Judgement[]): LiveAnswer | undefined {
  const question = questionOf(published);
  if (!question) return undefined;
  // A changed experiment may have lost the verdict that the question is about.
  const { claim } = published.verdicts[question.verdict]!;
  const judgements = judged.filter((judgement) => judgement.claim === claim);
  const answer = liveAnswer(
    question,
    results.filter((result) => result !== undefined),
    judgements,
  );
  return answer && { ...answer, modified };
}
