import type { RunResult } from '../../../experiments/train/result.ts';
import { errorOf } from '../../workers/errorOf.ts';

/** Why runs could not be done, where that is a fault of loading or of memory: the same for all of them. */
export function faultOf(results: readonly RunResult[]): Error | undefined {
  const failed = results.map(({ ending }) => ending).find((ending) => ending.state === 'failed' && ending.fault);
  return failed?.state === 'failed' ? errorOf(failed) : undefined;
}
