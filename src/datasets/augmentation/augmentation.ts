/** What augmentation does to pictures: how many copies, and how far each is moved. All ranges are of draws about zero. */
import type { DatasetOption } from '../dataset.ts';

export interface Augmentation {
  /** Moved copies of each training example, beside itself. */
  copies: number;
  shift: number;
  rotation: number;
  scaling: number;
  shear: number;
  elastic: number;
}

export const augmentationOptions: Record<keyof Augmentation, DatasetOption> = {
  copies: { kind: 'number', description: 'moved copies of each training picture, beside itself', default: 1, min: 0, max: 64, integer: true },
  shift: { kind: 'number', description: 'largest shift of a copy, across and down, in pixels', default: 0, min: 0, max: 14 },
  rotation: { kind: 'number', description: 'largest turn of a copy, either way, in degrees', default: 0, min: 0, max: 180 },
  scaling: { kind: 'number', description: 'largest change of a copy’s size, as a share of it', default: 0, min: 0, max: 0.9 },
  shear: { kind: 'number', description: 'largest slant of a copy, either way: how far a row moves for each row from the middle', default: 0, min: 0, max: 2 },
  elastic: { kind: 'number', description: 'standard deviation of a smooth, random displacement of a copy’s pixels, in pixels', default: 0, min: 0, max: 5 },
};

/** More than this, of all training examples and their copies, is refused; a feature is a byte where the data set has codes, else four. */
export const MOST_BYTES = 200_000_000;
