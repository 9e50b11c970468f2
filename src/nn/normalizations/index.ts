import { batchNormalization } from './batchNormalization.ts';
import { layerNormalization } from './layerNormalization.ts';

export const normalizations = [batchNormalization, layerNormalization] as const;
