/** Final values of a grid: the first axis down, the second across, further axes as panels; the median over seeds in each cell. */
import { median } from 'simple-statistics';
import { accessible } from '../parts/accessible.ts';
import { caption, figureElement, type Figure, type FigureOptions } from '../parts/figureElement.ts';
import { quantityName, shownKey, type ArmFigure, type FigureData } from '../data/figureData.ts';
import { formatNumber } from '../../words/format.ts';
import { drawing, svgElement, textElement } from '../parts/svg.ts';
import type { Table } from '../tables/table.ts';

/** Px. */
const CELL = { width: 62, height: 34 };
/** Tokens --heat-1 to --heat-9; from this one on, text on them has the colour of the page. */
export const HEAT_LEVELS = 9;
const TURNED = 7;

/** Color of text on a level. */
export function heatText(level: number): string {
  return level >= TURNED ? 'var(--fc-paper)' : 'var(--fc-ink)';
}

interface Grid {
  /** '' where there are two axes. */
  title: string;
  /** Undefined: no such arm; NaN: no finite value. [row][column] */
  values: (number | undefined)[][];
  lost: number[][];
}

export function* heatmap(data: FigureData, { document }: FigureOptions): Figure {
  const grids = gridsOf(data);
  const { figure, panels } = figureElement('heatmap', document, grids.length);
  const level = levels(data, grids);
  for (const grid of grids) {
    const name = `${data.title}: final ${quantityName(data.split, data.metric)}${grid.title && `, ${grid.title}`}`;
    const svg = accessible(draw(data, grid, level, document), document, name, description(data, grid));
    svg.setAttribute('style', `max-width:min(100%,${Math.round(Number(svg.getAttribute('width')) / 1.4) / 10}rem)`);
    panels.append(svg);
    yield;
  }
  figure.append(caption(document, captionText(data)));
  return figure;
}

export function heatmapTables(data: FigureData): Table[] {
  const [down, across] = data.axes;
  return gridsOf(data).map(({ title, values, lost }) => ({
    caption: `${data.title}: final ${quantityName(data.split, data.metric)}, ${middleName(data)}${title && `, ${title}`}`,
    head: [`${down?.name ?? ''} ＼ ${across?.name ?? ''}`, ...(across?.labels ?? [])],
    rows: values.map((row, index) => [down?.labels[index] ?? '', ...row.map((value, column) => cellText(value, lost[index]?.[column]))]),
  }));
}

