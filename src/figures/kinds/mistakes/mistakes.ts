/** Pictures that a network takes for another class, the surest mistakes first, with what it says of them. */
import { armPanels, seedNote, type Panel } from '../../parts/armPanels.ts';
import { armTitle, SPLIT_NAMES, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import type { Figure, FigureOptions } from '../../parts/figureElement.ts';
import { formatNumber } from '../../../words/format.ts';
import { drawing, pictureUri, svgElement, textElement } from '../../parts/svg.ts';
import type { Table } from '../../tables/table.ts';

/** Px: side of a picture, room for two lines below it, and from one to the next. */
const SIDE = 64;
const LINES = 32;
const GAP = 12;
const COLUMNS = 4;

type Mistakes = NonNullable<ArmFigure['mistakes']>;

export function mistakes(data: FigureData, options: FigureOptions): Figure {
  return armPanels(data, options, {
    kind: 'mistakes',
    arms: data.arms.filter((arm) => arm.mistakes),
    panel: (arm, title) => panel(data, arm.mistakes!, title, options.document),
    caption: `The pictures of which the network was surest that they are something else: class → what they are taken for, and below the probability of that and of the class.${seedNote(data)}`,
  });
}

export function mistakesTables(data: FigureData): Table[] {
  return data.arms.flatMap((arm) => {
    if (!arm.mistakes) return [];
    const name = armTitle(data, arm);
    const { split, shown } = arm.mistakes;
    return {
      caption: `${data.title}: the surest mistakes among ${SPLIT_NAMES[split]} pictures${name && `, ${name}`}`,
      head: ['class', 'taken for', 'probability of that', 'probability of the class'],
      rows: shown.map((mistake) => {
        const predicted = surest(mistake.probabilities);
        return [
          nameOf(data, mistake.actual),
          nameOf(data, predicted),
          ...[predicted, mistake.actual].map((index) => formatNumber(mistake.probabilities[index]!)),
        ];
      }),
    };
  });
}

function panel(data: FigureData, { split, width, wrong, examples, shown }: Mistakes, title: string, document: Document): Panel {
  const columns = Math.min(COLUMNS, Math.max(1, shown.length));
  const rows = Math.ceil(shown.length / columns);
  const top = title ? 20 : 0;
  const svg = drawing(document, Math.max(columns * (SIDE + GAP) - GAP, 160), top + rows * (SIDE + LINES) + 2);
  if (title) svg.append(textElement(document, title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  shown.forEach(({ picture, actual, probabilities }, index) => {
    const [x, y] = [(index % columns) * (SIDE + GAP), top + Math.floor(index / columns) * (SIDE + LINES)];
    const predicted = surest(probabilities);
    const said = `${nameOf(data, actual)} → ${nameOf(data, predicted)}`;
    const others = probabilities.flatMap((probability, digit) => (probability >= 0.01 ? `${nameOf(data, digit)}: ${formatNumber(probability)}` : []));
    svg.append(
      svgElement(document, 'image', {
        ...{ x, y, width: SIDE, height: SIDE, preserveAspectRatio: 'none', 'image-rendering': 'pixelated' },
        href: pictureUri(width, picture.length / width, (row, column) => Number.parseInt(picture[row * width + column]!, 16), PALETTE),
        'data-tip': `${said}; ${others.join(', ')}`,
      }),
      textElement(document, said, { x, y: y + SIDE + 13, 'font-weight': '600' }),
      textElement(document, `${inHundredths(probabilities[predicted]!)} · ${inHundredths(probabilities[actual]!)}`, { x, y: y + SIDE + 26 }),
    );
  });
  const first = shown[0];
  const surestSaid = first ? ` The surest: class ${nameOf(data, first.actual)}, taken for ${nameOf(data, surest(first.probabilities))}.` : '';
  return {
    plot: svg,
    title: 'pictures taken for another class',
    description: `${wrong} of ${examples} ${SPLIT_NAMES[split]} pictures are taken for another class.${surestSaid}`,
  };
}

/** Two places, so that 1.00 says “as good as certain”. */
function inHundredths(probability: number): string {
  return probability.toFixed(2);
}

/** The class with the largest probability, of equal ones the first. */
function surest(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities));
}

function nameOf({ classes }: FigureData, index: number): string {
  return classes?.[index] ?? String(index);
}

/** Paper to ink. */
const PALETTE = Array.from({ length: 16 }, (_, shade) => [26, 26, 32].map((ink) => Math.round(255 + ((ink - 255) * shade) / 15)));
