/** The numbers of a map: one row for each cell. */
import type { MapView } from '../../experiments/maps/mapView.ts';
import { formatNumber } from '../../words/format.ts';
import type { Table } from '../tables/table.ts';
import { effectName, placeLabels } from './mapWords.ts';

export function mapTable(view: MapView): Table {
  const { claim, conditions, cells } = view;
  const effect = effectName(view);
  return {
    caption: `Where it holds: ${claim}${effect && ` Effect: ${effect}.`}`,
    head: [...conditions.map(({ title }) => title), 'outcome', 'seeds for', 'seeds against', 'seeds', 'median effect', 'from', 'to'],
    names: conditions.length,
    rows: cells.flatMap((cell, index) =>
      cell
        ? [
            [
              ...placeLabels(view, index),
              ...[cell.outcome, String(cell.agree), String(cell.against), String(cell.seeds)],
              ...[cell.effect.median, cell.effect.low, cell.effect.high].map((value) => (value === null ? '–' : formatNumber(value))),
            ],
          ]
        : [],
    ),
  };
}
