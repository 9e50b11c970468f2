/** The sheet that one draws on, with a finger, a mouse, or a pen that is moved by keys. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { drawLine, SHEET, type Stroke } from './ink.ts';
import { INK, uriOf } from './Picture.tsx';

interface Props {
  id: string;
  /** What is there, before the stroke under way. Not changed. */
  ink: Float32Array;
  /** What a stroke is added to: what is there, or nothing. Not changed. */
  under: Float32Array;
  /** For those who do not see it. */
  description: string;
  /** The sheet with a stroke under way. */
  onMove(ink: Float32Array): void;
  onStroke(stroke: Stroke): void;
  /** Gets what a screen reader is to say. */
  onSaid(text: string): void;
}

type Point = Stroke[number];

/** Units that a key moves the pen: a pixel of MNIST, and with Shift three. */
const STEP = 4;
const FAR = 12;
const ARROWS: Readonly<Record<string, Point>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function Sheet({ id, ink, under: base, description, onMove, onStroke, onSaid }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** The stroke under way, and the sheet with it. */
  const under = useRef<{ points: Point[]; ink: Float32Array } | undefined>(undefined);
  const [pen, setPen] = useState<{ at: Point; isDown: boolean }>({ at: [SHEET / 2, 30], isDown: false });
  /** Whether keys are used here: the pen is shown then alone. */
  const [hasKeys, setHasKeys] = useState(false);

  useEffect(() => paint(canvas.current, ink), [ink]);

  function begin(point: Point) {
    under.current = { points: [], ink: Float32Array.from(base) };
    extend([point]);
  }
  function extend(points: readonly Point[]) {
    const stroke = under.current;
    if (!stroke) return;
    for (const point of points) {
      drawLine(stroke.ink, stroke.points.at(-1) ?? point, point);
      stroke.points.push(point);
    }
    paint(canvas.current, stroke.ink);
    onMove(stroke.ink);
  }
  function end() {
    const stroke = under.current;
    under.current = undefined;
    if (stroke) onStroke(stroke.points);
  }
  const pointOf = (event: PointerEvent): Point => {
    const box = canvas.current!.getBoundingClientRect();
    return [within(((event.clientX - box.left) / box.width) * SHEET), within(((event.clientY - box.top) / box.height) * SHEET)];
  };

  function lift() {
    end();
    setPen(({ at }) => ({ at, isDown: false }));
  }
  function press(event: KeyboardEvent) {
    const arrow = ARROWS[event.key];
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      setHasKeys(true);
      if (pen.isDown) lift();
      else {
        begin(pen.at);
        setPen({ at: pen.at, isDown: true });
      }
      onSaid(`Pen ${pen.isDown ? 'up' : 'down'}, ${placeOf(pen.at)}.`);
    } else if (arrow) {
      event.preventDefault();
      setHasKeys(true);
      const step = event.shiftKey ? FAR : STEP;
      const at: Point = [within(pen.at[0] + step * arrow[0]), within(pen.at[1] + step * arrow[1])];
      setPen({ at, isDown: pen.isDown });
      if (pen.isDown) extend([at]);
      onSaid(`Pen ${pen.isDown ? 'down' : 'up'}, ${placeOf(at)}.`);
    } else if (event.key === 'Escape' && pen.isDown) lift();
  }

  return (
    <div class="digit-sheet">
      <canvas
        ref={canvas}
        width={SHEET}
        height={SHEET}
        // What stands there without scripts, and until they come.
        style={{ backgroundImage: `url(${uriOf(ink, 'ink')})` }}
        role="application"
        tabIndex={0}
        aria-label={`Sheet to draw on. ${description}`}
        aria-describedby={`${id}-keys`}
        data-draggable=""
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          // A press that is done again when the island has come has no pointer to capture.
          if (event.isTrusted) event.currentTarget.setPointerCapture(event.pointerId);
          if (pen.isDown) lift();
          setHasKeys(false);
          begin(pointOf(event));
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 1) return;
          // All that came since the last frame, where the browser tells them.
          const all = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
          extend((all.length > 0 ? all : [event]).map(pointOf));
        }}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={press}
        onFocus={(event) => setHasKeys(event.currentTarget.matches(':focus-visible'))}
        onBlur={() => {
          if (pen.isDown) lift();
          setHasKeys(false);
        }}
      />
      {hasKeys && (
        <span
          class={`digit-pen${pen.isDown ? ' is-down' : ''}`}
          aria-hidden="true"
          style={{ left: `${(100 * pen.at[0]) / SHEET}%`, top: `${(100 * pen.at[1]) / SHEET}%` }}
        />
      )}
    </div>
  );
}

function paint(canvas: HTMLCanvasElement | null, ink: Float32Array): void {
  const context = canvas?.getContext('2d');
  if (!context) return;
  const image = context.createImageData(SHEET, SHEET);
  const [paper, dark] = [INK[0]!, INK.at(-1)!];
  ink.forEach((value, place) => {
    for (let channel = 0; channel < 3; channel++) image.data[4 * place + channel] = paper[channel]! + (dark[channel]! - paper[channel]!) * value;
    image.data[4 * place + 3] = 255;
  });
  context.putImageData(image, 0, 0);
}

function within(unit: number): number {
  return Math.min(SHEET - 1, Math.max(0, unit));
}

function placeOf([x, y]: Point): string {
  return `column ${Math.floor(x / STEP) + 1}, row ${Math.floor(y / STEP) + 1} of ${SHEET / STEP}`;
}
