/** Confusion matrices: which classes (rows) are taken for which (columns), in examples; color by share of the row. */
import { SPLIT_NAMES, type FigureData, type ArmFigure, armTitle } from '../data/figureData.ts';
import { armPanels, seedNote, type Panel } from '../parts/armPanels.ts';
import { classKey, classTitle } from '../data/dataNames.ts';
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { formatNumber } from '../../words/format.ts';
import { HEAT_LEVELS, heatText } from './heatmap.ts';
import { drawing, svgElement, textElement } from '../parts/svg.ts';
import type { Table } from '../tables/table.ts';

/** Px. */
const CELL = { few: 44, many: 29 };
const MARGIN = { left: 48, top: 34 };

export function confusion(data: FigureData, options: FigureOptions): Figure {
  return armPanels(data, options, {
    kind: 'confusion',
    arms: data.arms.filter((arm) => matrixOf(data, arm)),
    panel: (arm, title) => panel(data, arm, title, options.document),
    caption: `${capital(SPLIT_NAMES[splitOf(data)])} examples of each class (rows) by the class predicted (columns), after training. Color: share of the row.${classKey(data)}${seedNote(data)}`,
  });
}

export function confusionTables(data: FigureData): Table[] {
  return data.arms.flatMap((arm) => {
    const matrix = matrixOf(data, arm);
    if (!matrix) return [];
    const name = armTitle(data, arm);
    return {
      caption: `${data.title}: ${SPLIT_NAMES[splitOf(data)]} examples by class (row) and predicted class (column)${name && `, ${name}`}`,
      head: ['class ＼ predicted', ...matrix.map((_, index) => data.classes?.[index] ?? String(index))],
      rows: matrix.map((row, index) => [data.classes?.[index] ?? String(index), ...row.map(String)]),
    };
  });
}

/** The split shown, where its matrix is there; else the one farthest from training. */
function splitOf(data: FigureData): FigureData['split'] {
  const there = (split: FigureData['split']) => data.arms.some((arm) => arm.confusion?.[split]);
  return ([data.split, 'test', 'validation', 'train'] as const).find(there) ?? data.split;
}

function matrixOf(data: FigureData, arm: ArmFigure): number[][] | undefined {
  return arm.confusion?.[splitOf(data)];
}

function panel(data: FigureData, arm: ArmFigure, title: string, document: Document): Panel {
  const matrix = matrixOf(data, arm) ?? [];
  const cell = matrix.length > 4 ? CELL.many : CELL.few;
  const top = MARGIN.top + (title ? 20 : 0);
  const side = matrix.length * cell;
  const svg = drawing(document, Math.max(MARGIN.left + side, 130, 7.2 * title.length), top + side + 2);
  if (title) svg.append(textElement(document, title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  svg.append(textElement(document, 'predicted →', { x: MARGIN.left, y: top - 20 }), textElement(document, 'class ↓', { x: 0, y: top - 6 }));
  matrix.forEach((row, actual) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    const middle = (index: number) => (index + 0.5) * cell;
    svg.append(
      textElement(document, String(actual), { x: MARGIN.left + middle(actual), y: top - 6, 'text-anchor': 'middle', 'font-weight': '600' }),
      textElement(document, String(actual), { x: MARGIN.left - 8, y: top + middle(actual) + 4, 'text-anchor': 'end', 'font-weight': '600' }),
    );
    row.forEach((count, predicted) => {
      const share = all > 0 ? count / all : 0;
      const level = 1 + Math.round(share * (HEAT_LEVELS - 1));
      svg.append(
        svgElement(document, 'rect', {
          ...{ x: MARGIN.left + predicted * cell + 0.5, y: top + actual * cell + 0.5, width: cell - 1, height: cell - 1, fill: `var(--heat-${level})` },
          'data-tip': `${classTitle(data, actual)} taken for ${data.classes?.[predicted] ?? predicted}: ${count} of ${all}, ${formatNumber(100 * share)} %`,
        }),
      );
      if (count > 0) {
        svg.append(
          textElement(document, String(count), {
            ...{ x: MARGIN.left + middle(predicted), y: top + middle(actual) + 4, 'text-anchor': 'middle', 'pointer-events': 'none', fill: heatText(level) },
            'font-size': cell === CELL.many ? '10.5' : '12',
          }),
        );
      }
    });
  });
  return { plot: svg, title: `${SPLIT_NAMES[splitOf(data)]} confusion matrix`, description: description(data, matrix) };
}

function description(data: FigureData, matrix: number[][]): string {
  const right = matrix.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  const all = matrix.flat().reduce((sum, count) => sum + count, 0);
  const wrong = matrix
    .flatMap((row, actual) => row.map((count, predicted) => ({ actual, predicted, count })))
    .filter(({ actual, predicted, count }) => actual !== predicted && count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3)
    .map(({ actual, predicted, count }) => `${count} of ${classTitle(data, actual)} for ${data.classes?.[predicted] ?? predicted}`);
  return `${right} of ${all} examples right.${wrong.length > 0 ? ` Most often mistaken: ${wrong.join(', ')}.` : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
