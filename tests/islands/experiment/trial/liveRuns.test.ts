import { describe, expect, it } from 'vitest';
import { expand } from '../../../../src/experiments/spec/expand.ts';
import { LiveRuns } from '../../../../src/islands/experiment/trial/liveRuns.ts';
import { history, oneAxis } from '../../../figures/data.ts';

const runs = expand(oneAxis(), [1]);
const finished = { arm: '10', seed: 1, engine: 'fused' as const, digest: 'd', trainingTime: 1, totalTime: 1 };

function piece(from: number, losses: number[]) {
  const { step, epoch, columns } = history([...Array.from({ length: from }, () => 0), ...losses]);
  return { step: step.slice(from), epoch: epoch.slice(from), columns: columns.map((column) => ({ ...column, values: column.values.slice(from) })) };
}

describe('LiveRuns', () => {
  it('joins the pieces of each run in their order', () => {
    const live = new LiveRuns(runs);
    live.addPoints(0, piece(0, [3, 2]));
    live.addPoints(1, piece(0, [9]));
    live.gather();
    live.addPoints(0, piece(2, [1]));
    const [first, second] = live.gather();
    expect(first?.history).toEqual(history([3, 2, 1]));
    expect(second?.history).toEqual(history([9]));
    // Ten steps an epoch: 20 in the first, none yet in the second.
    expect(live.steps).toBe(20);
  });

  it('takes the whole history from the result', () => {
    const live = new LiveRuns(runs);
    live.addPoints(0, piece(0, [3]));
    live.setResult(0, { ...finished, ending: { state: 'finished' }, history: history([3, 2, 1]) });
    expect(live.gather()[0]).toMatchObject({ ending: { state: 'finished' }, history: history([3, 2, 1]) });
  });

  it('keeps what a run had shown before its worker died', () => {
    const live = new LiveRuns(runs);
    live.addPoints(0, piece(0, [3, 2]));
    live.setResult(0, {
      ...finished,
      ending: { state: 'failed', message: 'The worker stopped.' },
      history: { step: new Float64Array(), epoch: new Float64Array(), columns: [] },
    });
    expect(live.gather()[0]).toMatchObject({ ending: { state: 'failed' }, history: history([3, 2]) });
  });

  it('counts the steps of a diverged run up to where it diverged', () => {
    const live = new LiveRuns(runs);
    live.setResult(0, { ...finished, ending: { state: 'diverged', step: 14, explanation: '' }, history: history([3, 2]) });
    live.gather();
    expect(live.steps).toBe(14);
  });
});
