import { useEffect, useRef, useState } from 'preact/hooks';

export interface Playback {
  /** Steps that are shown. */
  step: number;
  isRunning: boolean;
  /** From where it stands, from the start if it is at the end; with reduced motion, to the end at once. */
  run(): void;
  pause(): void;
  /** Stops there. */
  show(step: number): void;
}

/** Milliseconds from the first step to the last. */
const DURATION = 6000;

/** Plays steps 0 … `last` back. They are computed already: a frame only shows more of them. */
export function usePlayback(last: number): Playback {
  const [step, setStep] = useState(last);
  const [isRunning, setIsRunning] = useState(false);
  const from = useRef(0);
  useEffect(() => {
    if (!isRunning) return undefined;
    const begin = performance.now();
    let frame = requestAnimationFrame(function next() {
      const reached = Math.min(last, from.current + Math.floor(((performance.now() - begin) / DURATION) * last));
      setStep(reached);
      if (reached === last) setIsRunning(false);
      else frame = requestAnimationFrame(next);
    });
    return () => cancelAnimationFrame(frame);
  }, [isRunning, last]);
  return {
    step: Math.min(step, last),
    isRunning,
    run() {
      if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
        setStep(last);
        return;
      }
      from.current = step >= last ? 0 : step;
      setStep(from.current);
      setIsRunning(true);
    },
    pause: () => setIsRunning(false),
    show(wanted) {
      setIsRunning(false);
      setStep(Math.max(0, Math.min(last, wanted)));
    },
  };
}
