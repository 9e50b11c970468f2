/** The catalog: one list per kind. CONTRIBUTING.md says what a new entry needs elsewhere, and tests/catalog.test.ts names what it lacks. */
import type { Choice } from './entry.ts';

export { activations } from './activations/index.ts';
export { constraints } from './constraints/index.ts';
export { initializers } from './initializers/index.ts';
export { losses } from './losses/index.ts';
export { normalizations } from './normalizations/index.ts';
export { momentumWarmUp, optimizers } from './optimizers/index.ts';
export { parametrizations } from './parametrizations/index.ts';
export { schedules, warmUp } from './schedules/index.ts';

export type Activation = Choice;
export type Constraint = Choice;
export type Initializer = Choice;
export type Loss = Choice;
export type Optimizer = Choice;
export type Parametrization = Choice;
export type Schedule = Choice;
