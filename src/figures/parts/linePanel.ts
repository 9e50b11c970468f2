/** The training loss along straight lines between two points of the space of all parameters, 0 and 1. */
import * as Plot from '@observablehq/plot';
import { endLabels } from './endLabels.ts';
import { MARGIN_TOP, panelTop } from './figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { lineTips } from '../tips/lineTips.ts';
import { tickRoom, type ValueScale } from './ticks.ts';

export interface LineOfLosses {
  /** Beside its end; '' for none. */
  label: string;
  color: string;
  dash: string;
  points: { at: number; loss: number }[];
}

interface Panel {
  lines: LineOfLosses[];
  scale: ValueScale;
  /** '' for none. */
  heading: string;
  /** What lies at 0 and at 1. */
  marks: [zero: string, one: string];
}

/** Px. */
const [WIDTH, HEIGHT] = [420, 250];

export function linePanel({ lines, scale, heading, marks }: Panel, document: Document): Element {
  const margins = {
    marginTop: heading ? MARGIN_TOP.facet : MARGIN_TOP.plain,
    marginBottom: 34,
    marginLeft: tickRoom(scale),
    marginRight: 16 + 6.4 * Math.max(...lines.map(({ label }) => label.length), 0),
  };
  const at = lines.flatMap(({ points }) => points.map((point) => point.at));
  const x: [number, number] = [Math.min(...at), Math.max(...at)];
  const drawable = (value: number) => (Number.isFinite(value) && (scale.type === 'linear' || value > 0) ? value : NaN);
  const ends: Parameters<typeof endLabels>[0] = [];
  const drawn = lines.map(({ label, color, dash, points }) => {
    const all = points.map((point) => ({ at: point.at, loss: drawable(point.loss) }));
    const there = all.filter(({ loss }) => !Number.isNaN(loss));
    const last = there.at(-1);
    if (last) ends.push({ x: last.at, y: last.loss, label, color });
    const tips = lineTips(
      label,
      'place',
      there.map((point) => formatNumber(point.at)),
      there.map(({ loss }) => formatNumber(loss, 4)),
    );
    return Plot.line(all, { x: 'at', y: 'loss', stroke: color, strokeDasharray: dash, strokeWidth: 1.8, clip: true, ...tips });
  });
  const places = [0, 1].filter((place) => place >= x[0] && place <= x[1]);
  return Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    ...margins,
    x: { domain: x, label: 'place on the line →', labelAnchor: 'right', ticks: 5 },
    y: { type: scale.type, domain: scale.domain, clamp: true },
    marks: [
      Plot.axisY(scale.ticks, { text: scale.tickFormat, label: null }),
      Plot.gridY(scale.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      Plot.ruleX(places, { stroke: 'currentColor', strokeDasharray: '3 3', strokeOpacity: 0.6 }),
      ...places.map((place) => {
        // Where the line ends with the panel there is room on the left alone.
        const inside = place < x[1];
        return Plot.text([place], {
          x: (value: number) => value,
          frameAnchor: 'bottom',
          dx: inside ? 4 : -4,
          dy: -6,
          textAnchor: inside ? 'start' : 'end',
          fill: 'currentColor',
          stroke: 'var(--fc-paper)',
          strokeWidth: 4,
          text: () => marks[place === 0 ? 0 : 1],
        });
      }),
      ...panelTop(heading, '↑ training loss', margins.marginLeft),
      ...drawn,
      ...endLabels(ends, { x: { domain: x }, y: scale, width: WIDTH, height: HEIGHT, ...margins }),
    ],
  });
}
