/** Labelled pictures as they lie in files, and the order in which MNIST's are used. */
export interface LabelledImages {
  /** Class of each picture, 0 to 9. */
  labels: Uint8Array;
  /** Pixels from 0 (paper) to 255 (ink), [pictures][28 × 28]. */
  pixels: Uint8Array;
}

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

/** What is at hand: all of MNIST, or its test files alone, divided in two. */
export interface MnistImages {
  title: string;
  train: LabelledImages;
  test: LabelledImages;
}

export const FULL_TITLE = 'MNIST';
export const TEST_ONLY_TITLE = 'MNIST test files only: 8,000 for training, 2,000 for testing';
/** How many of the test files' examples train where there are no others, in ten. */
const TRAINING_TENTHS = 8;

/**
 * The test pictures in the order in which they are used: one of the first half, one of the second, and so on.
 * LeCun et al. took the two halves from different writers, the first being the cleaner; so every beginning
 * of this order is as hard as the whole.
 */
export function interleaveHalves({ labels, pixels }: LabelledImages): LabelledImages {
  const count = labels.length;
  const half = Math.ceil(count / 2);
  const mixed = { labels: new Uint8Array(count), pixels: new Uint8Array(count * PIXELS) };
  for (let i = 0; i < count; i++) {
    const from = i % 2 === 0 ? i / 2 : half + (i - 1) / 2;
    mixed.labels[i] = labels[from]!;
    mixed.pixels.set(pixels.subarray(from * PIXELS, (from + 1) * PIXELS), i * PIXELS);
  }
  return mixed;
}

/** Training and test examples out of the test files alone. `test` in the order of `interleaveHalves`. */
export function divideTestImages(test: LabelledImages): MnistImages {
  const training = Math.floor((test.labels.length * TRAINING_TENTHS) / 10);
  return { title: TEST_ONLY_TITLE, train: slice(test, 0, training), test: slice(test, training, test.labels.length) };
}

export function slice({ labels, pixels }: LabelledImages, start: number, end: number): LabelledImages {
  return { labels: labels.subarray(start, end), pixels: pixels.subarray(start * PIXELS, end * PIXELS) };
}

/** Fill `to` with the first examples of `from`. */
export function copyFirst(from: LabelledImages, to: LabelledImages): void {
  const { labels, pixels } = slice(from, 0, to.labels.length);
  to.labels.set(labels);
  to.pixels.set(pixels);
}
