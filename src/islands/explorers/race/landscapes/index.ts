import { beale } from './beale.ts';
import { himmelblau } from './himmelblau.ts';
import { rastrigin } from './rastrigin.ts';
import { ravine } from './ravine.ts';
import { rosenbrock } from './rosenbrock.ts';
import { saddle } from './saddle.ts';

export const landscapes = [beale, rosenbrock, himmelblau, rastrigin, saddle, ravine] as const;
