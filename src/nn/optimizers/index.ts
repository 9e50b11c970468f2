import { adadelta } from './adadelta.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamax } from './adamax.ts';
import { adamw } from './adamw.ts';
import { amsgrad } from './amsgrad.ts';
import { lion } from './lion.ts';
import { nadam } from './nadam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

export { momentumWarmUp } from './momentumWarmUp.ts';
export const optimizers = [sgd, adagrad, adadelta, rmsprop, adam, amsgrad, adamw, adamax, nadam, lion] as const;
