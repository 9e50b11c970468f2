import { lines } from '../python/literal.ts';

/** The body of an Optuna objective: the mean of `score`, a Python expression, over the seeds; a trial that falls behind is given up between them. */
export function prunedMeanCode(score: string): string {
  return lines(
    '    values = []',
    '    for count, seed in enumerate(SEEDS):',
    `        values.append(${score})`,
    '        trial.report(float(np.mean(values)), count)',
    '        if trial.should_prune():',
    '            raise optuna.TrialPruned()',
    '    return float(np.mean(values))',
  );
}
