/** Layer-wise pre-training as it is written in a spec. */
import { optimizers } from '../../nn/catalog.ts';
import type * as z from 'zod';
import { LIMITS } from './limits.ts';
import { rangeSchema } from '../../schema/range.ts';
import { entryChoice, switchable } from '../../schema/parts.ts';
import type { PretrainingSpec } from './configuration.ts';

type Written = Omit<PretrainingSpec, 'batchSize'> & Partial<PretrainingSpec>;

export const pretrainingSchema: z.ZodType<Written | undefined> = switchable({
  epochs: rangeSchema(LIMITS.epochs).default(10),
  optimizer: entryChoice(optimizers).prefault({ name: 'adam' }),
  batchSize: rangeSchema(LIMITS.batchSize).optional(),
});
