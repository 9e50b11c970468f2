/** Which units of the first hidden layer are active for which examples: a row for each example, a column for each unit. */
import { armPanels, seedNote, type Panel } from '../parts/armPanels.ts';
import { armTitle, type ArmFigure, type FigureData } from '../data/figureData.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { armsWith, firstAndLast, layerName, momentName, type Reading } from '../data/readings.ts';
import { drawing, pictureUri, svgElement, textElement } from '../parts/svg.ts';
import type { Table } from '../tables/table.ts';

/** Px: width and height of one output, and where the picture begins. */
const CELL = { width: 4, height: 5 };
const LEFT = 16;
/** The narrowest picture, px. */
const NARROWEST = 128;
/** Steps of colour from white to the strongest. */
const STEPS = 14;

type Code = NonNullable<Reading<'activity'>['code']>;

export function activity(data: FigureData, options: FigureOptions): Figure {
  const { document } = options;
  const arms = armsWith(data, 'activity').filter(codeOf);
  return armPanels(data, options, {
    kind: 'activity',
    arms,
    panel: (arm, title) => panel(arm, title, document),
    caption: `Outputs of the first hidden layer for some examples of the training split. Rows: examples, ordered by ${arms.some((arm) => codeOf(arm)!.classes > 0) ? 'class' : 'label'}; columns: units. White: zero; the darker, the larger, each panel in its own scale.${seedNote(data)}`,
  });
}

export function activityTables(data: FigureData): Table[] {
  return armsWith(data, 'activity').map((arm) => {
    const { first, last } = firstAndLast(arm, 'activity')!;
    const name = armTitle(data, arm);
    return {
      caption: `${data.title}: share of units that are active for an example, and mean size of outputs${name && `, ${name}`}`,
      head: ['layer', ...[first, last].flatMap((reading) => [`active ${momentName(reading)}`, `mean size ${momentName(reading)}`])],
      rows: last.layers.map((_, layer) => [
        layerName(layer, last.layers.length),
        ...[first, last].flatMap(({ layers }) => [percent(layers[layer]!.active), formatNumber(layers[layer]!.size)]),
      ]),
    };
  });
}

function codeOf(arm: ArmFigure): Code | undefined {
  return firstAndLast(arm, 'activity')?.last.code;
}

function panel(arm: ArmFigure, title: string, document: Document): Panel {
  const { last } = firstAndLast(arm, 'activity')!;
  const { rows, labels, classes, largest } = last.code!;
  const units = rows[0]?.length ?? 0;
  const width = Math.max(units * CELL.width, NARROWEST);
  const [height, top] = [rows.length * CELL.height, title ? 40 : 20];
  const svg = drawing(document, Math.max(LEFT + width, 160), top + height + 2);
  const share = percent(last.layers[0]!.active);
  if (title) svg.append(textElement(document, title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  svg.append(
    textElement(document, `${share} active ${momentName(last)}`, { x: 0, y: top - 7 }),
    svgElement(document, 'image', {
      x: LEFT,
      y: top,
      width,
      height,
      preserveAspectRatio: 'none',
      'image-rendering': 'pixelated',
      href: pictureUri(units, rows.length, (row, column) => levelOf(rows[row]![column]!), PALETTE),
      'data-tip': `${share} of the units are active for an example; largest output ${formatNumber(largest)}`,
    }),
    svgElement(document, 'rect', { x: LEFT, y: top, width, height, fill: 'none', stroke: 'var(--fc-line)' }),
    ...(classes > 0 ? classLabels(document, labels, top) : []),
  );
  return {
    plot: svg,
    title: 'outputs of the first hidden layer',
    description: `${rows.length} examples, ${units} units. ${share} of the units are active for an example, ${momentName(last)}.`,
  };
}

function percent(share: number): string {
  return `${formatNumber(100 * share)} %`;
}

/** The number of a class beside the middle of its examples. */
function classLabels(document: Document, labels: readonly number[], top: number): SVGElement[] {
  return [...new Set(labels)].map((label) => {
    const [first, last] = [labels.indexOf(label), labels.lastIndexOf(label)];
    const y = top + ((first + last + 1) / 2) * CELL.height + 3.5;
    return textElement(document, String(label), { x: LEFT - 4, y, 'text-anchor': 'end', 'font-size': '10' });
  });
}

/** Hundredths → 0 to 14; what is not zero is not white. */
export function levelOf(hundredths: number): number {
  const size = Math.abs(hundredths);
  return size === 0 ? 0 : Math.max(1, Math.round((size / 100) * STEPS));
}

/** White to blue, after Okabe & Ito (2008). */
const PALETTE = Array.from({ length: STEPS + 1 }, (_, level) => {
  // Small outputs are to be seen, too.
  const share = level === 0 ? 0 : 0.15 + (0.85 * level) / STEPS;
  return [0, 90, 160].map((strongest) => Math.round(255 + (strongest - 255) * share));
});
