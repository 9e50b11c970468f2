/**
 * Small runs that between them use everything the kernel computes, derived from the catalog, the data sets and
 * the options of a network and of training, so that a new entry is covered without a line here.
 */
import { datasets } from '../../datasets/index.ts';
import { hiddenActivations } from '../../experiments/configuration/configurationSchema.ts';
import { ONLY_ARM } from '../../experiments/spec/armsOf.ts';
import { POSITIONS } from '../../experiments/configuration/networkOptions.ts';
import { lossesFor, outputRule } from '../../experiments/configuration/output.ts';
import { parseConfiguration } from '../../experiments/configuration/parseConfiguration.ts';
import { formatPath } from '../../schema/problem.ts';
import { CLIPPINGS } from '../../experiments/configuration/trainingOptions.ts';
import type { Json } from '../../schema/json.ts';
import type { Run } from '../../experiments/train/observation.ts';
import { constraints, initializers, losses, normalizations, optimizers, schedules } from '../../nn/catalog.ts';
import { withDefaults, type Entry } from '../../nn/entry.ts';

export interface NamedRun {
  name: string;
  run: Run;
}

type Settings = Record<string, Json>;
interface Change {
  dataset?: Json;
  split?: Settings;
  scaling?: Json;
  network?: Settings;
  training?: Settings;
  pretraining?: Json;
}

const CLASSES = { name: 'circles', examples: 75 };
const NUMBERS = { name: 'sine', examples: 75 };

/** 60 examples to train on in batches of 8, the last one of 4; 5 epochs of 8 updates. Schedules get 12, as their lengths are up to 10 epochs. */
function base(): Required<Pick<Change, 'dataset' | 'network' | 'training'>> {
  return {
    dataset: CLASSES,
    network: { hidden: [7, 5], activation: 'tanh' },
    training: { loss: 'categoricalCrossentropy', optimizer: { name: 'sgd', learningRate: 0.1 }, batchSize: 8, epochs: 5 },
  };
}

export function bitRuns(): NamedRun[] {
  return [
    ...kind('activation', hiddenActivations, (activation) => ({ network: { activation } })),
    ...kind('initializer', initializers, (initializer) => ({ network: { initializer } })),
    ...kind('optimizer', optimizers, (optimizer) => ({ training: { optimizer } })),
    ...kind('schedule', schedules, (schedule) => ({ training: { schedule, epochs: 12 } })),
    ...kind('constraint', constraints, (constraint) => ({ network: { constraint } })),
    ...POSITIONS.flatMap((position) =>
      kind(`normalization ${position} activation,`, normalizations, (choice) => ({ network: { normalization: { ...choice, position } } })),
    ),
    ...lossRuns(),
    ...CLIPPINGS.map((by) => make(`clip by ${by}`, { training: { clip: { by, limit: 0.05 } } })),
    make('dropout', { network: { dropout: 0.3, inputDropout: 0.2 } }),
    make('dropout at the output', { network: { outputDropout: 0.2 } }),
    make('noise', { network: { noise: { input: 0.2, hidden: 0.1 } } }),
    make('regularizer', { network: { regularizer: { l1: 0.01, l2: 0.02, biases: true } } }),
    make('activity regularizer', { network: { activityRegularizer: { l1: 0.01, l2: 0.02 } } }),
    ...(['sgd', 'adam'] as const).map((optimizer) =>
      make(`parametrization maximalUpdate, ${optimizer}`, {
        network: { hidden: [12, 20], initializer: 'heUniform', parametrization: { name: 'maximalUpdate', base: 4 } },
        training: { optimizer },
      }),
    ),
    make('averaging', { training: { averaging: { momentum: 0.9 } } }),
    make('warm-up', { training: { warmUp: { epochs: 2, start: 0.1 }, schedule: 'cosine' } }),
    make('rising momentum', { training: { optimizer: { name: 'sgd', momentum: 0.9 }, momentumWarmUp: { from: 0, updates: 20 } } }),
    make('early stopping', { training: { earlyStopping: { patience: 1, minDelta: 0.1 } } }),
    make('checkpoints', { training: { checkpoints: { every: 2 } } }),
    make('pre-training', { pretraining: { epochs: 2 } }),
    make('pre-training with examples without labels, disturbed and penalized', {
      split: { validation: 0.2, unlabelled: 20 },
      pretraining: { epochs: 2, layers: 1, inputDropout: 0.2, activityRegularizer: { l1: 0.001 }, decoderRegularizer: { l2: 0.001 } },
    }),
    make('another task before, its layers frozen', { pretraining: { dataset: { name: 'moons', examples: 60 }, epochs: 2, frozen: 1 } }),
    ...datasetRuns(),
    // Shapes that take other paths through the products: copied panels, few rows, features left out.
    make('wide, large batch', { network: { hidden: [37, 33] }, training: { batchSize: 35 } }),
    make('wide, batch of 2', { network: { hidden: [37, 33] }, training: { batchSize: 2, epochs: 1 } }),
    make('pictures, large batch', { ...pictures, training: { ...pictures.training, batchSize: 30 } }),
    make('pictures, batch of 2', { ...pictures, training: { ...pictures.training, batchSize: 2 } }),
  ];
}

