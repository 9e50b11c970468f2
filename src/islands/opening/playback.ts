/** Plays training back: from before the first epoch to the last in a few seconds, slowly at first, when most happens. */

/** Milliseconds from the first epoch to the last. */
const DURATION = 3200;

/** Calls `show` with the share of the epochs, in [0, 1], once per frame. Returns what stops it. With reduced motion only the end is shown. */
export function playBack(show: (share: number) => void): () => void {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    show(1);
    return () => undefined;
  }
  let frame = 0;
  const start = performance.now();
  const step = () => {
    const time = Math.min(1, (performance.now() - start) / DURATION);
    show(time ** 2.5);
    if (time < 1) frame = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(frame);
}
