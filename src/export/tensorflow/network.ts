/** The network in low-level TensorFlow: a class that holds tf.Variables, and what is done to them. */
import type { ProgramPlan } from '../python/framework.ts';
import { lines } from '../python/literal.ts';

export function networkClass({ uses, parameters }: ProgramPlan): string {
  const normalize = (after: boolean) =>
    uses.normalization &&
    `            if arm["normalization"] and ${after ? '' : 'not '}arm["normalize_after"]:\n                a = self.normalize(i, a, training)`;
  return lines(
    'class Network:',
    '    """Kernels are [inputs][units]."""',
    '',
    '    def __init__(self, arm, inputs, outputs):',
    '        widths = [inputs, *arm["hidden"], outputs]',
    '        self.arm = arm',
    `        self.kernels = [tf.Variable(${parameters ? 'tf.zeros(shape)' : 'arm["initializer"](shape)'}) for shape in zip(widths, widths[1:])]`,
    uses.ownRates && !parameters && '        self.kernels[-1].assign(arm["output_start"] * self.kernels[-1])',
    '        self.biases = [tf.Variable(tf.zeros([units])) for units in widths[1:]]',
    uses.normalization &&
      lines(
        '        hidden = arm["hidden"] if arm["normalization"] else []',
        '        self.gammas = [tf.Variable(tf.ones([units])) for units in hidden]',
        '        self.betas = [tf.Variable(tf.zeros([units])) for units in hidden]',
        '        self.means = [tf.Variable(tf.zeros([units])) for units in hidden]',
        '        self.variances = [tf.Variable(tf.ones([units])) for units in hidden]',
      ),
    `        self.trained = self.kernels + self.biases${uses.normalization ? ' + self.gammas + self.betas' : ''}`,
    `        self.all = self.trained${uses.normalization ? ' + self.means + self.variances' : ''}`,
    '',
    '    def __call__(self, a, training=False):',
    '        arm = self.arm',
    uses.activityPenalty && '        self.activity = 0.0',
    uses.inputNoise && '        if training:\n            a += tf.random.normal(tf.shape(a), stddev=arm["input_noise"])',
    uses.inputDropout && '        if training:\n            a = tf.nn.dropout(a, arm["input_dropout"])',
    '        for i in range(len(arm["hidden"])):',
    ...(uses.cancelledBias
      ? [
          '            # Batch normalization subtracts the bias again, so that its gradient is zero.',
          '            bias = tf.stop_gradient(self.biases[i]) if arm["bias_cancelled"] else self.biases[i]',
          '            a = a @ self.kernels[i] + bias',
        ]
      : ['            a = a @ self.kernels[i] + self.biases[i]']),
    normalize(false),
    '            a = arm["activation"](a)',
    normalize(true),
    uses.activityPenalty &&
      '            rows = tf.cast(tf.shape(a)[0], a.dtype)\n            self.activity += (arm["activity_l1"] * tf.reduce_sum(tf.abs(a)) + arm["activity_l2"] * tf.reduce_sum(a**2)) / rows',
    uses.noise && '            if training:\n                a += tf.random.normal(tf.shape(a), stddev=arm["noise"])',
    uses.dropout && '            if training:\n                a = tf.nn.dropout(a, arm["dropout"])',
    ...(uses.outputDropout
      ? [
          '        a = a @ self.kernels[-1] + self.biases[-1]',
          '        if training:\n            a = tf.nn.dropout(a, arm["output_dropout"])',
          `        return ${uses.outputActivation ? 'arm["output"](a)' : 'a'}`,
        ]
      : [
          uses.outputActivation
            ? '        return arm["output"](a @ self.kernels[-1] + self.biases[-1])'
            : '        return a @ self.kernels[-1] + self.biases[-1]',
        ]),
    uses.normalization && `\n${NORMALIZE}`,
  );
}

const NORMALIZE = `    def normalize(self, i, z, training):
        kind, momentum, epsilon = self.arm["normalization"]
        if kind == "layer":
            mean, variance = tf.nn.moments(z, axes=[1], keepdims=True)
        elif training:
            mean, variance = tf.nn.moments(z, axes=[0])
            self.means[i].assign(momentum * self.means[i] + (1 - momentum) * mean)
            self.variances[i].assign(momentum * self.variances[i] + (1 - momentum) * variance)
        else:
            mean, variance = self.means[i], self.variances[i]
        return self.gammas[i] * (z - mean) / tf.sqrt(variance + epsilon) + self.betas[i]`;

export const SET_PARAMETERS = `def set_parameters(network, layers):
    for i, layer in enumerate(layers):
        network.kernels[i].assign(layer["kernel"])
        network.biases[i].assign(layer["bias"])
        if "gamma" in layer:
            network.gammas[i].assign(layer["gamma"])
            network.betas[i].assign(layer["beta"])
        if "movingMean" in layer:
            network.means[i].assign(layer["movingMean"])
            network.variances[i].assign(layer["movingVariance"])`;

export const CONSTRAIN = `def constrain(network, allowed):
    """On the weights into every hidden layer; norms are of one unit's incoming weights."""
    for kernel in network.kernels[:-1]:
        kernel.assign(allowed(kernel, tf.norm(kernel, axis=0, keepdims=True)))`;

/** In the place of CONSTRAIN, where an arm constrains the output layer, too. */
export const CONSTRAIN_OUTPUT = `def constrain(network, allowed, output):
    """On the weights into every hidden layer, and into the output layer if asked for; norms are of one unit's incoming weights."""
    for kernel in network.kernels if output else network.kernels[:-1]:
        kernel.assign(allowed(kernel, tf.norm(kernel, axis=0, keepdims=True)))`;
