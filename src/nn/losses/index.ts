import { binaryCrossentropy } from './binaryCrossentropy.ts';
import { categoricalCrossentropy } from './categoricalCrossentropy.ts';
import { halfSquaredError } from './halfSquaredError.ts';
import { hinge } from './hinge.ts';
import { huber } from './huber.ts';
import { kullbackLeibler } from './kullbackLeibler.ts';
import { meanAbsoluteError } from './meanAbsoluteError.ts';
import { meanSquaredError } from './meanSquaredError.ts';

export const losses = [
  meanSquaredError,
  halfSquaredError,
  meanAbsoluteError,
  huber,
  binaryCrossentropy,
  categoricalCrossentropy,
  kullbackLeibler,
  hinge,
] as const;