function draw(data: FigureData, grid: Grid, level: (value: number) => number, document: Document): Element {
  const [down, across] = data.axes;
  const rowLabels = down?.labels ?? [''];
  const columnLabels = across?.labels ?? [''];
  const left = 14 + 6.4 * Math.max(...rowLabels.map((label) => label.length), down?.name.length ?? 0);
  const width = Math.max(CELL.width, 12 + 6.2 * Math.max(...columnLabels.map((label) => label.length)));
  const top = (grid.title ? 20 : 0) + 34;
  const svg = drawing(document, left + width * columnLabels.length + 2, top + CELL.height * rowLabels.length + 2);
  if (grid.title) svg.append(textElement(document, grid.title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  svg.append(
    textElement(document, `${across?.name ?? ''} →`, { x: left, y: top - 22 }),
    textElement(document, `${down?.name ?? ''} ↓`, { x: left - 10, y: top - 6, 'text-anchor': 'end' }),
    ...columnLabels.map((label, column) =>
      textElement(document, label, { x: left + (column + 0.5) * width, y: top - 6, 'text-anchor': 'middle', 'font-weight': '600' }),
    ),
  );
  rowLabels.forEach((label, row) => {
    const middle = top + (row + 0.5) * CELL.height + 4;
    svg.append(textElement(document, label, { x: left - 10, y: middle, 'text-anchor': 'end', 'font-weight': '600' }));
    columnLabels.forEach((columnLabel, column) => {
      const value = grid.values[row]?.[column];
      if (value === undefined) return;
      const lost = grid.lost[row]?.[column] ?? 0;
      const finite = Number.isFinite(value);
      const heat = finite ? level(value) : 0;
      const tip = `${down?.name ?? ''} ${label}, ${across?.name ?? ''} ${columnLabel}: ${cellText(value, lost)}`;
      svg.append(
        svgElement(document, 'rect', {
          x: left + column * width + 1,
          y: top + row * CELL.height + 1,
          width: width - 2,
          height: CELL.height - 2,
          fill: finite ? `var(--heat-${heat})` : 'none',
          stroke: finite ? undefined : 'currentColor',
          'stroke-dasharray': finite ? undefined : '3 3',
          'data-tip': tip,
        }),
        textElement(document, finite ? `${formatNumber(value)}${lost > 0 ? ' *' : ''}` : 'diverged', {
          x: left + (column + 0.5) * width,
          y: middle,
          'text-anchor': 'middle',
          'font-size': '12',
          'pointer-events': 'none',
          fill: heatText(heat),
        }),
      );
    });
  });
  return svg;
}

/** Where a value lies from the smallest (1) to the largest (HEAT_LEVELS) of all panels, on the figure's scale. */
function levels(data: FigureData, grids: Grid[]): (value: number) => number {
  const finite = grids.flatMap(({ values }) => values.flat()).filter((value): value is number => value !== undefined && Number.isFinite(value));
  const log = data.scale === 'log' && finite.every((value) => value > 0);
  const place = (value: number) => (log ? Math.log(value) : value);
  const [low, high] = [place(Math.min(...finite)), place(Math.max(...finite))];
  return (value) => (high > low ? 1 + Math.round(((HEAT_LEVELS - 1) * (place(value) - low)) / (high - low)) : Math.ceil(HEAT_LEVELS / 2));
}

function gridsOf(data: FigureData): Grid[] {
  const [down, across, ...others] = data.axes;
  const titleOf = (arm: ArmFigure) => others.map(({ name, labels }, index) => `${name} ${labels[arm.place[index + 2] ?? 0] ?? ''}`).join(' · ');
  const key = shownKey(data);
  return [...new Set(data.arms.map(titleOf))].map((title) => {
    const cell = (row: number, column: number) =>
      data.arms.find((arm) => titleOf(arm) === title && (arm.place[0] ?? 0) === row && (arm.place[1] ?? 0) === column);
    const finite = (arm?: ArmFigure) => (arm?.runs ?? []).map((run) => run.final[key] ?? NaN).filter(Number.isFinite);
    const value = (arm?: ArmFigure) => (!arm || arm.runs.length === 0 ? undefined : finite(arm).length > 0 ? median(finite(arm)) : NaN);
    const map = <T>(of: (arm?: ArmFigure) => T) => (down?.labels ?? ['']).map((_, row) => (across?.labels ?? ['']).map((__, column) => of(cell(row, column))));
    return { title, values: map(value), lost: map((arm) => (arm?.runs.length ?? 0) - finite(arm).length) };
  });
}

function cellText(value: number | undefined, lost = 0): string {
  if (value === undefined) return '–';
  if (!Number.isFinite(value)) return 'diverged';
  return `${formatNumber(value)}${lost > 0 ? ` (${lost} diverged)` : ''}`;
}

function middleName({ seeds }: FigureData): string {
  return seeds.length === 1 ? `seed ${seeds[0] ?? ''}` : `median of ${seeds.length} seeds`;
}

function description(data: FigureData, { values, lost }: Grid): string {
  const [down, across] = data.axes;
  return values
    .map((row, index) => {
      const cells = row.map((value, column) => `${across?.labels[column] ?? ''}: ${cellText(value, lost[index]?.[column])}`);
      return `${down?.name ?? ''} ${down?.labels[index] ?? ''}: ${cells.join(', ')}`;
    })
    .join('; ')
    .concat('.');
}

function captionText(data: FigureData): string {
  const starred = gridsOf(data).some(({ values, lost }) =>
    lost.some((row, index) => row.some((count, column) => count > 0 && Number.isFinite(values[index]?.[column]))),
  );
  const scale = data.scale === 'log' ? ', on a logarithmic scale' : '';
  return `Final ${quantityName(data.split, data.metric)}, ${middleName(data)}; the stronger the color, the larger${scale}.${starred ? ' *: some seeds diverged.' : ''}`;
}
