/** A painter that shows a sketch first, for as long as the worker that draws is still on its way. */
import { isDrawingHere } from '../workers/pageDrawing.ts';
import type { Painter } from './painter.ts';
import type { FigureSlot } from './places.ts';
import { SKETCH_HEIGHT, sketchCurves, type SketchCurve } from './sketch.ts';

export interface SketchAhead {
  /** Where the figure will stand that it is a sketch of; without one there is nothing to sketch. */
  slot: FigureSlot | undefined;
  frame: Element;
  /** Px, of the figure that was there before; 0 if none was. */
  height: number;
  /** Asked for at each sketch; undefined while there is nothing to draw. */
  curves(): { curves: readonly SketchCurve[]; scale: 'linear' | 'log' } | undefined;
  /** Told when a sketch is there. */
  onDrawn(): void;
}

export function sketchAhead(painter: Painter, { slot, frame, height, curves, onDrawn }: SketchAhead): Painter {
  let isOpen = true;
  const sketch = () => {
    const now = isOpen && !isDrawingHere() ? curves() : undefined;
    const size = { width: frame.clientWidth, height: Math.max(height, SKETCH_HEIGHT) };
    const svg = now && sketchCurves(frame.ownerDocument, now, size);
    if (!svg) return;
    slot?.put(svg.outerHTML);
    onDrawn();
  };
  return {
    ...painter,
    request() {
      painter.request();
      if (slot && !isDrawingHere()) requestAnimationFrame(sketch);
    },
    stop() {
      isOpen = false;
      painter.stop();
    },
  };
}
