import { DataMissingError } from '../../datasets/dataMissingError.ts';
import { Fault } from '../../faults/fault.ts';
import type { Failure } from '../train/result.ts';

/** An error as it is kept with a run, which may have crossed from a worker. */
export function failureOf(error: Error): Failure {
  if (error instanceof DataMissingError) return { message: error.message, missing: { dataset: error.dataset, offer: error.offer } };
  return { message: error.message, ...(error instanceof Fault && { fault: error.kind }) };
}
