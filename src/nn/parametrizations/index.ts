import { maximalUpdate } from './maximalUpdate.ts';

export const parametrizations = [maximalUpdate] as const;
