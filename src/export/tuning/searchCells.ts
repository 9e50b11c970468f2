/** A published search as a script for Optuna or Ray Tune: the same space, score and number of trials; how it searches is the library's. */
import { budgetKind } from '../../experiments/configuration/budget.ts';
import { findMetric } from '../../experiments/configuration/metrics.ts';
import type { Search } from '../../search/search.ts';
import { lines, literal } from '../python/literal.ts';
import type { Cell } from '../python/cells.ts';
import { prunedMeanCode } from './prunedMean.ts';
import { runScoreCode } from './runScore.ts';

export const SEARCH_TARGETS = ['optuna', 'ray'] as const;
export type SearchTarget = (typeof SEARCH_TARGETS)[number];

export const LIBRARIES: Record<SearchTarget, { title: string; remark: string }> = {
  optuna: { title: 'Optuna', remark: 'the search is Optuna’s (TPE, with pruning between seeds), not one of the strategies of the site.' },
  ray: { title: 'Ray Tune', remark: 'the search is Ray Tune’s (random, in parallel), not one of the strategies of the site.' },
};

/** `trials`: in full. */
export function searchCells(search: Search, target: SearchTarget, trials: number): Cell[] {
  const direction = findMetric(search.metric).better === 'low' ? 'minimize' : 'maximize';
  return [
    { code: target === 'optuna' ? 'import optuna' : 'from ray import tune' },
    { code: lines(`METRIC, SPLIT = ${literal(search.metric)}, ${literal(search.split)}`, '', '', runScoreCode(direction, search.at)) },
    { code: SET },
    { code: lines(updatesCode(search), '', '', candidateCode(search)) },
    ...(target === 'optuna' ? optunaCells(direction, trials) : rayCells(direction, trials)),
  ];
}

const SET = `def arm_of(label, choices):
    """The arm with what each choice sets, in the order of the space."""
    arm = dict(ARMS[label])
    for name, entry in SPACE.items():
        value = choices[name]
        arm.update(entry["choices"][value] if "choices" in entry else entry["sets"](value))
    return arm`;

/** What a budget comes to depends on the batch size, which may be searched. */
function updatesCode({ configuration }: Search): string {
  const updates = {
    updates: '    return arm["updates"]',
    epochs: '    return arm["epochs"] * math.ceil(examples / arm["batch_size"])',
    examples: lines(
      '    epochs, rest = divmod(arm["examples"], examples)',
      '    return epochs * math.ceil(examples / arm["batch_size"]) + math.ceil(rest / arm["batch_size"])',
    ),
  };
  return lines('def updates_of(arm, examples):', updates[budgetKind(configuration.training)]);
}

function candidateCode({ folds }: Search): string {
  return lines(
    'def candidate(label, choices, seed):',
    folds === undefined ? '    """The score of a setting with one seed."""' : '    """The mean score of a setting over the folds, with one seed."""',
    '    arm, values = arm_of(label, choices), []',
    folds === undefined ? '    for part in [label]:' : `    for part in [f"{label}, fold {fold}" for fold in range(1, ${folds} + 1)]:`,
    '        run = load(part, seed)',
    '        updates = updates_of(arm, len(run["splits"]["train"][0]))',
    '        values.append(score(*train(dict(arm, updates=updates), run, seed)))',
    '    return float(np.mean(values))',
  );
}

function optunaCells(direction: string, trials: number): Cell[] {
  return [
    {
      code: lines(
        'def suggest(trial, name, entry):',
        '    if "choices" in entry:',
        '        return trial.suggest_categorical(name, list(entry["choices"]))',
        '    number = trial.suggest_int if entry["integer"] else trial.suggest_float',
        '    return number(name, entry["low"], entry["high"], log=entry["log"])',
        '',
        '',
        'def objective(trial, label):',
        '    choices = {name: suggest(trial, name, entry) for name, entry in SPACE.items()}',
        prunedMeanCode('candidate(label, choices, seed)'),
      ),
    },
    {
      code: lines(
        'if __name__ == "__main__":',
        '    for label in ARMS:',
        `        study = optuna.create_study(direction=${literal(direction)}, sampler=optuna.samplers.TPESampler(seed=1))`,
        `        study.optimize(lambda trial: objective(trial, label), n_trials=${trials})`,
        '        print(label, study.best_value, study.best_params)',
      ),
    },
  ];
}

function rayCells(direction: string, trials: number): Cell[] {
  return [
    {
      code: lines(
        'def sampled(entry):',
        '    if "choices" in entry:',
        '        return tune.choice(list(entry["choices"]))',
        '    low, high = entry["low"], entry["high"]',
        '    if entry["integer"]:',
        '        return (tune.lograndint if entry["log"] else tune.randint)(low, high + 1)',
        '    return (tune.loguniform if entry["log"] else tune.uniform)(low, high)',
        '',
        '',
        'def objective(config):',
        '    return {"score": float(np.mean([candidate(config["arm"], config["choices"], seed) for seed in SEEDS]))}',
      ),
    },
    {
      code: lines(
        'if __name__ == "__main__":',
        '    for label in ARMS:',
        '        space = {"arm": label, "choices": {name: sampled(entry) for name, entry in SPACE.items()}}',
        `        config = tune.TuneConfig(metric="score", mode=${literal(direction === 'minimize' ? 'min' : 'max')}, num_samples=${trials})`,
        '        best = tune.Tuner(objective, param_space=space, tune_config=config).fit().get_best_result()',
        '        print(label, best.metrics["score"], best.config["choices"])',
      ),
    },
  ];
}
