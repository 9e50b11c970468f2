/**
 * Draws live figures without holding up the page: in animation frames, one panel per frame, and never
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

/** `draws`: one for each figure; it yields where a frame may end. */
export function createPainter(draws: (() => Generator<void, void, void>)[], calm: boolean): Painter {
  let drawing: Generator<void, void, void> | undefined;
  let dirty = new Set<number>();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settled: (() => void)[] = [];

  function paint() {
    frame = 0;
    const start = performance.now();
    if (!drawing) {
      const [next] = dirty;
      if (next === undefined) {
        finish();
        return;
      }
      dirty.delete(next);
      drawing = draws[next]?.();
    }
    if (drawing?.next().done) drawing = undefined;
    const rest = (performance.now() - start) * REST;
    const waited = settled.length > 0;
    timer = setTimeout(schedule, waited ? 0 : calm && !drawing && dirty.size === 0 ? CALM : rest);
  }
  function schedule() {
    timer = undefined;
    if (!drawing && dirty.size === 0) finish();
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
      drawing = undefined;
      if (timer !== undefined) clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = undefined;
      frame = 0;
      finish();
      settled = [];
    },
  };
}
