/** What training may do beside plain steps: schedule, rising momentum, clipping, averaging, early stopping, checkpoints; all off unless asked for. */
import * as z from 'zod';
import { SPLITS } from '../../engines/engine.ts';
import { momentumWarmUp, schedules, warmUp, type Schedule } from '../../nn/catalog.ts';
import type { MomentumWarmUp } from '../../nn/optimizers/momentumWarmUp.ts';
import { LIMITS, MOST_CHECKPOINTS } from './limits.ts';
import { metricNames } from './metrics.ts';
import { rangeSchema } from '../../schema/range.ts';
import { entrySchema, group, namesOf, settings, switchable, valuesOf } from '../../schema/parts.ts';
import type { ClipSpec } from './configuration.ts';

export const CLIPPINGS = ['value', 'norm', 'globalNorm'] as const;

const clip = settings({ by: z.enum(CLIPPINGS), limit: rangeSchema(LIMITS.clip).default(1) });

const fullSchedule = z.discriminatedUnion('name', schedules.map(entrySchema) as unknown as [z.core.$ZodTypeDiscriminable]);
const schedule = z.union([
  z.enum(namesOf(schedules)).transform((name) => unlessConstant(fullSchedule.parse({ name }))),
  fullSchedule.transform(unlessConstant),
]);

export const trainingOptions = {
  schedule: schedule.optional() as unknown as z.ZodType<Schedule | undefined>,
  warmUp: switchable(valuesOf(warmUp.hyperparameters)) as unknown as z.ZodType<{ epochs: number; start: number } | undefined>,
  momentumWarmUp: switchable(valuesOf(momentumWarmUp.hyperparameters)) as unknown as z.ZodType<MomentumWarmUp | undefined>,
  clip: z.union([z.enum(['none', ...CLIPPINGS]).transform((by): ClipSpec | undefined => (by === 'none' ? undefined : clip.parse({ by }))), clip]).optional(),
  averaging: group({ momentum: rangeSchema(LIMITS.share).default(0.99) }),
  earlyStopping: switchable({
    metric: z.enum(metricNames).default('loss'),
    split: z.enum(SPLITS).default('validation'),
    patience: rangeSchema(LIMITS.patience).default(10),
    minDelta: rangeSchema(LIMITS.minDelta).default(0),
    restoreBest: z.boolean().default(true),
  }),
  checkpoints: settings({ every: rangeSchema(LIMITS.epochs).optional(), best: z.boolean().default(false) })
    .refine(({ every, best }) => every !== undefined || best, { error: `every (a number of epochs), or best: true; at most ${MOST_CHECKPOINTS} are kept` })
    .optional(),
};

/** A constant learning rate is no schedule. */
function unlessConstant<T>(chosen: T): T | undefined {
  return (chosen as Schedule).name === 'constant' ? undefined : chosen;
}
