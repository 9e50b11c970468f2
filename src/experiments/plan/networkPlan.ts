/** From a configuration to the layers that an engine lays out. */
import type { LayerPlan, NetworkPlan, NormalizationPlan } from '../../engines/engine.ts';
import { layerScales, type LayerScale } from './layerScales.ts';
import type { Configuration, NormalizationSpec } from '../configuration/configuration.ts';

/** `widths`: [features, …hidden, outputs]. What is off is left out of the plan. */
export function networkPlan(
  { network, training, pretraining }: Pick<Configuration, 'network' | 'training' | 'pretraining'>,
  widths: readonly number[],
): NetworkPlan {
  const { activation, outputActivation, noise, inputDropout, outputDropout } = network;
  const frozen = pretraining?.frozen ?? 0;
  const scales = layerScales({ network, training });
  const layers = widths.slice(1).map((units, layer): LayerPlan =>
    layer < network.hidden.length
      ? {
          units,
          activation,
          ...hiddenOptions(network),
          ...constraintOf(network),
          ...penalties(network),
          ...ownRates(scales?.[layer]),
          ...(layer < frozen && { frozen: true as const }),
        }
      : {
          units,
          activation: outputActivation,
          ...(network.constraint?.['output'] && constraintOf(network)),
          ...penalties(network),
          ...(outputDropout && { sumDropout: outputDropout }),
          ...ownRates(scales?.[layer]),
        },
  );
  return {
    inputs: widths[0]!,
    ...(noise?.input && { inputNoise: noise.input }),
    ...(inputDropout && { inputDropout }),
    layers,
    loss: training.loss,
  };
}

function hiddenOptions({ normalization, activityRegularizer, noise, dropout }: Configuration['network']): Partial<LayerPlan> {
  return {
    ...(normalization && { normalization: normalizationPlan(normalization) }),
    ...(activityRegularizer && { activityPenalty: activityRegularizer }),
    ...(noise?.hidden && { noise: noise.hidden }),
    ...(dropout && { dropout }),
  };
}

/** Of one layer: which layers have it is not part of it. */
function constraintOf({ constraint }: Configuration['network']): Partial<LayerPlan> {
  if (!constraint) return {};
  const { name, ...rest } = constraint;
  return { constraint: { name, ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'output')) } };
}

function penalties({ regularizer }: Configuration['network']): Partial<LayerPlan> {
  if (!regularizer) return {};
  const { l1, l2, biases } = regularizer;
  return { kernelPenalty: { l1, l2 }, ...(biases && { biasPenalty: { l1, l2 } }) };
}

/** A rate that is the optimizer's is left out, so that a network as wide as its base is the standard one. */
function ownRates(scale: LayerScale | undefined): Partial<LayerPlan> {
  if (!scale) return {};
  const { kernelRate, biasRate } = scale;
  return { ...(kernelRate !== 1 && { kernelRate }), ...(biasRate !== 1 && { biasRate }) };
}

/** Layer normalization keeps no running statistics: its momentum is 0. */
export function normalizationPlan({ name, position, momentum = 0, epsilon }: NormalizationSpec): NormalizationPlan {
  return { kind: name === 'batch' ? 'batch' : 'layer', position, momentum: Number(momentum), epsilon: Number(epsilon) };
}
