import type { Failure } from '../../experiments/train/result.ts';
import { Fault } from '../../faults/fault.ts';

/** What a run failed with, as an error again. */
export function errorOf({ message, fault }: Failure): Error {
  return fault ? new Fault(fault) : new Error(message);
}
