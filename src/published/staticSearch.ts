/** The recorded search as HTML: its figures, and the tables of their numbers. */
import { parseHTML } from 'linkedom';
import { findMetric } from '../experiments/configuration/metrics.ts';
import { drawWhole } from '../figures/parts/figureElement.ts';
import { figuresOf } from '../figures/search/figuresOf.ts';
import { searchFigures, searchTables } from '../figures/search/index.ts';
import { fromSearch } from '../figures/search/searchAdapter.ts';
import { importanceOf } from '../search/results/importance.ts';
import { nameOf } from '../search/names.ts';
import { recordedLogs } from '../search/results/searchRecording.ts';
import { compactFigure } from './compactSvg.ts';
import type { PublishedSearch } from './publishedSearch.ts';

export function staticSearch({ search, recording }: PublishedSearch): { figures: string; tables: string } {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const logs = recordedLogs(search, recording);
  const named = logs.map(({ strategy, seed, trials }) => ({ name: nameOf(strategy, search.strategies), seed, trials }));
  const data = fromSearch(search, named, { better: findMetric(search.metric).better, importance: importanceOf(search, logs) });
  const names = figuresOf(search);
  return {
    figures: names.map((name) => compactFigure(drawWhole(searchFigures[name].draw(data, { document })).outerHTML)).join('\n'),
    tables: searchTables(names, data, document)
      .map((table) => table.outerHTML)
      .join('\n'),
  };
}
