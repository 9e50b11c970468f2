/**
 * A search as a state machine. Each state is a value: it asks for trials, and what it is told of them gives the next state.
 *
 *   turn.ask ──train──▶ scores ──turn.tell──▶ turn.ask ──▶ … ──▶ nothing asked: over
 *
 * What is asked in one turn may be trained in any order, and in parallel; scores are told all together. So a search
 * does not depend on which worker was faster.
 */
import type { Json } from '../../schema/json.ts';

/** Path of the configuration → value. */
export type Point = Record<string, Json>;

export interface Proposal {
  point: Point;
  /** Share of the training budget to spend on it, in (0, 1]. */
  share: number;
  /** Label of the arm whose settings it starts from; the base configuration if absent. */
  arm?: string;
  /** Seeds to train it at; the search's own if absent. */
  seeds?: readonly number[];
}

export interface Turn {
  /** What to train next. Empty: the search is over. */
  ask: readonly Proposal[];
  /** One score per proposal, in the order asked: lower is better, +∞ if it diverged or could not be run. */
  tell(scores: readonly number[]): Turn;
}

/** The last state of any search. */
export const OVER: Turn = { ask: [], tell: () => OVER };

/** The points whole, once each, and that is all. */
export function askOnce(points: readonly Point[]): Turn {
  return { ask: points.map((point) => ({ point, share: 1 })), tell: () => OVER };
}

/** The searches `begin(0)`, `begin(1)`, … one after another, until one of them has nothing to ask. */
export function inSequence(begin: (round: number) => Turn, round = 0, current = begin(round)): Turn {
  if (current.ask.length === 0) return OVER;
  return {
    ask: current.ask,
    tell(scores) {
      const next = current.tell(scores);
      return next.ask.length > 0 ? inSequence(begin, round, next) : inSequence(begin, round + 1);
    },
  };
}

/** Two points with the same key are the same point. */
export function keyOf(point: Point): string {
  return JSON.stringify(Object.entries(point).sort(([a], [b]) => (a < b ? -1 : 1)));
}
