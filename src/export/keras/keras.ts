/** An experiment as a Keras 3 program. Batches are handed over one by one (train_on_batch), so that any budget and any order can be kept. */
import type { Arm } from '../../experiments/configuration/arm.ts';
import { hasOwnRates } from '../../experiments/plan/layerScales.ts';
import type { Choice } from '../../nn/entry.ts';
import type { Framework, ProgramPlan } from '../python/framework.ts';
import { armCell, openingCells } from '../python/opening.ts';
import { lines, literal } from '../python/literal.ts';
import { loopCode } from '../python/program.ts';
import { commonSettings } from '../python/settings.ts';
import { fromLogits } from '../uses.ts';
import { maker, normalization, optimizer } from './layers.ts';

export const keras: Framework = {
  title: 'Keras',
  reasons: (configuration) => [
    ...(configuration.training.averaging && configuration.network.constraint
      ? [{ path: 'training.averaging', why: 'with constraints: Keras constrains inside the optimizer’s step, before the average could be taken' }]
      : []),
    ...(hasOwnRates(configuration) ? [{ path: 'network.parametrization', why: 'an optimizer of Keras has one learning rate for all layers' }] : []),
  ],
  definitions(plan) {
    const { arms, uses, parameters, every } = plan;
    const task = plan.data.get(arms[0]!.label)!.task;
    return [
      ...openingCells(plan, 'Keras 3', 'import keras', ['optimizers, epsilon placement and initializers of the site are those of Keras.']),
      ...(arms.some(hasSize) || arms.some(isAbsolute) ? [{ code: SIZE }] : []),
      ...(uses.penalty && arms.some(hasSize) ? [{ code: PENALTY }] : []),
      ...(uses.activityPenalty ? [{ code: arms.some(hasSize) ? ACTIVITY.replace('keras.ops.abs(x)', 'size(x)') : ACTIVITY }] : []),
      ...(uses.cancelledBias ? [{ code: CANCELLED_BIAS }] : []),
      ...(arms.some(isStrong) ? [{ code: STRONG_NOISE }] : []),
      ...(uses.momentumWarmUp ? [{ code: RISING_MOMENTUM }] : []),
      armCell(plan, (index) => {
        const { label, configuration } = arms[index]!;
        // Clipping is part of the optimizer here.
        const common = commonSettings(configuration, plan.data.get(label)!, { ...uses, clip: false }, every);
        const { network, training } = configuration;
        return {
          ...common,
          activation: maker('activation', network.activation),
          ...(uses.outputActivation && {
            output: fromLogits(training.loss.name) ? maker('activation', { name: 'linear' }) : maker('activation', network.outputActivation),
          }),
          ...(!parameters && { initializer: maker('initializer', network.initializer as Choice) }),
          ...(uses.normalization && {
            normalization: normalization(network.normalization),
            normalize_after: network.normalization?.position === 'after' ? 'True' : 'False',
          }),
          ...(uses.constraint && { constraint: maker('constraint', network.constraint) }),
          ...(uses.outputConstraint && { constrain_output: literal(network.constraint?.['output'] === true) }),
          loss: isAbsolute(arms[index]!) ? 'lambda: lambda y, outputs: keras.ops.mean(size(outputs - y))' : maker('loss', training.loss),
          optimizer: optimizer(configuration),
        };
      }),
      { code: build(plan) },
      ...(parameters ? [{ code: SET_PARAMETERS }] : []),
      { code: loopCode(uses, task, loop(plan)) },
    ];
  },
};

const SIZE = `def size(x):
    """|x|, whose gradient at 0 is 0 here; that of JAX is 1, by which biases that begin at 0 would move."""
    return x * keras.ops.stop_gradient(keras.ops.sign(x))`;

const PENALTY = `class L1L2(keras.regularizers.Regularizer):
    def __init__(self, l1, l2):
        self.l1, self.l2 = l1, l2

    def __call__(self, x):
        return self.l1 * keras.ops.sum(size(x)) + self.l2 * keras.ops.sum(x**2)`;

/** Whether it penalizes sizes, which have a kink at 0. */
function hasSize({ configuration: { network } }: Arm): boolean {
  return (network.regularizer?.l1 ?? 0) > 0 || (network.activityRegularizer?.l1 ?? 0) > 0;
}

/** Whether its loss has a kink where a residual is 0, as it is at first with weights of 0. */
function isAbsolute({ configuration: { training } }: Arm): boolean {
  return training.loss.name === 'meanAbsoluteError';
}

const ACTIVITY = `class ActivityPenalty(keras.layers.Layer):
    """Penalty on what passes, divided by the rows of the batch."""

    def __init__(self, l1, l2):
        super().__init__()
        self.l1, self.l2 = l1, l2

    def call(self, x):
        rows = keras.ops.cast(keras.ops.shape(x)[0], x.dtype)
        self.add_loss((self.l1 * keras.ops.sum(keras.ops.abs(x)) + self.l2 * keras.ops.sum(x**2)) / rows)
        return x`;

const CANCELLED_BIAS = `class CancelledBias(keras.layers.Dense):
    """Before batch normalization, which subtracts the bias again, so that its gradient is zero."""

    def call(self, x):
        return keras.ops.matmul(x, self.kernel) + keras.ops.stop_gradient(self.bias)`;

const STRONG_NOISE = `class Noise(keras.layers.Layer):
    """As GaussianNoise, which takes no standard deviation above 1."""

    def __init__(self, stddev):
        super().__init__()
        self.stddev = stddev
        self.seeds = keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        return x + keras.random.normal(keras.ops.shape(x), stddev=self.stddev, seed=self.seeds)`;

