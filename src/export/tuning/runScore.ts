/** One number for a run, of METRIC on SPLIT, as experiments/summary.ts takes it. */
import type { Moment } from '../../experiments/train/summary.ts';
import { lines } from '../python/literal.ts';

export type Direction = 'minimize' | 'maximize';

const WHEN: Record<Moment, string> = { final: 'At the end of the run', best: 'At the best point of the run', area: 'On average over the updates' };

/** A function `score(history, final)`. */
export function runScoreCode(direction: Direction, at: Moment): string {
  const low = direction === 'minimize';
  const value: Record<Moment, string> = {
    final: 'next(scores[SPLIT][METRIC] for step, _, scores in history if step == final)',
    best: `${low ? 'min' : 'max'}(values)`,
    area: 'sum((left + right) / 2 * (after - before) for left, right, before, after in zip(values, values[1:], steps, steps[1:])) / (steps[-1] - steps[0])',
  };
  return lines(
    'def score(history, final):',
    `    """${WHEN[at]}; the worst there is if the run diverged."""`,
    '    values = [scores[SPLIT][METRIC] for _, _, scores in history]',
    '    if not math.isfinite(values[-1]):',
    `        return ${low ? 'math.inf' : '-math.inf'}`,
    at === 'area' && '    steps = [step for step, _, _ in history]',
    `    return ${value[at]}`,
  );
}
