/**
 * The figures by the name that specs use: how each is drawn, and which tables beside that of the final values hold its numbers.
 * A new one is one file in kinds/, one line in this list, and one in experiments/spec/figureNeeds.ts, which says what it needs.
 */
import type { FigureName } from '../experiments/spec/figureNeeds.ts';
import { activity, activityTables } from './kinds/activity.ts';
import { barrier } from './kinds/barrier/barrier.ts';
import { barrierTables } from './kinds/barrier/barrierTables.ts';
import { confusion, confusionTables } from './kinds/confusion.ts';
import { curves } from './kinds/curves/curves.ts';
import { decision, decisionTables } from './kinds/decision.ts';
import { differences, differencesTables } from './kinds/differences.ts';
import type { FigureData } from './data/figureData.ts';
import type { Figure, FigureOptions } from './parts/figureElement.ts';
import { finals } from './kinds/finals.ts';
import { fit } from './kinds/fit/fit.ts';
import { fitTables } from './kinds/fit/fitTables.ts';
import { heatmap, heatmapTables } from './kinds/heatmap.ts';
import { histograms, histogramsTables } from './kinds/histograms.ts';
import { landscape, landscapeTables } from './kinds/landscape.ts';
import { line, lineTables } from './kinds/line.ts';
import { mistakes, mistakesTables } from './kinds/mistakes/mistakes.ts';
import { network, networkTables } from './kinds/network.ts';
import { movement, movementTables } from './kinds/movement.ts';
import { profiles, profilesTables } from './kinds/profiles/profiles.ts';
import { reconstructions, reconstructionsTables } from './kinds/reconstructions/reconstructions.ts';
import { reliability } from './kinds/reliability/reliability.ts';
import { reliabilityTables } from './kinds/reliability/reliabilityTables.ts';
import type { Table } from './tables/table.ts';
import { weightImages, weightImagesTables } from './kinds/weightImages.ts';

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
  movement: { draw: movement, tables: movementTables },
  profiles: { draw: profiles, tables: profilesTables },
  activity: { draw: activity, tables: activityTables },
  histograms: { draw: histograms, tables: histogramsTables },
  weightImages: { draw: weightImages, tables: weightImagesTables },
  reconstructions: { draw: reconstructions, tables: reconstructionsTables },
  landscape: { draw: landscape, tables: landscapeTables },
  line: { draw: line, tables: lineTables },
  barrier: { draw: barrier, tables: barrierTables },
  confusion: { draw: confusion, tables: confusionTables },
  mistakes: { draw: mistakes, tables: mistakesTables },
  reliability: { draw: reliability, tables: reliabilityTables },
};
