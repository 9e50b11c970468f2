/**
 * Draws live figures without holding up the page: in animation frames, as many panels as fit into one, and
 * never for more than about a third of the time. With reduced motion, figures change twice a second.
 *
 *   request() ──▶ dirty ──▶ round: figure by figure, panel by panel ──▶ rest ──▶ next round, if dirty again
 */
export interface Painter {
  /** Something has changed: draw each figure once more, soon. */
  request(): void;
  /** Draw what is left to draw; resolves when everything is on screen. */
  settle(): Promise<void>;
  stop(): void;
}

/** No panel is begun after this much of a frame, milliseconds. */
const FRAME = 6;
/** Rest after a frame, in multiples of what the frame took. */
const REST = 2;
/** Rest after a round with reduced motion, milliseconds. */
const CALM = 500;

/** `draws`: one for each figure; it yields where a frame may end. */
export function createPainter(draws: (() => Generator<void, void, void>)[], calm: boolean): Painter {
  let dirty = false;
  let round: (() => Generator<void, void, void>)[] = [];
  let drawing: Generator<void, void, void> | undefined;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isFirstRound = true;
  const waiting: (() => void)[] = [];

  const isIdle = () => !drawing && round.length === 0 && !dirty;

  function paint() {
    frame = 0;
    const start = performance.now();
    let roundIsOver = false;
    while (!roundIsOver && performance.now() - start < FRAME) {
      if (!drawing) {
        if (round.length === 0) {
          round = [...draws];
          dirty = false;
        }
        drawing = round.shift()?.();
      }
      if (drawing?.next().done) drawing = undefined;
      roundIsOver = !drawing && round.length === 0;
    }
    const rest = roundIsOver && calm ? CALM : (performance.now() - start) * REST;
    timer = setTimeout(proceed, waiting.length > 0 || (isFirstRound && !roundIsOver) ? 0 : rest);
    if (roundIsOver) isFirstRound = false;
  }
  function proceed() {
    timer = undefined;
    if (isIdle()) for (const resolve of waiting.splice(0)) resolve();
    // The reader has just pressed Run: the first picture does not wait for frames, which a busy machine makes late.
    else if (isFirstRound) timer = setTimeout(paint);
    else frame ||= requestAnimationFrame(paint);
  }
  function hurry() {
    clearTimeout(timer);
    proceed();
  }
  return {
    request() {
      dirty = true;
      if (timer === undefined) proceed();
    },
    settle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (frame === 0) hurry();
      }),
    stop() {
      dirty = false;
      round = [];
      drawing = undefined;
      cancelAnimationFrame(frame);
      frame = 0;
      hurry();
    },
  };
}
