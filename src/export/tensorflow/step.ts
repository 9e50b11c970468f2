/** One update in low-level TensorFlow. */
import type { ProgramPlan } from '../python/framework.ts';
import { lines } from '../python/literal.ts';
import type { LoopCode } from '../python/program.ts';

export const CLIP = `def clip_gradients(gradients, by, limit):
    if by == "value":
        return [tf.clip_by_value(g, -limit, limit) for g in gradients]
    if by == "norm":
        return [tf.clip_by_norm(g, limit) for g in gradients]
    return tf.clip_by_global_norm(gradients, limit)[0]`;

export function penalty({ uses }: ProgramPlan): string {
  return lines(
    'def penalty(network, arm):',
    '    total = 0.0',
    uses.penalty &&
      lines(
        uses.biasPenalty ? '    for w in network.kernels + (network.biases if arm["penalize_biases"] else []):' : '    for w in network.kernels:',
        '        total += arm["l1"] * tf.reduce_sum(tf.abs(w)) + arm["l2"] * tf.reduce_sum(w**2)',
      ),
    uses.activityPenalty && '    total += network.activity',
    '    return total',
  );
}

export function loop({ uses, parameters }: ProgramPlan): LoopCode {
  const evaluated = uses.averaging ? '(averages or network)' : 'network';
  return {
    start: lines(
      'tf.random.set_seed(seed)',
      'network = Network(arm, inputs, outputs)',
      parameters && 'set_parameters(network, run["parameters"])',
      'slots = [[tf.Variable(tf.fill(theta.shape, float(value))) for value in arm["slots"]] for theta in network.trained]',
      uses.ownRates && 'factors = [f for own in zip(*arm["factors"]) for f in own]',
      uses.ownRates && 'factors += [1.0] * (len(network.trained) - len(factors))',
      uses.averaging && 'averages = None',
      '',
      '@tf.function(reduce_retracing=True)',
      'def update(bx, by, rate, t):',
      '    with tf.GradientTape() as tape:',
      `        total = arm["loss"](network(bx, training=True), by)${uses.penalty || uses.activityPenalty ? ' + penalty(network, arm)' : ''}`,
      '    gradients = tape.gradient(total, network.trained, unconnected_gradients=tf.UnconnectedGradients.ZERO)',
      uses.clip && '    if arm["clip"]:\n        gradients = clip_gradients(gradients, *arm["clip"])',
      ...(uses.ownRates
        ? ['    for theta, g, own, factor in zip(network.trained, gradients, slots, factors):', '        arm["optimizer"](theta, g, own, factor * rate, t)']
        : ['    for theta, g, own in zip(network.trained, gradients, slots):', '        arm["optimizer"](theta, g, own, rate, t)']),
      '',
    ),
    update: lines(
      `update(tf.constant(bx), tf.constant(by), tf.constant(${uses.schedule ? 'rate' : 'arm["learning_rate"]'}, tf.float32), tf.constant(step + 1, tf.float64))`,
      uses.averaging &&
        lines(
          'if arm["averaging"] is not None:',
          '    if averages is None:',
          '        averages = Network(arm, inputs, outputs)',
          '        for average, p in zip(averages.all, network.all):',
          '            average.assign(p)',
          '    for average, p in zip(averages.trained, network.trained):',
          '        average.assign(arm["averaging"] * average + (1 - arm["averaging"]) * p)',
          '    for average, p in zip(averages.all[len(averages.trained) :], network.all[len(network.trained) :]):',
          '        average.assign(p)',
        ),
      uses.constraint && `if arm["constraint"]:\n    constrain(network, arm["constraint"]${uses.outputConstraint ? ', arm["constrain_output"]' : ''})`,
    ),
    predict: `${evaluated}(tf.constant(features)).numpy()`,
    get: `[p.numpy() for p in ${evaluated}.all]`,
    set: 'for p, value in zip(network.all, kept):\n    p.assign(value)',
  };
}
