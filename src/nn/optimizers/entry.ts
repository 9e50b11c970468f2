import type { Choice, KernelEntry, Spelling } from '../entry.ts';

export type OptimizerEntry = KernelEntry<OptimizerEquivalents>;

/** As Equivalents; `rate` is the learning rate of the first update. */
export interface OptimizerEquivalents {
  keras: Spelling;
  /** `changing`: whether the learning rate changes during training, or momentum starts at 0. */
  pytorch: PytorchOptimizer | ((choice: Choice, changing: boolean) => PytorchOptimizer);
  tensorflow: TensorflowRule;
}

/** The built-in one where it can be made to coincide with Keras', else a class of its own. */
export interface PytorchOptimizer {
  /** Expression of `params` and `rate`. */
  call: string;
  /** Definition of the class that is called, if it is none of PyTorch's. */
  code?: string;
  /** What differs from the built-in one, or how it coincides. */
  remark?: string;
}

/**
 * Written out on tf.Variables: `theta`, its gradient `g`, `slots` of its shape, the `rate`, the step `t`, counted from 1 and in float64,
 * since 1 - beta**t has only a few digits in float32.
 */
export interface TensorflowRule {
  /** What each slot starts with: a number, or the hyperparameter of this name. */
  slots: readonly (number | string)[];
  /** Statements. Hyperparameters go by their names with underscores: `weight_decay`. */
  update: string;
}
