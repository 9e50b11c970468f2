/**
 * Greedy layer-wise pre-training (Bengio et al. 2007; Hinton & Salakhutdinov 2006): each hidden layer in turn learns, as
 * the encoder of an autoencoder with a linear decoder, to give back what the layers before it make of the training
 * features, with labels and without. The encoders are where the training of the whole network then starts; the decoders are dropped.
 */
import { updatesPerEpoch, type Engine, type Features, type LayerParameters, type RunPlan } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Initializer } from '../../nn/catalog.ts';
import type { Breather } from './breather.ts';
import { isGiven } from '../configuration/checkGiven.ts';
import { drawWeights } from '../plan/initialParameters.ts';
import { pretrainOnTask } from './pretrainOnTask.ts';
import type { Plan } from '../plan/plan.ts';
import { pretrainStage, type Pretrained } from './pretrainStage.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { reconstruct } from './reconstruct.ts';
import type { PretrainedLayer } from './result.ts';

/** What the hidden layers learn first: another task, or each its own input. `pictures`: whether layers carry what comes back of a few. Throws Cancelled. */
export function pretrain(
  configuration: Configuration,
  planned: Plan,
  engine: Engine,
  kernel: Kernel,
  breather: Breather,
  pictures = false,
): Promise<Pretrained> {
  const task = configuration.pretraining!.dataset;
  return task ? pretrainOnTask(configuration, task, planned, engine, kernel, breather) : encode(configuration, planned, engine, kernel, breather, pictures);
}

/**
 * The encoders start as the network's layers would without pre-training, the decoders from streams of their own, so arms with
 * and without pre-training stay paired. Dropout, noise and penalties of the network are for the training after it.
 */
async function encode(
  configuration: Configuration,
  { plan, allFeatures, examples: { image } }: Plan,
  engine: Engine,
  kernel: Kernel,
  breather: Breather,
  pictures: boolean,
): Promise<Pretrained> {
  const { network, pretraining } = configuration;
  const parameters = [...plan.parameters];
  const layers: PretrainedLayer[] = [];
  const decoders: LayerParameters[] = [];
  // What an autoencoder gives back are numbers.
  const features = allFeatures();
  const examples = features.length / plan.network.inputs;
  let x = features;
  for (let layer = 0; layer < (pretraining!.layers ?? network.hidden.length); layer++) {
    const stage = stagePlan(configuration, plan, x, examples, layer, kernel);
    const updates = pretraining!.epochs * updatesPerEpoch(examples, stage.training.batchSize);
    const given = x;
    const learned = await pretrainStage(stage, updates, engine, breather, `hidden layer ${layer + 1}`, async (trainer) => {
      const activations = await trainer.activations(given, examples);
      return activations[0]!;
    });
    if ('ending' in learned) return { parameters, layers, ending: learned.ending };
    parameters[layer] = learned.parameters[0]!;
    decoders[layer] = learned.parameters[1]!;
    x = learned.read;
    const { before, after } = learned;
    const back = pictures && image ? { pictures: reconstruct(features, x, decoders, examples, image.width) } : {};
    layers.push({ layer: layer + 1, updates, before, after, ...back });
  }
  return { parameters, layers };
}

/** The autoencoder of one layer, with `x` as features and as labels. */
function stagePlan(
  { network, training, pretraining }: Configuration,
  plan: RunPlan<Features>,
  x: Float32Array,
  examples: number,
  layer: number,
  kernel: Kernel,
): RunPlan {
  const inputs = layer === 0 ? plan.network.inputs : network.hidden[layer - 1]!;
  const units = network.hidden[layer]!;
  const { inputDropout, activityRegularizer, decoderRegularizer } = pretraining!;
  const initializer: Initializer = isGiven(network.initializer) ? { name: 'glorotUniform' } : network.initializer;
  const decoder = { kernel: drawWeights(initializer, units, inputs, kernel, plan.seed, DECODERS + layer), bias: new Float32Array(inputs) };
  return {
    network: {
      inputs,
      ...(inputDropout && { inputDropout }),
      layers: [
        { units, activation: network.activation, ...(activityRegularizer && { activityPenalty: activityRegularizer }) },
        { units: inputs, activation: { name: 'linear' }, ...(decoderRegularizer && { kernelPenalty: decoderRegularizer }) },
      ],
      loss: { name: 'meanSquaredError' },
    },
    training: { optimizer: pretraining!.optimizer, batchSize: pretraining!.batchSize, shuffle: training.shuffle },
    parameters: [plan.parameters[layer]!, decoder],
    data: { train: { examples, x, y: x } },
    seed: plan.seed,
  };
}

/** Streams of the decoders' weights: beyond those of any network's layers. Part of the meaning of a seed. */
const DECODERS = 1000;
