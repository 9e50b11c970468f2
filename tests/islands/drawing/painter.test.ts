import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPainter } from '../../../src/islands/drawing/painter.ts';

/** What a panel takes is told by the test. */
let clock = 0;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // A browser with 60 frames a second.
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A figure of two panels that writes down what it does; each panel takes longer than what a frame has left. */
function figure(name: string, log: string[]) {
  return function* () {
    log.push(`${name}1`);
    clock += 10;
    yield;
    log.push(`${name}2`);
    clock += 10;
  };
}

describe('createPainter', () => {
  it('draws every figure once, one costly panel a frame, however often it is asked', () => {
    const log: string[] = [];
    const painter = createPainter([figure('a', log), figure('b', log)], false);
    for (let round = 0; round < 2; round++) {
      log.length = 0;
      for (let request = 0; request < 20; request++) painter.request();
      expect(log).toEqual([]);
      vi.advanceTimersToNextTimer();
      expect(log).toEqual(['a1']);
      vi.advanceTimersByTime(1000);
      expect(log).toEqual(['a1', 'a2', 'b1', 'b2']);
    }
  });

  it('draws cheap panels together', () => {
    const log: string[] = [];
    const cheap = function* () {
      log.push('1');
      yield;
      log.push('2');
    };
    createPainter([cheap, cheap], false).request();
    vi.advanceTimersByTime(16);
    expect(log).toEqual(['1', '2', '1', '2']);
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
