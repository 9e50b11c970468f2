import { glorotNormal } from './glorotNormal.ts';
import { glorotUniform } from './glorotUniform.ts';
import { heNormal } from './heNormal.ts';
import { heUniform } from './heUniform.ts';
import { lecunNormal } from './lecunNormal.ts';
import { lecunUniform } from './lecunUniform.ts';
import { zeros } from './zeros.ts';

export const initializers = [zeros, glorotUniform, glorotNormal, heUniform, heNormal, lecunUniform, lecunNormal] as const;
