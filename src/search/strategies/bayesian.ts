/**
 * Bayesian optimization: a Gaussian process models the scores so far; the next point is the one expected to improve most on the
 * best (Jones, Schonlau & Welch 1998; Snoek, Larochelle & Adams 2012). Begins with random points. One point per turn.
 */
import { libm as libmOf, type Libm } from '../../kernel/libm.ts';
import type { Covariance } from '../surrogate/covariance.ts';
import { drawDistinct, uniforms, type Chance } from '../space/draws.ts';
import { expectedImprovement } from '../surrogate/expectedImprovement.ts';
import { fitGaussianProcess } from '../surrogate/gaussianProcess.ts';
import { coordinatesOf, pointAt, type Space } from '../space/space.ts';
import { keyOf, OVER, type Point, type Turn } from '../space/turn.ts';

export interface BayesianOptions {
  /** Random points before the model is asked, at least 2. */
  initial: number;
  covariance: Covariance;
}

/** A point that was scored. */
interface Observation {
  point: Point;
  score: number;
}

export function bayesianSearch(space: Space, options: BayesianOptions, chance: Chance): Turn {
  const { points, seen } = drawDistinct(space, chance, options.initial, 0, new Set());
  return ask(points, { space, options, chance, seen, observed: [], turn: 1 });
}

interface State {
  space: Space;
  options: BayesianOptions;
  chance: Chance;
  seen: ReadonlySet<string>;
  observed: readonly Observation[];
  turn: number;
}

function ask(points: readonly Point[], state: State): Turn {
  if (points.length === 0) return OVER;
  return {
    ask: points.map((point) => ({ point, share: 1 })),
    tell(scores) {
      const observed = [...state.observed, ...points.map((point, i) => ({ point, score: scores[i]! }))];
      const seen = new Set([...state.seen, ...points.map(keyOf)]);
      const next = { ...state, observed, seen, turn: state.turn + 1 };
      const point = mostPromising(next);
      return ask(point ? [point] : [], next);
    },
  };
}

/** Undefined if nothing new was found. */
function mostPromising({ space, options, chance, seen, observed, turn }: State): Point | undefined {
  const libm = libmOf(chance.kernel);
  const values = standardized(
    evened(
      observed.map(({ score }) => score),
      libm,
    ),
  );
  const process = fitGaussianProcess(
    observed.map(({ point }) => coordinatesOf(space, point, libm)),
    values,
    options.covariance,
    libm,
  );
  const best = Math.min(...values);
  const candidates = drawCandidates(space, chance, turn, libm).filter((point) => !seen.has(keyOf(point)));
  if (candidates.length === 0) return undefined;
  const predictions = process.predict(candidates.map((point) => coordinatesOf(space, point, libm)));
  const promise = predictions.map(({ mean, deviation }) => expectedImprovement(mean, deviation, best, libm));
  return candidates[promise.reduce((most, value, i) => (value > promise[most]! ? i : most), 0)];
}

/** Draws of their own, beyond those of the initial points. */
function drawCandidates(space: Space, chance: Chance, turn: number, libm: Libm): Point[] {
  const numbers = uniforms(chance, CANDIDATE_DRAWS + turn, CANDIDATES * space.length);
  return Array.from({ length: CANDIDATES }, (_, i) => pointAt(space, numbers.slice(i * space.length, (i + 1) * space.length), libm));
}

/** Losses by their logarithms: bad settings are bad by orders of magnitude, and would drown what good ones differ by. */
function evened(scores: readonly number[], { log }: Libm): readonly number[] {
  return scores.every((score) => score > 0) ? scores.map((score) => (Number.isFinite(score) ? log(score) : score)) : scores;
}

/**
 * Mean 0 and variance 1, as the prior has it. What diverged is as bad as the worst that did not: an infinite score would drown all others.
 */
function standardized(scores: readonly number[]): number[] {
  const finite = scores.filter(Number.isFinite);
  if (finite.length === 0) return scores.map(() => 0);
  const worst = Math.max(...finite);
  const values = scores.map((score) => (Number.isFinite(score) ? score : worst));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length);
  return values.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

const CANDIDATES = 1000;
const CANDIDATE_DRAWS = 1_000_000;
