/** From the list of layers of a Sequential to the layers of a plan, each of which gathers several of them. */
import type { LayerPlan, NormalizationPlan, Penalty } from '../../engines/engine.ts';
import type { Constraint } from '../../nn/catalog.ts';
import { asArray, asObject, shown, type JsonObject } from '../json.ts';
import { ModelError } from '../modelError.ts';
import { readActivationLayer, readActivationName } from './activations.ts';
import type { LayerJson } from './format.ts';

export interface NamedLayer {
  plan: LayerPlan;
  /** Their names, by which their weights are found. */
  dense: string;
  normalization?: string;
}

export interface ReadLayers {
  inputs: number;
  inputNoise?: number;
  inputDropout?: number;
  layers: NamedLayer[];
}

/** The order in which our layers have their parts. */
const STAGES = ['dense', 'normalization before', 'activation', 'normalization after', 'noise', 'dropout'] as const;
type Stage = (typeof STAGES)[number];
const CLASSES = 'InputLayer, Dense, Activation, ReLU, LeakyReLU, ELU, Softmax, BatchNormalization, LayerNormalization, GaussianNoise, Dropout';

/** Throws a ModelError for a layer that our networks do not have, or that stands where they do not have it. */
export function readLayers(list: readonly LayerJson[]): ReadLayers {
  const result: ReadLayers = { inputs: inputsOf(list), layers: [] };
  let reached: Stage = 'dense';
  list.forEach((json, index) => {
    const { class_name: className, config } = json;
    const where = `layer ${index} (${className}${typeof config['name'] === 'string' ? ` "${config['name']}"` : ''})`;
    if (className === 'InputLayer') return;
    const current = result.layers.at(-1);
    const advance = (stage: Stage): void => {
      if (STAGES.indexOf(stage) <= STAGES.indexOf(reached))
        throw new ModelError(where, `${stage} after ${reached}`, `this order: ${STAGES.join(', ')}, each at most once`);
      reached = stage;
    };
    if (className === 'Dense') {
      result.layers.push({ plan: readDense(config, where), dense: nameOf(config, where) });
      reached = config['activation'] === undefined || config['activation'] === 'linear' ? 'dense' : 'activation';
      return;
    }
    if (className === 'GaussianNoise' || className === 'Dropout') {
      const [stage, key] = className === 'Dropout' ? (['dropout', 'rate'] as const) : (['noise', 'stddev'] as const);
      advance(stage);
      const value = numberIn(config, key, where);
      if (current) current.plan[stage] = value;
      else result[stage === 'noise' ? 'inputNoise' : 'inputDropout'] = value;
      return;
    }
    const activation = readActivationLayer(json, where);
    const kind = NORMALIZATIONS[className];
    if (!activation && !kind) throw new ModelError(where, 'a layer that our networks do not have', CLASSES);
    if (!current) throw new ModelError(where, 'it before the first dense layer', 'GaussianNoise and Dropout there');
    if (activation) {
      advance('activation');
      current.plan.activation = activation;
    } else if (kind) {
      if (current.plan.normalization) throw new ModelError(where, 'a second normalization', 'one for each dense layer');
      const position = reached === 'dense' ? 'before' : 'after';
      advance(`normalization ${position}`);
      current.plan.normalization = readNormalization(config, kind, position, where);
      current.normalization = nameOf(config, where);
    }
  });
  return result;
}

const NORMALIZATIONS: Record<string, NormalizationPlan['kind']> = { BatchNormalization: 'batch', LayerNormalization: 'layer' };

function inputsOf([first]: readonly LayerJson[]): number {
  if (!first) throw new ModelError('modelTopology', 'no layers', 'at least one dense layer');
  const shape = first.config['batch_input_shape'] ?? first.config['batch_shape'];
  const [, inputs, ...more] = asArray(shape, 'the first layer, batch_input_shape');
  if (typeof inputs !== 'number' || more.length > 0)
    throw new ModelError('the first layer, batch_input_shape', shown(shape), '[null, features]: one row of features per example');
  return inputs;
}

function readDense(config: JsonObject, where: string): LayerPlan {
  const penalties = {
    kernelPenalty: readRegularizer(config['kernel_regularizer'], `${where}, kernel_regularizer`),
    biasPenalty: readRegularizer(config['bias_regularizer'], `${where}, bias_regularizer`),
    activityPenalty: readRegularizer(config['activity_regularizer'], `${where}, activity_regularizer`),
    constraint: readConstraint(config['kernel_constraint'], `${where}, kernel_constraint`),
  };
  if ((config['bias_constraint'] ?? null) !== null) throw new ModelError(`${where}, bias_constraint`, shown(config['bias_constraint']), 'null');
  const given = Object.fromEntries(Object.entries(penalties).filter(([, value]) => value !== undefined));
  return { units: numberIn(config, 'units', where), activation: readActivationName(config['activation'] ?? 'linear', where), ...given };
}

function readNormalization(config: JsonObject, kind: NormalizationPlan['kind'], position: NormalizationPlan['position'], where: string): NormalizationPlan {
  const axis: unknown = Array.isArray(config['axis']) ? config['axis'][0] : (config['axis'] ?? -1);
  if (axis !== -1 && axis !== 1) throw new ModelError(`${where}, axis`, shown(config['axis']), '-1 or 1, the features');
  return { kind, position, momentum: kind === 'batch' ? numberIn(config, 'momentum', where, 0.99) : 0.99, epsilon: numberIn(config, 'epsilon', where, 0.001) };
}

function readRegularizer(value: unknown, where: string): Penalty | undefined {
  if (value === null || value === undefined) return undefined;
  const { class_name: className, config } = asObject(value, where);
  if (className !== 'L1L2' && className !== 'L1' && className !== 'L2') throw new ModelError(where, shown(className), 'L1L2, L1, L2');
  const own = asObject(config, where);
  return { l1: numberIn(own, 'l1', where, 0), l2: numberIn(own, 'l2', where, 0) };
}

function readConstraint(value: unknown, where: string): Constraint | undefined {
  if (value === null || value === undefined) return undefined;
  const { class_name: className, config } = asObject(value, where);
  const own = asObject(config ?? {}, where);
  if (className !== 'NonNeg' && numberIn(own, 'axis', where, 0) !== 0)
    throw new ModelError(`${where}, axis`, shown(own['axis']), '0, the incoming weights of a unit');
  switch (className) {
    case 'MaxNorm':
      return { name: 'maxNorm', limit: numberIn(own, 'max_value', where, 2) };
    case 'MinMaxNorm':
      return {
        name: 'minMaxNorm',
        least: numberIn(own, 'min_value', where, 0),
        greatest: numberIn(own, 'max_value', where, 1),
        rate: numberIn(own, 'rate', where, 1),
      };
    case 'UnitNorm':
      return { name: 'unitNorm' };
    case 'NonNeg':
      return { name: 'nonNegative' };
    default:
      throw new ModelError(where, shown(className), 'MaxNorm, MinMaxNorm, UnitNorm, NonNeg');
  }
}

function nameOf(config: JsonObject, where: string): string {
  if (typeof config['name'] !== 'string') throw new ModelError(`${where}, name`, shown(config['name']), 'a text');
  return config['name'];
}

function numberIn(config: JsonObject, key: string, where: string, preset?: number): number {
  const value = config[key] ?? preset;
  if (typeof value !== 'number') throw new ModelError(`${where}, ${key}`, shown(value), 'a number');
  return value;
}
