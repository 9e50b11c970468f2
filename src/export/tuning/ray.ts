/** A search over the experiment's axes and learning rates by Ray Tune; runs are those of the PyTorch program. */
import type { Purpose } from '../exportProgram.ts';
import { lines, literal } from '../python/literal.ts';
import { objectiveOf } from './objective.ts';

export const ray: Purpose = {
  name: 'ray',
  remarks: ['the search is Ray Tune’s (random, in parallel); it picks one label per axis and a learning rate.'],
  cells(plan, experiment) {
    const { code, direction, rates } = objectiveOf(plan, experiment);
    const mode = direction === 'minimize' ? 'min' : 'max';
    return [
      { code: 'from ray import tune' },
      { code },
      {
        code: lines(
          'def objective(config):',
          '    label = label_of(config)',
          '    arm = dict(ARMS[label])',
          rates && '    arm["learning_rate"] = config["learning rate"]',
          '    return {"score": float(np.mean([score(*train(arm, load(label, seed), seed)) for seed in SEEDS]))}',
        ),
      },
      {
        code: lines(
          'if __name__ == "__main__":',
          '    space = {name: tune.choice(labels) for name, labels in AXES.items()}',
          rates && '    space["learning rate"] = tune.loguniform(*RATES)',
          `    config = tune.TuneConfig(metric="score", mode=${literal(mode)}, num_samples=100)`,
          '    best = tune.Tuner(objective, param_space=space, tune_config=config).fit().get_best_result()',
          '    print(best.metrics["score"], best.config)',
        ),
      },
    ];
  },
};
