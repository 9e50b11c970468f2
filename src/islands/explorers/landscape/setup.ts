/** What a reader can set, with its ranges; in an address, too. */
import type { Configuration } from '../../../experiments/configuration/configuration.ts';
import { activations, initializers, losses, optimizers } from '../../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../../nn/entry.ts';
import { readNumber, type NumberReading } from '../parts/readNumber.ts';

export interface Setup {
  /** Of data, split, initial weights and batch order. */
  seed: number;
  /** Of the two directions of the plane. */
  directions: number;
  /** How far the plane reaches on each side; 1 is the length of the weights themselves. */
  radius: number;
  /** Samples along an edge. */
  points: number;
  /** Examples per update of the first and of the second network. */
  batchSizes: readonly [number, number];
  /** Of both. */
  optimizer: OptimizerName;
  /** Through the final parameters: along random directions, or through the way of training. */
  plane: PlaneName;
}

export const LIMITS = {
  seed: { label: 'seed of the training', min: 1, max: 1_000_000, integer: true },
  directions: { label: 'seed of the directions', min: 1, max: 1_000_000, integer: true },
  radius: { label: 'radius', min: 0, max: 10, exclusiveMin: true },
  points: { label: 'points along an edge', min: 5, max: 61, integer: true },
  batchSize: { label: 'batch size', min: 1, max: 150, integer: true },
} as const;
export type NumberName = Exclude<keyof typeof LIMITS, 'batchSize'>;
export const NUMBERS = ['seed', 'directions', 'radius', 'points'] as const satisfies readonly NumberName[];

/** With the learning rates at which they train this network well. */
export const OPTIMIZERS = { sgd: 0.1, momentum: 0.02, adam: 0.01 } as const;
export type OptimizerName = keyof typeof OPTIMIZERS;
export const OPTIMIZER_TITLES: Record<OptimizerName, string> = { sgd: 'SGD, η = 0.1', momentum: 'SGD with momentum 0.9, η = 0.02', adam: 'Adam, η = 0.01' };

export const PLANES = { random: 'random directions', way: 'through the way of training' } as const;
export type PlaneName = keyof typeof PLANES;

export const START: Setup = { seed: 1, directions: 1, radius: 1, points: 31, batchSizes: [5, 30], optimizer: 'sgd', plane: 'random' };

export const EPOCHS = 60;

/** Radius of “around the end”, in the plane’s own unit: the length of the weights. */
export const RING = 0.5;

/** Half of 300 moons to train on, half to test: 150 examples each; 2-8-1. */
export function configurationOf({ optimizer, batchSizes }: Setup, side: 0 | 1): Configuration {
  const name = optimizer === 'adam' ? 'adam' : 'sgd';
  return {
    dataset: { name: 'moons', examples: 300, noise: 0.2 },
    split: { validation: 0, test: 0.5 },
    scaling: { features: 'standardize', labels: 'none' },
    network: {
      hidden: [8],
      activation: withDefaults(findEntry('activation', activations, 'tanh')),
      outputActivation: withDefaults(findEntry('activation', activations, 'sigmoid')),
      initializer: withDefaults(findEntry('initializer', initializers, 'glorotUniform')),
    },
    training: {
      loss: withDefaults(findEntry('loss', losses, 'binaryCrossentropy')),
      optimizer: withDefaults(findEntry('optimizer', optimizers, name), {
        learningRate: OPTIMIZERS[optimizer],
        ...(optimizer === 'momentum' && { momentum: 0.9 }),
      }),
      batchSize: batchSizes[side],
      shuffle: true,
      epochs: EPOCHS,
    },
  };
}

export function readBatchSize(text: string): NumberReading {
  return readNumber(text, LIMITS.batchSize);
}

/** `landscape=random&optimizer=adam&batch=5,150`: what differs from the start. */
export function writeSetup(setup: Setup): Record<string, string> {
  return {
    ...(setup.optimizer !== START.optimizer && { optimizer: setup.optimizer }),
    ...(setup.batchSizes.join() !== START.batchSizes.join() && { batch: setup.batchSizes.join(',') }),
    ...Object.fromEntries(NUMBERS.filter((name) => setup[name] !== START[name]).map((name) => [name, String(setup[name])])),
  };
}

/** What is not allowed is refused, and the start stands in its place. */
export function readSetup(plane: string, entries: ReadonlyMap<string, string>): { setup: Setup; refused: string[] } {
  const refused: string[] = [];
  const setup = { ...START };
  if (Object.hasOwn(PLANES, plane)) setup.plane = plane as PlaneName;
  else refused.push(`The link’s plane is not known here; allowed: ${Object.keys(PLANES).join(', ')}.`);
  const optimizer = entries.get('optimizer') ?? START.optimizer;
  if (Object.hasOwn(OPTIMIZERS, optimizer)) setup.optimizer = optimizer as OptimizerName;
  else refused.push(`The link’s optimizer is not known here; allowed: ${Object.keys(OPTIMIZERS).join(', ')}.`);
  const accept = (key: string, reading: NumberReading, preset: number): number => {
    if ('value' in reading) return reading.value;
    refused.push(`The link’s ${key} was refused. ${reading.problem}`);
    return preset;
  };
  for (const name of NUMBERS) {
    const text = entries.get(name);
    if (text !== undefined) setup[name] = accept(name, readNumber(text, LIMITS[name]), START[name]);
  }
  const batch = entries.get('batch');
  if (batch !== undefined) {
    const [first = '', second = ''] = batch.split(',', 3);
    setup.batchSizes = [accept('batch', readBatchSize(first), START.batchSizes[0]), accept('batch', readBatchSize(second), START.batchSizes[1])];
  }
  return { setup, refused };
}
