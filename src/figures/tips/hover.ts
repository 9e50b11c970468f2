/**
 * Exact values where the pointer is, on recorded and on live figures alike. A plot that is drawn in the page says them itself: marks in
 * `data-tip`, lines in the attributes of lineTips.ts. For a recorded one they are fetched when a pointer first comes over it:
 * `data-tips` is its place in the list at the address that stands in `data-tips-from` around it. What the keyboard and assistive
 * technology have are the tables.
 */
import { lineTipsOf } from './lineTips.ts';
import { nearestTip, type PlotTips } from './plotTips.ts';

/** From the pointer to the tip, px. */
const AWAY = 12;

const SHOWN = new WeakSet<Document>();

/** Once for a page, however often it is called. Escape puts the tip away until the pointer moves on. */
export function showTips(document: Document): void {
  if (SHOWN.has(document)) return;
  SHOWN.add(document);
  let tip: HTMLElement | undefined;
  let latest: PointerEvent | undefined;
  const hide = () => {
    latest = undefined;
    tip?.setAttribute('hidden', '');
  };
  const show = (event: PointerEvent) => {
    latest = event;
    const text = event.target instanceof Element ? tipAt(event.target, event.clientX, event.clientY, again) : undefined;
    if (text === undefined) return tip?.setAttribute('hidden', '');
    tip ??= create(document);
    tip.textContent = text;
    tip.removeAttribute('hidden');
    place(tip, event.clientX, event.clientY);
  };
  const again = () => latest && show(latest);
  document.addEventListener('pointermove', show, { passive: true });
  document.addEventListener('pointerdown', show, { passive: true });
  // A finger leaves with every tap; what it asked for stays until the next one.
  document.addEventListener('pointerleave', (event) => event.pointerType !== 'touch' && hide());
  document.addEventListener('scroll', hide, { passive: true, capture: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
}

/** The text of the mark under the pointer, or of the nearest point of its plot; undefined if there is none yet. `onLoad`: called when there may be one. */
export function tipAt(target: Element, x: number, y: number, onLoad: () => void): string | undefined {
  const plot = target.closest<SVGSVGElement>('svg.figure-plot');
  if (!plot) return undefined;
  const own = target.closest('[data-tip]');
  if (own) return own.getAttribute('data-tip') ?? undefined;
  const matrix = plot.getScreenCTM();
  if (!matrix) return undefined;
  // A plot is scaled evenly and never turned.
  return nearestTip(tipsOf(plot, onLoad), { x: (x - matrix.e) / matrix.a, y: (y - matrix.f) / matrix.d }, matrix.a);
}

const NONE: PlotTips = { points: [], lines: [] };
const FETCHED = new Map<string, PlotTips[] | undefined>();

function tipsOf(plot: SVGSVGElement, onLoad: () => void): PlotTips {
  const index = plot.getAttribute('data-tips');
  if (index === null) return { points: [], lines: Array.from(plot.querySelectorAll('path[data-x]'), lineTipsOf) };
  const address = plot.closest('[data-tips-from]')?.getAttribute('data-tips-from');
  if (address === null || address === undefined) return NONE;
  if (!FETCHED.has(address)) {
    FETCHED.set(address, undefined);
    // Without them there are still the tables.
    void fetchTips(address).then(
      (tips) => {
        FETCHED.set(address, tips);
        onLoad();
      },
      () => FETCHED.delete(address),
    );
  }
  return FETCHED.get(address)?.[Number(index)] ?? NONE;
}

async function fetchTips(address: string): Promise<PlotTips[]> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json() as Promise<PlotTips[]>;
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
