/** Activations, initializers and losses in low-level TensorFlow. */
import type { Choice } from '../../nn/entry.ts';
import { real } from '../python/literal.ts';

export function activation(choice: Choice): string {
  const value = (key: string) => real(Number(choice[key]));
  const known: Record<string, string> = {
    linear: 'tf.identity',
    step: 'lambda z: tf.cast(z > 0, z.dtype) + 0 * z',
    sigmoid: 'tf.sigmoid',
    hardSigmoid: 'lambda z: tf.nn.relu6(z + 3) / 6',
    tanh: 'tf.tanh',
    relu: 'tf.nn.relu',
    leakyRelu: `lambda z: tf.nn.leaky_relu(z, ${value('slope')})`,
    elu: `lambda z: tf.where(z > 0, z, ${value('alpha')} * tf.math.expm1(tf.minimum(z, 0.0)))`,
    selu: 'tf.nn.selu',
    gelu: 'tf.nn.gelu',
    geluTanh: 'lambda z: tf.nn.gelu(z, approximate=True)',
    swish: 'tf.nn.silu',
    softplus: 'tf.math.softplus',
    softmax: 'tf.nn.softmax',
  };
  return pick(known, choice.name, 'activation');
}

/** A function from a shape (inputs, units) to a tensor. */
export function initializer(choice: Choice): string {
  const value = (key: string) => real(Number(choice[key]));
  const normal = (variance: string) => `lambda shape: tf.random.truncated_normal(shape, stddev=math.sqrt(${variance}) / DEVIATION)`;
  const uniform = (variance: string) => `lambda shape: tf.random.uniform(shape, -math.sqrt(3 * ${variance}), math.sqrt(3 * ${variance}))`;
  const known: Record<string, string> = {
    zeros: 'tf.zeros',
    ones: 'tf.ones',
    constant: `lambda shape: tf.fill(shape, ${value('value')} + 0.0)`,
    randomUniform: `lambda shape: tf.random.uniform(shape, -${value('limit')}, ${value('limit')})`,
    randomNormal: `lambda shape: tf.random.normal(shape, ${value('mean')}, ${value('stddev')})`,
    truncatedNormal: `lambda shape: tf.random.truncated_normal(shape, ${value('mean')}, ${value('stddev')})`,
    glorotUniform: uniform('2 / sum(shape)'),
    glorotNormal: normal('2 / sum(shape)'),
    heUniform: uniform('2 / shape[0]'),
    heNormal: normal('2 / shape[0]'),
    lecunUniform: uniform('1 / shape[0]'),
    lecunNormal: normal('1 / shape[0]'),
    orthogonal: `lambda shape: ${value('gain')} * orthogonal(shape)`,
  };
  return pick(known, choice.name, 'initializer');
}

export const DEVIATION = 'DEVIATION = 0.8796256610342398  # of a standard normal truncated at two deviations';

export const ORTHOGONAL = `def orthogonal(shape):
    """Q of a normal matrix, with signs such that R has a positive diagonal."""
    q, r = tf.linalg.qr(tf.random.normal((max(shape), min(shape))))
    q = q * tf.sign(tf.linalg.diag_part(r))
    return q if shape[0] >= shape[1] else tf.transpose(q)`;

/** A function of (outputs, labels); of logits where the loss is computed from them. */
export function loss(choice: Choice): string {
  const delta = real(Number(choice.delta));
  const known: Record<string, string> = {
    meanSquaredError: 'lambda outputs, y: tf.reduce_mean((outputs - y) ** 2)',
    halfSquaredError: `lambda outputs, y: 0.5 * tf.reduce_sum((outputs - y) ** 2)${choice.average === true ? ' / tf.cast(tf.shape(y)[0], y.dtype)' : ''}`,
    meanAbsoluteError: 'lambda outputs, y: tf.reduce_mean(tf.abs(outputs - y))',
    huber: `lambda outputs, y: huber_loss(tf.abs(outputs - y), ${delta})`,
    binaryCrossentropy: 'lambda z, y: tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z))',
    categoricalCrossentropy: 'lambda z, y: tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=z))',
    // Less the entropy of the labels, which no gradient sees.
    kullbackLeibler: 'lambda z, y: tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=z))',
    hinge: 'lambda outputs, y: tf.reduce_mean(tf.nn.relu(1 - (2 * y - 1) * outputs))',
  };
  return pick(known, choice.name, 'loss');
}

export const HUBER = `def huber_loss(d, delta):
    return tf.reduce_mean(tf.where(d <= delta, 0.5 * d**2, delta * (d - 0.5 * delta)))`;

function pick(known: Record<string, string>, name: string, kind: string): string {
  const code = known[name];
  if (code === undefined) throw new Error(`The ${kind} "${name}" has no TensorFlow form; add it to export/tensorflow/layers.ts.`);
  return code;
}
