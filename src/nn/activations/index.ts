import { elu } from './elu.ts';
import { gelu } from './gelu.ts';
import { geluTanh } from './geluTanh.ts';
import { hardSigmoid } from './hardSigmoid.ts';
import { leakyRelu } from './leakyRelu.ts';
import { linear } from './linear.ts';
import { relu } from './relu.ts';
import { selu } from './selu.ts';
import { sigmoid } from './sigmoid.ts';
import { softmax } from './softmax.ts';
import { softplus } from './softplus.ts';
import { step } from './step.ts';
import { swish } from './swish.ts';
import { tanh } from './tanh.ts';
import type { ActivationEntry } from './entry.ts';

export const activations: readonly ActivationEntry[] = [
  linear,
  step,
  sigmoid,
  hardSigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  selu,
  gelu,
  geluTanh,
  swish,
  softplus,
  softmax,
];
