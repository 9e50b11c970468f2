/** What one run needs to know, as types. Plain JSON; what is off is absent. */
import type { Augmentation } from '../../datasets/augmentation/augmentation.ts';
import type { DatasetChoice } from '../../datasets/dataset.ts';
import type { ScalingName } from '../../datasets/scaling.ts';
import type { Split } from '../../engines/engine.ts';
import type { Constraint, Optimizer, Parametrization, Schedule } from '../../nn/catalog.ts';
import type { Choice } from '../../nn/entry.ts';
import type { MomentumWarmUp } from '../../nn/optimizers/momentumWarmUp.ts';

/** Parameters of one layer as numbers, kernel as [inputs][units]. Of a normalized layer, what is not given starts at γ 1, β 0, mean 0 and variance 1. */
export interface GivenParameters {
  kernel: number[][];
  bias: number[];
  gamma?: number[];
  beta?: number[];
  movingMean?: number[];
  movingVariance?: number[];
}

/** Initializer by name, or the parameters themselves. */
/** What a saved model was made for. */
export interface Made {
  /** Names of its inputs, in their order. */
  features: string[];
  /** Names of its classes, by number; none in regression. */
  classes: string[];
  /** Whether its inputs were scaled. */
  scaled: boolean;
  /** Names of the activations of its layers, the output's last. */
  activations?: string[];
}

export type InitializerSpec = Choice | { name: 'given'; parameters: GivenParameters[]; made?: Made };

/** `batch` or `layer` with its hyperparameters, before or after the activation of each hidden layer. */
export type NormalizationSpec = Choice & { position: 'before' | 'after' };

/** Gradients are cut off at `limit`: each entry, the norm of each variable's, or the norm of all. */
export interface ClipSpec {
  by: 'value' | 'norm' | 'globalNorm';
  limit: number;
}

/** Stop once the metric has not become better by more than `minDelta` for `patience` epochs in a row. */
export interface EarlyStoppingSpec {
  metric: string;
  split: Split;
  patience: number;
  minDelta: number;
  /** Whether the run ends with the parameters of its best epoch. */
  restoreBest: boolean;
}

/** What hidden layers learn before the whole network is trained: each in turn to encode what it is given, or all together another task. */
export interface PretrainingSpec {
  /** Epochs per layer, or of the other task. */
  epochs: number;
  optimizer: Optimizer;
  /** Defaults to that of training. */
  batchSize: number;
  // What follows is absent where it is not asked for.
  /** How many hidden layers, from the first; defaults to all. */
  layers?: number;
  /** How many of them stay as they are from then on; defaults to none. */
  frozen?: number;
  /** Another task, which the network learns with an output layer of its own; without it, layers are autoencoders. */
  dataset?: DatasetChoice;
  /** Of autoencoders: share of what a layer is given that is dropped at each step, the penalty on its outputs, and the one on the decoder's weights. */
  inputDropout?: number;
  activityRegularizer?: { l1: number; l2: number };
  decoderRegularizer?: { l1: number; l2: number };
}

/** How long to train: exactly one of the three. One epoch is one pass over the training split. */
export interface Budget {
  epochs?: number;
  updates?: number;
  examples?: number;
}

/**
 * What one run needs to know; arms are overrides of this. Its paths (`training.optimizer.learningRate`,
 * `network.hidden`, …) are the ones that files, comparisons, controls and links use.
 */
export interface Configuration {
  /** Data set by name with its options, or `inline` with the numbers themselves. */
  dataset: DatasetChoice;
  /** What is held out: shares of all examples in [0, 1), or whole numbers of them; the rest is the training split. */
  split: {
    validation: number;
    test: number;
    /** The last examples as they are stored, in place of random ones. */
    take?: 'last';
    /** Whether each class is in each split in proportion. */
    stratified?: true;
    /** How many of the others have no labels: they are in no split, and autoencoders alone see them. */
    unlabelled?: number;
  };
  /** Moved copies of the training examples, which are pictures; none where absent. They belong to the training split. */
  augmentation?: Augmentation;
  /** Fitted on the training split, without copies. Labels are scaled in regression alone. */
  scaling: { features: ScalingName; labels: ScalingName };
  network: {
    hidden: number[];
    /** Activation of the hidden layers. */
    activation: Choice;
    /** Activation of the output layer; by default the one that goes with the loss. */
    outputActivation: Choice;
    initializer: InitializerSpec;
    // What follows is off where it is absent.
    /** Share of each hidden layer's outputs, and of the features, that is dropped at each step. */
    dropout?: number;
    inputDropout?: number;
    /** Share of the outputs, before the output activation, that is set to zero at each step. */
    outputDropout?: number;
    /** Standard deviation of Gaussian noise on the features and on each hidden layer's outputs, while training. */
    noise?: { input: number; hidden: number };
    /** Of every hidden layer. */
    normalization?: NormalizationSpec;
    /** Penalty on the weights of every layer, and on its biases if asked for. */
    regularizer?: { l1: number; l2: number; biases: boolean };
    /** Penalty on the outputs of every hidden layer. */
    activityRegularizer?: { l1: number; l2: number };
    /** On the weights into every hidden layer; with `output: true`, which is absent otherwise, into the output layer, too. */
    constraint?: Constraint;
    /** How start weights and learning rates of the layers follow the width. */
    parametrization?: Parametrization;
  };
  training: {
    loss: Choice;
    optimizer: Choice;
    batchSize: number;
    shuffle: boolean;
    /** Of the learning rate; constant where absent. reduceOnPlateau watches the validation loss, or the training loss where there is none. */
    schedule?: Schedule;
    /** Before the schedule: length in epochs, and the share of the learning rate at its start. */
    warmUp?: { epochs: number; start: number };
    /** Of the momentum of SGD: the first value, and the updates until its own is reached. */
    momentumWarmUp?: MomentumWarmUp;
    clip?: ClipSpec;
    /** Evaluate an exponential moving average of the parameters. */
    averaging?: { momentum: number };
    earlyStopping?: EarlyStoppingSpec;
    /** Parameters to keep: after every so many epochs, and of the epoch with the lowest validation (else training) loss. */
    checkpoints?: { every?: number; best: boolean };
  } & Budget;
  pretraining?: PretrainingSpec;
}
