import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPainter } from '../../src/islands/painter.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // A browser with 60 frames a second.
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A figure of two panels that writes down what it does; each panel takes longer than what a frame has left. */
function figure(name: string, log: string[]) {
  return function* () {
    log.push(`${name}1`);
    vi.advanceTimersByTime(0);
    vi.setSystemTime(Date.now());
    elapse(10);
    yield;
    log.push(`${name}2`);
    elapse(10);
  };
}

describe('createPainter', () => {
  it('draws every figure once, one panel a frame, however often it is asked', () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log), figure('b', log)], false);
    for (let request = 0; request < 20; request++) painter.request();
    expect(log).toEqual([]);
    vi.advanceTimersByTime(16);
    expect(log).toEqual(['a1']);
    vi.advanceTimersByTime(1000);
    expect(log).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it('draws again what has changed since', () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log)], false);
    painter.request();
    vi.advanceTimersByTime(1000);
    painter.request();
    vi.advanceTimersByTime(1000);
    expect(log).toEqual(['a1', 'a2', 'a1', 'a2']);
  });

  it('rests half a second between drawings where motion is to be reduced', () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log)], true);
    for (let time = 0; time < 1900; time += 10) {
      painter.request();
      vi.advanceTimersByTime(10);
    }
    expect(log.filter((entry) => entry === 'a1').length).toBeLessThanOrEqual(4);
    expect(log.length).toBeGreaterThan(2);
  });

  it('settles when everything is drawn, without resting', async () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log)], true);
    painter.request();
    const settled = painter.settle();
    vi.advanceTimersByTime(200);
    await settled;
    expect(log).toEqual(['a1', 'a2']);
  });

  it('stops', () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log)], false);
    painter.request();
    painter.stop();
    vi.advanceTimersByTime(1000);
    expect(log).toEqual([]);
  });
});
