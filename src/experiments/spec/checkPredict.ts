/** The question that the author asks before the result is shown: does it have an answer among its options? */
import { formatFound, type Path } from '../../schema/problem.ts';
import type { Predict } from './experiment.ts';

export function checkPredict({ options, answer }: Predict, verdicts: number, report: (at: Path, found: string, allowed: string) => void): void {
  const { verdict, ...right } = answer;
  if (verdict > verdicts) {
    report(['predict', 'answer', 'verdict'], String(verdict), verdicts === 0 ? 'an experiment with a verdict' : `the number of a verdict, at most ${verdicts}`);
  }
  for (const [outcome, option] of Object.entries(right)) {
    if (!options.includes(option)) report(['predict', 'answer', outcome], formatFound(option), `one of the options: ${options.join(', ')}`);
  }
  if (Object.keys(right).length === 0) report(['predict', 'answer'], 'no outcome', 'at least one, for example "holds: …"');
}
