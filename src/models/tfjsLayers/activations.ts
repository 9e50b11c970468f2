/** Our activations and those of TensorFlow.js 4: as the name of an activation, or as a layer of their own. */
import type { Activation } from '../../nn/catalog.ts';
import { ModelError } from '../modelError.ts';
import type { LayerJson } from './format.ts';

/** Ours → theirs, where both mean the same function and TensorFlow.js loads what is written. */
const NAMES: Record<string, string> = {
  linear: 'linear',
  sigmoid: 'sigmoid',
  tanh: 'tanh',
  relu: 'relu',
  elu: 'elu',
  selu: 'selu',
  gelu: 'gelu',
  swish: 'swish',
  softplus: 'softplus',
  softmax: 'softmax',
};
/** Theirs → ours, which TensorFlow.js 4.22 saves but does not load again: it looks for `geluNew`. */
const SAVED_ONLY: Record<string, string> = { gelu_new: 'geluTanh' };

const WRITABLE = `${Object.keys(NAMES).join(', ')}, leakyRelu`;

/** Throws a ModelError for an activation that TensorFlow.js lacks, or means otherwise: its hard sigmoid has another slope. */
export function writeActivation(activation: Activation, name: string, where: string): { name: string } | { layer: LayerJson } {
  if (activation.name === 'leakyRelu') return { layer: { class_name: 'LeakyReLU', config: { alpha: activation['slope'], name, trainable: true } } };
  if (activation.name === 'elu' && activation['alpha'] !== 1)
    throw new ModelError(where, `an elu with an alpha of ${activation['alpha']!}`, 'an alpha of 1, the only one that TensorFlow.js loads');
  const theirs = NAMES[activation.name];
  if (theirs === undefined) throw new ModelError(where, `the activation ${activation.name}, which TensorFlow.js does not load`, WRITABLE);
  return { name: theirs };
}

/** The activation of this name in TensorFlow.js. */
export function readActivationName(theirs: unknown, where: string): Activation {
  const ours = Object.keys(NAMES).find((name) => NAMES[name] === theirs) ?? SAVED_ONLY[String(theirs)];
  if (ours === undefined)
    throw new ModelError(where, `the activation ${JSON.stringify(theirs)}`, [...Object.values(NAMES), ...Object.keys(SAVED_ONLY)].join(', '));
  return { name: ours };
}

/** The activation that this layer is; undefined if it is none. */
export function readActivationLayer({ class_name: className, config }: LayerJson, where: string): Activation | undefined {
  switch (className) {
    case 'Activation':
      return readActivationName(config['activation'], where);
    case 'Softmax':
      return { name: 'softmax' };
    case 'ReLU':
      if ((config['max_value'] ?? null) !== null)
        throw new ModelError(`${where}, max_value`, JSON.stringify(config['max_value']), 'null, a relu without a limit');
      return { name: 'relu' };
    case 'LeakyReLU':
      return { name: 'leakyRelu', slope: alphaOf(config, 0.3, where) };
    case 'ELU':
      return { name: 'elu', alpha: alphaOf(config, 1, where) };
    default:
      return undefined;
  }
}

function alphaOf(config: LayerJson['config'], preset: number, where: string): number {
  const value = config['alpha'] ?? preset;
  if (typeof value !== 'number') throw new ModelError(`${where}, alpha`, JSON.stringify(value), 'a number');
  return value;
}
