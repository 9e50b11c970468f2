/**
 * Greedy layer-wise pre-training (Bengio et al. 2007; Hinton & Salakhutdinov 2006): each hidden layer in turn learns, as
 * the encoder of an autoencoder with a linear decoder, to give back what the layers before it make of the training
 * features. The encoders are where the training of the whole network then starts; the decoders are dropped.
 */
import { featureNumbers, updatesPerEpoch, type Engine, type Features, type LayerParameters, type RunPlan } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Initializer } from '../../nn/catalog.ts';
import type { Breather } from './breather.ts';
import { isGiven } from '../configuration/checkGiven.ts';
import { drawWeights } from '../plan/initialParameters.ts';
import type { Plan } from '../plan/plan.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Ending, PretrainedLayer } from './result.ts';

export interface Pretrained {
  /** For the whole network; the output layer's are as they were. */
  parameters: LayerParameters[];
  layers: PretrainedLayer[];
  /** If a layer diverged. */
  ending?: Ending;
}

/**
 * The encoders start as the network's layers would without pre-training, the decoders from streams of their own, so arms with
 * and without pre-training stay paired. Dropout, noise and penalties are for the training after it. Throws Cancelled.
 */
export async function pretrain(configuration: Configuration, { plan }: Plan, engine: Engine, kernel: Kernel, breather: Breather): Promise<Pretrained> {
  const { network, pretraining } = configuration;
  const parameters = [...plan.parameters];
  const layers: PretrainedLayer[] = [];
  // What an autoencoder gives back are numbers.
  let x = featureNumbers(plan.data.train.x);
  for (const layer of network.hidden.keys()) {
    const stage = stagePlan(configuration, plan, x, layer, kernel);
    const { examples } = stage.data.train;
    const updates = pretraining!.epochs * updatesPerEpoch(examples, stage.training.batchSize);
    const trainer = await engine.create(stage);
    try {
      const before = await lossOf(trainer);
      while (trainer.step < updates && trainer.divergedAt === undefined) {
        await breather.train(trainer, updates - trainer.step);
        await breather.pause();
      }
      const after = await lossOf(trainer);
      if (trainer.divergedAt !== undefined || !Number.isFinite(after)) return { parameters, layers, ending: diverged(trainer.divergedAt ?? updates, layer) };
      layers.push({ layer: layer + 1, updates, before, after });
      parameters[layer] = (await trainer.parameters())[0]!;
      x = (await trainer.activations(x, examples))[0]!;
    } finally {
      trainer.dispose();
    }
  }
  return { parameters, layers };
}

/** The autoencoder of one layer, with `x` as features and as labels. */
function stagePlan({ network, training, pretraining }: Configuration, plan: RunPlan<Features>, x: Float32Array, layer: number, kernel: Kernel): RunPlan {
  const inputs = layer === 0 ? plan.network.inputs : network.hidden[layer - 1]!;
  const units = network.hidden[layer]!;
  const initializer: Initializer = isGiven(network.initializer) ? { name: 'glorotUniform' } : network.initializer;
  const decoder = { kernel: drawWeights(initializer, units, inputs, kernel, plan.seed, DECODERS + layer), bias: new Float32Array(inputs) };
  return {
    network: {
      inputs,
      layers: [
        { units, activation: network.activation },
        { units: inputs, activation: { name: 'linear' } },
      ],
      loss: { name: 'meanSquaredError' },
    },
    training: { optimizer: pretraining!.optimizer, batchSize: pretraining!.batchSize, shuffle: training.shuffle },
    parameters: [plan.parameters[layer]!, decoder],
    data: { train: { examples: plan.data.train.examples, x, y: x } },
    seed: plan.seed,
  };
}

/** Streams of the decoders' weights: beyond those of any network's layers. Part of the meaning of a seed. */
const DECODERS = 1000;

async function lossOf(trainer: { evaluate(split: 'train'): Promise<Record<string, number>> }): Promise<number> {
  return (await trainer.evaluate('train'))['loss']!;
}

function diverged(step: number, layer: number): Ending {
  const explanation = `Diverged while hidden layer ${layer + 1} was pre-trained, at step ${step.toLocaleString('en')}: the reconstruction error was no longer a finite number. Try a smaller learning rate for pre-training.`;
  return { state: 'diverged', step, explanation };
}
