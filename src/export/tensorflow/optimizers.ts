/** The optimizers' rules, written out on tf.Variables: theta, its gradient g, and slots of theta's shape. */
import type { Optimizer } from '../../nn/catalog.ts';
import { literal, real } from '../python/literal.ts';

interface Rule {
  /** What each slot starts with. */
  slots(choice: Optimizer): number[];
  /** Catalog's hyperparameters that the rule takes → Python names. */
  options: Record<string, string>;
  body: string;
}

const MOMENTS = { beta1: 'beta1', beta2: 'beta2' };
const ADAM_STEP = 'theta.assign_sub(rate * tf.sqrt(1 - beta2**t) / (1 - beta1**t) * m / (tf.sqrt(v) + epsilon))';
const ADAM_MOMENTS = 'm.assign(beta1 * m + (1 - beta1) * g)\nv.assign(beta2 * v + (1 - beta2) * g**2)';

const RULES: Record<string, Rule> = {
  sgd: {
    slots: ({ momentum }) => (momentum ? [0] : []),
    options: { momentum: 'momentum', nesterov: 'nesterov' },
    body: 'if not slots:\n    theta.assign_sub(rate * g)\n    return\n(v,) = slots\nv.assign(momentum * v - rate * g)\ntheta.assign_add(momentum * v - rate * g if nesterov else v)',
  },
  adagrad: {
    slots: ({ initialAccumulator }) => [Number(initialAccumulator)],
    options: { epsilon: 'epsilon' },
    body: '(s,) = slots\ns.assign_add(g**2)\ntheta.assign_sub(rate * g / tf.sqrt(s + epsilon))',
  },
  adadelta: {
    slots: () => [0, 0],
    options: { rho: 'rho', epsilon: 'epsilon' },
    body: 's, u = slots\ns.assign(rho * s + (1 - rho) * g**2)\ndelta = tf.sqrt(u + epsilon) / tf.sqrt(s + epsilon) * g\nu.assign(rho * u + (1 - rho) * delta**2)\ntheta.assign_sub(rate * delta)',
  },
  rmsprop: {
    slots: () => [0, 0, 0],
    options: { rho: 'rho', momentum: 'momentum', epsilon: 'epsilon', centered: 'centered' },
    body: 's, m, v = slots\ns.assign(rho * s + (1 - rho) * g**2)\nm.assign(rho * m + (1 - rho) * g)\nvariance = tf.maximum(s - m**2, 0) if centered else s\nv.assign(momentum * v + rate * g / tf.sqrt(variance + epsilon))\ntheta.assign_sub(v)',
  },
  adam: { slots: () => [0, 0], options: { ...MOMENTS, epsilon: 'epsilon' }, body: `m, v = slots\n${ADAM_MOMENTS}\n${ADAM_STEP}` },
  amsgrad: {
    slots: () => [0, 0, 0],
    options: { ...MOMENTS, epsilon: 'epsilon' },
    body: `m, v, top = slots\n${ADAM_MOMENTS}\ntop.assign(tf.maximum(top, v))\n${ADAM_STEP.replace('tf.sqrt(v)', 'tf.sqrt(top)')}`,
  },
  adamw: {
    slots: () => [0, 0],
    options: { ...MOMENTS, epsilon: 'epsilon', weightDecay: 'weight_decay' },
    body: `m, v = slots\ntheta.assign_sub(rate * weight_decay * theta)\n${ADAM_MOMENTS}\n${ADAM_STEP}`,
  },
  adamax: {
    slots: () => [0, 0],
    options: { ...MOMENTS, epsilon: 'epsilon' },
    body: 'm, u = slots\nm.assign(beta1 * m + (1 - beta1) * g)\nu.assign(tf.maximum(beta2 * u, tf.abs(g)))\ntheta.assign_sub(rate / (1 - beta1**t) * m / (u + epsilon))',
  },
  nadam: {
    // The third is the product of the momenta so far.
    slots: () => [0, 0, 1],
    options: { ...MOMENTS, epsilon: 'epsilon' },
    body: `m, v, product = slots\nnow, ahead = (beta1 * (1 - 0.5 * 0.96**k) for k in (t, t + 1))\nproduct.assign(product * now)\n${ADAM_MOMENTS}\nmean = ahead * m / (1 - product * ahead) + (1 - now) * g / (1 - product)\ntheta.assign_sub(rate * mean / (tf.sqrt(v / (1 - beta2**t)) + epsilon))`,
  },
  lion: {
    slots: () => [0],
    options: { ...MOMENTS, weightDecay: 'weight_decay' },
    body: '(m,) = slots\ntheta.assign_sub(rate * weight_decay * theta)\ntheta.assign_sub(rate * tf.sign(beta1 * m + (1 - beta1) * g))\nm.assign(beta2 * m + (1 - beta2) * g)',
  },
};

export function optimizerCode(choice: Optimizer): string {
  const { options, body } = ruleOf(choice);
  const indented = body.split('\n').map((line) => `    ${line}`);
  return [`def ${choice.name}(theta, g, slots, rate, t, ${Object.values(options).join(', ')}):`, ...indented].join('\n');
}

/** The rule with its hyperparameters, and what its slots start with. */
export function optimizerSettings(choice: Optimizer): { optimizer: string; slots: string } {
  const { options, slots } = ruleOf(choice);
  const values = Object.entries(options).map(([key, name]) => `${name}=${real(choice[key] ?? null)}`);
  return { optimizer: `partial(${choice.name}, ${values.join(', ')})`, slots: literal(slots(choice)) };
}

function ruleOf({ name }: Optimizer): Rule {
  const rule = RULES[name];
  if (!rule) throw new Error(`The optimizer "${name}" has no TensorFlow form; add it to export/tensorflow/optimizers.ts.`);
  return rule;
}
