/** A handle for a point of a plane: dragged, or moved with the arrow keys. It lies over the drawing of the plane, in the same `race-stage`. */
interface Props {
  /** What the point is, to a screen reader. */
  label: string;
  /** What a slider tells: one number, its range, and the point in words. */
  value: { now: number; min: number; max: number; text: string };
  /** Where the point is: shares of the stage from its left and from its top. */
  at: { across: number; down: number };
  onPlace(at: { across: number; down: number }): void;
  /** An arrow key: -1, 0 or 1 to the right and up. `far`: with Shift. */
  onArrow(right: number, up: number, far: boolean): void;
}

export function PlaneHandle({ label, value, at, onPlace, onArrow }: Props) {
  const point = (event: PointerEvent) => {
    const stage = (event.currentTarget as HTMLElement).parentElement;
    if (!stage || (event.type === 'pointermove' && event.buttons !== 1)) return;
    const box = stage.getBoundingClientRect();
    onPlace({ across: (event.clientX - box.left) / box.width, down: (event.clientY - box.top) / box.height });
  };
  return (
    <>
      {/* Pressed anywhere, the point goes there; on touch only the handle moves it, so that the page can be scrolled. */}
      <div
        class="race-ground explorer-interactive"
        data-draggable=""
        onPointerDown={(event) => event.pointerType === 'mouse' && point(event)}
        onPointerMove={(event) => event.pointerType === 'mouse' && point(event)}
      />
      <div
        class="race-handle explorer-interactive"
        data-draggable=""
        role="slider"
        tabIndex={0}
        aria-label={`${label}; the arrow keys move it in both directions`}
        aria-valuemin={value.min}
        aria-valuemax={value.max}
        aria-valuenow={value.now}
        aria-valuetext={value.text}
        style={{ left: `${at.across * 100}%`, top: `${at.down * 100}%` }}
        onKeyDown={(event) => {
          const direction = ARROWS[event.key];
          if (!direction) return;
          event.preventDefault();
          onArrow(...direction, event.shiftKey);
        }}
        // A press that is done again when the island has come has no pointer to capture.
        onPointerDown={(event) => event.isTrusted && event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={point}
      />
    </>
  );
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
