import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import { cosineRestarts } from './cosineRestarts.ts';
import { exponential } from './exponential.ts';
import { oneCycle } from './oneCycle.ts';
import { polynomial } from './polynomial.ts';
import { rangeTest } from './rangeTest.ts';
import { reduceOnPlateau } from './reduceOnPlateau.ts';
import { stepDecay } from './stepDecay.ts';
import { timeBased } from './timeBased.ts';
import { triangular } from './triangular.ts';

export { warmUp } from './warmUp.ts';

export const schedules = [
  constant,
  timeBased,
  exponential,
  stepDecay,
  polynomial,
  cosine,
  cosineRestarts,
  triangular,
  oneCycle,
  rangeTest,
  reduceOnPlateau,
] as const;
