/** Data as tensors, whole and in batches. */
import { gather, slice, tensor1d, tensor2d, tidy, type Tensor2D } from '@tensorflow/tfjs-core';
import { featureNumbers, type Features, type SplitData } from '../engine.ts';
import type { EpochOrder } from './epochOrder.ts';

/** A split on the backend: `x` is [examples][inputs], `y` is [examples][outputs]. */
export interface TensorSplit {
  examples: number;
  x: Tensor2D;
  y: Tensor2D;
}

export interface Batches {
  /** Go on to the next epoch: draw its order, if the order is drawn. Call also before the first. */
  nextEpoch(): void;
  /** Batch `index` of the present epoch; the last may be smaller. The caller disposes it. */
  batch(index: number): TensorSplit;
  dispose(): void;
}

/** Upload a split. The caller disposes it. */
export function tensorSplit({ examples, x, y }: SplitData<Features>): TensorSplit {
  const features = featureNumbers(x);
  return {
    examples,
    x: tensor2d(features, [examples, features.length / examples], 'float32'),
    y: tensor2d(y, [examples, y.length / examples], 'float32'),
  };
}

export function disposeSplit({ x, y }: TensorSplit): void {
  x.dispose();
  y.dispose();
}

/**
 * Batches of `data`, which stays the caller's. An epoch's examples are put in order once, so that a
 * batch is a slice and nothing is uploaded between epochs.
 */
export function createBatches(data: TensorSplit, batchSize: number, order: EpochOrder | undefined): Batches {
  let epoch = data;
  const drop = () => {
    if (epoch !== data) disposeSplit(epoch);
  };
  return {
    nextEpoch() {
      if (!order) return;
      const permutation = order.next();
      drop();
      epoch = tidy(() => {
        const rows = tensor1d(permutation, 'int32');
        return { examples: data.examples, x: gather(data.x, rows), y: gather(data.y, rows) };
      });
    },
    batch(index) {
      const start = index * batchSize;
      const examples = Math.min(batchSize, data.examples - start);
      return { examples, x: rows(epoch.x, start, examples), y: rows(epoch.y, start, examples) };
    },
    dispose: drop,
  };
}

function rows(tensor: Tensor2D, start: number, count: number): Tensor2D {
  const [, width] = tensor.shape;
  return slice(tensor, [start, 0], [count, width]);
}
