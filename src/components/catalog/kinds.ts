/** The kinds of the catalog, each a page: its entries, how a spec writes one, which an experiment uses, and the chapter that is about them. */
import type { Configuration } from '../../experiments/configuration/configuration.ts';
import { isGiven } from '../../experiments/configuration/checkGiven.ts';
import { activations, constraints, initializers, losses, normalizations, optimizers, schedules } from '../../nn/catalog.ts';
import type { Entry } from '../../nn/entry.ts';
import { methods } from './methods.ts';

export interface Kind {
  slug: string;
  title: string;
  /** What one of them is, in one sentence. */
  about: string;
  entries: readonly Entry[];
  /** Path in a spec; undefined where each entry has its own. */
  path?: string;
  /** The chapter's slug. */
  chapter: string;
  /** Names of the entries that this configuration uses. */
  usedBy(configuration: Configuration): string[];
}

export const kinds: readonly Kind[] = [
  {
    slug: 'activations',
    title: 'Activations',
    about: 'What a unit makes of its weighted sum.',
    entries: activations,
    path: 'network.activation',
    chapter: 'activation-functions',
    usedBy: ({ network }) => [...(network.hidden.length > 0 ? [network.activation.name] : []), network.outputActivation.name],
  },
  {
    slug: 'initializers',
    title: 'Initializers',
    about: 'How weights are drawn before training. Biases start at zero.',
    entries: initializers,
    path: 'network.initializer',
    chapter: 'initialization',
    usedBy: ({ network }) => (isGiven(network.initializer) ? [] : [network.initializer.name]),
  },
  {
    slug: 'losses',
    title: 'Losses',
    about: 'The number that training makes small.',
    entries: losses,
    path: 'training.loss',
    chapter: 'outputs-and-losses',
    usedBy: ({ training }) => [training.loss.name],
  },
  {
    slug: 'optimizers',
    title: 'Optimizers',
    about: 'How parameters follow the gradient. In each rule θ is a parameter, g its gradient, and η the learning rate of the update.',
    entries: optimizers,
    path: 'training.optimizer',
    chapter: 'optimizers',
    usedBy: ({ training }) => [training.optimizer.name],
  },
  {
    slug: 'schedules',
    title: 'Schedules',
    about: 'How the learning rate changes while a network trains.',
    entries: schedules,
    path: 'training.schedule',
    chapter: 'schedules',
    usedBy: ({ training }) => [training.schedule?.name ?? 'constant'],
  },
  {
    slug: 'normalizations',
    title: 'Normalizations',
    about: 'How the values of hidden units are brought to one scale.',
    entries: normalizations,
    path: 'network.normalization',
    chapter: 'batch-normalization',
    usedBy: ({ network }) => (network.normalization ? [network.normalization.name] : []),
  },
  {
    slug: 'constraints',
    title: 'Constraints',
    about: 'What the weights into a unit must fulfil after every update.',
    entries: constraints,
    path: 'network.constraint',
    chapter: 'constraints',
    usedBy: ({ network }) => (network.constraint ? [network.constraint.name] : []),
  },
  {
    slug: 'methods',
    title: 'Regularization and more',
    about:
      'What may be added to training: penalties, noise, an early end, and what is done to gradients and parameters. All are off unless a spec asks for them.',
    entries: methods,
    chapter: 'which-regularization',
    usedBy: (configuration) => methods.filter((method) => method.isUsed(configuration)).map(({ name }) => name),
  },
];

/** How a spec writes the entry. */
export function writtenIn({ path }: Kind, { name }: Entry): string {
  return path === undefined ? methods.find((method) => method.name === name)!.written : `${path}: ${name}`;
}
