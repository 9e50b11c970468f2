/** Panels of learning curves: one that names its curves, and a small one of many with a single curve before all others. */
import * as Plot from '@observablehq/plot';
import { curveMarks, lastDrawn, pointsOf, presentMarks, type Scales } from './curveMarks.ts';
import { endLabels } from '../../parts/endLabels.ts';
import { quantityName, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import { MARGIN_TOP, panelTop } from '../../parts/figureElement.ts';
import { seriesStyle } from '../../parts/seriesStyle.ts';
import { tickRoom } from '../../parts/ticks.ts';
import { xAxisMark } from '../../parts/xScale.ts';

/** Width and height of a panel, px: a single one in a wide and a narrow place, and one of several. */
const SIZES = { wide: [530, 320], narrow: [340, 260], panel: [262, 200], tallPanel: [262, 250], small: [180, 140] } as const;
/** At most about so many points of a curve in the background are drawn. */
const POINTS_BEHIND = 24;

export interface PanelKind {
  size: keyof typeof SIZES;
  /** Its heading; '' for none. */
  facet: string;
  /** Whether a key names the series, rather than labels at the curves. */
  keyed: boolean;
}

/** One with all arms of a facet. */
export function curvePanel(data: FigureData, arms: ArmFigure[], scales: Scales, { size, facet, keyed }: PanelKind, document: Document): Element {
  const [width, height] = SIZES[size];
  const labelOf = (arm: ArmFigure) => (keyed ? '' : (data.series.labels[arm.series] ?? ''));
  const margins = {
    marginTop: facet ? MARGIN_TOP.facet : MARGIN_TOP.plain,
    marginBottom: 34,
    marginLeft: tickRoom(scales.y),
    marginRight: labelRoom(arms.map(labelOf)),
  };
  const y = { type: scales.y.type, domain: scales.y.domain, clamp: true };
  const marks = arms.flatMap((arm) => curveMarks(data, arm, scales, arms.length > 3 ? 0.1 : 0.16));
  const ends = arms.map((arm) => ({ ...lastDrawn(arm, scales), label: labelOf(arm), color: seriesStyle(arm.series).color }));
  return Plot.plot({
    document,
    width,
    height,
    ...margins,
    x: scales.x,
    y,
    marks: [
      xAxisMark(data, scales.x, size === 'wide' ? 8 : 4),
      Plot.axisY(scales.y.ticks, { text: scales.y.tickFormat, label: null }),
      Plot.gridY(scales.y.ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      ...panelTop(facet, `↑ ${quantityName(data.split, data.metric)}`, margins.marginLeft),
      ...marks,
      ...presentMarks(data, arms, scales),
      ...endLabels(ends, { x: scales.x, y: scales.y, width, height, ...margins }),
    ],
  });
}

/** One of many: what the axes are is said in the caption. */
export function smallCurvePanel(data: FigureData, arm: ArmFigure, scales: Scales, document: Document): Element {
  const [width, height] = SIZES.small;
  const { color } = seriesStyle(arm.series);
  const marginLeft = tickRoom(scales.y) - 12;
  const heading = { frameAnchor: 'top-left', dx: 2 - marginLeft, dy: -8, lineAnchor: 'bottom', fill: color, fontWeight: 650 } as const;
  const ticks = scales.y.ticks.filter((_, index, all) => all.length <= 4 || index % 2 === 0);
  return Plot.plot({
    document,
    width,
    height,
    ...{ marginTop: 22, marginBottom: 22, marginLeft, marginRight: 12 },
    x: scales.x,
    y: { type: scales.y.type, domain: scales.y.domain, clamp: true },
    marks: [
      xAxisMark(data, scales.x, 3, ''),
      Plot.axisY(ticks, { text: scales.y.tickFormat, label: null }),
      Plot.gridY(ticks, { stroke: 'currentColor', strokeOpacity: 0.1 }),
      Plot.text([data.series.labels[arm.series] ?? ''], { ...heading, text: String }),
      behind(data, arm, scales),
      ...curveMarks(data, arm, scales, 0.16),
      ...presentMarks(data, [arm], scales),
    ],
  });
}

/** The curves that are not this panel's: one quiet path. */
function behind(data: FigureData, own: ArmFigure, scales: Scales): Plot.Markish {
  const gap = { x: NaN, median: NaN };
  const points = data.arms
    .filter((arm) => arm !== own)
    .flatMap((arm) => {
      const all = pointsOf(arm, scales);
      const stride = Math.max(1, Math.ceil(all.length / POINTS_BEHIND));
      return [...all.filter((_, index) => index % stride === 0 || index === all.length - 1), gap];
    });
  return Plot.line(points, { x: 'x', y: 'median', stroke: 'currentColor', strokeOpacity: 0.2, strokeWidth: 1, clip: true });
}

/** Room for the longest label, px, with the leader before it. */
export function labelRoom(labels: string[]): number {
  return 14 + 5.7 * Math.max(...labels.map((label) => label.length), 0);
}
