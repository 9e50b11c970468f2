/** What source texts report, figure by figure, beside the same over our seeds. */
import { besideReported } from '../../statistics/reported.ts';
import { formatNumber } from '../../words/format.ts';
import { armTitle, quantityName, type FigureData } from '../data/figureData.ts';
import type { Split } from '../../engines/engine.ts';
import type { Table } from './table.ts';

/** Sources print accuracies and losses to four digits and more. */
const DIGITS = 4;

/** `split`: only that one. Undefined where nothing is reported. */
export function reportedTable(data: FigureData, split?: Split): Table | undefined {
  const rows = data.arms.flatMap((arm) =>
    (arm.reported ?? [])
      .filter((figure) => split === undefined || figure.split === split)
      .map((figure) => {
        const values = arm.runs.map((run) => run.final[`${figure.split}.${figure.metric}`] ?? NaN);
        const ours = besideReported(figure.value, values);
        const digits = ours ? digitsFor([figure.value, ours.median, ours.lowest, ours.highest]) : DIGITS;
        const format = (value: number) => formatNumber(value, digits);
        return [
          armTitle(data, arm) || 'all runs',
          quantityName(figure.split, figure.metric),
          figure.sd === undefined ? format(figure.value) : `${format(figure.value)} ± ${formatNumber(figure.sd, 2)}`,
          ...(ours
            ? [format(ours.median), `${format(ours.lowest)} to ${format(ours.highest)}`, String(ours.seeds), ours.inside ? 'inside' : 'outside']
            : ['–', '–', '0', '–']),
          figure.source,
        ];
      }),
  );
  if (rows.length === 0) return undefined;
  return {
    caption: `${data.title}: what the source reports, and our seeds`,
    head: ['network', 'quantity', 'reported', 'ours, median', 'ours, lowest to highest', 'seeds', 'inside?', 'claim'],
    rows,
    names: 2,
  };
}

/** So many that what differs reads differently: losses that are stuck agree in the first three. */
function digitsFor(values: readonly number[]): number {
  const spread = Math.max(...values) - Math.min(...values);
  return spread > 0 && spread < 0.01 * Math.abs(values[0]!) ? DIGITS + 1 : DIGITS;
}
