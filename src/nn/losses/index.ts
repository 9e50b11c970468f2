import { binaryCrossentropy } from './binaryCrossentropy.ts';
import { categoricalCrossentropy } from './categoricalCrossentropy.ts';
import { meanSquaredError } from './meanSquaredError.ts';

export const losses = [meanSquaredError, binaryCrossentropy, categoricalCrossentropy] as const;
