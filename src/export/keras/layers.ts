/** Activations, initializers, losses, optimizers and normalization in Keras 3, whose semantics are ours. Each is a function, since Keras' objects belong to one model. */
import type { Configuration, NormalizationSpec } from '../../experiments/configuration/configuration.ts';
import type { Choice } from '../../nn/entry.ts';
import { real } from '../python/literal.ts';

export function activation(choice: Choice): string {
  const value = (key: string) => real(Number(choice[key]));
  const named: Record<string, string> = {
    ...{ linear: 'linear', sigmoid: 'sigmoid', hardSigmoid: 'hard_sigmoid', tanh: 'tanh', relu: 'relu', selu: 'selu' },
    ...{ gelu: 'gelu', swish: 'silu', softplus: 'softplus', softmax: 'softmax' },
  };
  const made: Record<string, string> = {
    leakyRelu: `keras.layers.LeakyReLU(negative_slope=${value('slope')})`,
    elu: `keras.layers.ELU(alpha=${value('alpha')})`,
    geluTanh: 'keras.layers.Activation(lambda z: keras.activations.gelu(z, approximate=True))',
    step: 'keras.layers.Activation(lambda z: keras.ops.cast(z > 0, "float32") + 0 * z)',
  };
  const name = named[choice.name];
  return `lambda: ${name ? `keras.layers.Activation("${name}")` : pick(made, choice.name, 'activation')}`;
}

export function initializer(choice: Choice): string {
  const value = (key: string) => real(Number(choice[key]));
  const known: Record<string, string> = {
    zeros: 'Zeros()',
    ones: 'Ones()',
    constant: `Constant(${value('value')})`,
    randomUniform: `RandomUniform(-${value('limit')}, ${value('limit')})`,
    randomNormal: `RandomNormal(${value('mean')}, ${value('stddev')})`,
    truncatedNormal: `TruncatedNormal(${value('mean')}, ${value('stddev')})`,
    glorotUniform: 'GlorotUniform()',
    glorotNormal: 'GlorotNormal()',
    heUniform: 'HeUniform()',
    heNormal: 'HeNormal()',
    lecunUniform: 'LecunUniform()',
    lecunNormal: 'LecunNormal()',
    orthogonal: `Orthogonal(${value('gain')})`,
  };
  return `lambda: keras.initializers.${pick(known, choice.name, 'initializer')}`;
}

/** A function that makes a loss; of logits where `uses.fromLogits` says so. */
export function loss(choice: Choice): string {
  const half = choice.average === true ? '0.5 * keras.ops.sum((outputs - y) ** 2, axis=-1)' : '0.5 * keras.ops.sum((outputs - y) ** 2)';
  const known: Record<string, string> = {
    meanSquaredError: 'keras.losses.MeanSquaredError()',
    halfSquaredError: `lambda y, outputs: ${half}`,
    meanAbsoluteError: 'keras.losses.MeanAbsoluteError()',
    huber: `keras.losses.Huber(delta=${real(Number(choice.delta))})`,
    binaryCrossentropy: 'keras.losses.BinaryCrossentropy(from_logits=True)',
    categoricalCrossentropy: 'keras.losses.CategoricalCrossentropy(from_logits=True)',
    // Less the entropy of the labels, which no gradient sees.
    kullbackLeibler: 'keras.losses.CategoricalCrossentropy(from_logits=True)',
    hinge: 'keras.losses.Hinge()',
  };
  return `lambda: ${pick(known, choice.name, 'loss')}`;
}

export function optimizer({ training }: Configuration): string {
  const { optimizer: choice, clip } = training;
  const value = (key: string) => real(choice[key] ?? null);
  const moments = `beta_1=${value('beta1')}, beta_2=${value('beta2')}`;
  const epsilon = `epsilon=${value('epsilon')}`;
  const known: Record<string, string> = {
    sgd: `SGD(rate, momentum=${value('momentum')}, nesterov=${value('nesterov')}`,
    adagrad: `Adagrad(rate, initial_accumulator_value=${value('initialAccumulator')}, ${epsilon}`,
    adadelta: `Adadelta(rate, rho=${value('rho')}, ${epsilon}`,
    rmsprop: `RMSprop(rate, rho=${value('rho')}, momentum=${value('momentum')}, ${epsilon}, centered=${value('centered')}`,
    adam: `Adam(rate, ${moments}, ${epsilon}`,
    amsgrad: `Adam(rate, ${moments}, ${epsilon}, amsgrad=True`,
    adamw: `AdamW(rate, weight_decay=${value('weightDecay')}, ${moments}, ${epsilon}`,
    adamax: `Adamax(rate, ${moments}, ${epsilon}`,
    nadam: `Nadam(rate, ${moments}, ${epsilon}`,
    lion: `Lion(rate, ${moments}, weight_decay=${choice.weightDecay ? value('weightDecay') : 'None'}`,
  };
  const clipping = clip ? `, ${{ value: 'clipvalue', norm: 'clipnorm', globalNorm: 'global_clipnorm' }[clip.by]}=${real(clip.limit)}` : '';
  return `lambda rate: keras.optimizers.${pick(known, choice.name, 'optimizer')}${clipping})`;
}

export function constraint(choice: Choice | undefined): string {
  if (!choice) return 'lambda: None';
  const value = (key: string) => real(Number(choice[key]));
  const known: Record<string, string> = {
    maxNorm: `MaxNorm(${value('limit')}, axis=0)`,
    unitNorm: 'UnitNorm(axis=0)',
    minMaxNorm: `MinMaxNorm(${value('least')}, ${value('greatest')}, rate=${value('rate')}, axis=0)`,
    nonNegative: 'NonNeg()',
  };
  return `lambda: keras.constraints.${pick(known, choice.name, 'constraint')}`;
}

export function normalization(spec: NormalizationSpec | undefined): string {
  if (!spec) return 'None';
  const epsilon = `epsilon=${real(Number(spec.epsilon))}`;
  return spec.name === 'batch'
    ? `lambda: keras.layers.BatchNormalization(momentum=${real(Number(spec.momentum))}, ${epsilon})`
    : `lambda: keras.layers.LayerNormalization(${epsilon})`;
}

function pick(known: Record<string, string>, name: string, kind: string): string {
  const code = known[name];
  if (code === undefined) throw new Error(`The ${kind} "${name}" has no Keras form; add it to export/keras/layers.ts.`);
  return code;
}
