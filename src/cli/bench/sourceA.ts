/**
 * The comparisons of the handbook's source A ("Hyperparameter space of fully connected networks in Keras"), which set two
 * hyperparameters at a time: 2,500 points on circles, hidden layers of equal width. What the source leaves
 * open is as in the others: Adam at its default learning rate, batches of 50.
 */
import { expand } from '../../experiments/spec/expand.ts';
import { parseExperiment } from '../../experiments/spec/spec.ts';
import type { Experiment } from '../../experiments/spec/experiment.ts';
import type { Json } from '../../schema/json.ts';
import type { Run } from '../../experiments/train/observation.ts';

const POINTS = 2500;
const BATCH = 50;
const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'];
const OPTIMIZERS = ['sgd', 'adam', 'rmsprop', 'adagrad'];
const RATES = [0.001, 0.005, 0.01];
const WIDTHS = [2, 4, 8, 16];
const DEPTHS = [1, 2, 3];
const BATCHES = [50, 100, 250];
const SEED = 1;

/** A grid as an experiment file would have it, but for what all grids have in common. */
interface Grid {
  id: string;
  epochs: number;
  /** Defaults to Adam with its defaults. */
  optimizer?: Json;
  compare: Record<string, Json[]>;
}

const hidden = (width: number, depth: number) => new Array<number>(depth).fill(width);
const layers = (width: number, depth: number) => ({ label: `${depth} × ${width}`, set: { 'network.hidden': hidden(width, depth) } });
const oneLayer = WIDTHS.map((width) => layers(width, 1));
const faster = { name: 'adam', learningRate: 0.01 };

const grids: readonly Grid[] = [
  { id: 'A1', epochs: 100, compare: { 'network.activation': ACTIVATIONS, layers: oneLayer } },
  { id: 'A2', epochs: 150, optimizer: faster, compare: { 'network.activation': ACTIVATIONS, layers: DEPTHS.map((depth) => layers(4, depth)) } },
  { id: 'A3', epochs: 150, optimizer: faster, compare: { 'network.activation': ACTIVATIONS, layers: DEPTHS.map((depth) => layers(8, depth)) } },
  { id: 'A4', epochs: 150, compare: { layers: WIDTHS.flatMap((width) => DEPTHS.map((depth) => layers(width, depth))) } },
  { id: 'A5', epochs: 150, compare: { 'training.optimizer': OPTIMIZERS, 'training.optimizer.learningRate': RATES } },
  {
    id: 'A6',
    epochs: 150,
    compare: {
      'training.optimizer': OPTIMIZERS,
      // Fewer epochs with larger batches, as in the source.
      'batch size': BATCHES.map((size) => ({ label: String(size), set: { 'training.batchSize': size, 'training.epochs': (150 * BATCH) / size } })),
    },
  },
  { id: 'A7', epochs: 100, compare: { 'training.optimizer': OPTIMIZERS, layers: oneLayer } },
];

/** One run for each network of each grid, in the order of the grids. */
export function sourceRuns(): Run[] {
  return grids.flatMap(({ id, epochs, optimizer = 'adam', compare }) => {
    const raw = {
      dataset: { name: 'circles', examples: POINTS },
      // The source draws losses of training: nothing is held out.
      split: { validation: 0 },
      network: { hidden: hidden(16, 2), activation: 'relu' },
      training: { loss: 'categoricalCrossentropy', optimizer, batchSize: BATCH, epochs },
      compare,
    };
    return expand(parseExperiment(raw, id), [SEED]);
  });
}

/** Updates of a run of as many epochs as its configuration says; the last batch of an epoch may be smaller. */
export function updatesOfRun({ arm: { configuration } }: Run): number {
  const { dataset, split, training } = configuration;
  const trained = Number(({ ...dataset } as Record<string, unknown>)['examples']) * (1 - split.validation - split.test);
  return Math.ceil(Math.round(trained) / training.batchSize) * training.epochs!;
}

/** The same networks as one experiment, whose arms they are, as a page can run them at a press. */
export function sourceExperiment(): Experiment {
  const arms = sourceRuns().map(
    (
      {
        arm: {
          label,
          configuration: { network, training },
        },
      },
      index,
    ) => ({
      label: `${index + 1}: ${label}`,
      set: {
        'network.hidden': network.hidden,
        'network.activation': network.activation,
        'training.optimizer': training.optimizer,
        'training.batchSize': training.batchSize,
        'training.epochs': training.epochs,
      },
    }),
  );
  const raw = {
    title: 'Source A',
    dataset: { name: 'circles', examples: POINTS },
    split: { validation: 0 },
    network: { hidden: hidden(16, 2), activation: 'relu' },
    training: { loss: 'categoricalCrossentropy', optimizer: 'adam', batchSize: BATCH, epochs: 150 },
    compare: { 'network of the source': arms },
    show: { metric: 'loss', split: 'train', scale: 'log', x: 'step' },
    figures: ['curves', 'finals'],
    seeds: SEED,
  };
  return parseExperiment(raw, 'source A');
}
