/** What the front page trains, and what it knows of it before. */
import type { Experiment } from '../../experiments/spec/experiment.ts';

/** Points of a decision surface along each feature, recorded and live. */
export const RESOLUTION = 24;

/** One network of the front page, recorded with seed 1. */
export interface OpeningTile {
  /** Label of the arm. */
  arm: string;
  row: string;
  column: string;
  /** Training loss at the end; null where the run diverged. */
  loss: number | null;
}

/** What the page /opening.json holds, fetched when a reader is about to press Train. */
export interface OpeningData {
  experiment: Experiment;
  /** Of seed 1, by arm. */
  digests: Record<string, string>;
}
