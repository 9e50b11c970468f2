/** The figures of a search by name: how each is drawn, and the tables that hold its numbers. */
import type { Figure, FigureOptions } from '../parts/figureElement.ts';
import { tableElement, type Table } from '../tables/table.ts';
import { bestSoFar, bestSoFarTables } from './bestSoFar.ts';
import { folds, foldsTables } from './folds.ts';
import { importance, importanceTables } from './importance.ts';
import { parallel, parallelTables } from './parallel.ts';
import type { SearchFigureData } from './searchFigureData.ts';
import { tuning, tuningTables } from './tuning.ts';

export interface SearchFigureKind {
  draw(data: SearchFigureData, options: FigureOptions): Figure;
  tables(data: SearchFigureData): Table[];
}

export const searchFigures = {
  bestSoFar: { draw: bestSoFar, tables: bestSoFarTables },
  tuning: { draw: tuning, tables: tuningTables },
  parallel: { draw: parallel, tables: parallelTables },
  folds: { draw: folds, tables: foldsTables },
  importance: { draw: importance, tables: importanceTables },
} satisfies Record<string, SearchFigureKind>;

export type SearchFigureName = keyof typeof searchFigures;

export function searchTables(names: readonly SearchFigureName[], data: SearchFigureData, document: Document): HTMLElement[] {
  return names.flatMap((name) => searchFigures[name].tables(data)).map((table) => tableElement(document, table));
}
