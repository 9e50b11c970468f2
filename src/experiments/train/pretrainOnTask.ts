/**
 * Supervised pre-training: the network, with an output layer of its own, learns another task, and its hidden layers are where
 * the training on the task of the run then starts. How well layers can be taken over is what Yosinski et al. (2014) measured.
 */
import type { DatasetChoice } from '../../datasets/dataset.ts';
import { createExamples } from '../../datasets/index.ts';
import { featureNumbers, updatesPerEpoch, type Engine } from '../../engines/engine.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Breather } from './breather.ts';
import { planRun, type Plan } from '../plan/plan.ts';
import { pretrainStage, type Pretrained } from './pretrainStage.ts';
import type { Configuration } from '../configuration/configuration.ts';

/** Starts and visits examples as the run itself does, with data from another seed, so that no two pictures share their draws. All examples are trained on. */
export async function pretrainOnTask(
  configuration: Configuration,
  task: DatasetChoice,
  { plan: { parameters, seed } }: Plan,
  engine: Engine,
  kernel: Kernel,
  breather: Breather,
): Promise<Pretrained> {
  const { epochs, batchSize, optimizer, layers: kept = configuration.network.hidden.length } = configuration.pretraining!;
  const source: Configuration = {
    dataset: task,
    split: { validation: 0, test: 0 },
    scaling: configuration.scaling,
    network: configuration.network,
    training: { loss: configuration.training.loss, optimizer, batchSize, shuffle: configuration.training.shuffle, epochs },
  };
  const { plan } = planRun(source, seed, kernel, createExamples(task, kernel, seed + OTHER_DATA));
  const { examples, x, y } = plan.data.train;
  const updates = epochs * updatesPerEpoch(examples, batchSize);
  const stage = { ...plan, parameters: [...parameters.slice(0, -1), plan.parameters.at(-1)!], data: { train: { examples, x: featureNumbers(x), y } } };
  const learned = await pretrainStage(stage, updates, engine, breather, 'the other task', async () => undefined);
  if ('ending' in learned) return { parameters, layers: [], ending: learned.ending };
  return {
    parameters: parameters.map((own, layer) => (layer < kept ? learned.parameters[layer]! : own)),
    layers: [{ layer: kept, updates, before: learned.before, after: learned.after }],
  };
}

/** Between the seed of the run and that of the other task's data: beyond the seeds of experiments. Part of the meaning of a seed. */
const OTHER_DATA = 1_000_000;