const RISING_MOMENTUM = `class RisingMomentum(keras.optimizers.SGD):
    """SGD whose momentum starts low and rises along a line: as a number it would be compiled into the step."""

    def __init__(self, rate, start, length, **options):
        super().__init__(rate, **options)
        self.start, self.length = start, length

    def update_step(self, g, theta, rate):
        share = keras.ops.minimum(keras.ops.cast(self.iterations, theta.dtype) / self.length, 1)
        momentum = self.start + (self.momentum - self.start) * share
        v = self.momentums[self._get_variable_index(theta)]
        push = keras.ops.cast(rate, theta.dtype) * g
        self.assign(v, momentum * v - push)
        self.assign_add(theta, momentum * v - push if self.nesterov else v)`;

/** Whether its noise is more than Keras' own layer takes. */
function isStrong({ configuration: { network } }: Arm): boolean {
  return Math.max(network.noise?.input ?? 0, network.noise?.hidden ?? 0) > 1;
}

const SET_PARAMETERS = `def set_parameters(model, layers):
    """Kernels are [inputs][units], as Keras keeps them."""
    dense = [layer for layer in model.layers if isinstance(layer, keras.layers.Dense)]
    norms = [layer for layer in model.layers if isinstance(layer, (keras.layers.BatchNormalization, keras.layers.LayerNormalization))]
    for layer, values in zip(dense, layers):
        layer.set_weights([values["kernel"], values["bias"]])
    for layer, values in zip(norms, layers):
        layer.set_weights([values[name] for name in ("gamma", "beta", "movingMean", "movingVariance") if name in values])`;

function build({ arms, uses, parameters }: ProgramPlan): string {
  const noise = arms.some(isStrong) ? 'Noise' : 'keras.layers.GaussianNoise';
  const regularizer = arms.some(hasSize) ? 'L1L2' : 'keras.regularizers.L1L2';
  const options = [
    ...(parameters ? [] : ['kernel_initializer=arm["initializer"]()']),
    ...(uses.penalty ? [`kernel_regularizer=${regularizer}(arm["l1"], arm["l2"])`] : []),
    ...(uses.biasPenalty ? [`bias_regularizer=${regularizer}(arm["l1"], arm["l2"]) if arm["penalize_biases"] else None`] : []),
  ];
  const dense = (units: string, more: string[] = [], kind = 'keras.layers.Dense') => `${kind}(${[units, ...options, ...more].join(', ')})`;
  return lines(
    'def build(arm, inputs, outputs):',
    '    model = keras.Sequential([keras.Input((inputs,))])',
    uses.inputNoise && `    model.add(${noise}(arm["input_noise"]))`,
    uses.inputDropout && '    model.add(keras.layers.Dropout(arm["input_dropout"]))',
    uses.cancelledBias && '    kind = CancelledBias if arm["bias_cancelled"] else keras.layers.Dense',
    '    for units in arm["hidden"]:',
    `        model.add(${dense('units', uses.constraint ? ['kernel_constraint=arm["constraint"]()'] : [], uses.cancelledBias ? 'kind' : undefined)})`,
    uses.normalization && '        if arm["normalization"] and not arm["normalize_after"]:\n            model.add(arm["normalization"]())',
    '        model.add(arm["activation"]())',
    uses.normalization && '        if arm["normalization"] and arm["normalize_after"]:\n            model.add(arm["normalization"]())',
    uses.activityPenalty && '        model.add(ActivityPenalty(arm["activity_l1"], arm["activity_l2"]))',
    uses.noise && `        model.add(${noise}(arm["noise"]))`,
    uses.dropout && '        model.add(keras.layers.Dropout(arm["dropout"]))',
    `    model.add(${dense('outputs', uses.outputConstraint ? ['kernel_constraint=arm["constraint"]() if arm["constrain_output"] else None'] : [])})`,
    uses.outputDropout && '    model.add(keras.layers.Dropout(arm["output_dropout"]))',
    uses.outputActivation && '    model.add(arm["output"]())',
    '    return model',
    '',
    '',
    'def predict(model, x):',
    '    return keras.ops.convert_to_numpy(model(x, training=False))',
  );
}

function loop({ uses, parameters }: ProgramPlan) {
  const evaluated = uses.averaging ? '(averages or model)' : 'model';
  return {
    start: lines(
      'keras.utils.set_random_seed(seed)',
      'model = build(arm, inputs, outputs)',
      parameters && 'set_parameters(model, run["parameters"])',
      'model.compile(optimizer=arm["optimizer"](arm["learning_rate"]), loss=arm["loss"]())',
      uses.averaging && 'averages = None',
    ),
    update: lines(
      uses.schedule && 'model.optimizer.learning_rate = rate',
      'model.train_on_batch(bx, by)',
      uses.averaging &&
        lines(
          'if arm["averaging"] is not None:',
          '    if averages is None:',
          '        averages = build(arm, inputs, outputs)',
          '        averages.set_weights(model.get_weights())',
          '    for average, p in zip(averages.trainable_variables, model.trainable_variables):',
          '        average.assign(arm["averaging"] * average + (1 - arm["averaging"]) * p)',
          '    for average, p in zip(averages.non_trainable_variables, model.non_trainable_variables):',
          '        average.assign(p)',
        ),
    ),
    predict: `predict(${evaluated}, features)`,
    get: `${evaluated}.get_weights()`,
    set: 'model.set_weights(kept)',
  };
}
