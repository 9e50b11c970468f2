import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { rmsprop } from './rmsprop.ts';
import { sgd } from './sgd.ts';

export const optimizers = [sgd, adagrad, rmsprop, adam] as const;
