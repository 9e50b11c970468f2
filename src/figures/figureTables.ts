/** All tables of an experiment: the final values, and what its figures show beyond them. */
import type { FigureName } from '../experiments/spec/figureNeeds.ts';
import { dataTable } from './tables/dataTable.ts';
import type { FigureData } from './data/figureData.ts';
import type { FigureOptions } from './parts/figureElement.ts';
import { figures } from './index.ts';
import { reportedTable } from './tables/reportedTable.ts';
import { tableElement } from './tables/table.ts';

export function figureTables(names: readonly FigureName[], data: FigureData, options: FigureOptions): HTMLElement[] {
  const others = [reportedTable(data) ?? [], names.flatMap((name) => figures[name].tables?.(data, options) ?? [])].flat();
  return [dataTable(data, options), ...others.map((table) => tableElement(options.document, table))];
}
