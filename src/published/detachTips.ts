/** What pointers are told, out of the drawn marks: the page comes without it, and hover.ts fetches it when it is wanted. */
import { lineTipsOf } from '../figures/tips/lineTips.ts';
import type { PlotTips, PointTip } from '../figures/tips/plotTips.ts';

/** One element for each plot of `figures` that has any; the plot's `data-tips` says which. Marks that are areas keep theirs. */
export function detachTips(figures: readonly Element[]): PlotTips[] {
  const all: PlotTips[] = [];
  for (const plot of figures.flatMap((figure) => [...figure.querySelectorAll('svg.figure-plot')])) {
    // A symbol is moved to its place; other paths are areas, which may lie on each other.
    const marks = [...plot.querySelectorAll('circle[data-tip], path[data-tip][transform]')];
    const lines = [...plot.querySelectorAll('path[data-x]')];
    if (marks.length + lines.length === 0) continue;
    plot.setAttribute('data-tips', String(all.length));
    all.push({ points: marks.map((mark) => pointOf(mark, plot)), lines: lines.map(lineTipsOf) });
    for (const mark of marks) {
      mark.removeAttribute('data-tip');
      // For compactSvg: these may become one path.
      mark.setAttribute('data-mark', '');
    }
    for (const line of lines) for (const name of ['name', 'axis', 'at', 'values', 'x', 'y']) line.removeAttribute(`data-${name}`);
  }
  return all;
}

/** Where a mark stands: its center, moved by what it and the groups around it are moved by. */
function pointOf(mark: Element, plot: Element): PointTip {
  let [x, y] = ['cx', 'cy'].map((name) => Number(mark.getAttribute(name) ?? 0)) as [number, number];
  for (let element: Element | null = mark; element && element !== plot; element = element.parentElement) {
    const [, right = '0', down = '0'] = /^translate\(([-\d.e]+)(?:[ ,]+([-\d.e]+))?\)$/.exec(element.getAttribute('transform') ?? '') ?? [];
    x += Number(right);
    y += Number(down);
  }
  return [round(x), round(y), mark.getAttribute('data-tip') ?? ''];
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
