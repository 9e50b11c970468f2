/** A search over the experiment's axes and learning rates by Optuna; runs are those of the PyTorch program. */
import type { Purpose } from '../exportProgram.ts';
import { lines, literal } from '../python/literal.ts';
import { objectiveOf } from './objective.ts';
import { prunedMeanCode } from './prunedMean.ts';

export const optuna: Purpose = {
  name: 'optuna',
  remarks: ['the search is Optuna’s (TPE, with pruning between seeds); it picks one label per axis and a learning rate.'],
  cells(plan, experiment) {
    const { code, direction, rates } = objectiveOf(plan, experiment);
    return [
      { code: 'import optuna' },
      { code },
      {
        code: lines(
          'def objective(trial):',
          '    label = label_of({name: trial.suggest_categorical(name, labels) for name, labels in AXES.items()})',
          '    arm = dict(ARMS[label])',
          rates && '    arm["learning_rate"] = trial.suggest_float("learning rate", *RATES, log=True)',
          prunedMeanCode('score(*train(arm, load(label, seed), seed))'),
        ),
      },
      {
        code: lines(
          'if __name__ == "__main__":',
          `    study = optuna.create_study(direction=${literal(direction)}, sampler=optuna.samplers.TPESampler(seed=1))`,
          '    study.optimize(objective, n_trials=100)',
          '    print(study.best_value, study.best_params)',
        ),
      },
    ];
  },
};
