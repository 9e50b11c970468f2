/** What pre-trained layers keep of a few pictures: the pictures, and below what comes back from each layer, decoded to the pixels. */
import { armPanels, seedNote, type Panel } from '../../parts/armPanels.ts';
import { armTitle, type ArmFigure, type FigureData } from '../../data/figureData.ts';
import type { Figure, FigureOptions } from '../../parts/figureElement.ts';
import { formatNumber } from '../../../words/format.ts';
import { drawing, pictureUri, svgElement, textElement } from '../../parts/svg.ts';
import type { Table } from '../../tables/table.ts';

/** Px: side of a picture, and room for a line of text above each row. */
const SIDE = 52;
const LINE = 18;

export function reconstructions(data: FigureData, options: FigureOptions): Figure {
  return armPanels(data, options, {
    kind: 'reconstructions',
    arms: data.arms.filter(({ pretraining }) => pretraining?.some(({ pictures }) => pictures)),
    panel: (arm, title) => panel(arm, title, options.document),
    caption: `The first training pictures, and what comes back of them from each layer in turn, through the decoders of all layers before it.${seedNote(data)}`,
  });
}

export function reconstructionsTables(data: FigureData): Table[] {
  return data.arms.flatMap((arm) => {
    if (!arm.pretraining?.some(({ pictures }) => pictures)) return [];
    const name = armTitle(data, arm);
    return {
      caption: `${data.title}: mean squared error of the reconstruction in pre-training${name && `, ${name}`}`,
      head: ['layer', 'updates', 'before', 'after'],
      rows: arm.pretraining.map(({ layer, updates, before, after }) => [String(layer), String(updates), formatNumber(before), formatNumber(after)]),
    };
  });
}

function panel({ pretraining = [] }: ArmFigure, title: string, document: Document): Panel {
  const layers = pretraining.flatMap(({ layer, before, after, pictures }) => (pictures ? [{ layer, before, after, ...pictures }] : []));
  const { width, given } = layers[0]!;
  const errors = layers.map(({ layer, before, after }) => `layer ${layer}: error ${formatNumber(before)} before, ${formatNumber(after)} after`);
  const rows = [
    { text: 'given', pictures: given },
    ...layers.map(({ layer, after, back }) => ({ text: `back from layer ${layer} · error of the layer ${formatNumber(after)}`, pictures: back })),
  ];
  const top = title ? LINE : 0;
  const svg = drawing(document, Math.max(given.length * SIDE, 250), top + rows.length * (SIDE + LINE) + 2);
  if (title) svg.append(textElement(document, title, { x: 0, y: 12, 'font-weight': '600', 'font-size': '12.5' }));
  rows.forEach(({ text, pictures }, row) => {
    const y = top + row * (SIDE + LINE) + LINE;
    svg.append(
      textElement(document, text, { x: 0, y: y - 5 }),
      svgElement(document, 'image', {
        ...{ x: 0, y, width: pictures.length * SIDE, height: SIDE, preserveAspectRatio: 'none', 'image-rendering': 'pixelated' },
        href: sheet(pictures, width),
        'data-tip': text,
      }),
    );
  });
  return { plot: svg, title: 'pictures and what comes back of them', description: `${given.length} pictures. ${errors.join('; ')}.` };
}

/** Side by side, as one picture. */
function sheet(pictures: readonly string[], width: number): string {
  const height = pictures[0]!.length / width;
  const shade = (row: number, column: number) => Number.parseInt(pictures[Math.floor(column / width)]![row * width + (column % width)]!, 16);
  return pictureUri(pictures.length * width, height, shade, PALETTE);
}

/** White to blue, as positive weights are drawn. */
const PALETTE = Array.from({ length: 16 }, (_, shade) => [0, 90, 160].map((strongest) => Math.round(255 + ((strongest - 255) * shade) / 15)));
