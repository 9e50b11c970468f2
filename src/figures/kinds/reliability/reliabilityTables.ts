/** The numbers of a reliability diagram. */
import { armTitle, SPLIT_NAMES, type FigureData } from '../../data/figureData.ts';
import type { Table } from '../../tables/table.ts';
import { formatNumber } from '../../../words/format.ts';
import { binsOf, meanOf, rangeOf, shareOf, splitOf } from './reliabilityBins.ts';

export function reliabilityTables(data: FigureData): Table[] {
  return data.arms.flatMap((arm) => {
    const bins = binsOf(data, arm);
    if (!bins) return [];
    const name = armTitle(data, arm);
    return {
      caption: `${data.title}: predictions on the ${SPLIT_NAMES[splitOf(data)]} split by their probability${name && `, ${name}`}`,
      head: ['probability', 'predictions', 'mean probability', 'share right'],
      rows: bins.map((bin, index) => [
        rangeOf(index, bins.length),
        String(bin[0]),
        ...(bin[0] > 0 ? [meanOf(bin), shareOf(bin)].map((value) => formatNumber(value)) : ['–', '–']),
      ]),
    };
  });
}
