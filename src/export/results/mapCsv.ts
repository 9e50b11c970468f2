/** A map as a tidy table: one row for each cell, numbers in full. */
import Papa from 'papaparse';
import type { MapView } from '../../experiments/maps/mapView.ts';

const MAP_COLUMNS = ['outcome', 'agree', 'against', 'seeds', 'effect', 'effectLow', 'effectHigh'] as const;

/** One column for each condition, by the names of `conditions` (paths of settings); then those of MAP_COLUMNS. Cells that were not judged have no row. */
export function mapCsv({ conditions, cells }: Pick<MapView, 'conditions' | 'cells'>, names: readonly string[]): string {
  const across = conditions.at(-1)?.labels ?? [''];
  const rows = cells.flatMap((cell, index) => {
    if (!cell) return [];
    const place = conditions.length > 1 ? [conditions[0]!.labels[Math.floor(index / across.length)]!] : [];
    const { outcome, agree, against, seeds, effect } = cell;
    return [[...place, across[index % across.length]!, outcome, agree, against, seeds, effect.median, effect.low, effect.high]];
  });
  return `${Papa.unparse({ fields: [...names, ...MAP_COLUMNS], data: rows }, { newline: '\n' })}\n`;
}
