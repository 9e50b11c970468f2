/** What a pointer on one plot is told (hover.ts). Places are in the plot's own pixels. */
export interface PlotTips {
  points: PointTip[];
  lines: LineTip[];
}

export type PointTip = [x: number, y: number, text: string];

/** Of a line from left to right: one text for each of its points. */
export interface LineTip {
  name: string;
  /** What `at` counts; '' where the values say it. */
  axis: string;
  at: string[];
  values: string[];
  x: number[];
  y: number[];
}

/** How near a point must be, px of the screen. */
const REACH = { point: 14, line: 24 };

/** The text of the nearest point; undefined if none is near. `scale`: px of the screen for one of the plot. */
export function nearestTip({ points, lines }: PlotTips, at: { x: number; y: number }, scale: number): string | undefined {
  let best: { text: () => string; distance: number } | undefined;
  const offer = (x: number, y: number, reach: number, text: () => string) => {
    const distance = Math.hypot(x - at.x, y - at.y) * scale;
    if (distance <= reach && distance < (best?.distance ?? Infinity)) best = { text, distance };
  };
  for (const [x, y, text] of points) offer(x, y, REACH.point, () => text);
  for (const line of lines) {
    const index = nearest(line.x, at.x);
    offer(line.x[index] ?? NaN, line.y[index] ?? NaN, REACH.line, () => lineText(line, index));
  }
  return best?.text();
}

function lineText({ name, axis, at, values }: LineTip, index: number): string {
  const place = at[index] === undefined ? '' : `${axis} ${at[index]}`;
  return `${[name, place].filter(Boolean).join(', ')}: ${values[index] ?? ''}`;
}

function nearest(places: number[], x: number): number {
  return places.reduce((best, place, index) => (Math.abs(place - x) < Math.abs((places[best] ?? Infinity) - x) ? index : best), 0);
}
