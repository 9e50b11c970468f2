/** Trains the explorer's network on 5,000 pictures and their moved copies, and shows it several times a second. Runs in a worker. */
import { numbersOf, type DatasetChoice } from '../../../datasets/dataset.ts';
import type { DataSource } from '../../../datasets/dataSource.ts';
import { DataMissingError } from '../../../datasets/dataMissingError.ts';
import { filesOf, findDataset, loadExamples } from '../../../datasets/index.ts';
import { fusedEngine } from '../../../engines/fused/fused.ts';
import type { Configuration } from '../../../experiments/configuration/configuration.ts';
import { planRun } from '../../../experiments/plan/plan.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { activations, initializers, losses, optimizers } from '../../../nn/catalog.ts';
import { findEntry, withDefaults } from '../../../nn/entry.ts';
import type { Network } from './forward.ts';
import { BATCH, COPIES, EPOCHS, EXAMPLES, HIDDEN, RATE, TESTED } from './setup.ts';

export interface Data {
  choice: DatasetChoice;
  /** To fetch; none for digits that the program draws. */
  bytes: number;
}

export interface Progress {
  network: Network;
  updates: number;
  total: number;
  /** Share of the test pictures that it names right. */
  accuracy: number;
}

const MNIST: DatasetChoice = { name: 'mnist', examples: EXAMPLES, testExamples: TESTED };

/** MNIST, or, where the site does not serve it, digits that the program draws. */
export async function chooseData(source: DataSource): Promise<Data> {
  try {
    const files = await filesOf(MNIST, source);
    return { choice: MNIST, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch (error) {
    if (!(error instanceof DataMissingError)) throw error;
    const options = Object.entries(findDataset('digits').options).map(([key, option]) => [key, option.default]);
    return { choice: { ...Object.fromEntries(options), name: 'digits', examples: EXAMPLES + TESTED } as DatasetChoice, bytes: 0 };
  }
}

/** The test pictures, [TESTED][pixels], and their classes. */
export async function testPictures({ choice }: Data, kernel: Kernel, source: DataSource): Promise<{ pictures: Float32Array; labels: number[] }> {
  const { x, y, features, examples } = await loadExamples(choice, kernel, SEED, source);
  const first = examples - TESTED;
  const rows = Int32Array.from({ length: TESTED }, (_, index) => first + index);
  const pictures = Float32Array.from('codes' in x ? numbersOf({ ...x, rows }) : x.subarray(first * features));
  return { pictures, labels: Array.from(y.subarray(first)) };
}

/** `show` gets the network before training, about ten times a second, and at the end; `breathe` is awaited in between and says whether to go on. */
export async function trainDigits(
  data: Data,
  kernel: Kernel,
  source: DataSource,
  show: (progress: Progress) => void,
  breathe: () => Promise<boolean>,
): Promise<void> {
  const planned = planRun(configurationOf(data.choice), SEED, kernel, await loadExamples(data.choice, kernel, SEED, source));
  const trainer = await fusedEngine(kernel).create(planned.plan);
  const total = planned.updates;
  const look = async () => {
    const { accuracy = NaN } = await trainer.evaluate('test');
    const layers = (await trainer.parameters()).map(({ kernel: weights, bias }) => ({ kernel: weights, bias }));
    show({ network: layers as unknown as Network, updates: trainer.step, total, accuracy });
  };
  await look();
  while (trainer.step < total && (await breathe())) {
    const begun = performance.now();
    do {
      const updates = Math.min(SLICE, total - trainer.step);
      // Falls in a straight line to zero.
      const rates = Float64Array.from({ length: updates }, (_, update) => RATE * (1 - (trainer.step + update) / total));
      await trainer.train(updates, rates);
    } while (trainer.step < total && performance.now() - begun < SHOWN_EVERY);
    await look();
  }
  trainer.dispose();
}

const SEED = 1;
/** Updates of one call, and milliseconds from showing to showing. */
const SLICE = 10;
const SHOWN_EVERY = 100;

function configurationOf(dataset: DatasetChoice): Configuration {
  return {
    dataset,
    // MNIST has test pictures of its own.
    split: { validation: 0, test: dataset === MNIST ? 0 : TESTED, take: 'last' },
    augmentation: { copies: COPIES, shift: 1, rotation: 10, scaling: 0.1, shear: 0, elastic: 1 },
    scaling: { features: 'none', labels: 'none' },
    network: {
      hidden: [HIDDEN],
      activation: withDefaults(findEntry('activation', activations, 'relu')),
      outputActivation: withDefaults(findEntry('activation', activations, 'softmax')),
      initializer: withDefaults(findEntry('initializer', initializers, 'heNormal')),
    },
    training: {
      loss: withDefaults(findEntry('loss', losses, 'categoricalCrossentropy')),
      optimizer: withDefaults(findEntry('optimizer', optimizers, 'adam'), { learningRate: RATE }),
      batchSize: BATCH,
      shuffle: true,
      epochs: EPOCHS,
    },
  };
}
