/**
 * Exact values where the pointer is, on recorded and on live figures alike: marks say them in `data-tip`, lines in
 * `data-values`, one text for each corner of their path. What the keyboard and assistive technology have are the tables.
 */

/** How near a corner must be, px of the screen. */
const REACH = 24;
/** From the pointer to the tip, px. */
const AWAY = 12;

/** Call it once for a page. Escape puts the tip away until the pointer moves on. */
export function showTips(document: Document): void {
  let tip: HTMLElement | undefined;
  const hide = () => tip?.setAttribute('hidden', '');
  const show = (event: PointerEvent) => {
    const text = event.target instanceof Element ? tipAt(event.target, event.clientX, event.clientY) : undefined;
    if (text === undefined) return hide();
    tip ??= create(document);
    tip.textContent = text;
    tip.removeAttribute('hidden');
    place(tip, event.clientX, event.clientY);
  };
  document.addEventListener('pointermove', show, { passive: true });
  document.addEventListener('pointerdown', show, { passive: true });
  document.addEventListener('pointerleave', hide);
  document.addEventListener('scroll', hide, { passive: true, capture: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
}

/** The text of the mark under the pointer, or of the nearest corner of a line of the same plot; undefined if there is none. */
export function tipAt(target: Element, x: number, y: number): string | undefined {
  const plot = target.closest<SVGSVGElement>('svg.figure-plot');
  if (!plot) return undefined;
  const own = target.closest('[data-tip]');
  if (own) return own.getAttribute('data-tip') ?? undefined;
  const matrix = plot.getScreenCTM();
  if (!matrix) return undefined;
  // A plot is scaled evenly and never turned.
  const at = { x: (x - matrix.e) / matrix.a, y: (y - matrix.f) / matrix.d };
  let best: { text: string; distance: number } | undefined;
  for (const path of plot.querySelectorAll<SVGPathElement>('path[data-values], path[data-line]')) {
    const nearest = nearestCorner(cornersOf(path), at);
    if (!nearest || nearest.distance * matrix.a > REACH || nearest.distance >= (best?.distance ?? Infinity)) continue;
    best = { text: textOf(sourceOf(path), nearest.index), distance: nearest.distance };
  }
  return best?.text;
}

interface Point {
  x: number;
  y: number;
}

const CORNERS = new WeakMap<SVGPathElement, Point[]>();

function cornersOf(path: SVGPathElement): Point[] {
  const known = CORNERS.get(path);
  if (known) return known;
  const corners = parseCorners(path.getAttribute('d') ?? '');
  CORNERS.set(path, corners);
  return corners;
}

/** `M1,2L3,4` → its points. */
export function parseCorners(d: string): Point[] {
  return Array.from(d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => ({ x: Number(x), y: Number(y) }));
}

function nearestCorner(corners: Point[], at: Point): { index: number; distance: number } | undefined {
  let best: { index: number; distance: number } | undefined;
  corners.forEach(({ x, y }, index) => {
    const distance = Math.hypot(x - at.x, y - at.y);
    if (distance < (best?.distance ?? Infinity)) best = { index, distance };
  });
  return best;
}

/** The line that says the values: of two sizes of one plot, the first (lineTips.ts). */
function sourceOf(path: Element): Element {
  const index = path.getAttribute('data-line');
  const source = index === null ? path : path.closest('figure')?.querySelectorAll('path[data-values]')[Number(index)];
  return source ?? path;
}

/** A line has a text for each corner; a histogram (`data-pairs`) for each pair, between a first and a last corner on the base. */
export function textOf(path: Element, corner: number): string {
  const attribute = (name: string) => path.getAttribute(name) ?? '';
  const values = attribute('data-values').split('|');
  const [axis = '', ...places] = attribute('data-at').split('|');
  const index = path.hasAttribute('data-pairs') ? Math.floor((corner - 1) / 2) : corner;
  const inside = Math.min(Math.max(index, 0), values.length - 1);
  const place = places[inside] === undefined ? '' : `${axis} ${places[inside]}`;
  return `${[attribute('data-name'), place].filter(Boolean).join(', ')}: ${values[inside] ?? ''}`;
}

function create(document: Document): HTMLElement {
  const tip = document.createElement('div');
  tip.className = 'figure-tip';
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  return tip;
}

/** Above and to the right, or wherever it is still on the screen. */
function place(tip: HTMLElement, x: number, y: number): void {
  const { clientWidth: width, clientHeight: height } = tip.ownerDocument.documentElement;
  const left = x + AWAY + tip.offsetWidth > width ? x - AWAY - tip.offsetWidth : x + AWAY;
  const top = y - AWAY - tip.offsetHeight < 0 ? y + AWAY : y - AWAY - tip.offsetHeight;
  tip.style.transform = `translate(${Math.max(0, left)}px, ${Math.min(top, height - tip.offsetHeight)}px)`;
}
