/** What a network may have beside its layers: regularization, noise and normalization; all off unless asked for. */
import * as z from 'zod';
import { constraints, normalizations, parametrizations } from '../../nn/catalog.ts';
import { LIMITS } from './limits.ts';
import { rangeSchema } from '../../schema/range.ts';
import { entrySchema, group, namesOf, optionalChoiceOf, strength } from '../../schema/parts.ts';
import type { NormalizationSpec } from './configuration.ts';
import type { Constraint, Parametrization } from '../../nn/catalog.ts';

export const POSITIONS = ['before', 'after'] as const;

const output = z.boolean().optional().describe('whether the constraint is on the weights into the output layer, too');
const noise = rangeSchema(LIMITS.noise).default(0);
const penalty = rangeSchema(LIMITS.penalty).default(0);

export const networkOptions = {
  dropout: strength(LIMITS.share),
  inputDropout: strength(LIMITS.share),
  outputDropout: strength(LIMITS.share).describe(
    'share of the outputs, before the output activation, that is set to zero at each step; a slip of one source, kept to be shown',
  ),
  noise: group({ input: noise, hidden: noise }),
  normalization: optionalChoiceOf<NormalizationSpec>(
    'none',
    namesOf(normalizations),
    normalizations.map((entry) => entrySchema(entry).extend({ position: z.enum(POSITIONS).default('before') })),
  ),
  regularizer: group({ l1: penalty, l2: penalty, biases: z.boolean().default(false) }),
  activityRegularizer: group({ l1: penalty, l2: penalty }),
  constraint: optionalChoiceOf<Constraint>(
    'none',
    namesOf(constraints),
    constraints.map((entry) => entrySchema(entry).extend({ output })),
  ).transform((constraint) => constraint && hiddenAlone(constraint)),
  parametrization: optionalChoiceOf<Parametrization>('standard', namesOf(parametrizations), parametrizations.map(entrySchema)).describe(
    'how start weights and learning rates of the layers follow the width; standard by default, which is one learning rate for all',
  ),
};

/** Without `output`, unless it is true. */
function hiddenAlone({ output: too, ...constraint }: Constraint): Constraint {
  return too === true ? { ...constraint, output: true } : constraint;
}
