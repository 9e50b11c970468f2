/**
 * Draws live figures without holding up the page: in animation frames, one figure per frame, and never
 * for more than about a third of the time. With reduced motion, figures change twice a second.
 */
export interface Painter {
  /** Something has changed: draw each figure once more, soon. */
  request(): void;
  /** Draw what is left to draw; resolves when everything is on screen. */
  settle(): Promise<void>;
  stop(): void;
}

const REST = 2;
const CALM = 500;

/** `draws`: one function for each figure; each does its part of the work in a frame of its own. */
export function createPainter(draws: (() => void)[], calm: boolean): Painter {
  let dirty = new Set<number>();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settled: (() => void)[] = [];

  function paint() {
    frame = 0;
    const [next] = dirty;
    if (next === undefined) return finish();
    dirty.delete(next);
    const start = performance.now();
    draws[next]?.();
    const cost = performance.now() - start;
    const last = dirty.size === 0;
    const hurry = settled.length > 0 || !last;
    timer = setTimeout(schedule, hurry ? 0 : calm ? CALM : cost * REST);
  }
  function schedule() {
    timer = undefined;
    if (dirty.size === 0) finish();
    else frame ||= requestAnimationFrame(paint);
  }
  function finish() {
    for (const resolve of settled.splice(0)) resolve();
  }
  return {
    request() {
      for (const index of draws.keys()) dirty.add(index);
      if (timer === undefined) schedule();
    },
    settle: () =>
      new Promise((resolve) => {
        settled.push(resolve);
        if (timer !== undefined) clearTimeout(timer);
        schedule();
      }),
    stop() {
      dirty = new Set();
      if (timer !== undefined) clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = undefined;
      frame = 0;
      finish();
      settled = [];
    },
  };
}
