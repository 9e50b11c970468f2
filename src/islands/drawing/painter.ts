/**
 * Draws live figures at a pace that leaves the machine to training: never for more than a tenth of the time. With reduced motion,
 * figures change twice a second.
 *
 *   request() ──▶ dirty ──▶ round: figure by figure ──▶ rest, in proportion to what the round took ──▶ next round, if dirty again
 */
export interface Painter {
  /** Something has changed: draw each figure once more, soon. */
  request(): void;
  /** Draw what is left to draw, without a rest; resolves when everything is on screen. */
  settle(): Promise<void>;
  /** Nothing is put on the page any more. */
  stop(): void;
}

/** Draws one figure, elsewhere or in short pieces; resolves to what puts it on the page. */
export type Draw = () => Promise<() => void>;

export interface PainterOptions {
  /** Whether motion is to be reduced. */
  calm: boolean;
  /** Whether there is something to leave the machine to. Defaults to always. */
  isBusy?(): boolean;
}

/** Rest after a round, in multiples of what the round took: drawing gets a tenth of the time. What the browser does with it takes about as much again. */
const REST = 9;
/** Rest after a round with reduced motion, milliseconds. */
const CALM = 500;

export function createPainter(draws: readonly Draw[], { calm, isBusy = () => true }: PainterOptions): Painter {
  let dirty = false;
  let isDrawing = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting: (() => void)[] = [];

  async function round() {
    isDrawing = true;
    dirty = false;
    const start = performance.now();
    try {
      for (const draw of draws) {
        const put = await draw();
        if (stopped) break;
        put();
      }
    } finally {
      isDrawing = false;
    }
    const took = performance.now() - start;
    if (waiting.length > 0) proceed();
    else timer = setTimeout(proceed, Math.max(calm ? CALM : 0, isBusy() ? REST * took : 0));
  }
  function proceed() {
    clearTimeout(timer);
    timer = undefined;
    if (dirty && !stopped) void round();
    else for (const resolve of waiting.splice(0)) resolve();
  }
  return {
    request() {
      dirty = true;
      // What is asked for in one go is drawn in one round.
      if (!isDrawing) timer ??= setTimeout(proceed);
    },
    settle: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        if (!isDrawing) proceed();
      }),
    stop() {
      stopped = true;
      if (!isDrawing) proceed();
    },
  };
}