const pictures = { dataset: { name: 'digits', examples: 75 }, network: { hidden: [21] }, training: { optimizer: 'adam', epochs: 1 } };

/** Each entry with its defaults, and with all of its hyperparameters changed if it has any. */
function kind(what: string, entries: readonly Entry[], change: (choice: Settings) => Change): NamedRun[] {
  return entries.flatMap((entry) => {
    const changed = changedHyperparameters(entry);
    return [
      make(`${what} ${entry.name}`, change(withDefaults(entry))),
      ...(Object.keys(changed).length > 0 ? [make(`${what} ${entry.name}, changed`, change({ name: entry.name, ...changed }))] : []),
    ];
  });
}

/** Switches are turned over; numbers are halved, and where the default is 0 become a half, as far as the range allows. */
function changedHyperparameters({ hyperparameters }: Entry): Settings {
  return Object.fromEntries(
    Object.entries(hyperparameters).map(([key, hyperparameter]): [string, Json] => {
      if (hyperparameter.kind === 'boolean') return [key, !hyperparameter.default];
      const { default: value, min, max, integer } = hyperparameter;
      const half = value === 0 ? 0.5 : value / 2;
      return [key, Math.min(Math.max(integer ? Math.ceil(half) : half, min), max)];
    }),
  );
}

/** Each loss on every kind of data that it is for, with every output activation that goes with it. */
function lossRuns(): NamedRun[] {
  return (['classification', 'regression'] as const).flatMap((task) =>
    lossesFor(task).flatMap(({ name }) =>
      outputRule(name, task)!.activations.flatMap((outputActivation) =>
        kind(
          `loss on ${task}, ${outputActivation},`,
          losses.filter((loss) => loss.name === name),
          (loss) => ({ dataset: task === 'classification' ? CLASSES : NUMBERS, network: { outputActivation }, training: { loss } }),
        ),
      ),
    ),
  );
}

/** Every data set that is computed and not read from files, scaled each way; what is drawn is part of the bits. */
function datasetRuns(): NamedRun[] {
  return datasets
    .filter(({ load }) => !load)
    .map(({ name, task, options }) => {
      const dataset = { name, ...('examples' in options && { examples: 75 }) };
      return task === 'classification'
        ? make(`data ${name}`, { dataset, scaling: 'minMax', split: { validation: 0.2, test: 0.1, stratified: true } })
        : make(`data ${name}`, { dataset, scaling: { features: 'standardize', labels: 'standardize' }, training: { loss: 'meanSquaredError' } });
    });
}

function make(name: string, { dataset, split, scaling, network, training, pretraining }: Change): NamedRun {
  const given = base();
  const raw = {
    dataset: dataset ?? given.dataset,
    ...(split && { split }),
    ...(scaling !== undefined && { scaling }),
    network: { ...given.network, ...network },
    training: { ...given.training, ...training },
    ...(pretraining !== undefined && { pretraining }),
  };
  const parsed = parseConfiguration(raw);
  if ('problems' in parsed) {
    const problems = parsed.problems.map(({ at, found, allowed }) => `${formatPath(at)}: found ${found}; allowed: ${allowed}`);
    throw new Error(`The run "${name}" cannot be made: ${problems.join('; ')}.`);
  }
  return { name, run: { arm: { label: ONLY_ARM, labels: {}, configuration: parsed.configuration }, seed: 1 } };
}
