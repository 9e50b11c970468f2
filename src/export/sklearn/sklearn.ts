/** An experiment as a scikit-learn program: MLPClassifier or MLPRegressor, batch by batch through partial_fit. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import { hasOwnRates } from '../../experiments/plan/layerScales.ts';
import type { Framework, ProgramPlan, Reason } from '../python/framework.ts';
import { armCell, openingCells } from '../python/opening.ts';
import { lines, literal, real } from '../python/literal.ts';
import { loopCode } from '../python/program.ts';
import { commonSettings } from '../python/settings.ts';

export const sklearn: Framework = {
  title: 'scikit-learn',
  alwaysGiven: true,
  reasons: ({ network, training }, outputs) => [
    ...(hasOwnRates({ network, training }) ? [no('network.parametrization', 'learning rates of single layers')] : []),
    ...lossReasons(training.loss, network.outputActivation.name, outputs),
    ...(ACTIVATIONS[network.activation.name] || network.hidden.length === 0 ? [] : [no('network.activation', network.activation.name)]),
    ...(['sgd', 'adam'].includes(training.optimizer.name) ? [] : [no('training.optimizer', training.optimizer.name)]),
    ...(Number(training.optimizer.learningRate) === 0 ? [no('training.optimizer.learningRate', 'learning rate of 0')] : []),
    ...absent(network, ['dropout', 'inputDropout', 'outputDropout', 'noise', 'normalization', 'activityRegularizer', 'constraint'], 'network'),
    ...absent(training, ['schedule', 'warmUp', 'momentumWarmUp', 'clip', 'averaging'], 'training'),
    ...(network.regularizer?.l1 ? [no('network.regularizer.l1', 'L1 penalty')] : []),
    ...(network.regularizer?.biases ? [no('network.regularizer.biases', 'penalty on biases')] : []),
  ],
  definitions(plan) {
    const { arms, uses, every } = plan;
    const task = plan.data.get(arms[0]!.label)!.task;
    const model = task === 'classification' ? 'MLPClassifier' : 'MLPRegressor';
    return [
      ...openingCells(plan, 'scikit-learn', `from sklearn.neural_network import ${model}`, [
        'scikit-learn offers no choice of initializer and draws biases too, so initial parameters are set.',
        'partial_fit takes one step per call. The optimizer of the call that lays the network out is dropped; that attribute is private.',
        ...(task === 'regression'
          ? ['scikit-learn halves the squared error and sums over outputs; the learning rate of SGD, epsilon of Adam and alpha make up for it.']
          : []),
      ]),
      armCell(plan, (index) => {
        const { label, configuration } = arms[index]!;
        const data = plan.data.get(label)!;
        return {
          ...commonSettings(configuration, data, { ...uses, penalty: false }, every),
          ...(uses.penalty && { l2: real(configuration.network.regularizer?.l2 ?? 0) }),
          ...(task === 'regression' && { factor: configuration.training.loss.name === 'meanSquaredError' ? real(2 / data.outputs) : '1.0' }),
          activation: literal(ACTIVATIONS[configuration.network.activation.name] ?? 'identity'),
          optimizer: optimizer(configuration, task === 'regression'),
        };
      }),
      { code: functions(model, task) },
      { code: loopCode(uses, task, loop(plan, task)) },
    ];
  },
};

const ACTIVATIONS: Record<string, string> = { linear: 'identity', sigmoid: 'logistic', tanh: 'tanh', relu: 'relu' };

const NAMES: Record<string, string> = {
  dropout: 'dropout',
  inputDropout: 'dropout',
  outputDropout: 'dropout',
  noise: 'noise layer',
  normalization: 'normalization layer',
  activityRegularizer: 'penalty on activities',
  constraint: 'weight constraint',
  schedule: 'schedule of the learning rate per step',
  warmUp: 'warm-up',
  momentumWarmUp: 'momentum that changes',
  clip: 'gradient clipping',
  averaging: 'moving average of the parameters',
};

function no(path: string, what: string): Reason {
  return { path, why: `scikit-learn has no ${what}` };
}

function absent(options: object, keys: readonly string[], prefix: string): Reason[] {
  return keys.flatMap((key) => (Reflect.get(options, key) === undefined ? [] : [no(`${prefix}.${key}`, NAMES[key]!)]));
}

function lossReasons(loss: Configuration['training']['loss'], output: string, outputs: number): Reason[] {
  const at = (why: string): Reason[] => [{ path: 'training.loss', why }];
  if (loss.labelSmoothing) return at('scikit-learn has no label smoothing');
  switch (loss.name) {
    case 'binaryCrossentropy':
      return [];
    case 'categoricalCrossentropy':
      return outputs > 2 ? [] : at('for two classes MLPClassifier has one logistic output, not a softmax of two; binaryCrossentropy can be expressed');
    case 'meanSquaredError':
    case 'halfSquaredError':
      if (loss.average === false) return at('MLPRegressor averages its loss over the batch; halfSquaredError with average can be expressed');
      return output === 'linear' ? [] : [{ path: 'network.outputActivation', why: `MLPRegressor’s output is linear, not ${output}` }];
    default:
      return at(`scikit-learn has no ${loss.name}`);
  }
}

function optimizer({ training }: Configuration, regression: boolean): string {
  const { name, momentum, nesterov, beta1, beta2, epsilon } = training.optimizer;
  if (name === 'sgd') {
    const rate = regression ? '"factor"' : '';
    return `lambda arm: dict(solver="sgd", learning_rate_init=arm["learning_rate"]${rate && ` * arm[${rate}]`}, momentum=${real(momentum ?? 0)}, nesterovs_momentum=${literal(nesterov ?? false)})`;
  }
  return `lambda arm: dict(solver="adam", learning_rate_init=arm["learning_rate"], beta_1=${real(beta1 ?? null)}, beta_2=${real(beta2 ?? null)}, epsilon=${real(epsilon ?? null)}${regression ? ' / arm["factor"]' : ''})`;
}

function functions(model: string, task: string): string {
  const classes = task === 'classification';
  return lines(
    'def target(y):',
    classes ? '    return y.argmax(axis=1) if y.shape[1] > 1 else y[:, 0].astype(int)' : '    return y if y.shape[1] > 1 else y[:, 0]',
    '',
    '',
    'def build(arm, x, y, parameters):',
    `    model = ${model}(hidden_layer_sizes=arm["hidden"], activation=arm["activation"], **arm["optimizer"](arm), alpha=0, batch_size=len(x), shuffle=False)`,
    `    model.partial_fit(x, target(y)${classes ? ', classes=range(max(2, y.shape[1]))' : ''})`,
    '    del model._optimizer',
    '    model.coefs_ = [layer["kernel"] for layer in parameters]',
    '    model.intercepts_ = [layer["bias"] for layer in parameters]',
    '    return model',
    '',
    '',
    'def predict(model, x):',
    '    """Outputs before the output activation."""',
    '    bend = {"identity": lambda z: z, "logistic": lambda z: 1 / (1 + np.exp(-z)), "tanh": np.tanh, "relu": lambda z: np.maximum(z, 0)}[model.activation]',
    '    for kernel, bias in zip(model.coefs_[:-1], model.intercepts_[:-1]):',
    '        x = bend(x @ kernel + bias)',
    '    return x @ model.coefs_[-1] + model.intercepts_[-1]',
  );
}

function loop({ uses }: ProgramPlan, task: string) {
  const factor = task === 'regression' ? ' / arm["factor"]' : '';
  return {
    start: 'model = build(arm, x[:batch], y[:batch], run["parameters"])',
    update: lines(
      // scikit-learn adds alpha / rows times the weights to the gradient.
      `model.set_params(batch_size=len(rows)${uses.penalty ? `, alpha=2 * arm["l2"] * len(rows)${factor}` : ''})`,
      'try:',
      '    model.partial_fit(bx, target(by))',
      'except ValueError as error:',
      '    if "non-finite" not in str(error):',
      '        raise',
      '    # Diverged: the next look finds that the loss is no number.',
    ),
    predict: 'predict(model, features)',
    get: '[value.copy() for value in model.coefs_ + model.intercepts_]',
    set: 'layers = len(model.coefs_)\nmodel.coefs_, model.intercepts_ = kept[:layers], kept[layers:]',
  };
}
