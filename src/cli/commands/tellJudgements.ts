/** What `lab record` says of what came out. */
import type { Judgement } from '../../experiments/verdicts/verdict.ts';
import { describeJudgement } from '../output/judgementText.ts';

/** A line, and one for each claim. Returns how many claims were not judged as expected. */
export function tell(line: string, judgements: readonly Judgement[]): number {
  console.log(line);
  for (const judgement of judgements) console.log(`  ${describeJudgement(judgement)}`);
  return judgements.filter(({ outcome, expected }) => outcome !== expected).length;
}
