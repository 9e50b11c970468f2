import { maxNorm } from './maxNorm.ts';
import { minMaxNorm } from './minMaxNorm.ts';
import { nonNegative } from './nonNegative.ts';
import { unitNorm } from './unitNorm.ts';

export const constraints = [maxNorm, unitNorm, minMaxNorm, nonNegative] as const;
