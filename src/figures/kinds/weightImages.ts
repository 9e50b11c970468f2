/** What the first units look for in a picture: their incoming weights as pictures, before and after training. */
import { armPanels, seedNote, type Panel } from '../parts/armPanels.ts';
import { armTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { armsWith, firstAndLast, momentName, type Reading } from '../data/readings.ts';
import { drawing, pictureUri, svgElement, textElement } from '../parts/svg.ts';
import type { Table } from '../tables/table.ts';

/** Px: side of a picture, and from one sheet of pictures to the next. */
const SIDE = 42;
const GAP = 18;
/** Steps of colour on each side of zero. */
const STEPS = 7;

export function weightImages(data: FigureData, options: FigureOptions): Figure {
  const { document } = options;
  return armPanels(data, options, {
    kind: 'weightImages',
    arms: armsWith(data, 'firstLayer'),
    panel: (arm, title) => panel(arm, title, document),
    caption: `Weights from the pixels to the first units, one picture each. Blue: positive, orange: negative, white: zero; both moments share one scale.${seedNote(data)}`,
  });
}

export function weightImagesTables(data: FigureData): Table[] {
  return armsWith(data, 'firstLayer').map((arm) => {
    const { first, last } = firstAndLast(arm, 'firstLayer')!;
    const range = ({ largest, units }: Reading<'firstLayer'>, unit: number) => {
      const weights = units[unit] ?? [];
      return [Math.min(...weights), Math.max(...weights)].map((hundredths) => formatNumber((hundredths / 100) * largest));
    };
    const name = armTitle(data, arm);
    return {
      caption: `${data.title}: weights from the pixels${name && `, ${name}`}`,
      head: ['unit', ...[first, last].flatMap((reading) => [`lowest ${momentName(reading)}`, `highest ${momentName(reading)}`])],
      rows: last.units.map((_, unit) => [String(unit + 1), ...range(first, unit), ...range(last, unit)]),
    };
  });
}

function panel(arm: ArmFigure, title: string, document: Document): Panel {
  const { first, last } = firstAndLast(arm, 'firstLayer')!;
  const columns = Math.ceil(Math.sqrt(last.units.length));
  const rows = Math.ceil(last.units.length / columns);
  const top = title ? 40 : 20;
  const sheets = first === last ? [last] : [first, last];
  const svg = drawing(document, Math.max(sheets.length * (columns * SIDE + GAP) - GAP, 160), top + rows * SIDE + 2);
  if (title) svg.append(textElement(document, title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  const largest = Math.max(first.largest, last.largest);
  sheets.forEach((reading, index) => {
    const left = index * (columns * SIDE + GAP);
    svg.append(
      textElement(document, momentName(reading), { x: left, y: top - 7 }),
      svgElement(document, 'image', {
        x: left,
        y: top,
        width: columns * SIDE,
        height: rows * SIDE,
        preserveAspectRatio: 'none',
        'image-rendering': 'pixelated',
        href: sheet(reading, largest, columns, rows),
        'data-tip': `${momentName(reading)}: largest weight ${formatNumber(reading.largest)}; strongest colour ${formatNumber(largest)}`,
      }),
      svgElement(document, 'path', { d: emptyPath(left, top, columns, rows, reading.units.length), fill: 'var(--fc-paper)' }),
      svgElement(document, 'path', { d: gridPath(left, top, columns, rows), fill: 'none', stroke: 'var(--fc-paper)', 'stroke-width': '2.5' }),
    );
  });
  return {
    plot: svg,
    title: 'weights from the pixels to the first units',
    description: `${last.units.length} units. Largest weight ${sheets.map((reading) => `${formatNumber(reading.largest)} ${momentName(reading)}`).join(', ')}.`,
  };
}

/** All units' pictures side by side, row by row, as one picture. */
function sheet({ width, height, units, largest: own }: Reading<'firstLayer'>, largest: number, columns: number, rows: number): string {
  const level = (row: number, column: number) => {
    const unit = Math.floor(row / height) * columns + Math.floor(column / width);
    const hundredths = units[unit]?.[(row % height) * width + (column % width)];
    return hundredths === undefined ? STEPS : levelOf(largest > 0 ? ((hundredths / 100) * own) / largest : 0);
  };
  return pictureUri(columns * width, rows * height, level, PALETTE);
}

/** From -1 to 1 → 0 to 14. */
export function levelOf(share: number): number {
  return STEPS + Math.round(share * STEPS);
}

/** Orange over white to blue, after Okabe & Ito (2008). */
const PALETTE = Array.from({ length: 2 * STEPS + 1 }, (_, level) => {
  const share = Math.abs(level - STEPS) / STEPS;
  return (level < STEPS ? [213, 94, 0] : [0, 90, 160]).map((strongest) => Math.round(255 + (strongest - 255) * share));
});

/** The places at the end that no unit has: they show paper, not weights of zero. */
function emptyPath(left: number, top: number, columns: number, rows: number, units: number): string {
  const empty = columns * rows - units;
  if (empty === 0) return 'M0,0';
  // A little farther than the picture, so that its edge does not show.
  return `M${left + (columns - empty) * SIDE},${top + (rows - 1) * SIDE}H${left + columns * SIDE + 1}V${top + rows * SIDE + 1}h${-empty * SIDE - 1}z`;
}

function gridPath(left: number, top: number, columns: number, rows: number): string {
  const down = Array.from({ length: columns - 1 }, (_, column) => `M${left + (column + 1) * SIDE},${top}v${rows * SIDE}`);
  const across = Array.from({ length: rows - 1 }, (_, row) => `M${left},${top + (row + 1) * SIDE}h${columns * SIDE}`);
  return [...down, ...across].join('') || 'M0,0';
}
