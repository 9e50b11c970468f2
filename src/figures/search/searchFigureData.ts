/** What the figures of a search draw: the same for a recorded and for a live one. Made by searchAdapter.ts. */

export interface SearchFigureData {
  /** Of the search. */
  title: string;
  /** "validation loss, mean of 3 folds" */
  quantity: string;
  scale: 'linear' | 'log';
  better: 'low' | 'high';
  /** Strategies, or the arms of a tuned comparison: told apart by colour, dash and marker. */
  series: string[];
  dimensions: SearchDimension[];
  /** Of the shown seed, in the order in which they were proposed. */
  trials: SearchTrial[];
  shownSeed: number;
  /** Number of seeds behind the curves. */
  seeds: number;
  curves: BestCurve[];
  /** What the curves' x is. */
  cost: CostUnit;
  /** Name of the dimension → share; absent where it cannot be told. */
  importance?: { name: string; share: number }[];
}

export const COST_NAMES = { trials: 'full trainings', updates: 'updates', multiplyAdds: 'multiply-adds' } as const;
export type CostUnit = keyof typeof COST_NAMES;

export interface SearchDimension {
  name: string;
  isLog: boolean;
  /** Values at the ends of the axis, and between them for names. */
  ticks: { at: number; text: string }[];
}

export interface SearchTrial {
  /** Index into `series`. */
  series: number;
  /** Where it lies on each dimension, in [0, 1]; NaN where it has no value there. */
  at: number[];
  /** Its values in words. */
  text: string[];
  /** NaN: it diverged, or could not be run. */
  value: number;
  /** One for each run: each seed with each fold. */
  runs: number[];
  /** Of the training budget. */
  share: number;
  /** The best of its series. */
  isBest: boolean;
}

/** Best value found so far against cost: median over seeds, with quartiles where there are at least three. */
export interface BestCurve {
  series: number;
  x: number[];
  median: number[];
  low?: number[];
  high?: number[];
}
