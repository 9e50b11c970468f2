/**
 * The figures by the name that specs use: how each is drawn, and which tables beside that of the final values hold its numbers.
 * A new one is one file here, one line in this list, and one in experiments/figureNeeds.ts, which says what it needs.
 */
import type { FigureName } from '../experiments/figureNeeds.ts';
import { confusion, confusionTables } from './confusion.ts';
import { curves } from './curves.ts';
import { decision, decisionTables } from './decision.ts';
import { differences, differencesTables } from './differences.ts';
import type { FigureData } from './figureData.ts';
import type { Figure, FigureOptions } from './figureElement.ts';
import { finals } from './finals.ts';
import { fit } from './fit.ts';
import { fitTables } from './fitTables.ts';
import { heatmap, heatmapTables } from './heatmap.ts';
import { histograms, histogramsTables } from './histograms.ts';
import { landscape, landscapeTables } from './landscape.ts';
import { line, lineTables } from './line.ts';
import { network, networkTables } from './network.ts';
import { profiles, profilesTables } from './profiles.ts';
import type { Table } from './table.ts';
import { weightImages, weightImagesTables } from './weightImages.ts';

export interface FigureKind {
  draw(data: FigureData, options: FigureOptions): Figure;
  tables?(data: FigureData, options: FigureOptions): Table[];
}

export const figures: Record<FigureName, FigureKind> = {
  curves: { draw: curves },
  finals: { draw: finals },
  differences: { draw: differences, tables: differencesTables },
  heatmap: { draw: heatmap, tables: heatmapTables },
  fit: { draw: fit, tables: fitTables },
  decision: { draw: decision, tables: decisionTables },
  network: { draw: network, tables: networkTables },
  profiles: { draw: profiles, tables: profilesTables },
  histograms: { draw: histograms, tables: histogramsTables },
  weightImages: { draw: weightImages, tables: weightImagesTables },
  landscape: { draw: landscape, tables: landscapeTables },
  line: { draw: line, tables: lineTables },
  confusion: { draw: confusion, tables: confusionTables },
};
