/**
 * Exact values where the pointer is, on recorded and on live figures alike: marks say them in `data-tip`, lines in
 * `data-values`, one text for each of their points, which stand at `data-x`. What the keyboard and assistive technology have are the tables.
 */

/** How near a point must be, px of the screen. */
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

/** The text of the mark under the pointer, or of the nearest point of a line of the same plot; undefined if there is none. */
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
  for (const path of plot.querySelectorAll('path[data-x]')) {
    const places = (path.getAttribute('data-x') ?? '').split(' ').map(Number);
    const index = nearest(places, at.x);
    const place = places[index] ?? NaN;
    const distance = Math.hypot(place - at.x, heightAt(cornersOf(path), place) - at.y);
    if (!(distance * matrix.a <= REACH) || distance >= (best?.distance ?? Infinity)) continue;
    best = { text: textOf(sourceOf(path), index), distance };
  }
  return best?.text;
}

interface Point {
  x: number;
  y: number;
}

const CORNERS = new WeakMap<Element, Point[]>();

function cornersOf(path: Element): Point[] {
  const known = CORNERS.get(path);
  if (known) return known;
  const corners = parseCorners(path.getAttribute('d') ?? '');
  CORNERS.set(path, corners);
  return corners;
}

/** The corners of a path of straight lines, as it was drawn or as it was made smaller: M, L, H, V, Z and the relative ones. */
export function parseCorners(d: string): Point[] {
  const corners: Point[] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of d.matchAll(/([MLHVZ])([^MLHVZ]*)/gi)) {
    const numbers = Array.from(rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi), ([text]) => Number(text));
    const kind = command.toUpperCase();
    const relative = command !== kind;
    for (let i = 0; i < numbers.length; i += kind === 'H' || kind === 'V' ? 1 : 2) {
      if (kind !== 'V') x = (relative ? x : 0) + (numbers[i] ?? 0);
      if (kind !== 'H') y = (relative ? y : 0) + (numbers[kind === 'V' ? i : i + 1] ?? 0);
      corners.push({ x, y });
    }
  }
  return corners;
}

/** Of a line that runs from left to right; NaN beside it. Where it goes straight up, the higher end. */
function heightAt(corners: Point[], x: number): number {
  let height = NaN;
  corners.forEach((to, index) => {
    const from = corners[index - 1] ?? to;
    // Places are whole pixels.
    if (x < Math.min(from.x, to.x) - 0.6 || x > Math.max(from.x, to.x) + 0.6) return;
    const share = to.x === from.x ? 1 : Math.min(1, Math.max(0, (x - from.x) / (to.x - from.x)));
    const here = from.y + share * (to.y - from.y);
    height = Number.isNaN(height) ? here : Math.min(height, here);
  });
  return height;
}

function nearest(places: number[], x: number): number {
  return places.reduce((best, place, index) => (Math.abs(place - x) < Math.abs((places[best] ?? Infinity) - x) ? index : best), 0);
}

/** The line that says the values: of two sizes of one plot, the first (lineTips.ts). */
function sourceOf(path: Element): Element {
  const index = path.getAttribute('data-line');
  const source = index === null ? path : path.closest('figure')?.querySelectorAll('path[data-values]')[Number(index)];
  return source ?? path;
}

function textOf(path: Element, index: number): string {
  const attribute = (name: string) => path.getAttribute(name) ?? '';
  const [axis = '', ...at] = attribute('data-at').split('|');
  const place = at[index] === undefined ? '' : `${axis} ${at[index]}`;
  return `${[attribute('data-name'), place].filter(Boolean).join(', ')}: ${attribute('data-values').split('|')[index] ?? ''}`;
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
