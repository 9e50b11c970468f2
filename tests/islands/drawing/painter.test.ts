import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPainter } from '../../../src/islands/drawing/painter.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A figure that is drawn in this many milliseconds and writes down when it is put on the page. */
function figure(name: string, log: string[], takes = 10) {
  return () => new Promise<() => void>((resolve) => setTimeout(() => resolve(() => void log.push(name)), takes));
}

describe('createPainter', () => {
  it('draws every figure once, however often it is asked', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log), figure('b', log)], { calm: false });
    for (let round = 0; round < 2; round++) {
      log.length = 0;
      for (let request = 0; request < 20; request++) painter.request();
      expect(log).toEqual([]);
      await vi.advanceTimersByTimeAsync(10);
      expect(log).toEqual(['a']);
      await vi.advanceTimersByTimeAsync(1000);
      expect(log).toEqual(['a', 'b']);
    }
  });

  it('draws again what has changed since', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log)], { calm: false });
    painter.request();
    await vi.advanceTimersByTimeAsync(5);
    painter.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(log).toEqual(['a', 'a']);
  });

  it.each([5, 30, 200])('takes no more than a tenth of the time where a drawing takes %i ms', async (takes) => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log, takes)], { calm: false });
    for (let time = 0; time < 10_000; time += 5) {
      painter.request();
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(log.length * takes).toBeLessThanOrEqual(1000 + takes);
    expect(log.length * takes).toBeGreaterThan(800);
  });

  it('does not rest where there is nothing to leave the machine to', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log, 50)], { calm: false, isBusy: () => false });
    for (let time = 0; time < 1000; time += 5) {
      painter.request();
      await vi.advanceTimersByTimeAsync(5);
    }
    expect(log.length).toBeGreaterThanOrEqual(18);
  });

  it('rests half a second between drawings where motion is to be reduced', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log)], { calm: true });
    for (let time = 0; time < 1900; time += 10) {
      painter.request();
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(log.length).toBeLessThanOrEqual(4);
    expect(log.length).toBeGreaterThan(2);
  });

  it('settles when everything is drawn as it is now, without resting', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log)], { calm: true });
    let settled = false;
    painter.request();
    await vi.advanceTimersByTimeAsync(5);
    painter.request();
    void painter.settle().then(() => (settled = true));
    await vi.advanceTimersByTimeAsync(10);
    expect([log, settled]).toEqual([['a'], false]);
    await vi.advanceTimersByTimeAsync(10);
    expect([log, settled]).toEqual([['a', 'a'], true]);
  });

  it('ends a rest when it is to settle', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log, 100)], { calm: false });
    painter.request();
    await vi.advanceTimersByTimeAsync(150);
    painter.request();
    void painter.settle();
    await vi.advanceTimersByTimeAsync(110);
    expect(log).toEqual(['a', 'a']);
  });

  it('puts nothing on the page once it is stopped, and keeps nobody waiting', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log), figure('b', log)], { calm: false });
    painter.request();
    await vi.advanceTimersByTimeAsync(5);
    let settled = false;
    void painter.settle().then(() => (settled = true));
    painter.stop();
    await vi.advanceTimersByTimeAsync(1000);
    expect([log, settled]).toEqual([[], true]);
  });
});
